import { FOREVER, yearOf, type Day } from '../../time/day.ts'
import { coalesce, holdsOn, type Days, type Timeline } from '../../time/timeline.ts'
import { committedIn, hasReached, mayHaveReached, type AdoptionThreshold } from '../status/adoption-threshold.ts'
import type { Status } from '../status/status-subject.ts'

/** The days [from, to) on which a state stood at or above a threshold. */
export type AdoptionSpell = Days

/** How a state stands towards a treaty or norm, as far as adoption goes. */
export type Adoption = Timeline<{
  readonly possible: readonly Status[]
  readonly norm?: { readonly committed: readonly Status[] }
  readonly reason?: 'not-covered'
}>

/** The first day of the stretch before a certain spell on which it may already have stood so. */
export const earliestOf = (timeline: Adoption, from: Day, threshold: AdoptionThreshold): Day => {
  const before = timeline.find((span) => span.to === from)
  return before === undefined || !mayHaveReached(committedIn(before.value), threshold)
    ? from
    : earliestOf(timeline, before.from, threshold)
}

/** The days on which something held, as unbroken spells. */
const spellsOf = (timeline: Adoption, held: (value: Adoption[number]['value']) => boolean): readonly AdoptionSpell[] =>
  coalesce(
    timeline.filter(({ value }) => held(value)).map(({ from, to }) => ({ from, to })),
    () => true,
  )

/** The days on which a state certainly stood at or above the threshold. */
export const adoptionSpells = (timeline: Adoption, threshold: AdoptionThreshold): readonly AdoptionSpell[] =>
  spellsOf(timeline, (value) => hasReached(committedIn(value), threshold) === true)

/** The days on which nobody knows whether it did, since no source covers them. */
export const uncoveredSpells = (timeline: Adoption, threshold: AdoptionThreshold): readonly AdoptionSpell[] =>
  spellsOf(timeline, (value) => value.reason !== undefined && mayHaveReached(committedIn(value), threshold))

/**
 * As half-open years: held on 31 December of each; in the year of the day asked about, on that day. A state that enters
 * after it is not there yet, and one that leaves after it is there.
 */
export const inYears = (spells: readonly AdoptionSpell[], asOf: Day) =>
  spells
    .filter(({ from }) => from <= asOf)
    .map(({ from, to }) => ({ from: yearOf(from), until: untilYear(to, asOf) }))
    .filter(({ from, until }) => until > from)

/** The first year in which it no longer held. */
const untilYear = (to: Day, asOf: Day): number => {
  if (to >= FOREVER) return Number.POSITIVE_INFINITY
  return to > asOf ? Math.max(yearOf(to), yearOf(asOf) + 1) : yearOf(to)
}

/** Whether some of these days is this one. */
export const isWithin = (spells: readonly AdoptionSpell[] | undefined, day: Day): boolean =>
  spells !== undefined && spells.some((spell) => holdsOn(spell, day))
