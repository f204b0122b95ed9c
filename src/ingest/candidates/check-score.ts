import type { NewEvent } from '../../events/envelope.ts'
import { firstDayOfYear, lastDayOfYear } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { isDate } from './read-date.ts'

/**
 * Holds what a score says against the stream that it stands in and the date that it bears: a rater, an indicator or a
 * year that is one thing here and another there would be found under one of the two, and nobody could say which is
 * meant. `fail` is told `wrong-stream` or `bad-event`.
 */
export const checkScore = (
  { occurred, data }: { readonly [K in 'occurred' | 'data']?: NewEvent[K] | undefined },
  stream: string,
  fail: (code: string, message: string) => void,
): void => {
  const { rater, indicator, year } = data ?? {}
  if (typeof rater === 'string' && typeof indicator === 'string') {
    const own = `practice-${rater}-${indicator}-`
    if (!stream.startsWith(own))
      fail('wrong-stream', `stream: "${stream}" should begin with "${own}", the rater and indicator of its events.`)
  }
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1 || year > 9998) return
  if (occurred === undefined || !isDate(occurred)) return
  const { lo, hi } = parseDate(occurred)
  if (lo >= firstDayOfYear(year) && hi <= lastDayOfYear(year)) return
  fail('bad-event', `occurred: got "${occurred}", but the score describes ${year}. Expected a date in that year.`)
}
