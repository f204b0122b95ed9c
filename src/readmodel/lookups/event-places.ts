import type { Kysely } from 'kysely'
import type { EventHeader } from '../../events/envelope.ts'
import type { Schema } from '../schema.ts'

/** Where an event stands. */
export interface EventPlace {
  readonly id: string
  readonly stream: string
  readonly type: string
  readonly revision: number
  readonly ordinal: number
}

/** Which events: those with an id among these, or those from one ordinal to another. */
export type WhichEvents =
  { readonly ids: readonly string[] } | { readonly firstOrdinal: number; readonly lastOrdinal: number }

/** How many ids one query asks for. */
const batch = 500

/** Where events stand, in the order of the log; those of each batch of ids after one another. */
export const eventPlaces = async (
  { sql }: { readonly sql: Kysely<Schema> },
  which: WhichEvents,
): Promise<readonly EventPlace[]> => {
  const places = sql.selectFrom('event').select(['id', 'stream', 'type', 'revision', 'ordinal']).orderBy('ordinal')
  if (!('ids' in which))
    return plain(
      await places.where('ordinal', '>=', which.firstOrdinal).where('ordinal', '<=', which.lastOrdinal).execute(),
    )
  const found: EventPlace[] = []
  for (let from = 0; from < which.ids.length; from += batch)
    found.push(...plain(await places.where('id', 'in', which.ids.slice(from, from + batch)).execute()))
  return found
}

/** An engine may give whole numbers as texts. */
const plain = (rows: readonly EventPlace[]): readonly EventPlace[] =>
  rows.map(({ revision, ordinal, ...row }) => ({ ...row, revision: Number(revision), ordinal: Number(ordinal) }))

/** The request that an event came with, where that had a key of its own. */
export const requestOfEvent = async (
  { sql }: { readonly sql: Kysely<Schema> },
  ordinal: number,
): Promise<string | undefined> => {
  const row = await sql.selectFrom('event').select('body').where('ordinal', '=', ordinal).executeTakeFirst()
  return row === undefined ? undefined : (JSON.parse(row.body) as Pick<EventHeader, 'request'>).request
}
