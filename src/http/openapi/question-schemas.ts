import type { Question } from '../../queries/question/question.ts'
import { described, schemaRef, type JsonSchema } from './json-schema.ts'
import { rowSchema } from './row-schema.ts'

/** `panel event-history` as `PanelEventHistory`. */
export const pascalOf = (name: string): string =>
  name
    .split(/[ -]/)
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('')

export const answerRef = ({ name }: Question) => schemaRef(`${pascalOf(name)}Answer`)
export const rowRef = ({ name }: Question) => schemaRef(`${pascalOf(name)}Row`)

/** What a question adds to the components: its answer, a row of its table, and what they share with others. */
export const schemasOf = (question: Question): Readonly<Record<string, JsonSchema>> => {
  const { schema, named } = described(question.output, 'output')
  const { properties = {}, required = [] } = schema as { properties?: object; required?: readonly string[] }
  const answer = {
    ...schema,
    properties: { ...properties, releaseId: releaseIdSchema },
    required: [...required, 'releaseId'],
  }
  return {
    [`${pascalOf(question.name)}Answer`]: answer,
    ...(question.table !== undefined && { [`${pascalOf(question.name)}Row`]: rowSchema(question.table) }),
    ...named,
  }
}

const releaseIdSchema = {
  type: 'string',
  description: 'Names this answer: the same id, the same bytes. Also in the header Normtrail-Release',
}
