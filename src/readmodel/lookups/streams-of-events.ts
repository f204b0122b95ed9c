import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

interface Rows {
  readonly sql: Kysely<Schema>
}

/** The stream of the event with an id, or with one of several spellings of it; undefined where the log has none. */
export const streamOfEvent = async ({ sql }: Rows, ...spellings: readonly string[]): Promise<string | undefined> => {
  const row = await sql.selectFrom('event').select('stream').where('id', 'in', spellings).executeTakeFirst()
  return row?.stream
}

/** The streams of those proposals that are in the log, by the id of the proposal. */
export const streamsOfProposals = async (
  { sql }: Rows,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const proposals = sql.selectFrom('event').select(['id', 'stream']).where('type', '=', 'FactProposed')
  const rows = await proposals.where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, stream }) => [id, stream]))
}

/** The streams that hold any proposals. */
export const proposalStreams = async ({ sql }: Rows): Promise<readonly string[]> => {
  const rows = await sql.selectFrom('event').select('stream').where('type', '=', 'FactProposed').execute()
  return [...new Set(rows.map(({ stream }) => stream))]
}
