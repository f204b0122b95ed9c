import type { EventLog, Position } from '../../log/port.ts'
import { refuseUnfinished } from '../../log/unfinished-load.ts'
import { loadNames } from '../../names/load.ts'
import type { Names } from '../../names/names.ts'
import { registeredSources } from '../../readmodel/lookups/registered-sources.ts'
import { removeStale, temporaryFolder } from '../../common/temporary-folder.ts'
import { openWorkspace, type Workspace } from '../../workspace/workspace.ts'
import { ensureCatalogue } from './catalogue.ts'
import type { SourceKinds } from '../candidates/json-lines.ts'

/** Logs that this process has brought up to date: who writes to one again, file by file, need not compare it again. */
const holdCatalogue = new WeakSet<EventLog>()

/** Where such logs stood, the last of them first. A log that goes on from there holds the catalogue too. */
const heldAt: Position[] = []
const placesKept = 4

const withCatalogue = async (log: EventLog): Promise<void> => {
  if (holdCatalogue.has(log)) return
  if (!(await goesOn(log))) {
    await ensureCatalogue(log)
    const { position } = await log.head()
    if (position !== undefined) heldAt.unshift(position)
    heldAt.splice(placesKept)
  }
  holdCatalogue.add(log)
}

const goesOn = async (log: EventLog): Promise<boolean> => {
  for (const position of heldAt) if (await log.holds(position)) return true
  return false
}

/**
 * The names that the log knows now. A log without a catalogue gets one first; a dry run borrows one and leaves the log
 * as it is. Throws `unfinished-load` (conflict), and `another-log` before anything is written: whatever is imported,
 * appended or corrected passes here.
 */
export const prepared = async (workspace: Workspace, dryRun: boolean | undefined): Promise<Names> => {
  removeStale()
  await workspace.check()
  await refuseUnfinished(workspace.log)
  if (dryRun === true && (await workspace.log.head()).ordinal === 0) return (await catalogueAlone()).names
  if (dryRun !== true) await withCatalogue(workspace.log)
  return workspace.mending(async () => loadNames(workspace.readModel.sql, await workspace.catchUp()))
}

/** What a log knows that holds the catalogue and nothing else. */
interface CatalogueAlone {
  readonly names: Names
  readonly registered: SourceKinds
}

let alone: Promise<CatalogueAlone> | undefined

/** The same for every log, so it is made once, from a log that nobody keeps. */
export const catalogueAlone = (): Promise<CatalogueAlone> => {
  alone ??= withTemporaryWorkspace(async (borrowed) => ({
    names: await prepared(borrowed, false),
    registered: await registeredSources(borrowed.readModel),
  })).catch((thrown: unknown) => {
    alone = undefined
    throw thrown
  })
  return alone
}

/** Work with a workspace that nobody keeps. */
export const withTemporaryWorkspace = async <T>(work: (workspace: Workspace) => Promise<T>): Promise<T> => {
  const { folder, temporary } = temporaryFolder()
  try {
    const borrowed = await openWorkspace(folder)
    try {
      return await work(borrowed)
    } finally {
      await borrowed.close()
    }
  } finally {
    temporary.remove()
  }
}
