import { finding, type Finding } from '../../../projections/compose/spiral/finding.ts'
import { any, type Truth } from '../../common/three-valued.ts'
import type { DateRange } from '../../time/date-range.ts'
import { firstDayOfYear, formatBound, lastDayOfYear, type Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { unionOf } from '../../time/timeline.ts'
import type { ConductAct } from '../subjects/conduct.ts'

/** The days of so many calendar years that end with a year: of 3 and 1975 those from 1973-01-01 to 1975-12-31. */
export const windowOf = (year: number, years: number): DateRange => ({
  lo: firstDayOfYear(year - years + 1),
  hi: lastDayOfYear(year),
})

const bound = (day: Day): string => formatBound(day) ?? '..'

/** A range of days as it is written: `1973-10-01/1973-10-31`, and `../1975-05-19` without a known beginning. */
export const daysOf = ({ lo, hi }: DateRange): string => (lo === hi ? bound(lo) : `${bound(lo)}/${bound(hi)}`)

export const actInWords = ({ act, kind, title, earliest, latest }: ConductAct): string =>
  `${act}${kind === null ? '' : ` (${kind})`} of ${daysOf({ lo: earliest, hi: latest })}` +
  `${title === null ? '' : `: ${title}`}`

/** Whether something of an uncertain date lies in a window: for certain where all its days do. */
export const liesIn = ({ lo, hi }: DateRange, window: DateRange): Truth => {
  if (lo >= window.lo && hi <= window.hi) return 'yes'
  return hi < window.lo || lo > window.hi ? 'no' : 'unknown'
}

/** Something that may count in a window. */
export interface Counted {
  readonly value: Truth
  readonly says: string
  readonly decidedBy: readonly EventId[]
  /** Why it is not known to count, where not for its date. */
  readonly reason?: string
}

/** Acts as they count in a window. */
export const actsIn = (acts: readonly ConductAct[], window: DateRange): readonly Counted[] =>
  acts.map((act) => ({
    value: liesIn({ lo: act.earliest, hi: act.latest }, window),
    says: actInWords(act),
    decidedBy: act.decidedBy,
  }))

/** Acts that carry no norm: one that may lie in the window may be over this norm, so that it is not known. */
export const perhapsIn = (withoutNorm: readonly ConductAct[], window: DateRange): readonly Counted[] =>
  actsIn(withoutNorm, window)
    .filter(({ value }) => value !== 'no')
    .map((one) => ({ ...one, value: 'unknown', says: `${one.says}, over no norm`, reason: 'acts-without-norm' }))

/** So many are told in words; all of them are among the events. */
const told = 3

const listed = (words: readonly string[]): string =>
  words.length <= told ? words.join(', ') : `${words.slice(0, told).join(', ')} and ${words.length - told} more`

/** Whether any of some counts; that none does is so as far as is recorded. */
export const anyOfThem = (what: string, counted: readonly Counted[]): Finding => {
  const value = any(counted.map((one) => one.value))
  if (value === 'no') return finding('no', `no ${what} is recorded in the window`, { asRecorded: true })
  const those = counted.filter((one) => one.value === value)
  return finding(value, listed(those.map(({ says }) => says)), {
    decidedBy: unionOf(...those.map(({ decidedBy }) => decidedBy)),
    ...(value === 'unknown' && {
      reason: those.find(({ reason }) => reason !== undefined)?.reason ?? 'uncertain-dates',
    }),
  })
}
