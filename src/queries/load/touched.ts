import { sql, type SelectQueryBuilder } from 'kysely'
import type { IntervalTable, Schema } from '../../readmodel/schema.ts'
import type { World } from '../world.ts'

/** Two moments of knowledge of one log, the earlier first. */
export interface Moments {
  readonly before: World
  readonly after: World
}

/** The rows of a table that were known at one of two moments and not at the other. */
export const touchedRows = <T extends IntervalTable>({ before, after }: Moments, table: T): SelectQueryBuilder<Schema, T, object> => {
  const [then, now] = [before.ordinal, after.ordinal]
  const rows = after.sql.selectFrom(table as IntervalTable).where(
    sql<boolean>`((known_from > ${then} and known_from <= ${now} and known_to > ${now}) or (known_from <= ${then} and known_to > ${then} and known_to <= ${now}))`,
  )
  return rows as unknown as SelectQueryBuilder<Schema, T, object>
}
