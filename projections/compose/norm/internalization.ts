import { firstDayOfYear } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { unionOf, type Span } from '../../../src/time/timeline.ts'

/**
 * Which practice makes an institutionalized norm an internalized one: at least so good a score, in so many years
 * running.
 */
export interface PracticeRule {
  readonly rater: string
  readonly indicator: string
  readonly cut: number
  readonly years: number
}

export interface YearScore {
  readonly year: number
  readonly value: number | undefined
  readonly decidedBy: readonly EventId[]
}

/**
 * The years in which practice was as good as the rule asks: the year itself and the years − 1 before it all scored at
 * least the cut. A year without a score is not a good one. Our operationalisation; the literature gives no computable
 * rule.
 *
 * Example: cut 6, three years; scores 1990: 6, 1991: 7, 1992: 6, 1993: 5 hold in 1992 only.
 */
export const practised = (scores: readonly YearScore[], { cut, years }: PracticeRule): readonly Span<true>[] => {
  const good = new Map(
    scores.filter(({ value }) => value !== undefined && value >= cut).map((score) => [score.year, score.decidedBy]),
  )
  return [...good.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((year): readonly Span<true>[] => {
      const run = Array.from({ length: years }, (_, back) => good.get(year - back))
      if (run.includes(undefined)) return []
      return [
        {
          from: firstDayOfYear(year),
          to: firstDayOfYear(year + 1),
          value: true,
          certainty: 'certain',
          decidedBy: unionOf(...run.flatMap((ids) => (ids === undefined ? [] : [ids]))),
        },
      ]
    })
}
