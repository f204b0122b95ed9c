import { lastDayOfYear, parseDay, yearOf, type Day } from '../../time/day.ts'
import type { FigureLine, FigureMark, FigurePoint, KeyEntry, Reach } from '../question/figure.ts'
import type { BriefSpread } from './spread-answer.ts'
import type { CurveYear } from './spread-curve.ts'

/** A day as a year with a fraction: 1 July 1990 is 1990.4959, for 181 of its 365 days were over. */
export const timeOf = (day: Day): number => {
  const year = yearOf(day)
  const before = lastDayOfYear(year - 1)
  return year + (day - before - 1) / (lastDayOfYear(year) - before)
}

/** The end of a year, or the day asked about in the last one: there its counts stand. */
export const endOf = (year: number, { asOf }: { readonly asOf: string }): number =>
  timeOf(Math.min(lastDayOfYear(year), parseDay(asOf)) as Day)

/** How many are counted, among whom, and of how many of these it is known by which sources. */
export interface Counted {
  readonly system: number
  readonly count: number
  readonly covered: number
  readonly carried: number
}

/**
 * What a year's number rests on: `covered` where sources that cover the year know it of most states, `carried` where
 * more of them are known from before, `recorded` where it is known of no more than half of them, or where half as many
 * as are counted are not covered: it counts the acts that happen to be recorded.
 */
export const reachOf = ({ system, count, covered, carried }: Counted): Reach => {
  const unknown = system - covered - carried
  if (unknown > 0 && (unknown * 2 >= system || unknown * 2 >= count)) return 'recorded'
  return covered > carried ? 'covered' : 'carried'
}

/** The shares of a curve, from the first step to the last. */
export const shares = [
  { field: 'signed', label: 'Signed', threshold: 'SIGNED' },
  { field: 'consented', label: 'Consented', threshold: 'CONSENTED' },
  { field: 'inForce', label: 'In force', threshold: 'IN_FORCE' },
] as const
export type ShareField = (typeof shares)[number]['field']

/** The share that the threshold asked for makes. */
export const fieldBy = (threshold: BriefSpread['threshold']): ShareField =>
  shares.find((one) => one.threshold === threshold)?.field ?? 'consented'

/** How many of how many in a year, by the denominator asked for; and the share if all that is uncertain were so. */
export const partOf = (year: CurveYear, field: ShareField, { parameters }: BriefSpread) => {
  const { count, outside, possible } = year[field]
  const others = parameters.denominator === 'actors' ? outside : 0
  const size = year.system + others
  return {
    words: `${count + others} of ${size}`,
    possible: size === 0 ? null : (count + others + possible) / size,
  }
}

/** The share that is asked for, marked across. */
export const shareMark = ({ parameters: { share } }: BriefSpread): FigureMark => {
  const [above = 0, below = 1] = share.split('/').map(Number)
  return { axis: 'y', at: above / below, label: share }
}

/** The tipping date, marked upright; nothing where it was not reached. */
export const tippingMarks = ({ tipping }: BriefSpread): readonly FigureMark[] =>
  tipping === null
    ? []
    : [
        {
          axis: 'x',
          at: timeOf(parseDay(tipping.date)),
          label: `tips ${tipping.date}: ${tipping.adopters} of ${tipping.system}`,
        },
      ]

const meanings = {
  covered: 'whole: sources cover the year',
  carried: 'dashed: carried on from the last covered day',
  recorded: 'dotted: only acts that happen to be recorded',
  possible: 'shaded: further states that may have to be counted, whose dates or status leave it open',
} as const

/** What the kinds of lines mean, as far as there are any. */
export const keyOfLines = (lines: readonly FigureLine[]): readonly KeyEntry[] => {
  const points = lines.flatMap((line) => line.points).filter(({ y }) => y !== null)
  const isShaded = ({ y, possible }: FigurePoint): boolean => possible !== null && possible > (y ?? 1)
  const samples: readonly (keyof typeof meanings)[] = [
    ...(['covered', 'carried', 'recorded'] as const).filter((reach) => points.some((point) => point.reach === reach)),
    ...(points.some(isShaded) ? (['possible'] as const) : []),
  ]
  return samples.map((sample) => ({ sample, means: meanings[sample] }))
}

export const keyOfTipping = ({ parameters: { share }, tipping }: BriefSpread): readonly KeyEntry[] =>
  tipping === null
    ? [{ sample: 'mark', means: `thin line across: the share that tips, ${share}; it was not reached` }]
    : [{ sample: 'mark', means: `thin lines: the share that tips, ${share}, and the day on which it did` }]
