import type { Coverage } from '../words/coverage.ts'
import { familyOf } from '../words/statuses.ts'

/** A stretch of days on which a state stood in one way to a treaty or norm. */
export interface StatusSpan {
  readonly from: string | null
  readonly to: string | null
  readonly status: string
  readonly possible: readonly string[]
  readonly spell: number
  readonly reason: string | null
}
/** How far the sources reach for a state under a treaty or norm, on the days [from, to). */
export interface Reach extends Coverage {
  readonly from: string | null
  readonly to: string | null
}
interface Told {
  readonly subject: string
  readonly name: string
  readonly shortTitle: string | null
  readonly adopted: string | null
  readonly spans: readonly StatusSpan[]
  readonly coverage: readonly Reach[]
}

/** A treaty or norm, and how either state stood to it over time. */
export interface Instrument {
  readonly subject: string
  readonly title: string
  readonly isNorm: boolean
  /** Whether it goes by a name shorter than its title. */
  readonly isSpokenOf: boolean
  /** When the treaty was concluded, or the first of those that carry the norm, where that is known. */
  readonly adopted: string | null
  readonly spans: readonly [readonly StatusSpan[], readonly StatusSpan[]]
  readonly coverage: readonly [readonly Reach[], readonly Reach[]]
}

const silent: ReadonlySet<string> = new Set(['none', 'outside', 'unknown'])

/** What a lane shows: where a state did nothing it stays empty. */
export const shownSpans = (spans: readonly StatusSpan[]): readonly StatusSpan[] =>
  spans.filter(({ status }) => !silent.has(familyOf(status)))

/** A treaty or norm as both stood to it. */
export const instrumentOf = (a: Told, b: Told, isNorm: boolean): Instrument => ({
  subject: a.subject,
  title: a.shortTitle ?? a.name,
  isNorm,
  isSpokenOf: a.shortTitle !== null,
  adopted: a.adopted,
  spans: [a.spans, b.spans],
  coverage: [a.coverage, b.coverage],
})

/** The treaties under which both acted: those with a short name first, each by the day on which one of them did. */
export const sharedInstruments = (a: readonly Told[], b: readonly Told[]): readonly Instrument[] => {
  const begun = ({ spans: [one, other] }: Instrument): string =>
    [...shownSpans(one), ...shownSpans(other)].map(({ from }) => from ?? '').toSorted()[0] ?? ''
  return a
    .flatMap((told): readonly Instrument[] => {
      const other = b.find(({ subject }) => subject === told.subject)
      if (other === undefined || [told, other].some(({ spans }) => shownSpans(spans).length === 0)) return []
      return [instrumentOf(told, other, false)]
    })
    .toSorted(
      (one, other) => Number(other.isSpokenOf) - Number(one.isSpokenOf) || begun(one).localeCompare(begun(other)),
    )
}

/** What of some stretches of days holds a day. */
export const spanOn = <Of extends Stretch>(spans: readonly Of[], day: string): Of | undefined =>
  spans.find(({ from, to }) => (from === null || from <= day) && (to === null || day < to))

type Stretch = Pick<Reach, 'from' | 'to'>

const isBound = (spans: readonly StatusSpan[], day: string): boolean =>
  ['force', 'leaving'].includes(familyOf(spanOn(spans, day)?.status ?? 'UNKNOWN'))

/** How many of the instruments bound the one, the other, and both on a day. */
export const boundCounts = (instruments: readonly Instrument[], day: string) => {
  const bound = instruments.map(({ spans: [a, b] }) => [isBound(a, day), isBound(b, day)] as const)
  return {
    a: bound.filter(([a]) => a).length,
    b: bound.filter(([, b]) => b).length,
    both: bound.filter(([a, b]) => a && b).length,
  }
}
