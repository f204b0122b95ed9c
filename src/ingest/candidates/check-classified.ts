import type { NewEvent } from '../../events/envelope.ts'
import { parseDate } from '../../time/edtf.ts'
import { isDate } from './read-date.ts'

/**
 * Holds what is said of an actor's class against the stream that it stands in, and its last day against its first.
 * `fail` is told `wrong-stream` or `bad-event`.
 */
export const checkClassified = (
  { data = {} }: { readonly data?: NewEvent['data'] | undefined },
  stream: string,
  fail: (code: string, message: string) => void,
): void => {
  const { classification, actor, from, through } = data
  if (typeof classification === 'string' && typeof actor === 'string') {
    const own = `classification-${classification}-${actor}`
    if (stream !== own)
      fail('wrong-stream', `stream: got "${stream}", expected "${own}": its classification and actor.`)
  }
  if (typeof from !== 'string' || typeof through !== 'string' || !isDate(from) || !isDate(through)) return
  if (parseDate(through).hi < parseDate(from).lo)
    fail('bad-event', `data.through: got ${through}, expected a day from ${from} on (data.from).`)
}
