import { formatsOf, mediaTypes, type Format } from '../../exports/format.ts'
import { examplesOf, type Example } from '../../queries/examples.ts'
import { fieldsOf, type Field } from '../../queries/question/fields.ts'
import type { Question } from '../../queries/question/question.ts'
import { pathOf, resourceOf } from '../service/paths.ts'
import { answerHeaders, listHeaders } from './headers.ts'
import { tidied } from './json-schema.ts'
import type { Operation, Paths } from './operation.ts'
import { parameterRef, queryParameter } from './parameters.ts'
import { problemsOf } from './problems.ts'
import { answerRef, rowRef } from './question-schemas.ts'

/**
 * A parameter in a path is always required in OpenAPI: where the last ones may be left off, there is a path without
 * them, too. What is about one thing of a list is below that list, too.
 */
export const questionPaths = (question: Question): Paths => {
  const inPath = fieldsOf(question).filter(({ positional }) => positional)
  const least = inPath.filter(({ required }) => required).length
  const lengths = Array.from({ length: inPath.length - least + 1 }, (_, left) => inPath.length - left)
  const resource = resourceOf(question)
  return Object.fromEntries([
    ...lengths.map((length) => pathWith(question, inPath.slice(0, length))),
    ...(resource === undefined ? [] : [asResource(question, `${resource}${placesOf(inPath)}`)]),
  ])
}

const placesOf = (inPath: readonly Field[]): string => inPath.map(({ name }) => `/{${name}}`).join('')

const asResource = (question: Question, path: string) =>
  [path, { get: operationOf(question, `${question.name}-of-${question.resource ?? ''}`, fieldsOf(question)) }] as const

const pathWith = (question: Question, inPath: readonly Field[]) => {
  const left = fieldsOf(question).filter((field) => field.positional && !inPath.includes(field))
  const operationId = [question.name.replaceAll(' ', '-'), ...left.map(({ kebab }) => `without-${kebab}`)].join('-')
  const fields = fieldsOf(question).filter((field) => !left.includes(field))
  const path = `${pathOf(question)}${placesOf(inPath)}`
  return [path, { get: operationOf(question, operationId, fields) }] as const
}

const operationOf = (question: Question, operationId: string, fields: readonly Field[]): Operation => {
  const examples = examplesOf(question, fields)
  return {
    operationId,
    tags: [tagOf(question)],
    summary: question.asks,
    parameters: [
      ...fields.map((field) => parameterOf(field, examples)),
      parameterRef('asOf'),
      parameterRef('asKnownAt'),
      queryParameter('format', 'The form of the answer; beats the Accept header.', {
        type: 'string',
        enum: formatsOf(question),
        default: 'json',
      }),
      ...(isList(question) ? [parameterRef('prefer')] : []),
    ],
    ...(examples.length > 0 && { 'x-examples': examples.map((given) => requestOf(question, given)) }),
    responses: {
      200: {
        description: question.asks,
        headers: isList(question) ? { ...answerHeaders, ...listHeaders } : answerHeaders,
        content: contentOf(question),
      },
      304: {
        description: 'The answer is still the one with that ETag.',
        headers: answerHeaders,
      },
      ...problemsOf(400, 401, 403, 404, 405, 406, 429, 503),
    },
  }
}

const isList = ({ place }: Question): boolean => place !== undefined

const tagOf = (question: Question): string => {
  if (isList(question)) return 'Lists'
  return question.format === 'csv' ? 'Panels' : 'Questions'
}

/** What is given in an example, as a path and a query that can be asked as they are. */
const requestOf = (question: Question, given: Example): string => {
  const inPath = question.positional.flatMap((name) => given[name] ?? []).map(encodeURIComponent)
  const query = new URLSearchParams(Object.entries(given).filter(([name]) => !question.positional.includes(name)))
  return `${[pathOf(question), ...inPath].join('/')}${query.size === 0 ? '' : `?${query}`}`
}

const parameterOf = ({ name, positional, required, description, schema }: Field, examples: readonly Example[]) => {
  const { description: _, ...rest } = schema
  const example = examples.find((given) => given[name] !== undefined)?.[name]
  return {
    name,
    in: positional ? 'path' : 'query',
    required: positional || required,
    description,
    schema: tidied(rest),
    ...(example !== undefined && { example }),
  }
}

const contentOf = (question: Question) =>
  Object.fromEntries(
    formatsOf(question).map((format) => [mediaTypes[format].split(';')[0], bodyOf(question, format)] as const),
  )

/** What stands in the body: JSON as it is; of tables what each row has, of the others that they are text, or bytes. */
const bodyOf = (question: Question, format: Format): object => {
  if (format === 'json') return { schema: answerRef(question) }
  if (format === 'jsonl')
    return { schema: { type: 'string', description: 'One object a line', contentSchema: rowRef(question) } }
  if (format === 'csv') return { schema: { type: 'string' }, 'x-columns': rowRef(question) }
  // OpenAPI 3.1 says nothing of bytes: a body without a schema is one.
  if (format === 'parquet') return { 'x-columns': rowRef(question) }
  return { schema: { type: 'string' } }
}
