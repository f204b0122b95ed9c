import { badInput, conflict } from '../common/error.ts'
import type { Expected } from '../log/port.ts'
import { registeredReleases, registeredSources } from '../readmodel/lookups/registered-sources.ts'
import { streamOfEvent } from '../readmodel/lookups/streams-of-events.ts'
import type { Importer, OpenFile } from '../sources/importer/draft.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { appendCandidates, type Appended } from './append/append-lines.ts'
import type { Candidate } from './candidates/candidate.ts'
import { importFile, type ImportOptions } from './import/import-file.ts'
import { candidatesOf, type Line } from './candidates/json-lines.ts'
import { prepared } from './commit/open-for-writing.ts'
import type { ImportReport } from './report/import-report.ts'

export { importBundled } from './import/import-bundled.ts'
export { importFiles, importFolder, type BundledFirst, type FolderReport } from './import/import-files.ts'
export type { ImportReport } from './report/import-report.ts'
export type { ImportOptions } from './import/import-file.ts'

/**
 * Appends lines of JSON Lines that a user wrote, as one commit. `expected` is where their stream stood when they were
 * written: they are of one, then.
 */
export const appendLines = async (
  workspace: Workspace,
  lines: readonly Line[],
  options: { recordedBy: string; dryRun?: boolean; expected?: Expected | undefined },
): Promise<Appended> => {
  const { recordedBy, dryRun = false, expected } = options
  const names = await prepared(workspace, dryRun)
  const candidates = candidatesOf(lines, names, await registeredSources(workspace.readModel), undefined)
  await refuseElsewhere(workspace, candidates)
  return appendCandidates(workspace.log, candidates, recordedBy, dryRun, expectations(candidates, expected))
}

/** An id that an event of another stream has cannot be given again. */
const refuseElsewhere = async ({ readModel }: Workspace, candidates: readonly Candidate[]): Promise<void> => {
  for (const { event, stream, where = stream } of candidates) {
    if (event.id === undefined) continue
    const there = await streamOfEvent(readModel, event.id)
    if (there !== undefined && there !== stream)
      throw conflict('duplicate-event', `event ${event.id} is in the log already, in ${there}, not in ${stream}.`, {
        where,
        hint: 'Give the event an id of its own, or none.',
      })
  }
}

const expectations = (
  candidates: readonly Candidate[],
  expected: Expected | undefined,
): ReadonlyMap<string, Expected> => {
  if (expected === undefined) return new Map()
  const streams = [...new Set(candidates.map(({ stream }) => stream))]
  if (streams.length > 1)
    throw badInput('bad-input', `a revision is one of a stream, and the lines are of ${streams.join(', ')}.`, {
      where: 'expected-revision',
      hint: 'Append the lines of each stream by themselves.',
    })
  return new Map(streams.map((stream) => [stream, expected]))
}

/** Imports one opened file, as one commit. */
export const importOne = async (
  workspace: Workspace,
  importer: Importer,
  file: OpenFile,
  options: ImportOptions,
): Promise<ImportReport> =>
  importFile(
    workspace.log,
    await prepared(workspace, options.dryRun),
    { importer, file },
    options,
    await registeredReleases(workspace.readModel),
  )
