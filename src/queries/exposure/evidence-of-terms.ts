import { z } from 'zod'
import { loadSources } from '../holdings/registered-sources.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadCited, loadTold } from '../record/evidence.ts'
import { evidenceOut, toldOf } from '../status/explain-status.ts'
import { citedSourceOut, citedSources } from './cited-sources.ts'

export const sourcedEvidenceOut = z.array(
  evidenceOut.element.extend({
    sources: z.array(citedSourceOut).describe('Where it is from, and on which terms that is to be had'),
  }),
)
export type SourcedEvidence = z.output<typeof sourcedEvidenceOut>
type Sourced = SourcedEvidence[number]

/** An event, or of one that a text only counts where it is from. */
export type EvidenceInBrief = Sourced | Pick<Sourced, 'sources'>
export const isWhole = (one: EvidenceInBrief): one is Sourced => 'says' in one

const loadRegistered = async (world: Snapshot) =>
  new Map((await loadSources(world)).map((source) => [source.id, source]))

/** The events behind an exposure, each with its sources. */
export const loadSourcedEvidence = async (world: Snapshot, ids: readonly string[]): Promise<SourcedEvidence> => {
  const registered = await loadRegistered(world)
  return loadTold(world, ids, (evidence) => ({
    ...toldOf(evidence),
    sources: citedSources(evidence.amended.reads.sources, registered),
  }))
}

/**
 * The same for a text: of the events behind terms of organisations, which are some thousands, it says no more than
 * where they are from, unless some were corrected.
 */
export const loadEvidenceInBrief = async (
  world: Snapshot,
  ids: readonly string[],
  terms: readonly object[],
): Promise<readonly EvidenceInBrief[]> => {
  const isTold = terms.some((term) => 'group' in term || 'campaign' in term)
  const cited = isTold ? undefined : await loadCited(world, ids)
  if (cited === undefined) return loadSourcedEvidence(world, ids)
  const registered = await loadRegistered(world)
  return cited.map((sources) => ({ sources: citedSources(sources, registered) }))
}
