import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** How much of the hash of a log a cursor carries. */
const digits = 16
const shape = /^(\d{1,15})(?:-([0-9a-f]{16}))?$/

interface Cursor {
  readonly ordinal: number
  /** The beginning of the hash of the log up to the commit of that event; a bare ordinal has none. */
  readonly log?: string | undefined
}

/** Where a list of events goes on: an ordinal as a person writes it, or a cursor as an answer gave it. */
export const afterInput = z.coerce
  .string()
  .default('0')
  .transform((text, context): Cursor => {
    const [, ordinal, log] = shape.exec(text) ?? []
    if (ordinal !== undefined) return { ordinal: Number(ordinal), ...(log !== undefined && { log }) }
    context.addIssue({
      code: 'custom',
      message:
        `"${text}" is no place in the log. Expected the ordinal of an ` +
        `event, or what an earlier answer gave as \`next\``,
    })
    return z.NEVER
  })
  .describe('Only events after this ordinal, or after the place that an earlier answer gave as `next`')

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
export const cursorAt = async (world: Snapshot, ordinal: number): Promise<string> =>
  `${ordinal}-${await logAt(world, ordinal)}`

/** The ordinal of a cursor. Throws `unknown-position` for one that another log gave. */
export const ordinalOf = async (world: Snapshot, { ordinal, log }: Cursor): Promise<number> => {
  if (log === undefined || (await logAt(world, ordinal)) === log) return ordinal
  throw badInput(
    'unknown-position',
    `"${ordinal}-${log}" is no place in this log as it is known at the moment that is asked for.`,
    {
      where: 'after',
      hint: 'Another log gave it, or this one before it was restored from a copy. Begin anew, without it.',
    },
  )
}
