import type { Trigger } from '../../../src/events/clauses.ts'
import { ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import { parseDate } from '../../../src/time/edtf.ts'
import { applyOffset } from '../../../src/time/offset.ts'
import type { EntryIntoForce } from '../treaty/entry-into-force.ts'
import type { Act } from '../treaty/acts.ts'
import type { Terms } from '../treaty/terms.ts'
import { coveredDays, type ActorCoverage } from './coverage.ts'

/** What decides whether a treaty that no known act brought into force may be in force all the same. */
export interface ForceCoverage {
  readonly terms: Terms
  readonly eif: EntryIntoForce
  /** What is covered of an actor; of whoever existed for `''`. */
  readonly coverageOf: (actor: string) => ActorCoverage
  /** The acts that are known of an actor. */
  readonly actsOf: (actor: string) => readonly Act[]
}

/** The first day on which anybody could act under a treaty. */
export const openingOf = ({ opened, concluded }: Terms): Day =>
  Math.min(opened ?? FOREVER, concluded ?? opened ?? ALWAYS) as Day

/** The first day on which a clause lets anything into force, whatever is deposited: it waits for its fixed dates. */
const barOf = (trigger: Trigger): Day => {
  if (trigger.kind === 'fixedDate') return parseDate(trigger.date).lo
  if (trigger.kind === 'all') return Math.max(...trigger.of.map(barOf)) as Day
  return trigger.kind === 'any' ? (Math.min(...trigger.of.map(barOf)) as Day) : ALWAYS
}

/** The first day on which a treaty may have been in force, had all consented as soon as it was open. */
const firstForceDay = (terms: Terms): Day => {
  const { entryIntoForce: rule, statedInForce: stated } = terms
  if (stated !== undefined) return stated
  const opening = openingOf(terms)
  if (rule === 'unknown') return opening
  const afterOpening = opening <= ALWAYS ? ALWAYS : applyOffset(opening, rule.offset)
  return Math.max(opening, barOf(rule.trigger), afterOpening) as Day
}

/** The first day of which a source holds all consents of an actor, or of everybody; FOREVER where none does. */
const consentsFrom = ({ coverageOf }: ForceCoverage, actor = ''): Day =>
  coveredDays(coverageOf(actor), ['consent'])?.from ?? FOREVER

/** The actors that a clause waits for by name. */
const namedIn = (trigger: Trigger): readonly string[] => {
  if (trigger.kind === 'named') return trigger.actors
  return trigger.kind === 'all' || trigger.kind === 'any' ? trigger.of.flatMap(namedIn) : []
}

const namedBy = ({ entryIntoForce: rule }: Terms): readonly string[] =>
  rule === 'unknown' ? [] : namedIn(rule.trigger)

/**
 * Whether a clause surely waits on a day: for a state that it names, and of which it is known that it has not
 * consented.
 */
const surelyWaits = (trigger: Trigger, of: ForceCoverage, day: Day): boolean => {
  if (trigger.kind === 'all') return trigger.of.some((one) => surelyWaits(one, of, day))
  if (trigger.kind === 'any') return trigger.of.every((one) => surelyWaits(one, of, day))
  if (trigger.kind !== 'named') return false
  const hasConsented = (actor: string): boolean =>
    of.actsOf(actor).some((act) => act.class === 'consent' && act.done.lo <= day)
  return trigger.actors.some((actor) => consentsFrom(of, actor) <= day && !hasConsented(actor))
}

/** The days on which what follows changes. */
export const forceEdges = (of: ForceCoverage): readonly Day[] => [
  firstForceDay(of.terms),
  consentsFrom(of),
  ...namedBy(of.terms).flatMap((actor) => [
    consentsFrom(of, actor),
    ...of.actsOf(actor).flatMap((act) => (act.class === 'consent' ? [act.done.lo] : [])),
  ]),
]

/**
 * Whether a treaty that the acts at hand do not bring into force by a day may be in force on it: its clause allows that
 * by then, and no source holds the consents of all. The clause of 20 instruments may have been met by instruments that
 * nobody recorded; that of the Nuclear-Test-Ban Treaty not, where it is known that one of its 44 states has not
 * ratified.
 */
export const mayBeInForceUnseen = (of: ForceCoverage, day: Day): boolean => {
  const { terms, eif } = of
  if (eif.basis === 'unknown' || (eif.earliest ?? eif.date ?? FOREVER) <= day) return false
  if (day < firstForceDay(terms) || consentsFrom(of) <= day) return false
  const { entryIntoForce: rule } = terms
  return rule === 'unknown' || !surelyWaits(rule.trigger, of, day)
}
