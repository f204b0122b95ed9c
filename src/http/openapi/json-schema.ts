import { z } from 'zod'

export type JsonSchema = Readonly<Record<string, unknown>>

/** A schema as a document holds it, and the named ones that it refers to. */
export interface Described {
  readonly schema: JsonSchema
  readonly named: Readonly<Record<string, JsonSchema>>
}

/**
 * A zod schema as OpenAPI 3.1 takes it: without what only a schema of its own may say, and what has a name of its own
 * (`.meta({ id })`) as a reference to the components.
 */
export const described = (schema: z.ZodType, io: 'input' | 'output'): Described => {
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return {
    schema: tidied(rest) as JsonSchema,
    named: tidied($defs) as Readonly<Record<string, JsonSchema>>,
  }
}

const inDefinitions = '#/$defs/'
const inComponents = '#/components/schemas/'

/** Of whole numbers zod says how large JavaScript can hold them: that says nothing of the field. */
const isLimitOfNumbers = (key: string, value: unknown): boolean =>
  (key === 'minimum' && value === Number.MIN_SAFE_INTEGER) || (key === 'maximum' && value === Number.MAX_SAFE_INTEGER)

export const tidied = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(tidied)
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part)
      .filter(([key, value]) => key !== '$id' && !isLimitOfNumbers(key, value))
      .map(([key, value]) => [key, key === '$ref' ? inComponentsOf(value) : tidied(value)]),
  )
}

const inComponentsOf = (reference: unknown): string => String(reference).replace(inDefinitions, inComponents)

/** Whether it stands for any value in JSON: written out, it refers to itself in a way that no generator can name. */
const isAnyValue = (schema: JsonSchema): boolean => {
  const { anyOf } = schema as { readonly anyOf?: readonly { readonly type?: unknown }[] }
  return /__schema\d/.test(JSON.stringify(schema)) && anyOf?.some(({ type }) => type === 'null') === true
}

/** What refers to itself gets a name from zod that says nothing: it is a part of what it is found in. */
export const partsOf = (owner: string, named: Readonly<Record<string, JsonSchema>>): typeof named => {
  const plain = Object.entries(named).map(([name, schema]) => [
    name,
    name.startsWith('__schema') && isAnyValue(schema) ? { description: 'Any value in JSON' } : schema,
  ])
  return JSON.parse(
    JSON.stringify(Object.fromEntries(plain)).replaceAll(
      /\b__schema(\d+)\b/g,
      (_, index) => `${owner}Part${Number(index) + 1}`,
    ),
  ) as typeof named
}

export const schemaRef = (name: string) => ({ $ref: `${inComponents}${name}` })
