import type { BundledFirst, FolderReport } from '../../ingest/index.ts'
import { appendLines, importBundled, importFiles, importFolder, type ImportReport } from '../../ingest/index.ts'
import { loadBackdated, readRecordedAt, type BackdatedReport } from '../../ingest/backdated/backdated-load.ts'
import { correctEvent, retractEvent } from '../../ingest/append/correct.ts'
import { loadOf } from '../../log/unfinished-load.ts'
import { collections, formatsNamed, importers } from '../../sources/index.ts'
import { readMappingFile } from '../../sources/tables/read-mapping.ts'
import { tableImporter } from '../../sources/tables/table.ts'
import { printableMessage, printableValues } from '../../text/printable.ts'
import type { FilesOptions, Ingest, Ingested } from '../context/ingest-port.ts'
import { amendedText } from '../reports/amended-text.ts'
import { backdatedText } from '../reports/backdated-text.ts'
import { doneText, reportText } from '../reports/import-report-text.ts'
import { leftAloneLines } from '../reports/left-alone-text.ts'
import { proposalDesk } from './proposal-desk.ts'

/** A report whose names and messages cannot forge a line of it, nor move a cursor. */
const shown = (report: ImportReport): ImportReport => ({
  ...printableValues(report),
  badRows: report.badRows.map(printableMessage),
})

/** The same options as the one way in names them, with a line for every file that is done. */
const forFiles = ({ bundled, note, ...options }: FilesOptions): Parameters<typeof importFolder>[2] => ({
  ...options,
  bundled: bundledFirst(bundled),
  onReport: (report, done, of) => note?.(`${doneText(shown(report))} (${done} of ${of})`),
})

const bundledFirst = (wanted: boolean | undefined): BundledFirst => {
  if (wanted === undefined) return 'into-an-unused-log'
  return wanted ? 'always' : 'never'
}

const ingested = (report: FolderReport): Ingested => ({
  report,
  text:
    [
      ...report.reports.map((one) => reportText(shown(one))),
      ...leftAloneLines(printableValues(report.leftAlone)),
      ...lackingLines(report),
    ].join('\n') || 'No tables there.',
})

const lackingLines = ({ lackingOfBundled: lacking = 0 }: FolderReport): readonly string[] =>
  lacking === 0
    ? []
    : [
        `lacking: ${lacking} of the facts that come with normtrail. Withdrawals are among them, ` +
          'and acts that entry into force rests on: without them answers are not whole.',
        '  `normtrail import bundled` brings them in.',
      ]

const backdated = (report: BackdatedReport): Ingested => ({
  report,
  text: `${ingested(report).text}\n${backdatedText(report)}`,
})

export const ingest: Ingest = {
  sources: [...importers, ...Object.entries(collections).map(([name, { reads }]) => ({ name, reads }))],
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
      text:
        `${appended} ${appended === 1 ? 'event' : 'events'} ${done}, ` +
        `${known} known already; the log stands at ${ordinal}.`,
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
  importFiles: async (workspace, source, files, options) =>
    ingested(await importFiles(workspace, formatsNamed(source), files, forFiles(options))),
  importFolder: async (workspace, folder, { recordedAt, ...options }) => {
    if (recordedAt === undefined) return ingested(await importFolder(workspace, folder, forFiles(options)))
    // A load that was cut off goes on as it began.
    const begun = (await loadOf(workspace.log))?.begun.data.bundled as boolean | undefined
    const bundled = options.bundled ?? begun ?? true
    return backdated(
      await loadBackdated(workspace, { bundled, folder, retrieved: options.retrieved }, readRecordedAt(recordedAt), {
        ...options,
        onRead: (file, rows, done, of) =>
          options.note?.(`${file}: ${rows} ${rows === 1 ? 'row' : 'rows'} read (${done} of ${of})`),
      }),
    )
  },
  importBundled: async (workspace, { recordedAt, ...options }) => {
    if (recordedAt !== undefined)
      return backdated(await loadBackdated(workspace, { bundled: true }, readRecordedAt(recordedAt), options))
    const report = await importBundled(workspace, options)
    return { report: { reports: [report], leftAlone: [] }, text: reportText(shown(report)) }
  },
  importTable: async (workspace, mapping, file, options) =>
    ingested(await importFiles(workspace, tableImporter(await readMappingFile(mapping)), [file], forFiles(options))),
  proposals: proposalDesk,
}
