import { subjectOf } from '../../../projections/fold/fold.ts'
import { isOfThisLog, readKept, writeKept, type Moment } from '../question/kept-file.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** In how many streams something may have been recorded between two moments: where it is more, all is read anew. */
const mostStreams = 1_000

/**
 * The organisations of which something was recorded between a moment, earlier or later, and the world's; undefined
 * where too much was recorded.
 */
export const touchedBetween = async (world: Snapshot, { ordinal }: Moment): Promise<readonly string[] | undefined> => {
  if (ordinal === world.ordinal) return []
  const rows = await world.sql
    .selectFrom('event')
    .select('stream')
    .distinct()
    .where('ordinal', '>', Math.min(ordinal, world.ordinal))
    .where('ordinal', '<=', Math.max(ordinal, world.ordinal))
    .limit(mostStreams + 1)
    .execute()
  if (rows.length > mostStreams) return undefined
  return rows.map(({ stream }) => stream).flatMap((stream) => (stream.startsWith('igo-') ? [subjectOf(stream)] : []))
}

/**
 * Plain data that is made of rows of organisations alone, and takes long to make: as it stands in a file beside the
 * read model, where nothing was recorded of any of them in between; else made, and what is known now is kept there.
 */
export const keptPlain = async <T>(world: Snapshot, what: string, make: () => Promise<T>): Promise<T> => {
  const file = readKept(world, what)
  if (file !== undefined && (await isOfThisLog(world, file.moment))) {
    const touched = await touchedBetween(world, file.moment)
    if (touched?.length === 0) return file.small as T
  }
  const made = await make()
  if (world.asKnownAt === null) writeKept(world, what, { small: made, arrays: {} })
  return made
}
