import { loadFactsOfStream } from '../question/facts.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'

const streamOf = (treaty: string): string => `treaty-${treaty}`

/** The short titles that the events of a treaty give. Nothing but its own stream tells them. */
const keptTitles = keeping<readonly string[]>(
  (titles) => titles.reduce((sum, title) => sum + 2 * title.length, 100),
  (treaty) => (stream) => stream === streamOf(treaty),
)

const loadShortTitles = async (world: Snapshot, treaty: string): Promise<readonly string[]> => {
  const facts = await loadFactsOfStream(world, streamOf(treaty), ['TreatyConcluded'])
  return facts.flatMap(({ data }) => (typeof data.shortTitle === 'string' ? [data.shortTitle] : []))
}

/** What these treaties are spoken of as: the short titles that their events give, else their titles. */
export const loadTreatyTitles = async (
  world: Snapshot,
  treaties: readonly string[],
): Promise<(treaty: string) => string> => {
  const short = new Map<string, string>()
  for (const id of new Set(treaties)) {
    const title = (await keptTitles(world, id, () => loadShortTitles(world, id))).at(-1)
    if (title !== undefined) short.set(id, title)
  }
  return (id) => short.get(id) ?? world.names.nameOf('treaty', id)
}
