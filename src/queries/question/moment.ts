import { badInput } from '../../common/error.ts'
import { parseInstant, type Instant } from '../../time/instant.ts'

/**
 * What bounds a moment of knowledge: what the clock says, and when the last commit that may be told of was recorded.
 */
export interface Bounds {
  readonly now: Instant
  readonly last: Instant | undefined
}

/**
 * A moment of knowledge as a user gives it. A bare date means its end; where that is yet to come it means the last
 * commit: what the day will bring nobody knows. An instant ahead of the clock is refused, for the same question would
 * have another answer when it has come. The last commit may be dated later than this clock says, where another machine
 * recorded it. Throws `bad-instant`, `not-yet`.
 */
export const momentOf = (text: string, { now, last }: Bounds, where: string): Instant => {
  const moment = parseInstant(text)
  if (moment <= now || (last !== undefined && moment <= last)) return moment
  if (text.length === 'YYYY-MM-DD'.length) return last ?? moment
  throw badInput(
    'not-yet',
    `${moment} lies ahead of the clock, which says ${now}: nobody can have known anything then.`,
    {
      where,
      hint: 'Give a moment that has passed, or leave it out: then all that is known counts.',
    },
  )
}
