import { sql, type SelectQueryBuilder } from 'kysely'
import type { Row } from '../../readmodel/engine.ts'
import type { IntervalTable, Schema } from '../../readmodel/schema.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Snapshot } from './snapshot.ts'
import type { FoldedAnew } from './without.ts'

type RowsOf<T extends IntervalTable> = SelectQueryBuilder<Schema, T, object>

/** Rows as a part of a query: `union all select … union all select …`. */
const asSelects = (columns: readonly string[], rows: readonly Row[]) =>
  sql<never>`${sql.join(
    rows.map((row) => sql`select ${sql.join(columns.map((column) => row[column] ?? null))}`),
    sql` union all `,
  )}`

/**
 * The rows known at the world's ordinal, with those of some keys as they are folded anew in the place of the stored.
 */
const rowsFoldedAnew = (
  world: Snapshot,
  table: IntervalTable,
  changed: readonly FoldedAnew[],
): RowsOf<'membership'> => {
  const rows = changed.flatMap((one) => one.rows)
  const [first] = rows
  const stored = world.sql
    .selectFrom(table as 'membership')
    .where('known_from', '<=', world.ordinal)
    .where('known_to', '>', world.ordinal)
    .where(({ and, eb, not }) =>
      and(changed.map(({ stream, key }) => not(and([eb('stream', '=', stream), eb('key', '=', key)])))),
    )
  if (first === undefined) return world.sql.selectFrom(stored.selectAll().as(table as 'membership'))
  const columns = Object.keys(first)
  const both = stored.select(columns as 'stream'[]).unionAll(asSelects(columns, rows))
  return world.sql.selectFrom(both.as(table as 'membership')) as unknown as RowsOf<'membership'>
}

/** The rows of a table of intervals that were known at the world's ordinal, as they stand without what is left out. */
export const knownRows = <T extends IntervalTable>(world: Snapshot, table: T): RowsOf<T> => {
  world.goOn?.()
  const changed = world.without?.foldedAnew.get(table)
  if (changed !== undefined) return rowsFoldedAnew(world, table, changed) as unknown as RowsOf<T>
  const rows = world.sql
    .selectFrom(table as IntervalTable)
    .where('known_from', '<=', world.ordinal)
    .where('known_to', '>', world.ordinal)
  return rows as unknown as RowsOf<T>
}

export const idsOf = (decidedBy: string): readonly EventId[] => JSON.parse(decidedBy) as readonly EventId[]
