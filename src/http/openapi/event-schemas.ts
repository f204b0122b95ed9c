import type { EventDefinition } from '../../events/define.ts'
import { lineSchemaOf } from '../../events/described/describe.ts'
import { catalogue, isSaidByNormtrail } from '../../events/registry.ts'
import { partsOf, schemaRef, tidied, type JsonSchema } from './json-schema.ts'

/** Every type that can be appended, in the order of the catalogue. */
const appended = (): readonly EventDefinition[] => [...catalogue.values()].filter((one) => !isSaidByNormtrail(one))

/** What each type has of its own: the rest is the envelope that all share. */
const own: ReadonlySet<string> = new Set(['stream', 'type', 'data'])

/** The fields that lines of every type have. */
const envelopeOf = ({ properties = {} }: ReturnType<typeof lineSchemaOf>): JsonSchema => ({
  type: 'object',
  description: 'What every event has, whatever its type',
  properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !own.has(name))),
  required: ['sources'],
})

const eventOf = (definition: EventDefinition): JsonSchema => {
  const { description, properties = {}, required = [], examples } = lineSchemaOf(definition)
  return {
    description,
    allOf: [schemaRef('EventEnvelope')],
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => own.has(name))),
    required: required.filter((name) => name !== 'sources'),
    unevaluatedProperties: false,
    examples,
  }
}

/** An event, and what in it refers to itself. */
const withParts = (definition: EventDefinition): Readonly<Record<string, JsonSchema>> => {
  const { $defs = {} } = lineSchemaOf(definition)
  return partsOf(definition.type, { [definition.type]: eventOf(definition), ...($defs as Record<string, JsonSchema>) })
}

/** An event as it is appended: one schema for each type, and one that stands for all of them. */
export const eventSchemas = (): Readonly<Record<string, JsonSchema>> => {
  const definitions = appended()
  const [first] = definitions as [EventDefinition]
  const each = Object.assign({}, ...definitions.map(withParts)) as Readonly<Record<string, JsonSchema>>
  return tidied({
    EventEnvelope: envelopeOf(lineSchemaOf(first)),
    ...each,
    Event: {
      oneOf: definitions.map(({ type }) => schemaRef(type)),
      discriminator: { propertyName: 'type' },
    },
  }) as Readonly<Record<string, JsonSchema>>
}
