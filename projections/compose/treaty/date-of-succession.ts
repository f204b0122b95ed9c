import { ALWAYS, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import type { Terms } from './terms.ts'
import type { Act, ActOf, SuccessionBasis } from './acts.ts'

/** A day on which a state followed another, or entered a state system. */
export interface Beginning {
  readonly on: DateRange
  readonly decidedBy: readonly EventId[]
}

/** A state that followed another, whether it goes on with that one's treaties or not. */
export interface Following extends Beginning {
  readonly predecessor: string
}

/** A state that entered one of the state systems; it may have done so several times. */
export interface Entry extends Beginning {
  readonly system: string
}

/** What the record says of how a state began. */
export interface Beginnings {
  readonly follows: readonly Following[]
  readonly entries: readonly Entry[]
}

export interface DateOfSuccession {
  readonly basis: SuccessionBasis
  readonly on: DateRange
  /** The states that it followed, as far as that is known. */
  readonly predecessors: readonly string[]
  readonly decidedBy: readonly EventId[]
}

/** An act by which a state takes over the consent, or the signature, of another. */
export type SuccessionAct = ActOf<'consent'> | ActOf<'signature'>

export const isSuccession = (act: Act): act is SuccessionAct =>
  act.form === 'TreatySucceeded' || act.form === 'TreatySignatureSucceeded'

/**
 * The independent lists that say when a state entered the system. Membership of the United Nations comes later, and
 * bounds it.
 */
const lists = ['cow', 'gw']

const earlier = (a: Day, b: Day): Day => Math.min(a, b) as Day
const later = (a: Day, b: Day): Day => Math.max(a, b) as Day

const around = (found: readonly Beginning[], from: Day, until: Day): DateRange => ({
  lo: found.map(({ on }) => on.lo).reduce(earlier, until),
  hi: earlier(found.map(({ on }) => on.hi).reduce(later, from), until),
})

/**
 * When a state succeeded to a treaty: not on the day of its notification, which may come decades later, but on that of
 * the succession of states. One cannot succeed to a treaty that was not there, nor notify what has not happened:
 * whatever lies outside dates nothing. Where two lists of states date the entry otherwise, it was on one of the days
 * from the earlier to the later one.
 *
 * Croatia and the Convention against Torture, notified on 12 October 1992: by an event that it followed Yugoslavia on 8
 * October 1991, from that day; by the lists alone, from some day between 15 January (Correlates of War) and 27 April
 * 1992 (Gleditsch and Ward).
 */
export const dateOfSuccession = (
  act: SuccessionAct,
  { follows, entries }: Beginnings,
  terms: Pick<Terms, 'opened'> & Partial<Pick<Terms, 'concluded'>>,
): DateOfSuccession => {
  const until = act.done.hi
  const from = earlier(terms.concluded ?? terms.opened ?? ALWAYS, act.done.lo)
  const fits = ({ on }: Beginning): boolean => from <= on.hi && on.lo <= until
  const named = act.detail.predecessor
  const following = follows.filter((one) => (named === undefined || one.predecessor === named) && fits(one))
  const predecessors = named !== undefined ? [named] : [...new Set(following.map((one) => one.predecessor))]
  if (act.effect !== undefined) return { basis: 'stated', on: act.effect, predecessors, decidedBy: [] }
  const dated = (basis: SuccessionBasis, found: readonly Beginning[]): DateOfSuccession => ({
    basis,
    on: around(found, from, until),
    predecessors,
    decidedBy: unionOf(...found.map(({ decidedBy }) => decidedBy)),
  })
  if (following.length > 0) return dated('succession', following)
  const last = (system: string): readonly Entry[] =>
    entries
      .filter((entry) => entry.system === system && fits(entry))
      .toSorted((a, b) => a.on.lo - b.on.lo)
      .slice(-1)
  const listed = lists.flatMap(last)
  if (listed.length > 0) return dated('system', listed)
  const joined = last('un')
  const bound = joined[0] === undefined ? until : earlier(joined[0].on.hi, until)
  return {
    basis: 'unknown',
    on: { lo: from, hi: bound },
    predecessors,
    decidedBy: unionOf(...joined.map(({ decidedBy }) => decidedBy)),
  }
}
