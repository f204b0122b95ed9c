import { schemaRef, type JsonSchema } from './json-schema.ts'
import { everyHeader, headersOf, type HeaderName } from './headers.ts'

const faultSchema = (where: 'parameter' | 'pointer' | 'line', description: string) => ({
  type: 'object',
  required: [where, 'detail'],
  properties: {
    [where]: { type: where === 'line' ? 'integer' : 'string', description },
    detail: { type: 'string', description: 'What is wrong with it' },
    came: { type: 'string', description: 'What was given' },
    expected: { type: 'string', description: 'What would have been taken' },
  },
  additionalProperties: false,
})

/** A problem document, RFC 9457. */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: {
      type: 'string',
      format: 'uri',
      description: '`urn:normtrail:problem:` and the code: the same for every failure of this kind',
    },
    title: { type: 'string', description: 'The status in words' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string', description: 'What came and what was expected' },
    code: { type: 'string', description: 'Stable word for the failure: the same that the command line prints' },
    hint: { type: 'string', description: 'What to do about it' },
    instance: { type: 'string', description: 'The path and query that it is about' },
    requestId: { type: 'string', description: 'As in `X-Request-Id`, and in the log of the server' },
    errors: {
      type: 'array',
      description: 'Each thing that is wrong with what was given, where more can be said of it',
      items: {
        anyOf: [
          faultSchema('parameter', 'A parameter in the path or the query, by its name'),
          faultSchema('pointer', 'A place in the body, as a JSON pointer; empty for the whole'),
          faultSchema('line', 'A line of the body, from 1'),
        ],
      },
    },
  },
  additionalProperties: false,
}

const problem = (description: string, ...headers: readonly HeaderName[]) => ({
  description,
  headers: { ...headersOf('Normtrail-Warning', ...headers), ...everyHeader },
  content: { 'application/problem+json': { schema: schemaRef('Problem') } },
})

/** Every way in which a request may end without an answer, by its status. */
const byStatus = {
  400: ['BadRequest', problem('Something in the path, the query or the body cannot be read. `errors` says what')],
  401: ['Unauthorized', problem('A token is wanted, and none came, or one that is not known', 'WWW-Authenticate')],
  403: ['Forbidden', problem('The token does not reach so far, or the host is not served', 'WWW-Authenticate')],
  404: ['NotFound', problem('No such path, or nothing is known under that id or name')],
  405: ['MethodNotAllowed', problem('Another method than those of this path', 'Allow')],
  406: ['NotAcceptable', problem('The answer comes in none of the forms that are accepted')],
  409: ['Conflict', problem('The log holds something that this does not go with')],
  412: ['PreconditionFailed', problem('The stream has another revision than `If-Match` names')],
  413: ['ContentTooLarge', problem('The body is larger than is taken')],
  414: ['UriTooLong', problem('The path and query are longer than is read')],
  415: ['UnsupportedMediaType', problem('The body is of a type that is not read')],
  416: ['RangeNotSatisfiable', problem('No byte of the answer lies in the range that was asked for')],
  422: ['UnprocessableContent', problem('The idempotency key has been used with another body')],
  428: ['PreconditionRequired', problem('`If-Match` is wanted here, and did not come')],
  429: ['TooManyRequests', problem('More was asked than one may; `RateLimit` says how much is left', 'Retry-After')],
  503: ['Unavailable', problem('It passes by itself, as while many ask at once', 'Retry-After')],
} as const

export type ProblemStatus = keyof typeof byStatus

/** The responses that paths refer to; `Problem` is any other. */
export const problemResponses = {
  Problem: problem('What went wrong, and what to do about it.', 'Retry-After'),
  ...Object.fromEntries(Object.values(byStatus)),
}

/** The responses of an operation that may end in these statuses, besides what nobody expects. */
export const problemsOf = (...statuses: readonly ProblemStatus[]) => ({
  ...Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${byStatus[status][0]}` }] as const),
  ),
  default: { $ref: '#/components/responses/Problem' },
})
