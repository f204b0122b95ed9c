import type { DateRange } from '../../../src/time/date-range.ts'
import { addMonths, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'

/** The steps of a boomerang, in their order. */
export const boomerangSteps = ['violation', 'campaign', 'pressure', 'concession'] as const
export type BoomerangStep = (typeof boomerangSteps)[number]

/** What may be a step: when it came about, and the events that say so. */
export interface StepEvent extends DateRange {
  /** Whether it is such a step for certain, whatever its date. */
  readonly sure: boolean
  readonly says: string
  readonly decidedBy: readonly EventId[]
}

/** All that may be each step, by step. */
export type StepEvents = Readonly<Record<BoomerangStep, readonly StepEvent[]>>

/** Events in order, one for each step that was reached: the first `length` of them. */
export type Chain = readonly StepEvent[]

const monthsPerYear = 12

/** The last day of a window of so many calendar years that begins on a day. */
export const lastDayWithin = (begin: Day, years: number): Day => addMonths(begin, years * monthsPerYear)

/** The one that is over first, and of two that are the one that begins first; the one named first of equals. */
const earliest = (events: readonly StepEvent[]): StepEvent | undefined =>
  events.reduce<StepEvent | undefined>((best, one) => {
    if (best === undefined || one.hi < best.hi) return one
    return one.hi === best.hi && one.lo < best.lo ? one : best
  }, undefined)

/**
 * The chain that goes on from a violation as far as it surely does: each step begins after the one before is over, and
 * all lie within the window. Of what may follow the one that is over first is taken, which leaves most room for the
 * rest.
 */
const surelyFrom = (first: StepEvent, events: StepEvents, years: number): Chain => {
  const until = lastDayWithin(first.lo, years)
  const chain = [first]
  for (const step of boomerangSteps.slice(1)) {
    const last = chain.at(-1) as StepEvent
    const next = earliest(events[step].filter(({ sure, lo, hi }) => sure && lo > last.hi && hi <= until))
    if (next === undefined) return chain
    chain.push(next)
  }
  return chain
}

/** A chain as it went if the violation was on one day and all that followed came as early as it may. */
interface Dated {
  readonly chain: Chain
  /** The day of the last step. */
  readonly end: Day
}

const datedFrom = (first: StepEvent, day: Day, events: StepEvents, years: number): Dated => {
  const until = lastDayWithin(day, years)
  const chain = [first]
  let end = day
  for (const step of boomerangSteps.slice(1)) {
    const following = events[step]
      .filter(({ lo, hi }) => hi >= end && Math.max(end, lo) <= until)
      .map((event) => ({ event, on: Math.max(end, event.lo) as Day }))
      .toSorted((a, b) => a.on - b.on || a.event.hi - b.event.hi)
    const [next] = following
    if (next === undefined) break
    chain.push(next.event)
    end = next.on
  }
  return { chain, end }
}

/**
 * The chain that may go on from a violation, on some of the days that its dates allow; on the same day in any order.
 * Later days of the violation leave more of the window: only those on which something else may end matter.
 */
const possiblyFrom = (first: StepEvent, events: StepEvents, years: number): Chain => {
  const others = boomerangSteps.slice(1).flatMap((step) => events[step].map(({ hi }) => hi))
  const days = [...new Set([first.hi, ...others.filter((day) => first.lo <= day && day < first.hi)])]
  const dated = days.map((day) => datedFrom(first, day, events, years))
  return dated.toSorted((a, b) => b.chain.length - a.chain.length || a.end - b.end)[0]?.chain ?? [first]
}

/** The furthest first; of those the one whose last step comes first; of those the shortest. */
const better = (a: Chain, b: Chain): number => {
  const [endA, endB] = [a.at(-1), b.at(-1)] as [StepEvent, StepEvent]
  const [beginA, beginB] = [a[0], b[0]] as [StepEvent, StepEvent]
  return b.length - a.length || endA.hi - endB.hi || endA.lo - endB.lo || beginB.lo - beginA.lo || beginB.hi - beginA.hi
}

export interface Boomerang {
  /** The best chain; undefined where no violation is known. */
  readonly chain: Chain | undefined
  /** Whether it goes so far for certain, or on some of the days that its dates allow. */
  readonly certainty: 'certain' | 'possible'
  /** How many steps the best chain of certain order has. */
  readonly surely: number
  /** Every chain of certain order with all four steps, one for each concession that ended one, by its day. */
  readonly completed: readonly Chain[]
}

const byConcession = (chains: readonly Chain[]): readonly Chain[] => {
  const best = new Map<StepEvent, Chain>()
  for (const chain of chains) {
    const end = chain.at(-1) as StepEvent
    const held = best.get(end)
    if (held === undefined || better(chain, held) < 0) best.set(end, chain)
  }
  return [...best.values()].toSorted((a, b) => (a.at(-1) as StepEvent).hi - (b.at(-1) as StepEvent).hi)
}

/**
 * The boomerang (Keck & Sikkink 1998), by our operationalisation: a violation, then a campaign in which organisations
 * of the state and of elsewhere have joined, then pressure of a third state or organisation, then a concession; all
 * four within one window of `years` calendar years that begins with the violation. It says what came after what, and
 * not that one brought the other about.
 */
export const boomerang = (events: StepEvents, years: number): Boomerang => {
  const sure = events.violation.filter((one) => one.sure).map((first) => surelyFrom(first, events, years))
  const [best] = sure.toSorted(better)
  const [likely] = events.violation.map((first) => possiblyFrom(first, events, years)).toSorted(better)
  const surely = best?.length ?? 0
  const isOpen = (likely?.length ?? 0) > surely
  return {
    chain: isOpen ? likely : best,
    certainty: isOpen ? 'possible' : 'certain',
    surely,
    completed: byConcession(sure.filter(({ length }) => length === boomerangSteps.length)),
  }
}

/** The fewest and the most days from one step to a later one. */
export const daysBetween = (
  before: DateRange,
  after: DateRange,
): { readonly least: number; readonly most: number } => ({
  least: Math.max(0, after.lo - before.hi),
  most: Math.max(0, after.hi - before.lo),
})
