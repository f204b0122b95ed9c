import { loadFactsOfStream } from '../question/facts.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** What these treaties are spoken of as: the short titles that their events give, else their titles. */
export const loadTreatyTitles = async (
  world: Snapshot,
  treaties: readonly string[],
): Promise<(treaty: string) => string> => {
  const short = new Map<string, string>()
  for (const id of new Set(treaties)) {
    const facts = await loadFactsOfStream(world, `treaty-${id}`, ['TreatyConcluded'])
    const titles = facts.flatMap(({ data }) => (typeof data.shortTitle === 'string' ? [data.shortTitle] : []))
    const title = titles.at(-1)
    if (title !== undefined) short.set(id, title)
  }
  return (id) => short.get(id) ?? world.names.nameOf('treaty', id)
}
