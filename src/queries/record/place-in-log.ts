import { badInput } from '../../common/error.ts'
import type { PlaceInLog } from '../lists/place.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** How much of the hash of a log a place in it carries. */
const digits = 16

/**
 * The beginning of the hash of the log up to the end of the commit that an event stands in; undefined where none is
 * known that late.
 */
const logAt = async ({ sql, ordinal: known }: Snapshot, ordinal: number): Promise<string | undefined> => {
  const commit = await sql
    .selectFrom('commit_known')
    .select('prefix')
    .where('last_ordinal', '>=', ordinal)
    .where('last_ordinal', '<=', known)
    .orderBy('last_ordinal')
    .limit(1)
    .executeTakeFirst()
  return commit?.prefix.slice(0, digits)
}

/**
 * The place after an event, which names its log: an ordinal alone is another event's in a log that was restored from a
 * copy.
 */
export const placeInLog = async (world: Snapshot, ordinal: number): Promise<string> =>
  `${ordinal}-${await logAt(world, ordinal)}`

/** The event of a place. Throws `unknown-position` for one that another log gave. */
export const ordinalOf = async (world: Snapshot, { event, log }: PlaceInLog): Promise<number> => {
  if (log === undefined || (await logAt(world, event)) === log) return event
  throw badInput(
    'unknown-position',
    `"${event}-${log}" is no place in this log as it is known at the moment that is asked for.`,
    {
      where: 'after',
      hint: 'Another log gave it, or this one before it was restored from a copy. Begin anew, without it.',
    },
  )
}
