import type { Answer } from '../ask/v1.ts'
import type { TracePoint } from '../charts/traces.ts'
import { dayNumber } from '../words/days.ts'
import { directionWords, raterWords } from '../words/indicators.ts'

export type Scored = Answer<'/v1/spells/scores'>['scores'][number]

/** What one rater says of the state by one indicator, year by year. */
export interface Practice {
  readonly score: string
  readonly rows: readonly Scored[]
  readonly points: readonly TracePoint[]
  /** The ends of the scale; of the values where no source says what they are. */
  readonly lowest: number
  readonly highest: number
  /** `CIRIGHTS, 0 to 8, higher is better` */
  readonly reads: string
}

/** A score counts for its whole year: it is drawn in the middle of it. */
const midYear = (year: number): number => dayNumber(`${String(year).padStart(4, '0')}-07-01`)

/** Values with a place for each year between the first and the last, so that a line is broken where there is none. */
export const yearPoints = (
  rows: readonly { readonly year: number; readonly value: number | null }[],
  dayOf = midYear,
): readonly TracePoint[] => {
  const years = rows.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const values = new Map(rows.map(({ year, value }) => [year, value]))
  return rows.length === 0
    ? []
    : Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => ({
        day: dayOf(year),
        value: values.get(year) ?? null,
      }))
}

/** Two decimals at most, with a minus that is one. */
export const round = (value: number): string => String(Math.round(value * 100) / 100).replace('-', '\u2212')

/** Of each rater the chosen indicator, or that with most values; in the order in which these are given. */
export const practicesOf = (
  scores: readonly Scored[],
  order: readonly string[],
  chosen: string | undefined,
): readonly Practice[] => {
  const values = new Map<string, number>()
  for (const { score, value } of scores) if (value !== null) values.set(score, (values.get(score) ?? 0) + 1)
  const worth = (score: string): number => (score === chosen ? Infinity : (values.get(score) ?? 0))
  const raterOf = (score: string): string => score.slice(0, score.indexOf(':'))
  const isBest = (score: string): boolean => {
    const ofRater = order.filter((other) => raterOf(other) === raterOf(score))
    return ofRater.toSorted((a, b) => worth(b) - worth(a))[0] === score
  }
  return practicesBy(
    scores,
    order.filter((score) => values.has(score) && isBest(score)),
  )
}

const practicesBy = (scores: readonly Scored[], order: readonly string[]): readonly Practice[] =>
  order.flatMap((score) => {
    const rows = scores.filter((one) => one.score === score)
    const [first] = rows
    if (first === undefined) return []
    const values = rows.flatMap(({ value }) => (value === null ? [] : [value]))
    const lowest = first.lowest ?? Math.min(...values, 0)
    const highest = first.highest ?? Math.max(...values, 1)
    const scale = `${round(lowest)} to ${round(highest)}${first.highest === null ? ' in these years' : ''}`
    return [
      {
        score,
        rows,
        points: yearPoints(rows),
        lowest,
        highest,
        reads: `${raterWords(first.rater)}, ${scale}, ${directionWords(first.direction)}`,
      },
    ]
  })
