import { followFilters } from '../../queries/following/followed.ts'
import { feedPath } from '../feed/feed-route.ts'
import { everyHeader } from './headers.ts'
import { schemaRef, type JsonSchema } from './json-schema.ts'
import type { Paths } from './operation.ts'
import { parameterRef, queryParameter } from './parameters.ts'
import { problemsOf } from './problems.ts'

const text = (description: string) => ({ type: 'string', description })
const whole = (description: string) => ({ type: 'integer', description })

/** An event on its way: CloudEvents 1.0. What the feed adds to it may be left out of what is appended. */
const cloudEventSchema: JsonSchema = {
  type: 'object',
  required: ['specversion', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: text('The id of the event'),
    source: text('The log, as a URN'),
    type: text('`org.normtrail.`, the type, and its version'),
    subject: text('The stream'),
    time: { type: 'string', format: 'date-time', description: 'When it was recorded' },
    datacontenttype: text('`application/json`'),
    dataschema: text('The type and its version, as a URN'),
    ordinal: whole('Its place in the log'),
    position: text('The place after it, with the beginning of the hash of the log there'),
    revision: whole('Its place in the stream'),
    commit: text('The commit that it came with'),
    recordedby: text('Who recorded it'),
    validfrom: text('When it was done, or took effect where a source says so (EDTF)'),
    appendedat: text('In a backdated log: when the log really took it'),
    data: { type: 'object', description: 'The line that can be appended, with its place and when it was recorded' },
  },
}

export const feedSchemas = { CloudEvent: cloudEventSchema }

const events =
  'Server-sent events: `event`, with a CloudEvent as `data` and the place after it as `id`; `position`, where ' +
  'nothing of what was looked through is meant; `reset`, where the place is none of this log; `lagged` and `bye`, ' +
  'before the connection is closed. Lines that begin with a colon are signs of life.'

/** The log as it goes on. */
export const feedPaths: Paths = {
  [feedPath]: {
    get: {
      operationId: 'feed',
      tags: ['Recording'],
      summary: 'The events as they are recorded, from any place on.',
      description: events,
      parameters: [
        queryParameter(
          'after',
          'The place to begin after: the ordinal of an event (0 for the beginning), or an id that the feed has sent. ' +
            'Default: the head of the log.',
          text('A place'),
          { example: '0' },
        ),
        ...followFilters.map(({ name, description }) => queryParameter(name, description, { type: 'string' })),
        parameterRef('lastEventId'),
      ],
      'x-examples': [`${feedPath}?after=0&stream=treaty-cat`, feedPath],
      responses: {
        200: {
          description: 'The events, until one of both hangs up',
          headers: everyHeader,
          content: { 'text/event-stream': { schema: { type: 'string', contentSchema: schemaRef('CloudEvent') } } },
        },
        ...problemsOf(400, 401, 403, 404, 405, 406, 429, 503),
      },
    },
  },
}
