import { addDays, firstDayOfYear, FOREVER, lastDayOfYear, yearOf, type Day } from '../../../src/time/day.ts'
import { never, type DateRange } from '../../../src/time/date-range.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import type { MembershipSpan } from './membership.ts'
import type { DateReading } from './possible-memberships.ts'

/** A full membership from its beginning to its end, whatever interrupts the telling of it. */
export interface MemberStretch {
  readonly from: DateRange
  /** The first day out; `never` where it goes on. */
  readonly to: DateRange
  /** How it began, as the act says that began it: `original`, `accession`, `succession`. */
  readonly mode: string | undefined
  /** Whether a source coded years, not days. */
  readonly observed: boolean
  /** Whether it is known when it began: not where a series of years begins with it. */
  readonly isStartKnown: boolean
  /** Whether it is known that it ended: not where a series of years ends with it. */
  readonly isEndKnown: boolean
  readonly decidedBy: readonly EventId[]
}

/** An act by which a membership began. */
export interface Start {
  readonly done: DateRange
  readonly mode: string | undefined
}

/** Spans that touch or overlap, together. */
const runsOf = (spans: readonly MembershipSpan[]): readonly (readonly MembershipSpan[])[] => {
  const runs: MembershipSpan[][] = []
  let end: Day | undefined
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const run = runs.at(-1)
    if (run === undefined || end === undefined || span.from > end) runs.push([span])
    else run.push(span)
    end = Math.max(end ?? span.to, span.to) as Day
  }
  return runs
}

const datedStretch = (run: readonly MembershipSpan[], starts: readonly Start[]): MemberStretch => {
  const certain = run.filter(({ certainty }) => certainty === 'certain')
  const [first, last] = [run[0]!.from, Math.max(...run.map(({ to }) => to)) as Day]
  const from = { lo: first, hi: certain[0]?.from ?? last }
  return {
    from,
    to: last >= FOREVER ? never : { lo: certain.at(-1)?.to ?? first, hi: last },
    mode: starts.find(({ done }) => done.lo === from.lo)?.mode,
    observed: false,
    isStartKnown: true,
    isEndKnown: true,
    decidedBy: unionOf(...run.map(({ decidedBy }) => decidedBy)),
  }
}

/** A run of coded years began on one of the days of its first; its first day out is one from the second of its last. */
const codedStretch = (run: readonly MembershipSpan[], { seriesOf, yearCodes }: DateReading): MemberStretch => {
  const [first, end] = [run[0]!, run.reduce((a, b) => (b.to > a.to ? b : a))]
  const isWhole = yearCodes === 'whole'
  const last = addDays(end.to, -1)
  const isEndKnown = seriesOf(end.track)?.to !== end.to
  return {
    from: { lo: first.from, hi: isWhole ? first.from : lastDayOfYear(yearOf(first.from)) },
    to: { lo: isWhole || !isEndKnown ? end.to : addDays(firstDayOfYear(yearOf(last)), 1), hi: end.to },
    mode: undefined,
    observed: true,
    isStartKnown: seriesOf(first.track)?.from !== first.from,
    isEndKnown,
    decidedBy: unionOf(...run.map(({ decidedBy }) => decidedBy)),
  }
}

/**
 * The full memberships of one actor in one organisation, in order. Dated acts tell them where there are any; codes by
 * year elsewhere, and before a first act that says that the member had been one before. `spans` and `starts` are those
 * of this actor and organisation.
 */
export const memberStretches = (
  spans: readonly MembershipSpan[],
  starts: readonly Start[],
  how: DateReading,
): readonly MemberStretch[] => {
  const full = spans.filter(({ kind }) => kind === 'full')
  const dated = full.filter(({ observed }) => !observed)
  const acts = runsOf(dated).map((run) => datedStretch(run, starts))
  const [first] = acts
  const isFirst = first === undefined || dated.some(({ firstAdmission }) => firstAdmission === 'certain')
  const coded = runsOf(full.filter(({ observed }) => observed)).map((run) => codedStretch(run, how))
  if (first === undefined) return coded
  return [...(isFirst ? [] : coded.filter(({ to }) => to.hi <= first.from.lo)), ...acts]
}

/**
 * By how much the codes of two organisations may miss one another: one codes until the last year, one from the next.
 */
const slack = 366

/**
 * The memberships in an organisation that another was integrated into, taken on in that other: who was a member of the
 * European Economic Community on 31 October 1993 is no entrant to the European Union on 1 November. A membership in the
 * first that does not reach the second stays one of its own.
 */
export const throughSuccession = (
  before: readonly MemberStretch[],
  after: readonly MemberStretch[],
): readonly MemberStretch[] => {
  const left = [...before]
  const joined = after.map((stretch) => {
    const at = left.findIndex(
      ({ from, to, observed }) =>
        from.lo <= stretch.from.lo && addDays(to.hi, observed || stretch.observed ? slack : 0) >= stretch.from.lo,
    )
    const [one] = at < 0 ? [] : left.splice(at, 1)
    if (one === undefined) return stretch
    const { from, mode, isStartKnown } = one
    return { ...stretch, from, mode, isStartKnown, decidedBy: unionOf(one.decidedBy, stretch.decidedBy) }
  })
  return [...left, ...joined].toSorted((a, b) => a.from.lo - b.from.lo)
}
