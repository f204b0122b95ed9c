import type { RecordedFact } from '../../../projections/compose/proposals/beside-proposal.ts'
import type { QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadEvidence } from '../record/evidence.ts'
import { rowOfProposal, type ProposalRow } from './proposal-row.ts'

/** A proposal, and what the log says of its fact. */
export interface ProposalBeside {
  readonly one: QueuedProposal
  readonly fact: RecordedFact
}

/** Proposals as they are shown: each with what the facts beside it cite. */
export const shownProposals = async (
  world: Snapshot,
  proposals: readonly ProposalBeside[],
): Promise<readonly ProposalRow[]> => {
  const ids = [...new Set(proposals.flatMap(({ fact }) => fact.facts.flatMap(({ decidedBy }) => decidedBy)))]
  const cited = new Map<string, readonly string[]>(
    (await loadEvidence(world, ids)).map(({ event, citations }) => [event.id, citations]),
  )
  const citationsOf = (of: readonly string[]) => [...new Set(of.flatMap((id) => cited.get(id) ?? []))]
  return proposals.map(({ one, fact }) => rowOfProposal(one, fact, citationsOf))
}
