import { exampleOf } from '../../events/described/example.ts'
import { definitionOf } from '../../events/registry.ts'
import { eventTypes } from '../recording/lines-of-body.ts'
import { recordingPaths } from '../recording/recording-paths.ts'
import { everyHeader, headersOf } from './headers.ts'
import { schemaRef } from './json-schema.ts'
import type { Operation, Paths } from './operation.ts'
import { parameterRef, queryParameter } from './parameters.ts'
import { problemsOf } from './problems.ts'
import { toWrite } from './security.ts'

/** A ratification of what every log knows, and the event of the bundled case that is corrected, then taken back. */
const event = exampleOf(definitionOf('TreatyRatified'))
const target = '4a55ed30-553a-57aa-b95a-de5444879643'
const amendment = { target, reason: 'A misprint', source: 'Title, body, symbol, date' }

type Scope = Parameters<typeof toWrite>[0]
interface Write extends Pick<Operation, 'operationId' | 'summary'> {
  readonly scope: Scope
  readonly content: object
  readonly parameters?: readonly object[]
}

const json = (schema: object, value: object) => ({ 'application/json': { schema, example: value } })

const recorded = (description: string) => ({
  description,
  headers: { ...headersOf('Idempotency-Replayed'), ...everyHeader },
  content: { 'application/json': { schema: schemaRef('Recorded') } },
})

const dryRun = queryParameter('dryRun', 'Checks all of it, and records nothing.', { type: 'boolean', default: false })

/** Where a stream stands: of what is appended or amended; a decision is of a proposal. */
const standing = [parameterRef('ifMatch'), parameterRef('ifNoneMatch')]

const write = ({ operationId, summary, scope, content, parameters = [] }: Write): Paths[string] => ({
  post: {
    operationId,
    tags: ['Recording'],
    summary,
    security: toWrite(scope),
    parameters: [...parameters, parameterRef('idempotencyKey'), dryRun],
    requestBody: { required: true, content },
    responses: {
      200: recorded('Nothing was appended: the log had it already, or nothing was to be recorded'),
      201: recorded('It is recorded, all of it'),
      ...problemsOf(400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 503),
    },
  },
})

const eventBodies = {
  ...json({ oneOf: [schemaRef('Event'), { type: 'array', items: schemaRef('Event'), minItems: 1 }] }, event),
  ...Object.fromEntries(eventTypes.filter((type) => type !== 'application/json').map((type) => [type, bodyOf(type)])),
}

function bodyOf(type: string): object {
  const cloud = { specversion: '1.0', id: '1', source: 'urn:example', type: 'example', data: event }
  if (type === 'application/cloudevents+json') return { schema: schemaRef('CloudEvent'), example: cloud }
  if (type === 'application/cloudevents-batch+json')
    return { schema: { type: 'array', items: schemaRef('CloudEvent'), minItems: 1 }, example: [cloud] }
  const schema = { type: 'string', description: 'One event a line', contentSchema: schemaRef('Event') }
  return { schema, example: `${JSON.stringify(event)}\n` }
}

const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The id of the proposal',
  schema: { type: 'string', format: 'uuid' },
  example: 'bc7ded88-8167-5562-bf91-9ca2642d07b0',
}

const written = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')

/** What is recorded over HTTP. */
export const recordedPaths: Paths = {
  [written(recordingPaths.events)]: write({
    operationId: 'append',
    summary: 'Appends events, all of them or none.',
    scope: 'append',
    content: eventBodies,
    parameters: standing,
  }),
  [written(recordingPaths.corrections)]: write({
    operationId: 'correct',
    summary: 'Says how an event should have read; what it said stays in the log.',
    scope: 'correct',
    content: json(schemaRef('Correction'), { ...amendment, changes: { occurred: '1994-10-22' } }),
    parameters: standing,
  }),
  [written(recordingPaths.retractions)]: write({
    operationId: 'retract',
    summary: 'Says that an event should not have been recorded; it stays in the log.',
    scope: 'correct',
    content: json(schemaRef('Retraction'), amendment),
    parameters: standing,
  }),
  [written(recordingPaths.accept)]: write({
    operationId: 'accept-proposal',
    summary: 'Takes a proposal for a fact: its event is recorded.',
    scope: 'review',
    content: json(schemaRef('Acceptance'), { because: 'It is what the text says' }),
    parameters: [id],
  }),
  [written(recordingPaths.reject)]: write({
    operationId: 'reject-proposal',
    summary: 'Takes a proposal for none: it counts for nothing, and is not asked about again.',
    scope: 'review',
    content: json(schemaRef('Rejection'), { because: 'The text speaks of another treaty' }),
    parameters: [id],
  }),
}
