import { familyOf } from '../../events/registry.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Importer, OpenFile, Release } from '../../sources/importer/draft.ts'
import type { CitedSource } from '../../events/source.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { noteFate } from '../commit/commit-staged.ts'
import type { ImportOptions } from '../import/import-file.ts'
import { readCandidates } from '../import/read-candidates.ts'
import { prepared } from '../commit/open-for-writing.ts'
import { strongest } from '../reconcile/reconcile.ts'
import { RowOutcomes, type ImportReport } from '../report/import-report.ts'
import { proposeFacts, type Outcome, type Proposal } from './propose.ts'

/** What came of a coder's sheet: as of an imported table, but that its events are proposals. */
export interface ProposedTable extends ImportReport {
  readonly coder: string
  /** Pending proposals of the coder that the sheet codes anew. */
  readonly superseded: number
}

/**
 * Reads a coder's sheet as a table is imported, and proposes what it says instead of asserting it. A fact that the
 * coder codes otherwise than in an earlier sheet supersedes what was pending; what another coder says of it is left
 * alone. Claims of completeness are left out. Throws what an import throws.
 */
export const proposeTable = async (
  workspace: Workspace,
  importer: Importer,
  file: OpenFile,
  { coder, ...options }: ImportOptions & { readonly coder: string },
): Promise<ProposedTable> => {
  const { recordedBy, dryRun = false } = options
  const names = await prepared(workspace, dryRun)
  const fates = new RowOutcomes()
  const read: Candidate[] = []
  await readCandidates(names, { importer, file }, options, fates, (candidate) => {
    if (familyOf(candidate.stream) !== 'source') read.push(candidate)
  })
  const chosen: Candidate[] = []
  for (const alike of groupBy(read, ({ stream, key, fact }) => `${stream}\n${key}\n${fact}`).values()) {
    const { chosen: one, others } = strongest(alike)
    chosen.push(one)
    for (const other of others) noteFate(fates, other)
  }
  const proposals = chosen.map((candidate) => proposalOf(candidate, importer.release, file.name, coder))
  const report = await proposeFacts(workspace, proposals, { recordedBy, dryRun })
  chosen.forEach(({ rows }, index) => noteOutcome(fates, rows, report.outcomes[index]))
  return {
    file: file.name,
    importer: importer.name,
    series: importer.release.series,
    release: importer.release.id,
    coder,
    dryRun,
    ...fates.summary(),
    events: { appended: report.proposed + report.superseded, corrections: 0 },
    vanished: { retracted: 0, kept: [] },
    superseded: report.superseded,
    ordinal: report.ordinal,
  }
}

const proposalOf = ({ stream, fact, event }: Candidate, release: Release, file: string, coder: string): Proposal => {
  const { type, occurred, effective, note, data, sources } = event
  const locator = sources[0]?.locator
  return {
    proposed: {
      stream,
      type,
      fact,
      data,
      ...(occurred !== undefined && { occurred }),
      ...(effective !== undefined && { effective }),
      ...(note !== undefined && { note }),
    },
    by: { coder },
    file,
    ...(locator !== undefined && { locator }),
    source: citationOf(release),
  }
}

/** The sheet in full: a release that only proposes is registered nowhere. */
const citationOf = ({ id: _id, locator: _locator, ...cited }: Release): CitedSource => cited

const noteOutcome = (fates: RowOutcomes, rows: Candidate['rows'], outcome: Outcome | undefined): void => {
  if (outcome === 'proposed') fates.appended(rows)
  else if (outcome === 'refused') fates.skipped(rows, 'bad-row')
  else fates.known(rows)
}
