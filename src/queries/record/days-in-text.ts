import { addDays, formatDay, parseDay } from '../../time/day.ts'

/** The days [from, to) as an answer has them: null where they have no end on that side. */
export interface DaysInText {
  readonly from: string | null
  readonly to: string | null
}

/** Days of four-digit years are in order as texts; these stand before and after all of them. */
const ever = ''
const never = '~'

const fromOf = ({ from }: DaysInText): string => from ?? ever
const toOf = ({ to }: DaysInText): string => to ?? never
const endOf = (to: string): string | null => (to === never ? null : to)

/** What some days have in common with others that are in order and do not overlap. */
export const commonDays = (days: DaysInText, others: readonly DaysInText[]): readonly DaysInText[] =>
  others.flatMap((other) => {
    const from = fromOf(days) > fromOf(other) ? fromOf(days) : fromOf(other)
    const to = toOf(days) < toOf(other) ? toOf(days) : toOf(other)
    return from < to ? [{ from: from === ever ? null : from, to: endOf(to) }] : []
  })

/** Of how many of some days others tell: of all, of some or of none. The others are in order, and do not overlap. */
export const howMany = (days: DaysInText, others: readonly DaysInText[]): 'all' | 'some' | 'none' => {
  const common = commonDays(days, others)
  if (common.length === 0) return 'none'
  const isWithoutGap = common.every(({ from }, index) => index === 0 || from === common[index - 1]?.to)
  return isWithoutGap && common[0]?.from === days.from && common.at(-1)?.to === days.to ? 'all' : 'some'
}

/** The last of some days; null where there is none, or they have no end. */
export const lastDayOf = (days: readonly DaysInText[]): string | null => {
  const end = days.at(-1)?.to ?? null
  return end === null ? null : formatDay(addDays(parseDay(end), -1))
}
