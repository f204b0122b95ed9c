import { dirname } from 'node:path'
import { openReadModel, openStandingReadModel } from './engines.ts'
import { NormtrailError } from '../common/error.ts'
import type { EventLog } from '../log/port.ts'
import { readCheckpoint } from '../readmodel/same-log.ts'
import type { ReadModelEngine } from '../readmodel/engine.ts'
import type { Checkpoint } from '../readmodel/same-log.ts'
import { fileOf, inFolder, type Settings } from './settings.ts'
import { isOnlyReadableFolder } from '../sqlite/writable.ts'
import { temporaryFolder } from '../common/temporary-folder.ts'

export interface Opening {
  /** Hears what a user should know of how the read model came about. */
  readonly onNotice?: (words: string) => void
  /**
   * Throws a damaged read model away, and builds another from the log: for those who record, and who need no answer at
   * once.
   */
  readonly mends?: boolean
  /** Answers from the log that is there, and makes none. */
  readonly onlyAsks?: boolean
  /** Whether it brings the read model up before it answers. Default true; false where another thread does. */
  readonly projects?: boolean
}

/** A read model, and what goes with it when it is closed. */
export interface InUse {
  readonly engine: ReadModelEngine
  /** Where it really is: elsewhere than the settings say where nothing can be written there. */
  readonly settings: Settings
  readonly close: () => Promise<void>
}

export const isDamagedReadModel = (thrown: unknown): boolean =>
  thrown instanceof NormtrailError && thrown.code === 'read-model-damaged'

const builtAnew = 'The read model is damaged: another is built from the log, which takes a while.'

/** The read model that is worked with: that of the settings, or one that replaces it. */
export const openInUse = async (settings: Settings, log: EventLog, opening: Opening = {}): Promise<InUse> => {
  const file = fileOf(settings.read)
  if (file !== undefined && isOnlyReadableFolder(dirname(file))) return besideReadOnly(file, settings, log, opening)
  try {
    return inUse(await openReadModel(settings), settings)
  } catch (thrown) {
    if (opening.mends !== true || !isDamagedReadModel(thrown)) throw thrown
    return anewInUse(settings, opening)
  }
}

/** Another in the place of one that is damaged; yet to be filled. */
export const anewInUse = async (settings: Settings, { onNotice }: Opening): Promise<InUse> => {
  onNotice?.(builtAnew)
  return inUse(await openReadModel(settings, { anew: true }), settings)
}

const inUse = (engine: ReadModelEngine, settings: Settings): InUse => ({
  engine,
  settings,
  close: () => engine.close(),
})

/**
 * Where nothing can be written: the read model as it stands, if it is at the head of the log; else one that nobody
 * keeps.
 */
const besideReadOnly = async (
  file: string,
  settings: Settings,
  log: EventLog,
  { onNotice }: Opening,
): Promise<InUse> => {
  const standing = await openStandingReadModel(file).catch(() => undefined)
  const at = standing === undefined ? undefined : await checkpointOf(standing)
  const why = await whyNot(log, at)
  if (standing !== undefined && why === undefined) return inUse(standing, settings)
  await standing?.close()
  onNotice?.(
    `The read model at ${file} cannot be written to, and ${why}: a ` +
      'temporary one is built from the log, which takes a while.',
  )
  const { folder, temporary } = temporaryFolder()
  const there = { ...settings, read: inFolder(folder).read }
  const engine = await openReadModel(there)
  const close = async (): Promise<void> => {
    await engine.close()
    temporary.remove()
  }
  return { engine, settings: there, close }
}

/** Why a read model that stands somewhere cannot answer for a log; undefined where it can. */
const whyNot = async (log: EventLog, at: Checkpoint | undefined): Promise<string | undefined> => {
  if (at === undefined) return 'there is none that can be read'
  if (at.position !== undefined && !(await log.holds(at.position))) return 'it was made from another log'
  const { ordinal: head } = await log.head()
  return at.ordinal === head ? undefined : `it stands at event ${at.ordinal}, the log at ${head}`
}

const checkpointOf = (engine: ReadModelEngine): Promise<Checkpoint | undefined> =>
  readCheckpoint(engine.sql).catch(() => undefined)
