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
interface Told {
  readonly subject: string
  readonly name: string
  readonly shortTitle: string | null
  readonly spans: readonly StatusSpan[]
}

/** A treaty or norm, and how either state stood to it over time. */
export interface Instrument {
  readonly subject: string
  readonly title: string
  readonly isNorm: boolean
  /** Whether it goes by a name shorter than its title. */
  readonly isSpokenOf: boolean
  readonly spans: readonly [readonly StatusSpan[], readonly StatusSpan[]]
}

const silent: ReadonlySet<string> = new Set(['none', 'outside', 'unknown'])

/** What a lane shows: where a state did nothing it stays empty. */
export const shownSpans = (spans: readonly StatusSpan[]): readonly StatusSpan[] =>
  spans.filter(({ status }) => !silent.has(familyOf(status)))

/** The treaties under which both acted: those with a short name first, each by the day on which one of them did. */
export const sharedInstruments = (a: readonly Told[], b: readonly Told[]): readonly Instrument[] => {
  const begun = ({ spans: [one, other] }: Instrument): string =>
    [...shownSpans(one), ...shownSpans(other)].map(({ from }) => from ?? '').toSorted()[0] ?? ''
  return a
    .flatMap(({ subject, name, shortTitle, spans }): readonly Instrument[] => {
      const other = b.find((one) => one.subject === subject)
      if (other === undefined || shownSpans(spans).length === 0 || shownSpans(other.spans).length === 0) return []
      const isSpokenOf = shortTitle !== null
      return [{ subject, title: shortTitle ?? name, isNorm: false, isSpokenOf, spans: [spans, other.spans] }]
    })
    .toSorted(
      (one, other) => Number(other.isSpokenOf) - Number(one.isSpokenOf) || begun(one).localeCompare(begun(other)),
    )
}

export const spanOn = (spans: readonly StatusSpan[], day: string): StatusSpan | undefined =>
  spans.find(({ from, to }) => (from === null || from <= day) && (to === null || day < to))

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
