import { sql as statement, type Kysely } from 'kysely'
import type { Generation, Writing } from './engine.ts'
import type { Schema } from './schema.ts'

/** The checkpoint of a generation that has been at the head of the log. */
const wholeCheckpoint = 'whole'

/**
 * Whether a generation has ever been at the head of the log: from then on it has all its indexes, and is never far
 * behind.
 */
export const isWhole = async (sql: Kysely<Schema>): Promise<boolean> =>
  (await sql.selectFrom('checkpoint').select('name').where('name', '=', wholeCheckpoint).executeTakeFirst()) !==
  undefined

const knownToBeWhole = new WeakSet<Generation>()

/**
 * At the head of the log, in the transaction that came there: makes the indexes that the projector did without. Says
 * whether it was the first time.
 */
export const makeWhole = async (generation: Generation, { sql }: Writing, ordinal: number): Promise<boolean> => {
  if (knownToBeWhole.has(generation)) return false
  if (await isWhole(sql)) {
    knownToBeWhole.add(generation)
    return false
  }
  for (const index of await generation.lateIndexes()) await statement.raw(index).execute(sql)
  await sql.insertInto('checkpoint').values({ name: wholeCheckpoint, position: '', ordinal }).execute()
  return true
}
