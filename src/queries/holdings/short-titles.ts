import { loadFactsOfSubjects } from '../question/facts.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** What treaties are spoken of as, by their ids: those short titles that their events give. */
export const loadShortTitles = async (world: Snapshot): Promise<ReadonlyMap<string, string>> => {
  const facts = await loadFactsOfSubjects(world, 'treaty', ['TreatyConcluded'])
  return new Map(
    facts.flatMap(({ stream, data }) =>
      typeof data.shortTitle === 'string' ? [[stream.slice('treaty-'.length), data.shortTitle] as const] : [],
    ),
  )
}
