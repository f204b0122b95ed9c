import type { Importer, OpenFile } from '../sources/draft.ts'
import type { Workspace } from '../workspace.ts'
import { appendCandidates, type Appended } from './append-lines.ts'
import { importFile, type ImportOptions } from './import-file.ts'
import { candidatesOf, type Line } from './lines.ts'
import { prepared, registeredReleases, registeredSources } from './prepare.ts'
import type { ImportReport } from './report.ts'

export { leftAloneLines } from './folder-files.ts'
export { importBundled } from './import-bundled.ts'
export { importFiles, importFolder, type BundledFirst, type FolderReport } from './import-files.ts'
export { doneText, reportText, type ImportReport } from './report.ts'
export type { ImportOptions } from './import-file.ts'

/** Appends lines of JSON Lines that a user wrote, as one commit. */
export const appendLines = async (
  workspace: Workspace,
  lines: readonly Line[],
  options: { recordedBy: string; dryRun?: boolean },
): Promise<Appended> => {
  const names = await prepared(workspace, options.dryRun)
  const candidates = candidatesOf(lines, names, await registeredSources(workspace), undefined)
  return appendCandidates(workspace.log, candidates, options.recordedBy, options.dryRun ?? false)
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
    importer,
    file,
    options,
    await registeredReleases(workspace),
  )
