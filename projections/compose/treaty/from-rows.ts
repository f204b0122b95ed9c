import type { Day } from '../../../src/time/day.ts'
import type { Interval } from '../../fold/fold.ts'
import type { TreatyAct } from '../../folds/treaty-acts.ts'
import type { TreatyTerms } from '../../folds/treaty-terms.ts'
import type { Act } from './acts.ts'
import type { Terms } from './terms.ts'

/** What of a row an act is made of: a question about one actor reads the acts of all. */
export const actColumns = ['actor', 'class', 'form', 'latest', 'effect_earliest', 'effect_latest', 'detail'] as const
type ActColumns = Pick<TreatyAct, (typeof actColumns)[number]>

/** An act, from a row of the fold of acts. What its detail says is what the schema of its event lets through. */
export const actOf = ({
  columns,
  from,
  decidedBy,
}: Pick<Interval<ActColumns>, 'columns' | 'from' | 'decidedBy'>): Act =>
  ({
    actor: columns.actor,
    class: columns.class,
    form: columns.form,
    done: { lo: from, hi: columns.latest as Day },
    effect:
      columns.effect_earliest === null || columns.effect_latest === null
        ? undefined
        : { lo: columns.effect_earliest as Day, hi: columns.effect_latest as Day },
    detail: JSON.parse(columns.detail) as Act['detail'],
    decidedBy,
  }) as Act

/** A treaty's clauses, from a row of the fold of terms. */
export const termsOf = ({
  columns,
  from,
  decidedBy,
}: Pick<Interval<Omit<TreatyTerms, 'reservations'>>, 'columns' | 'from' | 'decidedBy'>): Terms => ({
  treaty: columns.treaty,
  title: columns.title,
  entryIntoForce: JSON.parse(columns.entry_into_force) as Terms['entryIntoForce'],
  perParty: columns.per_party === null ? undefined : (JSON.parse(columns.per_party) as Terms['perParty']),
  laterThanEntryIntoForce: columns.later_than === 'entryIntoForce',
  exit: JSON.parse(columns.exit) as Terms['exit'],
  concluded: from,
  openTo: columns.open_to === null ? undefined : (JSON.parse(columns.open_to) as Terms['openTo']),
  opened: (columns.opened ?? undefined) as Day | undefined,
  closed: (columns.closed ?? undefined) as Day | undefined,
  ended: columns.ended === null ? undefined : { on: columns.ended as Day, by: columns.ended_by ?? undefined },
  statedInForce: (columns.stated_in_force ?? undefined) as Day | undefined,
  decidedBy,
})
