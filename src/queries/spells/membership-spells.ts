import { membershipOn, standingOn, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import type { DateReading } from '../../../projections/compose/membership/possible-memberships.ts'
import { addDays, firstDayOfYear, FOREVER, formatDay, yearOf, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { coalesce, decidedByBoth, segments, unionOf, type Certainty, type Days } from '../../time/timeline.ts'

type Kind = Exclude<MembershipSpan['kind'], 'none'>

/** Days of one actor in one organisation, on each of which the same is told of its membership. */
interface Told extends Days {
  readonly kind: Kind
  readonly since: string
  readonly certainty: Certainty
  readonly observed: boolean
  readonly decidedBy: readonly EventId[]
}

/** Days of one actor in one organisation, on which it stood in the same way since the same beginning. */
export interface MembershipSpell extends Omit<Told, 'certainty'> {
  /** The days of these on which it certainly stood so; undefined where it only may have, on all of them. */
  readonly certain: Days | undefined
  /**
   * The first day on which it no longer stood so: `first/last` where only that is known, a year where years were coded,
   * `2015/..` where its source ends with the year before. Null: it goes on.
   */
  readonly until: string | null
  /** Which unbroken membership these days are part of: 2 after the first that ended. */
  readonly spell: number
}

/** The days on which something may change: of coded years the first and the last are uncertain. */
const edgesOf = ({ from, to, observed }: MembershipSpan): readonly Day[] =>
  observed ? [from, to, firstDayOfYear(yearOf(from) + 1), firstDayOfYear(yearOf(addDays(to, -1)))] : [from, to]

const isSameRun = (before: Told, next: Told): boolean =>
  before.to === next.from &&
  before.kind === next.kind &&
  before.since === next.since &&
  before.observed === next.observed

const toldOf = (spans: readonly MembershipSpan[]): readonly Told[] => {
  const days = segments(spans.flatMap(edgesOf)).flatMap(({ from, to }): readonly Told[] => {
    const on = membershipOn(spans, from)
    if (on === undefined || on.kind === 'none') return []
    const { kind, since, certainty, observed, decidedBy } = on
    return [{ from, to, kind, since, certainty, observed, decidedBy }]
  })
  return coalesce(days, (a, b) => isSameRun(a, b) && a.certainty === b.certainty, decidedByBoth)
}

/**
 * What follows one another in the same run: what is possible, then certain, then possible again. A run that is certain
 * on either side of doubtful days is two.
 */
const runsOf = (told: readonly Told[]): readonly (readonly Told[])[] => {
  const runs: Told[][] = []
  for (const next of told) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const isCertainAgain = next.certainty === 'certain' && run?.some(({ certainty }) => certainty === 'certain')
    if (run === undefined || before === undefined || isCertainAgain || !isSameRun(before, next)) runs.push([next])
    else run.push(next)
  }
  return runs
}

/** The end of a run, as what comes after it is told: it may be uncertain, as a beginning may. */
const untilOf = (
  { to, observed }: Told,
  spans: readonly MembershipSpan[],
  seriesOf: DateReading['seriesOf'],
): string | null => {
  if (to >= FOREVER) return null
  const next = membershipOn(spans, to)
  if (next !== undefined && !next.observed) {
    const [first = '', last = first] = next.since.split('/')
    return last < formatDay(to) ? formatDay(to) : next.since
  }
  if (!observed) return formatDay(to)
  const track = standingOn(spans, addDays(to, -1))?.track
  const isEndOfSeries = next === undefined && track !== undefined && seriesOf(track)?.to === to
  return `${yearOf(to)}${isEndOfSeries ? '/..' : ''}`
}

/**
 * The memberships of one actor in one organisation over all days, each with what `memberships` says on any of its days.
 * `spans` are those of this actor and organisation.
 */
export const membershipSpells = (
  spans: readonly MembershipSpan[],
  seriesOf: DateReading['seriesOf'],
): readonly MembershipSpell[] => {
  const spells: MembershipSpell[] = []
  for (const run of runsOf(toldOf(spans))) {
    const [first, last] = [run[0] as Told, run.at(-1) as Told]
    const certain = run.find(({ certainty }) => certainty === 'certain')
    const before = spells.at(-1)
    const { from, kind, since, observed } = first
    spells.push({
      from,
      to: last.to,
      kind,
      since,
      until: untilOf(last, spans, seriesOf),
      observed,
      certain: certain && { from: certain.from, to: certain.to },
      spell: (before?.spell ?? 0) + (before?.to === from ? 0 : 1),
      decidedBy: unionOf(...run.map(({ decidedBy }) => decidedBy)),
    })
  }
  return spells
}
