import { formatBound, parseDay, type Day } from '../../time/day.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { StatusSubject } from './status-subject.ts'

export const adoptedOut = nullableDay.describe(
  'The day on which the treaty was concluded; of a norm the first of its treaties. Before it there was none to act ' +
    'under. Null where the log does not say it',
)

/** The day on which a treaty was concluded, or the first of those of a norm; null where one of them has no day. */
export const adoptedOn = ({ laws }: StatusSubject): string | null => {
  const days = laws.map(({ terms }) => terms.concluded)
  const known = days.filter((day): day is Day => day !== undefined)
  return known.length === 0 || known.length < days.length ? null : formatBound(Math.min(...known) as Day)
}

interface Asked {
  readonly asOf: string
  readonly adopted: string | null
}

/** Whether it did not exist yet on the day that is asked about. */
const isTooEarly = ({ asOf, adopted }: Asked): boolean => adopted !== null && parseDay(asOf) < parseDay(adopted)

/** That there was no treaty to act under yet, for a terminal; nothing where there was, or nobody says when. */
export const tooEarlyText = (asked: Asked): readonly string[] =>
  isTooEarly(asked) ? [`  no treaty to act under was there yet: it was concluded on ${asked.adopted}`] : []
