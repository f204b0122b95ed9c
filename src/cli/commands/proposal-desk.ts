import { acceptProposals, type AcceptReport } from '../../ingest/proposals/accept.ts'
import { readNotesText } from '../../ingest/proposals/read-notes-text.ts'
import { proposeFromNotes } from '../../ingest/proposals/read-notes.ts'
import { importBundled, isUnused } from '../../ingest/import/import-bundled.ts'
import { proposeTable, type ProposedTable } from '../../ingest/proposals/propose-table.ts'
import { rejectProposals, type RejectReport } from '../../ingest/proposals/reject.ts'
import { reportText } from '../reports/import-report-text.ts'
import { openFile } from '../../sources/files/open-file.ts'
import { readMappingFile } from '../../sources/tables/read-mapping.ts'
import { tableImporter } from '../../sources/tables/table.ts'
import { printableMessage, printableValues } from '../../text/printable.ts'
import type { ProposalDesk } from '../context/ingest-port.ts'

const proposalsIn = (count: number): string => `${count} ${count === 1 ? 'proposal' : 'proposals'}`

const endOf = ({ dryRun, ordinal }: { readonly dryRun: boolean; readonly ordinal: number }): string =>
  dryRun ? 'Dry run: nothing was appended.' : `The log stands at ${ordinal}.`

export const acceptedText = (report: AcceptReport): string =>
  [
    `${proposalsIn(report.accepted.length)} accepted, ${report.known.length} accepted before. ${endOf(report)}`,
    ...report.accepted.map(
      ({ proposal, event, stream, isNew }) =>
        `  ${proposal}: ${isNew ? 'became' : 'stands with'} event ${event} in ${stream}`,
    ),
    ...report.known.map(({ proposal, event }) => `  ${proposal}: accepted already, as event ${event}`),
  ].join('\n')

export const rejectedText = (report: RejectReport): string =>
  [
    `${proposalsIn(report.rejected.length)} rejected, ${report.known.length} rejected before. ${endOf(report)}`,
    ...report.known.map((proposal) => `  ${proposal}: rejected already`),
  ].join('\n')

const sheetText = (report: ProposedTable): string => {
  const shown = { ...printableValues(report), badRows: report.badRows.map(printableMessage) }
  return [
    reportText(shown),
    `  proposed by coder ${shown.coder}: nothing of it counts until somebody accepts ` +
      `it${report.superseded === 0 ? '' : `; ${report.superseded} of an earlier sheet superseded`}`,
  ].join('\n')
}

export const proposalDesk: ProposalDesk = {
  proposeTable: async (workspace, mapping, path, { encoding, bundled, ...options }) => {
    // As before any other import: what a coder says is to stand beside it.
    if (bundled === true || (bundled !== false && (await isUnused(workspace.log))))
      await importBundled(workspace, options)
    const { encoding: own, ...importer } = tableImporter(await readMappingFile(mapping))
    const written = encoding ?? own
    const report = await proposeTable(
      workspace,
      { ...importer, ...(written !== undefined && { encoding: written }) },
      await openFile(path, written, importer.separator),
      options,
    )
    return { report, text: sheetText(report) }
  },
  accept: async (workspace, chosen, options) => {
    const report = await acceptProposals(workspace, chosen, options)
    return { report, text: acceptedText(report) }
  },
  readNotes: async (workspace, paths, options) => {
    const report = await proposeFromNotes(workspace, paths, options)
    return { report, text: readNotesText(report) }
  },
  reject: async (workspace, ids, options) => {
    const report = await rejectProposals(workspace, ids, options)
    return { report, text: rejectedText(report) }
  },
}
