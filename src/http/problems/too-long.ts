import type { RequestHandler } from 'express'
import { Refusal } from './refusal.ts'

/** How many characters of a path and query are read: more than any question takes. */
const longestTarget = 8_000

/** Refuses what is longer than anything that can be asked. */
export const refuseTooLong: RequestHandler = (request, _response, next) => {
  const { length } = request.originalUrl
  if (length <= longestTarget) return next()
  throw new Refusal(414, 'uri-too-long', `A path and query of ${length} characters came.`, {
    hint: `Expected at most ${longestTarget}: name fewer things at once.`,
  })
}
