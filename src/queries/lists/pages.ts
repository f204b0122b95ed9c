import { formatDay } from '../../time/day.ts'
import type { TableCell } from '../question/question.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { cursorText, digestOfFilters, digitsOfLog } from './cursor.ts'
import type { Paged, Reading } from './definition.ts'
import type { Key } from './listing.ts'
import { isInLog } from './place.ts'

/** How many entries of a table are in memory at once. */
const pageSize = 1_000

const firstKey = async <F, E, T>(
  { from }: Reading<F, E, T>,
  world: Snapshot,
  { after }: Paged,
): Promise<Key | undefined> => {
  if (after === undefined || !isInLog(after)) return after?.key
  return from?.keyOf(world, after)
}

const placeAfter = (name: string, world: Snapshot, asked: object, key: Key): string =>
  cursorText({
    question: name,
    filters: digestOfFilters(asked),
    ordinal: world.ordinal,
    log: world.prefix.slice(0, digitsOfLog),
    asOf: formatDay(world.asOf),
    key,
  })

/** One page: its items, where the list goes on, and how many there are in all where that is asked. */
export const pageOf = async <F, E, T>(reading: Reading<F, E, T>, world: Snapshot, asked: F & Paged) => {
  const listing = await reading.find(world, asked)
  const found = await listing.after(await firstKey(reading, world, asked), asked.limit + 1)
  const shown = found.slice(0, asked.limit)
  const last = shown.at(-1)
  const isAll = last === undefined || found.length <= asked.limit
  return {
    items: await reading.show(world, shown),
    next: isAll ? null : placeAfter(reading.name, world, asked, reading.keyOf(last)),
    ...(asked.count && { total: await listing.count() }),
  }
}

/** The rows of all pages, from where the first one begins to the end. */
export async function* rowsOf<F, E, T>(
  reading: Reading<F, E, T>,
  world: Snapshot,
  asked: F & Paged,
): AsyncGenerator<readonly (readonly TableCell[])[]> {
  const listing = await reading.find(world, asked)
  for (let key = await firstKey(reading, world, asked); ;) {
    world.goOn?.()
    const page = await listing.after(key, pageSize)
    const last = page.at(-1)
    if (last === undefined) return
    yield (await reading.show(world, page)).map(reading.cells)
    if (page.length < pageSize) return
    key = reading.keyOf(last)
  }
}
