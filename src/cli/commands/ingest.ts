import type { FolderReport } from '../../ingest/index.ts'
import { appendLines, importBundled, importFolder, importOne, leftAloneLines, reportText } from '../../ingest/index.ts'
import { backdatedText, loadBackdated, readRecordedAt, type BackdatedReport } from '../../ingest/backdated.ts'
import { amendedText, correctEvent, retractEvent, type Amendment, type Changes } from '../../ingest/correct.ts'
import { oneByOne } from '../../ingest/one-by-one.ts'
import { importerNamed, importers } from '../../sources/index.ts'
import type { Importer } from '../../sources/draft.ts'
import { openFile } from '../../sources/open-file.ts'
import { readMappingFile } from '../../sources/read-mapping.ts'
import { tableImporter } from '../../sources/table.ts'
import type { Workspace } from '../../workspace.ts'

export interface IngestOptions {
  readonly recordedBy: string
  readonly dryRun: boolean
  readonly progress: (words: string, done: number, of?: number) => void
}

export interface ImportOptions extends IngestOptions {
  readonly skipBadRows: boolean
}

/** A load that may be dated back: `source`, or an instant. */
export interface DatedImportOptions extends ImportOptions {
  readonly recordedAt?: string | undefined
}

export interface FolderOptions extends DatedImportOptions {
  /** Loads the bundled case with it. */
  readonly withBundled: boolean
}

/** What came of it: plain data, printed as JSON, and the same in words. */
export interface Ingested {
  readonly report: unknown
  readonly text: string
}

/** The one way in, as the commands need it. */
export interface Ingest {
  /** The dataset formats that can be named: for the help. */
  readonly sources: readonly { readonly name: string; readonly reads: string }[]
  readonly appendLines: (
    workspace: Workspace,
    lines: AsyncIterable<string>,
    file: string,
    options: IngestOptions,
  ) => Promise<Ingested>
  readonly correct: (
    workspace: Workspace,
    amendment: Amendment,
    changes: Changes,
    options: IngestOptions,
  ) => Promise<Ingested>
  readonly retract: (workspace: Workspace, amendment: Amendment, options: IngestOptions) => Promise<Ingested>
  readonly importFiles: (
    workspace: Workspace,
    source: string,
    files: readonly string[],
    options: ImportOptions,
  ) => Promise<Ingested>
  readonly importFolder: (workspace: Workspace, folder: string, options: FolderOptions) => Promise<Ingested>
  readonly importBundled: (workspace: Workspace, options: DatedImportOptions) => Promise<Ingested>
  readonly importTable: (
    workspace: Workspace,
    mapping: string,
    file: string,
    options: ImportOptions,
  ) => Promise<Ingested>
}

const importEach = async (
  workspace: Workspace,
  importer: Importer,
  paths: readonly string[],
  options: ImportOptions,
): Promise<Ingested> => {
  const files = paths.map((path) => ({ file: path }))
  const reports = await oneByOne(files, options.dryRun, async ({ file }) =>
    importOne(workspace, importer, await openFile(file), options),
  )
  return ingested({ reports, leftAlone: [] })
}

const ingested = (report: FolderReport): Ingested => ({
  report,
  text: [...report.reports.map(reportText), ...leftAloneLines(report.leftAlone)].join('\n') || 'No tables there.',
})

const backdated = (report: BackdatedReport): Ingested => ({
  report,
  text: `${ingested(report).text}\n${backdatedText(report)}`,
})

export const ingest: Ingest = {
  sources: importers,
  appendLines: async (workspace, lines, file, options) => {
    const texts: { where: string; text: string }[] = []
    let number = 0
    for await (const text of lines) {
      number += 1
      if (text.trim() !== '') texts.push({ where: `${file}, line ${number}`, text })
    }
    const report = await appendLines(workspace, texts, options)
    const { appended, known, ordinal } = report
    const done = options.dryRun ? 'would be appended (dry run: nothing was)' : 'appended'
    return {
      report,
      text: `${appended} ${appended === 1 ? 'event' : 'events'} ${done}, ${known} known already; the log stands at ${ordinal}.`,
    }
  },
  correct: async (workspace, amendment, changes, options) => {
    const report = await correctEvent(workspace, amendment, changes, options)
    return { report, text: amendedText(report) }
  },
  retract: async (workspace, amendment, options) => {
    const report = await retractEvent(workspace, amendment, options)
    return { report, text: amendedText(report) }
  },
  importFiles: (workspace, source, files, options) => importEach(workspace, importerNamed(source), files, options),
  importFolder: async (workspace, folder, { recordedAt, withBundled, ...options }) => {
    if (recordedAt !== undefined)
      return backdated(
        await loadBackdated(workspace, { bundled: withBundled, folder }, readRecordedAt(recordedAt), options),
      )
    const bundled = withBundled ? [await importBundled(workspace, options)] : []
    const report = await importFolder(workspace, folder, options)
    return ingested({ ...report, reports: [...bundled, ...report.reports] })
  },
  importBundled: async (workspace, { recordedAt, ...options }) => {
    if (recordedAt !== undefined)
      return backdated(await loadBackdated(workspace, { bundled: true }, readRecordedAt(recordedAt), options))
    const report = await importBundled(workspace, options)
    return { report: { reports: [report], leftAlone: [] }, text: reportText(report) }
  },
  importTable: async (workspace, mapping, file, options) =>
    importEach(workspace, tableImporter(await readMappingFile(mapping)), [file], options),
}
