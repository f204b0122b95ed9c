import { z } from 'zod'
import { firstDayOut } from '../../../projections/fold/ends.ts'
import { subjectOf, type Fact } from '../../../projections/fold/fold.ts'
import { groupBy } from '../../common/group-by.ts'
import type { DateRange } from '../../time/date-range.ts'
import { addDays, formatBound, type Day } from '../../time/day.ts'
import { onWhen, whenText } from '../../time/when.ts'
import { recordedOfMembers } from '../question/changes.ts'
import { loadFactsOfSubjects } from '../question/facts.ts'
import { keeping } from '../question/kept.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'

const precisely = 'as precisely as it is told: a day, a month (1949-05), a year, or first/last'

export const lifetimeFields = {
  firstDay: nullableDay.describe('The first day of it, or the first that it may have been; null where nobody says it'),
  lastDay: nullableDay.describe('The last day of it, or the last that may have been; null where none is told'),
  founded: z
    .string()
    .nullable()
    .describe(`When it was founded, ${precisely}, of which either may be open (../1925-12-31); null likewise`),
  ended: z.string().nullable().describe(`When its last day was, ${precisely}; null likewise`),
}
export const lifetimeOut = z.object(lifetimeFields)
export type Lifetime = z.infer<typeof lifetimeOut>

const untold: Lifetime = { firstDay: null, lastDay: null, founded: null, ended: null }

/** When the last day was that an end tells of. */
const lastDayOf = (fact: Fact): DateRange => {
  const { lo, hi } = firstDayOut(fact)
  return { lo: addDays(lo, -1), hi: addDays(hi, -1) }
}

/**
 * The first of some dates, no wider than others that may mean the same: of a founding in 1949 and one on 5 May 1949,
 * the day.
 */
const narrowed = ([first, ...others]: readonly DateRange[]): DateRange | undefined =>
  first === undefined
    ? undefined
    : others.reduce((known, other): DateRange => {
        const [lo, hi] = [Math.max(known.lo, other.lo) as Day, Math.min(known.hi, other.hi) as Day]
        return lo <= hi ? { lo, hi } : known
      }, first)

const lifetimeOf = (facts: readonly Fact[]): Lifetime => {
  const of = (type: string): readonly Fact[] => facts.filter((fact) => fact.type === type)
  const order = (a: DateRange, b: DateRange): number => a.lo - b.lo || a.hi - b.hi
  const founded = narrowed(
    of('IgoFounded')
      .map(({ occurred }) => occurred)
      .toSorted(order),
  )
  const ended = narrowed(of('IgoDissolved').map(lastDayOf).toSorted(order))
  return {
    firstDay: founded === undefined ? null : formatBound(founded.lo),
    lastDay: ended === undefined ? null : formatBound(ended.hi),
    founded: founded === undefined ? null : whenText(founded),
    ended: ended === undefined ? null : whenText(ended),
  }
}

const kept = keeping<ReadonlyMap<string, Lifetime>>(
  (lifetimes) => 100 + lifetimes.size * 200,
  () => recordedOfMembers,
)

const readLifetimes = async (world: Snapshot): Promise<ReadonlyMap<string, Lifetime>> => {
  const facts = await loadFactsOfSubjects(world, 'igo', ['IgoFounded', 'IgoDissolved'])
  return new Map([...groupBy(facts, ({ stream }) => stream)].map(([stream, of]) => [subjectOf(stream), lifetimeOf(of)]))
}

/** From when to when organisations existed, as far and as precisely as the log says it. */
export const loadLifetimes = async (world: Snapshot): Promise<(igo: string) => Lifetime> => {
  const lifetimes = await kept(world, '', () => readLifetimes(world))
  return (igo) => lifetimes.get(igo) ?? untold
}

/** That it did not exist on a day, for a terminal; undefined where it did, may have, or nobody says it. */
export const lifetimeText = ({ firstDay, lastDay, founded, ended }: Lifetime, asOf: string): string | undefined => {
  if (firstDay !== null && founded !== null && asOf < firstDay)
    return `it did not exist yet on that day: founded ${onWhen(founded)}`
  return lastDay !== null && ended !== null && asOf > lastDay
    ? `it existed no longer on that day: its last was ${onWhen(ended)}`
    : undefined
}
