import { finding, type Finding } from '../../../projections/compose/spiral/finding.ts'
import {
  betterBy,
  fewestRated,
  placeAmong,
  type Direction,
  type Place,
} from '../../../projections/compose/spiral/tercile.ts'
import type { EventId } from '../../time/event-id.ts'
import { loadSources } from '../holdings/registered-sources.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { directionsOf } from '../subjects/directions.ts'
import { loadKnownScores, type ScoresOfYear } from '../subjects/scores.ts'

/** A state's practice in a year, by one indicator. */
export interface PracticeOfYear {
  readonly value: number | undefined
  /** Where it stands among those that the rater rates that year; undefined where that is not known, and why. */
  readonly place: Place | undefined
  readonly reason: string | undefined
  readonly decidedBy: readonly EventId[]
}

export interface Practice {
  readonly direction: Direction | undefined
  /** The years with a value of the state, in order. */
  readonly years: readonly number[]
  /** By reference year: the score of 1973 is of the year 1973, whenever it was published. */
  readonly in: (year: number) => PracticeOfYear
}

const practiceOf = (
  score: string,
  direction: Direction | undefined,
  ofYear: ScoresOfYear | undefined,
  actor: string,
): PracticeOfYear => {
  const own = ofYear?.get(actor)
  const decidedBy = own?.decidedBy ?? []
  const unknown = (reason: string): PracticeOfYear => ({ value: own?.value, place: undefined, reason, decidedBy })
  if (own?.value === undefined) return unknown(own?.missing === undefined ? 'no-score' : `no-score:${own.missing}`)
  if (direction === undefined) return unknown(`direction-unknown:${score}`)
  const values = [...(ofYear ?? [])].flatMap(([, { value }]) => (value === undefined ? [] : [value]))
  const place = placeAmong(own.value, values, direction)
  return place === undefined
    ? unknown(`fewer-than-${fewestRated}-rated`)
    : { value: own.value, place, reason: undefined, decidedBy }
}

/** Loads the scores of `rater:indicator`. Throws `unknown-score`. */
export const loadPractice = async (world: Snapshot, score: string, actor: string): Promise<Practice> => {
  const byYear = await loadKnownScores(world, score)
  const direction = directionsOf(await loadSources(world)).get(score)
  const known = new Map<number, PracticeOfYear>()
  const inYear = (year: number): PracticeOfYear => {
    const found = known.get(year) ?? practiceOf(score, direction, byYear.get(year), actor)
    known.set(year, found)
    return found
  }
  return {
    direction,
    years: [...byYear]
      .filter(([, ofYear]) => ofYear.get(actor)?.value !== undefined)
      .map(([year]) => year)
      .toSorted((a, b) => a - b),
    in: inYear,
  }
}

/** A score in words, to four places. */
const inWords = (value: number): string => String(Number(value.toFixed(4)))

const unknownPractice = (year: number, reason: string | undefined): Finding =>
  finding('unknown', `practice in ${year} is not known (${reason})`, { reason: `practice:${reason ?? 'no-score'}` })

/** Whether practice in a year is in a tercile. */
export const isIn = (practice: Practice, year: number, tercile: Place['tercile']): Finding => {
  const { value, place, reason, decidedBy } = practice.in(year)
  if (place === undefined || value === undefined) return unknownPractice(year, reason)
  const says = `practice in ${year} is ${inWords(value)}, in the ${place.tercile} tercile of ${place.rated} rated`
  return finding(place.tercile === tercile ? 'yes' : 'no', says, { decidedBy })
}

/** Whether practice in a year is at least as good as a value. */
export const isAtCut = (practice: Practice, year: number, cut: number): Finding => {
  const { value, reason, decidedBy } = practice.in(year)
  const { direction } = practice
  if (value === undefined || direction === undefined) return unknownPractice(year, reason)
  const is = betterBy(cut, value, direction) >= 0
  return finding(
    is ? 'yes' : 'no',
    `practice in ${year} is ${inWords(value)}, ${is ? '' : 'not '}at the cut of ${cut}`,
    {
      decidedBy,
    },
  )
}

/** Whether practice got better between two years by more than `delta`, in the unit of the score. */
export const hasImproved = (practice: Practice, before: number, year: number, delta: number): Finding => {
  const [then, now] = [practice.in(before), practice.in(year)]
  const { direction } = practice
  if (direction === undefined || now.value === undefined) return unknownPractice(year, now.reason)
  if (then.value === undefined) return unknownPractice(before, then.reason)
  const gain = betterBy(then.value, now.value, direction)
  const says =
    `practice ${inWords(then.value)} in ${before}, ${inWords(now.value)} in ${year}: ` +
    `${gain > delta ? '' : 'not '}better by more than ${delta}`
  return finding(gain > delta ? 'yes' : 'no', says, { decidedBy: [...then.decidedBy, ...now.decidedBy] })
}
