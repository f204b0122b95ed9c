import { closest } from '../../common/closest.ts'
import { catalogue } from '../../events/registry.ts'
import type { Events } from './mapping.ts'

/**
 * What is wrong with the fields that a mapping gives its events, by the place in what describes them: a family, a field
 * that the type does not have, one that it lacks.
 */
export const eventFaults = (rows: Events): readonly { readonly path: string; readonly message: string }[] => {
  const types = typesOf(rows.type)
  const fields = types.flatMap((type) => Object.keys(shapeOf(type)))
  const given = ['references', 'data'] as const
  return [
    ...familyFaults(rows, types),
    ...given.flatMap((place) =>
      Object.keys(rows[place])
        .filter((field) => !fields.includes(field))
        .map((field) => ({
          path: `${place}.${field}`,
          message: `${types.join(', ')} has no field "${field}". ${nearest(field, fields)}`,
        })),
    ),
    ...Object.keys(rows.data)
      .filter((field) => Object.hasOwn(rows.references, field))
      .map((field) => ({ path: `data.${field}`, message: 'stands in references, too. Expected one of the two.' })),
    ...(types.length === 1 ? lackingFaults(rows, types[0] as string) : []),
  ]
}

const typesOf = (type: Events['type']): readonly string[] =>
  typeof type === 'string' ? [type] : [...new Set(Object.values(type.codes).filter((one) => one !== null))]

interface Field {
  readonly safeParse: (value: unknown) => { readonly success: boolean }
}

/** The fields of a type's payload. */
const shapeOf = (type: string): Readonly<Record<string, Field>> =>
  (catalogue.get(type)?.data as unknown as { def: { shape?: Record<string, Field> } } | undefined)?.def.shape ?? {}

const familyFaults = ({ stream }: Events, types: readonly string[]) => {
  const [family] = stream
  const families = [...new Set(types.flatMap((type) => catalogue.get(type)?.family ?? []))]
  if (families.length === 0 || (typeof family === 'string' && families.includes(family))) return []
  const words = `${types.join(', ')} stands in streams of ${families.join(' or ')}`
  return [{ path: 'stream[0]', message: `${words}, not of ${JSON.stringify(family)}.` }]
}

const lackingFaults = ({ references, data }: Events, type: string) =>
  Object.entries(shapeOf(type))
    .filter(([field, schema]) => !(field in references) && !(field in data) && !schema.safeParse(undefined).success)
    .map(([field]) => ({ path: '', message: `${type} needs a field "${field}", in references or in data.` }))

const nearest = (word: string, known: readonly string[]): string => {
  const near = closest(word, known)
  return near.length > 0 ? `Closest: ${near.join(', ')}.` : `It has: ${[...new Set(known)].join(', ')}.`
}
