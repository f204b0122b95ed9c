import { sql, type SelectQueryBuilder } from 'kysely'
import { subjectOf } from '../../../projections/fold/fold.ts'
import { isDefault } from '../../../projections/fold/source-policy.ts'
import type { IntervalTable, Schema } from '../../readmodel/schema.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** Two moments of knowledge of one log, the earlier first. */
export interface Moments {
  readonly before: Snapshot
  readonly after: Snapshot
}

/** The rows of a table that were known at one of two moments and not at the other. */
export const touchedRows = <T extends IntervalTable>(
  { before, after }: Moments,
  table: T,
): SelectQueryBuilder<Schema, T, object> => {
  const [then, now] = [before.ordinal, after.ordinal]
  const rows = after.sql.selectFrom(table as IntervalTable).where(
    sql<boolean>`((known_from > ${then} and known_from <= ${now} and known_to > ${now})
        or (known_from <= ${then} and known_to > ${then} and known_to <= ${now}))`,
  )
  return rows as unknown as SelectQueryBuilder<Schema, T, object>
}

/** An actor in a stream of a family: who acted under which treaty, or in which organisation. */
export interface Acting {
  readonly subject: string
  readonly actor: string
}

/**
 * Of whom more was heard between the moments than stored rows tell: these were folded under the default policy, which
 * passes over what rivals say. Nobody, where that is the policy.
 */
export const actorsWithUnfoldedEvents = async (
  { before, after }: Moments,
  family: 'treaty' | 'igo',
): Promise<readonly Acting[]> => {
  if (isDefault(policyOf(after))) return []
  const rows = await after.sql
    .selectFrom('event')
    .select(['stream', 'key'])
    .distinct()
    .where('ordinal', '>', before.ordinal)
    .where('ordinal', '<=', after.ordinal)
    .where('stream', '>=', `${family}-`)
    .where('stream', '<', `${family}.`)
    .where('key', '!=', '*')
    .execute()
  return rows.map(({ stream, key }) => ({ subject: subjectOf(stream), actor: key }))
}
