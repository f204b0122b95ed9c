import type { SelectQueryBuilder } from 'kysely'
import type { IntervalTable, Schema } from '../../readmodel/schema.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Snapshot } from './snapshot.ts'

/** The rows of a table of intervals that were known at the world's ordinal. */
export const knownRows = <T extends IntervalTable>(
  world: Snapshot,
  table: T,
): SelectQueryBuilder<Schema, T, object> => {
  world.goOn?.()
  const rows = world.sql
    .selectFrom(table as IntervalTable)
    .where('known_from', '<=', world.ordinal)
    .where('known_to', '>', world.ordinal)
  return rows as unknown as SelectQueryBuilder<Schema, T, object>
}

export const idsOf = (decidedBy: string): readonly EventId[] => JSON.parse(decidedBy) as readonly EventId[]
