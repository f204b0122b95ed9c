import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import type { DateReading } from '../../../projections/compose/membership/possible-memberships.ts'
import type { Suspension } from '../../../projections/compose/membership/suspensions.ts'
import { badInput } from '../../common/error.ts'
import { firstDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { resolutionOf } from '../../time/date-policy.ts'
import { at } from '../../time/timeline.ts'
import { loadImputed } from '../memberships/imputed-years.ts'
import { findKeptMemberships, loadKeptMemberships, outlastsProcess } from '../memberships/kept-memberships.ts'
import { loadAllMemberships } from '../memberships/load-memberships.ts'
import { loadCoverageOfMemberships, type CoverageOfMemberships } from '../memberships/membership-coverage.ts'
import { loadSeries } from '../memberships/load-spans.ts'
import { packSpans, type PackedSpans } from '../memberships/packed-spans.ts'
import { loadSuspensions } from '../memberships/suspensions.ts'
import { keeping, keepingAtOnce } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { committedIn, hasReached } from '../status/adoption-threshold.ts'
import { keptSubject } from '../status/kept-subject.ts'
import { loadCoverageOfScores, type CoverageOfScores } from '../subjects/score-coverage.ts'
import { loadKnownScores, raterOf, type ScoresOfYear } from '../subjects/scores.ts'
import type { NetworkInput } from './network-inputs.ts'
import { exposureCoverage, type CoverageOfAveraged } from './exposure-coverage.ts'
import { laggedYears, type Years } from './lag.ts'
import { companyOn, placesIn, type CompanyOn, type Places, type Scored } from './network-on-day.ts'
import { bytesOfSeats, seatsOn, type Seating } from './seats-on-day.ts'

/** What is averaged: the score of a state on a day. */
type Scoring = (day: Day) => (state: string) => Scored | undefined

/**
 * The company of every day, and the scores of every day: those of the row's year are asked for, too, where the company
 * is of another.
 */
export interface Companies {
  readonly on: (day: Day) => CompanyOn
  readonly scoreOn: Scoring
  /** Loads how far the sources of exposures in a company reach, by state. */
  readonly loadCoverage: () => Promise<(on: CompanyOn) => (state: string) => Coverage>
}

/** What is averaged, and how far it is known. */
interface Averaged {
  readonly scoreOn: Scoring
  readonly loadCoverage: () => Promise<CoverageOfAveraged>
}

const keptScores = keeping((byYear: ReadonlyMap<number, ScoresOfYear>) =>
  [...byYear.values()].reduce((sum, { size }) => sum + size * 300, 0),
)
const keptCoverageOfScores = keeping<CoverageOfScores>(() => 500_000)

const practiceScoring = async (world: Snapshot, score: string, only: Years | undefined): Promise<Averaged> => {
  const byYear =
    only === undefined
      ? await keptScores(world, score, () => loadKnownScores(world, score))
      : await loadKnownScores(world, score, only)
  return {
    scoreOn: (day) => {
      const scores = byYear.get(yearOf(day))
      return (state) => scores?.get(state)
    },
    loadCoverage: async () => {
      const rater = raterOf(score)
      const coverage = await keptCoverageOfScores(world, rater, () => loadCoverageOfScores(world, rater))
      return (partner, day) => coverage(partner, yearOf(day))
    },
  }
}

const adoptionScoring = async (
  world: Snapshot,
  word: string,
  { threshold, dates }: NetworkInput,
): Promise<Averaged> => {
  const subject = await keptSubject({ ...world, resolution: resolutionOf(dates) }, word)
  const scoreOn: Scoring = (day) => (state) => {
    const span = at(subject.historyOf(state).timeline, day)
    const may = span === undefined ? [] : committedIn(span.value)
    const reached = hasReached(may, threshold)
    if (reached !== undefined) return { value: reached ? 1 : 0, missing: undefined, decidedBy: span?.decidedBy ?? [] }
    // Of whom nobody says that nothing was done nothing is known: it leaves the fraction, as one that nobody has rated.
    const uncovered = span?.value.reason === 'not-covered'
    const between = !uncovered && may.length > 0 && !may.includes('UNKNOWN') ? ([0, 1] as const) : undefined
    return {
      value: undefined,
      missing: uncovered ? 'not-covered' : 'status-unknown',
      decidedBy: span?.decidedBy ?? [],
      ...(between !== undefined && { between }),
    }
  }
  return { scoreOn, loadCoverage: async () => (partner, day) => subject.coverageOf(partner).on(day) }
}

const keptPlaces = keepingAtOnce((places: Places) => (places.states.size + places.organisations.size) * 60)
const keptSeats = keepingAtOnce(bytesOfSeats)
const keptCoverage = keeping<CoverageOfMemberships>(() => 1_000_000)
const keptSeries = keeping<DateReading['seriesOf']>(() => 10_000)
const keptImputed = keeping<Seating['imputed']>(() => 100_000)
const keptSuspensions = keeping<SuspensionsOf>(() => 100_000)

type SuspensionsOf = Awaited<ReturnType<typeof loadSuspensions>>

/** The suspensions of every pair that has any, by its index. */
const suspensionsIn = (packed: PackedSpans, suspensionsOf: SuspensionsOf): Seating['suspensions'] => {
  const found = new Map<number, readonly Suspension[]>()
  for (const [pair, i] of packed.state.entries()) {
    const igo = packed.organisations[packed.organisation[pair] ?? 0] ?? ''
    const told = suspensionsOf({ actor: packed.states[i] ?? '', igo })
    if (told.length > 0) found.set(pair, told)
  }
  return found
}

/** How memberships are read by what was asked. */
const seatingOf = async (
  world: Snapshot,
  input: NetworkInput,
  packed: PackedSpans,
  leftOut: readonly string[],
): Promise<Seating> => {
  const { dates, yearCodes, excludeImputed, excludeSuspended } = input
  return {
    packed,
    suspensions: excludeSuspended
      ? suspensionsIn(packed, await keptSuspensions(world, '', () => loadSuspensions(world)))
      : new Map(),
    imputed: excludeImputed ? await keptImputed(world, '', () => loadImputed(world)) : () => false,
    isLeftOut: (igo) => leftOut.includes(igo),
    reading: {
      dates,
      yearCodes,
      seriesOf: yearCodes === 'edges' ? await keptSeries(world, '', () => loadSeries(world)) : () => undefined,
    },
    input,
  }
}

/** How often memberships were asked for. */
const asked = keepingAtOnce<{ times: number }>(() => 0)

/**
 * Whether nothing was asked of this moment before. What is known of all days is worth its loading where there is more
 * than one question: the first one that is about some years loads these alone. What is read of a day does not depend on
 * the other days.
 */
const isFirst = (world: Snapshot): boolean => {
  const count = asked(world, '', () => ({ times: 0 }))
  count.times += 1
  return count.times === 1
}

/** All memberships; or, where only some years are wanted, those of the days of these. */
const membershipsIn = async (world: Snapshot, only: Years | undefined): Promise<PackedSpans> =>
  only === undefined
    ? loadKeptMemberships(world)
    : packSpans(await loadAllMemberships(world, firstDayOfYear(only.from), firstDayOfYear(only.to + 1)))

/**
 * Memberships and scores; gives the company on any day of the years before which the lag looks, and the scores of both.
 * All that is read of a log is kept, and so is who sat where on the days that were asked about. Throws where neither or
 * both of score and adoption are given.
 */
export const loadCompanies = async (world: Snapshot, input: NetworkInput, years?: Years): Promise<Companies> => {
  const { score, adoption, lag } = input
  if ((score === undefined) === (adoption === undefined))
    throw badInput(
      'bad-input',
      'exposure to what? Give either `score`, rater:indicator, or `adoption`, a treaty or norm.',
    )
  const read: Snapshot = { ...world, resolution: resolutionOf(input.dates) }
  const first = isFirst(read) ? years : undefined
  const isAtHand = first === undefined || outlastsProcess(read) || (await findKeptMemberships(read)) !== undefined
  const only = isAtHand ? undefined : first
  const { scoreOn, ...averaged } =
    score === undefined
      ? await adoptionScoring(world, adoption as string, input)
      : await practiceScoring(world, score, first && { ...laggedYears(first, lag), to: first.to })
  const leftOut = (input.excludeIgos ?? '')
    .split(',')
    .filter((word) => word.trim() !== '')
    .map((word) => world.names.require('igo', word.trim()))
  const packed = await membershipsIn(read, only && laggedYears(only, lag))
  const seating = await seatingOf(world, input, packed, leftOut)
  const places = only === undefined ? keptPlaces(read, '', () => placesIn(packed)) : placesIn(packed)
  const { dates, yearCodes, kinds, partnerKinds, excludeImputed, excludeSuspended } = input
  const how = JSON.stringify([dates, yearCodes, kinds, partnerKinds, excludeImputed, excludeSuspended, leftOut])
  const seated = (day: Day) => seatsOn(seating, day)
  const on = (day: Day): CompanyOn => {
    world.goOn?.()
    return companyOn(day, {
      seating,
      seats: only === undefined ? keptSeats(read, `${day} ${how}`, () => seated(day)) : seated(day),
      places,
      scoreOf: scoreOn(day),
    })
  }
  const loadCoverage: Companies['loadCoverage'] = async () => {
    const load = () => loadCoverageOfMemberships(world, new Set(leftOut))
    const ofMemberships = await keptCoverage(world, leftOut.join(' '), load)
    const ofAveraged = await averaged.loadCoverage()
    return (company) => exposureCoverage(company, ofMemberships, ofAveraged)
  }
  return { on, scoreOn, loadCoverage }
}
