import { z } from 'zod'
import type { Question } from './question.ts'

/** An input field as every face needs it: read from its schema, never written down again. */
export interface Field {
  /** camelCase: the query parameter. */
  readonly name: string
  /** kebab-case, without dashes before it: the flag on a command line. */
  readonly kebab: string
  readonly description: string
  readonly positional: boolean
  readonly required: boolean
  /** Given or not given; takes no value. */
  readonly isFlag: boolean
  readonly choices: readonly string[]
  readonly fallback: unknown
  /** What may be given, as JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>
}

const read = new WeakMap<Question, readonly Field[]>()

/** The fields of a question's input: the positional ones first, in their order. */
export const fieldsOf = (question: Question): readonly Field[] => {
  const known = read.get(question)
  if (known !== undefined) return known
  const fields = readFields(question)
  read.set(question, fields)
  return fields
}

const readFields = (question: Question): readonly Field[] => {
  const { properties = {}, required = [] } = z.toJSONSchema(question.input, { io: 'input', unrepresentable: 'any' })
  const others = Object.keys(properties).filter((name) => !question.positional.includes(name))
  return [...question.positional, ...others].map((name) => {
    const { flag, ...schema } = keysOf(properties[name])
    const isFlag = flag === true
    return {
      name,
      kebab: kebabOf(name),
      description: typeof schema['description'] === 'string' ? schema['description'] : '',
      positional: question.positional.includes(name),
      required: required.includes(name),
      isFlag,
      choices: Array.isArray(schema['enum']) ? schema['enum'].map(String) : [],
      fallback: schema['default'],
      schema: isFlag ? { type: 'boolean', ...without(schema, 'anyOf') } : schema,
    }
  })
}

/** JSON Schema has `true` for anything, too, which says nothing of a field. */
const keysOf = (schema: unknown): Readonly<Record<string, unknown>> => (typeof schema === 'object' ? { ...schema } : {})

/** `asKnownAt` as `as-known-at`. */
export const kebabOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const without = (schema: Readonly<Record<string, unknown>>, name: string) =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== name))
