import { dayNumber, dayOfNumber, yearOf } from '../words/days.ts'
import { percent } from './sentence.ts'
import type { Spread } from './spread.ts'

export type Region = NonNullable<Spread['regions']>[number]

/** How far it had spread in a region on a day. */
export interface RegionShare {
  readonly system: number
  readonly adopters: number
  /** Further ones that may have consented by the end of that year. */
  readonly possible: number
}

/** Looks up a region's share on any day of the answer's curve; before the first step nobody had consented. */
export const shareOnDay = ({ steps, curve }: Region): ((day: number) => RegionShare) => {
  const dated = steps.map(({ from, ...counts }) => ({ ...counts, start: dayNumber(from) }))
  const possibleIn = new Map(curve.map(({ year, possible }) => [year, possible]))
  const [first, last] = [curve[0], curve.at(-1)]
  return (day) => {
    const step = dated.findLast(({ start }) => start <= day)
    const possible = possibleIn.get(yearOf(dayOfNumber(day))) ?? (step === undefined ? first : last)?.possible ?? 0
    return { system: step?.system ?? first?.system ?? 0, adopters: step?.adopters ?? 0, possible }
  }
}

export const shareOf = ({ system, adopters }: RegionShare): number => (system === 0 ? 0 : adopters / system)

/** Not known where nothing tells of anybody, at least so much where some may have, too. */
export const shareWords = (one: RegionShare): string => {
  const { system, adopters, possible } = one
  if (system === 0) return 'no member'
  if (adopters === 0 && possible >= system) return 'not known'
  return possible > 0 ? `at least ${percent(shareOf(one))}` : percent(shareOf(one))
}
