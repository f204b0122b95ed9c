import { z } from 'zod'
import { units } from './units/index.ts'
import { schemaOfHead } from './read-recipe.ts'
import { schemaOfColumn } from './recipe.ts'
import type { Unit } from './units/unit.ts'

const asJsonSchema = (schema: z.ZodType) => {
  const { $schema: _$schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

/** What a recipe of one unit takes. */
const ofUnit = (unit: Unit) => {
  const { properties, ...head } = asJsonSchema(schemaOfHead(unit))
  if (unit.kinds.length === 0) return { ...head, title: unit.id, description: unit.says, properties }
  const kinds = unit.kinds.map((kind) => ({
    ...asJsonSchema(schemaOfColumn(kind, unit.ofColumn)),
    title: kind.key,
    examples: [kind.example],
  }))
  const columns = { type: 'array', description: 'The columns of the table, in order', items: { oneOf: kinds } }
  return { ...head, title: unit.id, description: unit.says, properties: { ...properties, columns } }
}

/** The JSON Schema of recipes, for editors and other programs: one part for each unit. */
export const recipeSchema = (): Readonly<Record<string, unknown>> => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A recipe of a table of normtrail',
  description: 'What a row stands for, which years, and what each column says. `export table` makes the table.',
  type: 'object',
  required: ['unit', 'from', 'to'],
  oneOf: units.map(ofUnit),
})
