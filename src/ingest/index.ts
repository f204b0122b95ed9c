import type { Importer, OpenFile } from '../sources/draft.ts'
import { openFile } from '../sources/open-file.ts'
import type { Workspace } from '../workspace.ts'
import { appendCandidates, type Appended } from './append-lines.ts'
import { bundledLines, bundledSeries } from './bundled.ts'
import { commitStage } from './commit.ts'
import { filesOf, type LeftAlone } from './folder-files.ts'
import { importFile, type ImportOptions } from './import-file.ts'
import { candidatesOf, type Line } from './lines.ts'
import { oneByOne } from './one-by-one.ts'
import { prepared, registeredReleases, registeredSources } from './prepare.ts'
import { RowFates, type ImportReport } from './report.ts'
import { openStage } from './stage.ts'

export { leftAloneLines } from './folder-files.ts'
export { reportText, type ImportReport } from './report.ts'
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

export interface FolderReport {
  readonly reports: readonly ImportReport[]
  /** Files that were not imported, since no importer recognises them. */
  readonly leftAlone: readonly LeftAlone[]
}

/** Imports every recognised table below a folder, each as one commit. Cut off, it goes on where it stopped: what is in already is known. */
export const importFolder = async (
  workspace: Workspace,
  folder: string,
  options: ImportOptions,
  onReport?: (report: ImportReport) => void,
): Promise<FolderReport> => {
  const { files, leftAlone } = await filesOf(folder)
  const names = await prepared(workspace, options.dryRun)
  const registered = [...(await registeredReleases(workspace))]
  const reports = await oneByOne(files, options.dryRun ?? false, async ({ importer, path }) => {
    const report = await importFile(workspace.log, names, importer, await openFile(path), options, registered)
    registered.push(importer.release)
    onReport?.(report)
    return report
  })
  return { reports, leftAlone }
}

/** Loads everything that the project ships in `examples/`, as one commit, on an empty log or on top of what is there. */
export const importBundled = async (workspace: Workspace, options: ImportOptions): Promise<ImportReport> => {
  const candidates = candidatesOf(
    bundledLines(),
    await prepared(workspace, options.dryRun),
    await registeredSources(workspace),
    bundledSeries,
  )
  const stage = openStage()
  const fates = new RowFates()
  try {
    for (const candidate of candidates) stage.add(candidate)
    const dryRun = options.dryRun ?? false
    const { appended, corrections, vanished, ordinal } = await commitStage(workspace.log, stage, {
      series: bundledSeries,
      recordedBy: options.recordedBy,
      dryRun,
      fates,
    })
    return {
      file: 'examples',
      importer: 'bundled',
      series: bundledSeries,
      release: bundledSeries,
      dryRun,
      ...fates.summary(),
      events: { appended, corrections },
      vanished,
      ordinal,
    }
  } finally {
    stage.dispose()
  }
}
