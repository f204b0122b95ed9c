import { qualificationsOn, type MembershipRecord } from '../../../projections/compose/membership/record.ts'
import { coalesce, segments, type Certainty, type Days } from '../../time/timeline.ts'

/** Days on which rights of a member were suspended, or may have been. */
export interface SuspendedDays extends Days {
  readonly scope: string
  readonly ground: string | null
  readonly certainty: Certainty
}

/** When rights of the member were suspended, as `memberships` says on any day: that an exit ends it is part of it. */
export const suspendedDays = (record: MembershipRecord): readonly SuspendedDays[] => {
  const suspensions = record.attributes.filter(({ attribute }) => attribute === 'suspended')
  if (suspensions.length === 0) return []
  const ends = [record.exits, ...record.orders].flat().flatMap(({ effect }) => effect ?? [])
  const edges = [...suspensions.flatMap(({ from, to }) => [from, to]), ...ends.flatMap(({ lo, hi }) => [lo, hi])]
  const days = segments(edges).flatMap(({ from, to }): readonly SuspendedDays[] => {
    const { suspended } = qualificationsOn(record, from)
    if (suspended === null) return []
    const { scope, ground, certainty } = suspended
    return [{ from, to, scope, ground, certainty }]
  })
  return coalesce(days, (a, b) => a.scope === b.scope && a.ground === b.ground && a.certainty === b.certainty)
}
