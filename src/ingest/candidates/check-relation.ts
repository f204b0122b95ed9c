import type { JsonObject } from '../../events/json.ts'
import { parseDate } from '../../time/edtf.ts'
import { isDate } from './read-date.ts'

type Fail = (code: string, message: string) => void
interface Said {
  readonly data?: JsonObject | undefined
}

/**
 * The stream begins with what its events are of: a tie that is one thing here and another there would be found once.
 */
const checkBeginning = (stream: string, own: string, what: string, fail: Fail): void => {
  if (!stream.startsWith(own))
    fail('wrong-stream', `stream: "${stream}" should begin with "${own}", the ${what} of its events.`)
}

/**
 * Holds a tie against its stream and its days: two actors, days in order, and either a first day or the days that its
 * source describes. `fail` is told `wrong-stream` or `bad-event`.
 */
export const checkRelation = ({ data = {} }: Said, stream: string, fail: Fail): void => {
  const { relation, actor, other, from, through, describes } = data
  if (typeof relation === 'string') checkBeginning(stream, `relation-${relation}-`, 'relation', fail)
  if (actor !== undefined && actor === other) fail('bad-event', `data.other: got "${String(other)}", the actor itself.`)
  if ((from === undefined) === (describes === undefined))
    fail('bad-event', 'data: expected either "from", with "through" where it has ended, or "describes".')
  if (through !== undefined && describes !== undefined)
    fail('bad-event', 'data.through: stands beside "describes". Expected one of the two.')
  if (typeof from !== 'string' || typeof through !== 'string' || !isDate(from) || !isDate(through)) return
  if (parseDate(through).hi < parseDate(from).lo)
    fail('bad-event', `data.through: got ${through}, expected a date not before ${from} (data.from).`)
}

/**
 * The same of what somebody is like: an actor or an organisation, as `of` says, and years in order, or the days that
 * its source describes.
 */
export const checkAttribute = ({ data = {} }: Said, stream: string, fail: Fail): void => {
  const { attribute, of, igo, firstYear, lastYear, describes } = data
  if (typeof attribute === 'string') checkBeginning(stream, `attribute-${attribute}-`, 'attribute', fail)
  const [own, foreign] = of === 'igo' ? ['igo', 'actor'] : ['actor', 'igo']
  if (data[own] === undefined || data[foreign] !== undefined)
    fail(
      'bad-event',
      `data: is of ${of === 'igo' ? 'an organisation' : 'a state'}. Expected "${own}", not "${foreign}".`,
    )
  if (of === 'igo' && typeof igo === 'string' && !stream.endsWith(`-${igo}`))
    fail('wrong-stream', `stream: "${stream}" should end in "-${igo}", the organisation of its events.`)
  const years = [firstYear, lastYear].filter((year) => year !== undefined)
  if (describes === undefined ? years.length < 2 : years.length > 0)
    fail('bad-event', 'data: expected either "firstYear" and "lastYear", or "describes".')
  if (typeof firstYear === 'number' && typeof lastYear === 'number' && lastYear < firstYear)
    fail('bad-event', `data.lastYear: got ${lastYear}, expected a year from ${firstYear} on (data.firstYear).`)
}
