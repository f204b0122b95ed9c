import { documentPage, documentPaths, root } from '../service/paths.ts'
import { everyHeader, headersOf } from './headers.ts'
import type { Operation, Paths } from './operation.ts'
import { problemsOf } from './problems.ts'

const object = (properties: object, required = Object.keys(properties)) => ({ type: 'object', required, properties })

const text = (description: string) => ({ type: 'string', description })

const json = (schema: object) => ({ 'application/json': { schema } })

const healthSchema = object(
  {
    status: { type: 'string', enum: ['ok', 'unfinished-load'] },
    version: text('The version of the server'),
    ordinal: { type: 'integer', description: 'The last event of the log' },
    unfinished: object({
      says: text('Which import is under way, or was cut off'),
      todo: text('What to do about it'),
    }),
  },
  ['status', 'version', 'ordinal'],
)

const readySchema = object({
  status: text('`ready`, or what stands in the way'),
  version: text('The version of the server'),
})

const parameterSchema = object({
  name: text('Its name'),
  in: { type: 'string', enum: ['path', 'query'] },
  required: { type: 'boolean' },
  description: text('What it means'),
})

const indexSchema = object({
  clocks: object({ asOf: text('The one clock'), asKnownAt: text('The other') }),
  openapi: text('Where this document is'),
  questions: {
    type: 'array',
    items: object({
      name: text('As on the command line'),
      asks: text('What it answers'),
      path: text('Where it is; what stands in braces goes in'),
      formats: { type: 'array', items: { type: 'string' } },
      parameters: { type: 'array', items: parameterSchema },
    }),
  },
})

const got = (operationId: string, path: string, summary: string, responses: Operation['responses']) => ({
  [path]: { get: { operationId, tags: ['Operation'], summary, parameters: [], responses, 'x-examples': [path] } },
})

const document = (path: string, index: number): Paths =>
  got(index === 0 ? 'openapi' : 'openapi-below', path, 'This document.', {
    200: { description: 'An OpenAPI document', headers: everyHeader, content: json({ type: 'object' }) },
    ...problemsOf(405),
  })

/** What is found beside the questions. */
export const servicePaths: Paths = {
  ...got('index', root, 'Every question, in short.', {
    200: { description: 'Every question', headers: everyHeader, content: json(indexSchema) },
    ...problemsOf(401, 403, 405, 429),
  }),
  ...Object.assign({}, ...documentPaths.map(document)),
  ...got('docs', documentPage, 'This document as a page for people.', {
    200: { description: 'A page', headers: everyHeader, content: { 'text/html': { schema: { type: 'string' } } } },
    ...problemsOf(405),
  }),
  ...got('healthz', '/healthz', 'Whether the server is well.', {
    200: {
      description: 'It is well',
      headers: { ...headersOf('Normtrail-Warning'), ...everyHeader },
      content: json(healthSchema),
    },
    ...problemsOf(405, 503),
  }),
  ...got('readyz', '/readyz', 'Whether to send it questions now.', {
    200: { description: 'It may be asked', headers: everyHeader, content: json(readySchema) },
    503: {
      description: 'Not now',
      headers: { ...headersOf('Retry-After'), ...everyHeader },
      content: json(readySchema),
    },
    ...problemsOf(405),
  }),
  ...got('metrics', '/metrics', 'What the server counts of itself, for Prometheus.', {
    200: {
      description: 'Counts and times',
      headers: everyHeader,
      content: { 'text/plain': { schema: { type: 'string' } } },
    },
    ...problemsOf(401, 403, 405),
  }),
}
