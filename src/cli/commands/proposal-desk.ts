import { acceptProposals, type AcceptReport, type DecideOptions } from '../../ingest/proposals/accept.ts'
import type { Chosen } from '../../ingest/proposals/open-queue.ts'
import { readNotesText } from '../../ingest/proposals/read-notes-text.ts'
import { proposeFromNotes, type ReadNotesOptions } from '../../ingest/proposals/read-notes.ts'
import { rejectProposals, type RejectReport } from '../../ingest/proposals/reject.ts'
import type { Workspace } from '../../workspace.ts'
import type { Ingested } from './ingest.ts'

/** How proposals are brought in and decided, as the commands need it. */
export interface ProposalDesk {
  readonly readNotes: (workspace: Workspace, paths: readonly string[], options: ReadNotesOptions) => Promise<Ingested>
  readonly accept: (workspace: Workspace, chosen: Chosen, options: DecideOptions) => Promise<Ingested>
  readonly reject: (
    workspace: Workspace,
    ids: readonly string[],
    options: DecideOptions & { readonly because: string },
  ) => Promise<Ingested>
}

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

export const proposalDesk: ProposalDesk = {
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
