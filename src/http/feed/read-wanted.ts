import type { IncomingHttpHeaders } from 'node:http'
import { badInput } from '../../common/error.ts'
import { followFilters, readPlace } from '../../queries/following/followed.ts'
import { parametersOf } from '../problems/parameters.ts'
import type { Wanted } from './reading.ts'

const filters = followFilters.map(({ name }) => name)
const known = [...filters, 'after']

/**
 * What a request asks of the feed. A client that was cut off asks the same address again, and says in `Last-Event-ID`
 * how far it has come: this counts before what the address says. Throws `bad-input`.
 */
export const readWanted = (url: string, headers: IncomingHttpHeaders): Wanted => {
  const { after, ...filter } = parametersOf(url, known, 'the feed')
  if (after !== undefined && readPlace(after) === undefined)
    throw badInput('bad-input', `"${after}" is no place in a log.`, {
      where: 'after',
      hint: 'Expected the ordinal of an event (0 for the beginning), or the id of one that the feed has sent.',
    })
  const last = headers['last-event-id']
  return { filter, after: typeof last === 'string' && last !== '' ? last : after }
}
