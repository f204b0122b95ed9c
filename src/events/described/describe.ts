import type { EventDefinition } from '../define.ts'
import { draftLine } from '../envelope.ts'
import { exampleOf } from './example.ts'
import { schemaNode, waysOf, type SchemaNode } from './schema-node.ts'

/** In whose streams a type may stand, the first being its own. */
export const familiesOf = ({ family }: EventDefinition): readonly string[] => [family].flat()

/** The JSON Schema of a whole line of a type, with an example that can be appended as it is. */
export const lineSchemaOf = (definition: EventDefinition): SchemaNode & { readonly [field: string]: unknown } => {
  const { type, means, dated, data } = definition
  const line = schemaNode(draftLine)
  const { $defs, $schema: _, ...payload } = schemaNode(data) as SchemaNode & { readonly $schema?: string }
  const { properties = {} } = line
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: type,
    description: means,
    type: 'object',
    properties: {
      ...properties,
      stream: { ...properties['stream'], pattern: `^(${familiesOf(definition).join('|')})-` },
      type: { const: type },
      data: payload,
    } as Readonly<Record<string, SchemaNode>>,
    required: ['stream', 'type', ...(dated ? ['occurred'] : []), 'sources', 'data'],
    additionalProperties: false,
    ...($defs !== undefined && { $defs }),
    examples: [exampleOf(definition)],
  }
}

/** The same for a reader: every field, whether it must be there, what it takes and means, and the example. */
export const lineText = (definition: EventDefinition): string => {
  const schema = lineSchemaOf(definition)
  const rows = fieldRows(schema, schema, '')
  const width = Math.max(...rows.map(({ field }) => field.length))
  return [
    `${definition.type}: ${definition.means}.`,
    `Stands in a stream ${familiesOf(definition)
      .map((family) => `${family}-…`)
      .join(', ')}. Fields with * must be there, wherever what holds them is.`,
    '',
    ...rows.map(({ field, takes, means }) => `  ${field.padEnd(width)}  ${takes}${means === '' ? '' : `: ${means}`}`),
    '',
    'A line that can be appended as it is:',
    JSON.stringify(exampleOf(definition)),
  ].join('\n')
}

export interface Row {
  readonly field: string
  readonly takes: string
  readonly means: string
}

/** The fields of the payload of a type, as `lineText` lists them below `data`. */
export const payloadRows = ({ data }: EventDefinition): readonly Row[] => {
  const node = schemaNode(data)
  return fieldRows(node, node, '')
}

/** Deeper than any payload but for rules within rules, which take the same again. */
const deepest = 4

/**
 * The fields of an object, and theirs. Where it may be written in several ways: a field must be there if every way has
 * it so.
 */
const fieldRows = (node: SchemaNode, root: SchemaNode, at: string): readonly Row[] => {
  if (at.split('.').length > deepest) return []
  const objects = waysOf(node, root)
    .flatMap((way) => (way.type === 'array' ? waysOf(way.items ?? {}, root) : [way]))
    .filter(({ properties }) => properties !== undefined)
  const names = new Set(objects.flatMap(({ properties }) => Object.keys(properties ?? {})))
  return [...names].flatMap((name) => {
    const parts = objects.flatMap(({ properties }) => properties?.[name] ?? [])
    const isNeeded = objects.every(({ required }) => required?.includes(name) ?? false)
    const isList = parts.some((part) => waysOf(part, root).some(({ type }) => type === 'array'))
    const path = at === '' ? name : `${at}.${name}`
    const field = { anyOf: parts }
    return [
      {
        field: `${path}${isNeeded ? ' *' : ''}`,
        takes: takesText(field, root),
        means: parts.findLast(({ description }) => description !== undefined)?.description ?? '',
      },
      ...fieldRows(field, root, isList ? `${path}[]` : path),
    ]
  })
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
}

const takesText = (part: SchemaNode, root: SchemaNode): string =>
  [...new Set(waysOf(part, root).map((way) => wayText(way, root)))].join(' or ')

const wayText = (way: SchemaNode, root: SchemaNode): string => {
  if (way.const !== undefined) return String(way.const)
  if (way.enum !== undefined) return way.enum.map(String).join(' | ')
  if (way.type === 'array') return `a list of ${takesText(way.items ?? {}, root)}`
  return words[String(way.type)] ?? 'anything'
}

/** All types by family, with what they mean. */
export const typesText = (definitions: readonly EventDefinition[]): string => {
  const families = [...new Set(definitions.flatMap(familiesOf))]
  const width = Math.max(...definitions.map(({ type }) => type.length))
  return families
    .map((family) => {
      const own = definitions.filter((definition) => familiesOf(definition)[0] === family)
      const also = definitions.filter((definition) => familiesOf(definition).indexOf(family) > 0)
      return [
        `${family}-…`,
        ...own.map(({ type, means }) => `  ${type.padEnd(width)}  ${means}`),
        ...(also.length === 0 ? [] : [`  and ${also.map(({ type }) => type).join(', ')}`]),
      ].join('\n')
    })
    .join('\n')
}
