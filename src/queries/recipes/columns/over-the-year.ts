import { z } from 'zod'
import { addDays, firstDayOfYear, yearOf, type Day } from '../../../time/day.ts'
import { segments, type Days } from '../../../time/timeline.ts'
import type { ColumnType } from '../../question/columns.ts'

/**
 * What of a year stands for it, where something holds or does not. US and the Convention against Torture, in force
 * from 1994-11-20: in 1994 it holds on the day (31 December) and at some time, not all year; its share is 42/365; the
 * event is of that year.
 */
const conventions = ['day', 'anyTime', 'fullYear', 'share', 'eventYear'] as const
export type Convention = (typeof conventions)[number]

export const overInput = z
  .enum(conventions)
  .optional()
  .describe(
    'What of the year counts: day (that of the recipe, the default), anyTime (1 where it held on any day), fullYear ' +
      '(on all), share (of its days, 0 to 1), eventYear (1 where it began to hold in the year)',
  )

/** Whether it held on a day; undefined where that is not known. */
type HoldsOn = (day: Day) => boolean | undefined

interface Stretch extends Days {
  readonly holds: boolean | undefined
}

/** The stretches of a year within which it does not change. */
const stretchesOf = (holdsOn: HoldsOn, turns: readonly Day[], day: Day): readonly Stretch[] => {
  const [first, end] = [firstDayOfYear(yearOf(day)), firstDayOfYear(yearOf(day) + 1)]
  const within = turns.filter((turn) => first < turn && turn < end)
  return segments([first, ...within, end]).map((days) => ({ ...days, holds: holdsOn(days.from) }))
}

const some = (stretches: readonly Stretch[], holds: boolean | undefined): boolean =>
  stretches.some((one) => one.holds === holds)

/** Whether it began to hold on a day of the year: it held, and had not the day before. */
const began = (holdsOn: HoldsOn, stretches: readonly Stretch[]): number | undefined => {
  const [first] = stretches
  if (first === undefined) return undefined
  const run = [holdsOn(addDays(first.from, -1)), ...stretches.map(({ holds }) => holds)]
  const isCertain = run.some((holds, index) => holds === true && run[index - 1] === false && index > 0)
  if (isCertain) return 1
  return run.includes(undefined) ? undefined : 0
}

const share = (stretches: readonly Stretch[]): number | undefined => {
  if (some(stretches, undefined)) return undefined
  const length = (list: readonly Stretch[]) => list.reduce((sum, { from, to }) => sum + to - from, 0)
  return length(stretches.filter(({ holds }) => holds === true)) / length(stretches)
}

/** 1, 0, or undefined. */
const asNumber = (holds: boolean | undefined): number | undefined => (holds === undefined ? undefined : Number(holds))

/** One stretch in which it is so settles it; else it is the other way, where nothing is unknown. */
const settledBy = (holds: boolean, all: readonly Stretch[]): boolean | undefined => {
  if (some(all, holds)) return holds
  return some(all, undefined) ? undefined : !holds
}

const readings: Readonly<
  Record<Exclude<Convention, 'day'>, (stretches: readonly Stretch[], holdsOn: HoldsOn) => number | undefined>
> = {
  anyTime: (all) => asNumber(settledBy(true, all)),
  fullYear: (all) => asNumber(settledBy(false, all)),
  share,
  eventYear: (all, holdsOn) => began(holdsOn, all),
}

const words: Readonly<Record<Convention, string>> = {
  day: 'Whether it is, on that day,',
  anyTime: 'Whether it was, on any day of the year,',
  fullYear: 'Whether it was, on every day of the year,',
  share: 'The share, 0 to 1, of the days of the year on which it was',
  eventYear: 'Whether in that year it came to be',
}

/** How a year is read by a convention: from whether it held on a day, and the days on which that may change. */
export const readOver = (
  convention: Convention,
): {
  readonly type: ColumnType
  readonly says: string
  readonly read: (holdsOn: HoldsOn, turns: () => readonly Day[], day: Day) => number | undefined
} => ({
  type: convention === 'share' ? 'double' : 'int',
  says: words[convention],
  read: (holdsOn, turns, day) =>
    convention === 'day' ? asNumber(holdsOn(day)) : readings[convention](stretchesOf(holdsOn, turns(), day), holdsOn),
})
