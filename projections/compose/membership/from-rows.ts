import type { ExitRule } from '../../../src/events/clauses.ts'
import type { Day } from '../../../src/time/day.ts'
import type { Interval } from '../../fold/fold.ts'
import type { MembershipActRow } from '../../folds/igo-acts.ts'
import type { MembershipAttributeRow } from '../../folds/igo-attributes.ts'
import type { Membership } from '../../folds/igo-membership.ts'
import type { Profile } from '../../folds/igo-profile.ts'
import type { ExitClause, MembershipAct } from './membership-exit.ts'
import type { MembershipSpan } from './membership.ts'
import type { AttributeSpan } from './record.ts'

/** A dated act of one actor in one organisation. */
export interface MemberAct extends MembershipAct {
  readonly igo: string
  readonly actor: string
}

/** An act, from a row of the fold of acts. */
export const memberActOf = ({
  columns,
  from,
  decidedBy,
}: Pick<Interval<MembershipActRow>, 'columns' | 'from' | 'decidedBy'>): MemberAct => ({
  igo: columns.igo,
  actor: columns.actor,
  class: columns.class,
  mode: columns.mode ?? undefined,
  done: { lo: from, hi: columns.latest as Day },
  effect:
    columns.effect_earliest === null || columns.effect_latest === null
      ? undefined
      : { lo: columns.effect_earliest as Day, hi: columns.effect_latest as Day },
  decidedBy,
})

/** What one source says of a membership, from a row of the fold of memberships. */
export const membershipSpanOf = ({
  from,
  to,
  certainty,
  decidedBy,
  columns,
}: Interval<Membership>): MembershipSpan => ({
  igo: columns.igo,
  actor: columns.actor,
  kind: columns.kind,
  track: columns.track,
  from,
  to,
  certainty,
  observed: columns.first_year !== null,
  firstAdmission: columns.first_admission ?? undefined,
  decidedBy,
})

/** How members leave an organisation, from a row of the fold of organisations. */
export const exitClauseOf = ({
  columns,
  from,
  decidedBy,
}: Pick<Interval<Pick<Profile, 'exit' | 'dissolved'>>, 'columns' | 'from' | 'decidedBy'>): ExitClause => ({
  rule: columns.exit === null ? 'unknown' : (JSON.parse(columns.exit) as ExitRule),
  founded: from,
  dissolved: (columns.dissolved ?? undefined) as Day | undefined,
  decidedBy,
})

/** What qualified a membership, from a row of the fold of attributes. */
export const attributeSpanOf = ({
  columns,
  from,
  to,
  certainty,
  decidedBy,
}: Interval<Pick<MembershipAttributeRow, 'attribute' | 'detail'>>): AttributeSpan => ({
  attribute: columns.attribute,
  detail: JSON.parse(columns.detail) as AttributeSpan['detail'],
  from,
  to,
  certainty,
  decidedBy,
})
