import { z } from 'zod'
import { fieldsOf, type Field } from '../../queries/question/fields.ts'
import { formatsOf, mediaTypes } from '../../exports/format.ts'
import { version } from '../../package/version.ts'
import type { Question } from '../../queries/question/question.ts'
import { pathOf } from '../service/paths.ts'

const releaseIdSchema = {
  type: 'string',
  description: 'Names this answer: the same id, the same bytes. Also in the header Normtrail-Release',
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What came and what was expected' },
    code: { type: 'string', description: 'Stable word for the failure: the same that the command line prints' },
    hint: { type: 'string', description: 'What to do about it' },
    instance: { type: 'string' },
  },
}

/** The OpenAPI 3.1 document, made from the schemas of the questions. */
export const openApiOf = (questions: readonly Question[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'normtrail',
    version,
    description:
      'What states did about norms: what was true on any date, as known on any date, and why. ' +
      'Every answer prints both clocks and the ordinal of the last event it knows.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  paths: Object.fromEntries(questions.flatMap(pathsOf)),
  components: {
    parameters: {
      asOf: queryParameter('asOf', 'The day the answer is about. Default: today (UTC).', {
        type: 'string',
        format: 'date',
      }),
      asKnownAt: queryParameter(
        'asKnownAt',
        'What the log knew then: an instant in UTC, or a date for the end of that day; of a day that has not ' +
          'ended, the last commit. An instant ahead of the clock is refused. Default: all it knows.',
        { type: 'string' },
      ),
    },
    responses: {
      Problem: {
        description: 'What went wrong, and what to do about it.',
        headers: { ...warning, ...retryAfter },
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  },
})

const header = (description: string, schema: object) => ({ description, schema })

/** What every answer says of itself, in whatever form it comes. */
const headers = {
  'Normtrail-As-Of': header('The day that the answer is about', { type: 'string', format: 'date' }),
  'Normtrail-As-Known-At': header(
    'The moment of knowledge asked for, or the last commit where that ' +
      'has not passed; left out where it is all that is known',
    {
      type: 'string',
      format: 'date-time',
    },
  ),
  'Normtrail-Ordinal': header('The last event known then', { type: 'integer' }),
  'Normtrail-Release': header('Names this answer: the same id, the same bytes', { type: 'string' }),
  'Normtrail-Not-Redistributable': header(
    'With a table: the registered sources of the log that may not be passed on, by id, with ' +
      'commas between; left out where there is none. /v1/sources has their terms',
    { type: 'string' },
  ),
}

/** What an answer says where it may be half of one; problems say it, too. */
const warning = {
  'Normtrail-Warning': header(
    'Only while the log holds no more than a part of an import, which is under way or was ' +
      'cut off: the answer may be incomplete. /healthz says which, and what to do',
    { type: 'string', enum: ['unfinished-load'] },
  ),
}

/** What a problem says where it passes by itself. */
const retryAfter = {
  'Retry-After': header('With 503 `busy`: after how many seconds to ask again', { type: 'integer', minimum: 1 }),
}

const queryParameter = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

/**
 * A parameter in a path is always required in OpenAPI: where the last ones may be left off, there is a path without
 * them, too.
 */
const pathsOf = (question: Question): readonly (readonly [string, object])[] => {
  const inPath = fieldsOf(question).filter(({ positional }) => positional)
  const least = inPath.filter(({ required }) => required).length
  return inPath
    .slice(least)
    .reduceRight(
      (paths, _field, index) => [...paths, pathWith(question, inPath.slice(0, least + index))],
      [pathWith(question, inPath)],
    )
}

const pathWith = (question: Question, inPath: readonly Field[]): readonly [string, object] => {
  const left = fieldsOf(question).filter((field) => field.positional && !inPath.includes(field))
  const id = [question.name.replaceAll(' ', '-'), ...left.map(({ kebab }) => `without-${kebab}`)].join('-')
  const parameters = fieldsOf(question).filter((field) => !left.includes(field))
  return [
    `${pathOf(question)}${inPath.map(({ name }) => `/{${name}}`).join('')}`,
    { get: operationOf(question, id, parameters) },
  ]
}

const operationOf = (question: Question, operationId: string, fields: readonly Field[]) => ({
  operationId,
  summary: question.asks,
  parameters: [
    ...fields.map(parameterOf),
    { $ref: '#/components/parameters/asOf' },
    { $ref: '#/components/parameters/asKnownAt' },
    queryParameter('format', 'The form of the answer; beats the Accept header.', {
      type: 'string',
      enum: formatsOf(question),
      default: 'json',
    }),
  ],
  responses: {
    200: { description: question.asks, headers: { ...headers, ...warning }, content: contentOf(question) },
    304: { description: 'The answer is still the one with that ETag.', headers: { ...headers, ...warning } },
    default: { $ref: '#/components/responses/Problem' },
  },
})

const parameterOf = ({ name, positional, required, description, schema }: Field) => ({
  name,
  in: positional ? 'path' : 'query',
  required: positional || required,
  description,
  schema,
})

const contentOf = (question: Question) =>
  Object.fromEntries(
    formatsOf(question).map((format) => [
      mediaTypes[format].split(';')[0],
      { schema: format === 'json' ? answerSchema(question) : { type: 'string' } },
    ]),
  )

const answerSchema = (question: Question): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(question.output, { io: 'output', unrepresentable: 'any' })
  const { properties = {}, required = [] } = schema
  return { ...schema, properties: { ...properties, releaseId: releaseIdSchema }, required: [...required, 'releaseId'] }
}
