import { badInput } from '../../common/error.ts'
import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import type { DateReading } from '../../../projections/compose/membership/possible-memberships.ts'
import type { Suspension } from '../../../projections/compose/membership/suspensions.ts'
import { firstDayOfYear, type Day } from '../../time/day.ts'
import { resolutionOf } from '../../time/date-policy.ts'
import { loadImputed } from '../memberships/imputed-years.ts'
import { findKeptMemberships, loadKeptMemberships, outlastsProcess } from '../memberships/kept-memberships.ts'
import { loadAllMemberships } from '../memberships/load-memberships.ts'
import { keptCoverageOfMemberships } from '../memberships/membership-coverage.ts'
import { loadSeries } from '../memberships/load-spans.ts'
import { packSpans, pairOf, type PackedSpans } from '../memberships/packed-spans.ts'
import { loadSuspensions } from '../memberships/suspensions.ts'
import { recordedOfMembers } from '../question/changes.ts'
import { keeping, keepingAtOnce } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { countsState, membershipsWithout } from '../question/without.ts'
import { withNamedBodies } from './chosen-igos.ts'
import { parseIgoConditions } from './igo-conditions.ts'
import type { NetworkInput } from './network-inputs.ts'
import { loadAveraged } from './averaged.ts'
import { exposureCoverage } from './exposure-coverage.ts'
import { laggedYears, yearsRead, type Years } from './lag.ts'
import type { CompanyOn } from './company-on.ts'
import type { Averaged, Scoring } from './scoring.ts'
import { droppedByEntryOn, loadEntryFilter } from './entry-filter.ts'
import { igosThatCount, unknownIgosOn, type CompaniesInput, type CountingIgos } from './igos-that-count.ts'
import { companyOn, membershipEventsIn, placesIn, type Places } from './network-on-day.ts'
import { bytesOfSeats, seatsOn, type Seating, type SeatsOn } from './seats-on-day.ts'
import { daysBefore, firstDated } from './years-before.ts'

/**
 * The company of every day, and the scores of every day: those of the row's year are asked for, too, where the company
 * is of another.
 */
export interface Companies {
  /**
   * The company of a day; `by`: the day that is asked about, by which scores had to be published where that is asked.
   */
  readonly on: (day: Day, by: Day) => CompanyOn
  readonly scoreOn: Scoring
  /** Loads how far the sources of exposures in a company reach, by state. */
  readonly loadCoverage: () => Promise<(on: CompanyOn) => (state: string) => Coverage>
}

const ofMembers = () => recordedOfMembers
const keptPlaces = keepingAtOnce((places: Places) => (places.states.size + places.organisations.size) * 60, ofMembers)
const keptSeats = keepingAtOnce(bytesOfSeats, ofMembers)
// Where all members of some hundred organisations were asked about.
const keptEvents = keepingAtOnce<CompanyOn['membershipEvents']>(() => 1_000_000, ofMembers)
const keptSeries = keeping<DateReading['seriesOf']>(() => 10_000, ofMembers)
const keptImputed = keeping<Seating['imputed']>(() => 100_000, ofMembers)
const keptSuspensions = keeping<SuspensionsOf>(() => 100_000, ofMembers)

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

type SeatingInput = Pick<
  NetworkInput,
  'dates' | 'yearCodes' | 'kinds' | 'partnerKinds' | 'excludeImputed' | 'excludeSuspended'
>

/** The world whose rows of memberships are read: as it is recorded, unless an event of theirs is left out. */
const membershipsOf = (world: Snapshot): Snapshot => {
  const { recorded, changed } = membershipsWithout(world)
  return changed.length === 0 ? recorded : world
}

/** How memberships are read by what was asked. */
export const seatingOf = async (
  world: Snapshot,
  input: SeatingInput,
  packed: PackedSpans,
): Promise<Omit<Seating, 'leftOutOn'>> => {
  const { dates, yearCodes, excludeImputed, excludeSuspended } = input
  return {
    packed,
    suspensions: excludeSuspended
      ? suspensionsIn(packed, await keptSuspensions(world, '', () => loadSuspensions(world)))
      : new Map(),
    isCounted: countsState(world),
    imputed: excludeImputed ? await keptImputed(world, '', () => loadImputed(world)) : () => false,
    reading: {
      dates,
      yearCodes,
      seriesOf:
        yearCodes === 'edges' ? await keptSeries(world, '', () => loadSeries(membershipsOf(world))) : () => undefined,
    },
    input,
  }
}

/** How often memberships were asked for, and of which years first. */
interface AskedFor {
  times: number
  readonly years: Years | undefined
}
const asked = keepingAtOnce<AskedFor>(() => 0, ofMembers)

/**
 * Of which years memberships and scores are read where no more are at hand. What is known of all days is worth its
 * loading where there is more than one question: the first one that is about some years loads these alone, and their
 * scores are kept for those that follow it about the same years. What is read of a day does not depend on the others.
 */
const yearsAlone = (world: Snapshot, years: Years | undefined, lag: NetworkInput['lag']) => {
  const before = asked(world, '', () => ({ times: 0, years }))
  before.times += 1
  const isSame = before.years?.from === years?.from && before.years?.to === years?.to
  const isFirst = before.times === 1
  return {
    isFirst,
    first: isFirst ? years : undefined,
    ofScores: isSame && years !== undefined ? yearsRead(years, lag) : undefined,
  }
}

/** All memberships; or, where only some years are wanted, those of the days of these. */
export const membershipsIn = async (world: Snapshot, only: Years | undefined): Promise<PackedSpans> =>
  only === undefined
    ? loadKeptMemberships(world)
    : packSpans(await loadAllMemberships(world, firstDayOfYear(only.from), firstDayOfYear(only.to + 1)))

/** Whether all memberships are at hand, or wanted anyway: how a state came in is told by all of its years. */
const wantsAll = async (world: Snapshot, { entry }: CompaniesInput): Promise<boolean> =>
  entry !== undefined || outlastsProcess(world) || (await findKeptMemberships(world)) !== undefined

/** What is asked of companies, with the organisations that the world is asked without among those that do not count. */
const leavingOut = ({ without }: Snapshot, input: CompaniesInput): CompaniesInput => {
  if (without === undefined || without.igos.size === 0) return input
  const left = [...without.igos].map((igo) => `!${igo}`)
  return {
    ...input,
    igos: parseIgoConditions([...(input.igos === undefined ? [] : [input.igos.text]), ...left].join()),
  }
}

/** How far the sources of memberships and of what is averaged reach, together. */
const coverageLoader =
  (
    world: Snapshot,
    { key, never }: CountingIgos,
    averaged: Pick<Averaged, 'loadCoverage'>,
  ): Companies['loadCoverage'] =>
  async () => {
    const ofMemberships = await keptCoverageOfMemberships(world, key, never)
    const ofAveraged = await averaged.loadCoverage()
    return (company) => exposureCoverage(company, ofMemberships, ofAveraged)
  }

/** The organisations that do not count, by day. */
const leftOutBy =
  (chosen: CountingIgos): Seating['leftOutOn'] =>
  (day) => {
    const isChosen = chosen.on(day)
    return (igo) => isChosen(igo) !== true
  }

/** All that says who sits where on a day. */
const seatsKey = (input: CompaniesInput, igos: string, entries: string | undefined): string => {
  const { dates, yearCodes, kinds, partnerKinds, excludeImputed, excludeSuspended } = input
  return JSON.stringify([dates, yearCodes, kinds, partnerKinds, excludeImputed, excludeSuspended, igos, entries])
}

/** Which memberships count by how states came in, where that was asked. */
const loadEntries = async (world: Snapshot, input: CompaniesInput, packed: PackedSpans, places: Places) =>
  input.entry === undefined ? undefined : loadEntryFilter(world, { ...input, entry: input.entry }, packed, places)

/**
 * What is wanted of a network: which years, all where none are said; whether the years before them, too; and whether
 * the company of one state alone, so that nobody asks who else met whom.
 */
export interface Wanted {
  readonly years?: Years | undefined
  readonly ofPast?: boolean | undefined
  readonly whom?: string | undefined
}

/** The same seats, of the organisations alone that a state ever sat in: what it meets is all there. */
const seatingAround = (seating: Seating, { states }: Places, whom: string): Seating => {
  const i = states.get(whom)
  const { packed } = seating
  const isOfState = (o: number): boolean => i !== undefined && pairOf(packed, i, o) !== undefined
  return { ...seating, among: Uint8Array.from(packed.organisations, (_igo, o) => (isOfState(o) ? 1 : 0)) }
}

/** Whose seats are read, `alone` where it is one state, and whether they are kept for whoever asks next. */
interface SeatsWanted {
  readonly seating: Seating
  readonly alone: Seating | undefined
  readonly isKept: boolean
}

/** Who sat where, by day. A first question is worth no more than it asks; what others ask, too, is kept. */
const seatsFinder =
  (world: Snapshot, { seating, alone, isKept }: SeatsWanted, keyOf: (day: Day) => string) =>
  (day: Day): SeatsOn => {
    if (alone !== undefined) return seatsOn(alone, day)
    return isKept ? keptSeats(world, keyOf(day), () => seatsOn(seating, day)) : seatsOn(seating, day)
  }

/**
 * Memberships and scores; gives the company on any day of the years before which the lag looks, and the scores of both.
 * All that is read of a log is kept, and so is who sat where on the days that were asked about. Throws where neither or
 * both of score and adoption are given.
 */
export const loadCompanies = async (
  snapshot: Snapshot,
  given: CompaniesInput,
  { years, ofPast = false, whom }: Wanted = {},
): Promise<Companies> => {
  const input = leavingOut(snapshot, given)
  if (ofPast && input.weight !== undefined)
    throw badInput('bad-input', 'weight is that of one day; the formula years looks at many: give one of the two.')
  const world = input.igos === undefined ? snapshot : await withNamedBodies(snapshot, input.igos)
  const read: Snapshot = { ...world, resolution: resolutionOf(input.dates) }
  const { isFirst, first, ofScores } = yearsAlone(read, years, input.lag)
  const isAtHand = first === undefined || ofPast || (await wantsAll(read, input))
  const only = isAtHand ? undefined : first
  const { scoreOn, ...averaged } = await loadAveraged(world, input, ofScores)
  const packed = await membershipsIn(read, only && laggedYears(only, input.lag))
  const unchosen = await seatingOf(world, input, packed)
  const chosen = await igosThatCount(world, input, unchosen)
  const places = only === undefined ? keptPlaces(read, '', () => placesIn(packed)) : placesIn(packed)
  const entries = await loadEntries(read, input, packed, places)
  const seating: Seating = {
    ...unchosen,
    leftOutOn: leftOutBy(chosen),
    entryOn: entries?.countsOn,
  }
  const how = seatsKey(input, chosen.key, entries?.key)
  const keyOf = (day: Day): string => `${day} ${how}`
  const alone = isFirst && whom !== undefined ? seatingAround(seating, places, whom) : undefined
  const seatsOf = seatsFinder(read, { seating, alone, isKept: only === undefined }, keyOf)
  /** Found when the first of them is asked for. */
  const eventsOf = (day: Day): CompanyOn['membershipEvents'] => {
    const find = () => membershipEventsIn(seating, places, day)
    let found: CompanyOn['membershipEvents'] | undefined
    return (igo) => {
      found ??= only === undefined ? keptEvents(read, keyOf(day), find) : find()
      return found(igo)
    }
  }
  const on = (day: Day, by: Day): CompanyOn => {
    world.goOn?.()
    return companyOn(day, {
      states: packed.states,
      groups: packed.organisations,
      places: places.states,
      seats: seatsOf(day),
      leavesOut: input.dates === 'exclude',
      membershipEvents: eventsOf(day),
      weights: chosen.weightsOn?.(day, packed.organisations),
      unknownIgos: unknownIgosOn(seating, places, chosen, day),
      droppedByEntry: entries && droppedByEntryOn(seating, entries, places, day),
      scoreOf: scoreOn(day, by),
      yearsBefore: () =>
        daysBefore(day, firstDated(packed.from)).map((before) => ({
          seats: seatsOf(before),
          membershipEvents: eventsOf(before),
        })),
    })
  }
  return { on, scoreOn, loadCoverage: coverageLoader(world, chosen, averaged) }
}
