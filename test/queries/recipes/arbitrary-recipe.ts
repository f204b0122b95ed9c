import { fc } from '../../support/seeded.ts'

/** What of JSON Schema the schema of recipes is written in. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
}

/** Words that mean something somewhere in the invented world, and some that do nowhere. */
const words =
  `toya toyb toyo1 toyo2 toytreaty toynorm toy:score toy-size cow-nmc:cinc dec31 jan1 02-29 13-01 1994-12-10 2001
dataset press 1 0 2 0.5 -1 90d mm dc igo region treaties universal !universal toyo1,toyo3 settled true edges treaty-*
igo-toyo1 TreatyAcceded nothing x ä * ' % __proto__ 1e9`
    .split(/\s/)
    .concat('Toyland c', ' ', '\u0000')
const word = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...words) }, { weight: 1, arbitrary: fc.string() })

/** A value as a question takes it: of the fields under `exposure` and `of` the schema says words alone. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(0, 1, 2, 0.5, -1, true, false, 1e21) },
  { weight: 1, arbitrary: fc.array(word, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, {}, [[]]) },
)

/** What fields mean beyond their type: drawn at random, hardly any recipe would get as far as a row. */
const likely: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  from: fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 1997, max: 2002 }) }, fc.constantFrom(1, 1989, 9998, 9999)),
  to: fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 2000, max: 2004 }) }, fc.constantFrom(1, 1990, 9998, 9999)),
  system: fc.oneof({ weight: 8, arbitrary: fc.constant('un') }, fc.constantFrom('cow', 'gw')),
  day: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('dec31', 'jan1', '02-29', '06-30') }, word),
  asOf: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('2001-06-30', '1900-01-01') }, word),
  asKnownAt: fc.oneof({ weight: 4, arbitrary: fc.constantFrom('2400-01-01', '1900-01-01') }, word),
  states: fc.oneof(
    { weight: 6, arbitrary: fc.subarray(['toya', 'toyb', 'Toyland c'], { minLength: 1 }) },
    fc.array(word, { minLength: 1, maxLength: 2 }),
  ),
  sources: fc.oneof({ weight: 4, arbitrary: fc.constant(['dataset']) }, fc.array(word, { minLength: 1, maxLength: 2 })),
  status: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('toytreaty', 'toynorm') }, word),
  subject: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('toytreaty', 'toynorm') }, word),
  membership: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('toyo1', 'toyo2') }, word),
  score: fc.oneof({ weight: 6, arbitrary: fc.constant('toy:score') }, fc.constantFrom('toy:other', 'a:b:c', ':')),
  memberScore: fc.constantFrom('toy:score', 'toy:other'),
  attribute: fc.oneof({ weight: 6, arbitrary: fc.constant('toy-size') }, word),
  adoption: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('toytreaty', 'toynorm') }, word),
  formula: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('mm', 'dc', 'ti', 'years', 'spmon') }, word),
  channel: fc.oneof({ weight: 6, arbitrary: fc.constantFrom('igo', 'informal', 'region', 'treaties', 'power') }, word),
}

const letters = /^[A-Za-z]\w{0,20}$/

/** Text of a pattern: what no word of ours fits is made of it. */
const textOf = ({ pattern, enum: known, minLength = 0 }: Schema): fc.Arbitrary<unknown> => {
  if (known !== undefined) return fc.constantFrom(...known)
  const fits = (text: string) =>
    text.length >= minLength && (pattern === undefined || new RegExp(pattern, 'u').test(text))
  const fitting = words.filter(fits)
  const made =
    pattern === undefined
      ? word.filter(fits)
      : fc.stringMatching(pattern.startsWith('^[A-Za-z]') ? letters : new RegExp(pattern))
  return fitting.length === 0 ? made : fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...fitting) }, made)
}

const listOf = ({ items = {}, minItems = 0 }: Schema): fc.Arbitrary<unknown> =>
  fc.array(valueOf(items), { minLength: minItems, maxLength: Math.max(minItems, 3) })

/** Fields that must be there, and of the others some. */
const objectOf = ({ properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> => {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [
      name,
      (isFree(name, schema) ? likely[name] : undefined) ?? valueOf(schema),
    ]),
  )
  const names = Object.keys(fields)
  const optional = names.filter((name) => !required.includes(name))
  return fc
    .tuple(fc.subarray(optional, { maxLength: Math.min(3, optional.length) }), fc.record(fields))
    .map(([chosen, all]) => Object.fromEntries([...required, ...chosen].map((name) => [name, all[name]])))
}

/** Whether a field takes any text, number or list: what is likely is likely there. */
const isFree = (name: string, { enum: known, type }: Schema): boolean =>
  name === 'system' || (known === undefined && type !== 'object' && type !== 'boolean')

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const { type, oneOf, anyOf } = schema
  if (schema.const !== undefined) return fc.constant(schema.const)
  const choices = oneOf ?? anyOf
  if (choices !== undefined) return fc.oneof(...choices.map(valueOf))
  if (Array.isArray(type))
    return fc.oneof(...(type as readonly string[]).map((one) => valueOf({ ...schema, type: one })))
  switch (type) {
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -5, max: Math.min(schema.maximum ?? 5, 9999) })
    case 'boolean':
      return fc.boolean()
    case 'array':
      return listOf(schema)
    case 'object':
      return schema.properties === undefined
        ? fc.dictionary(fieldOfQuestion, anything, { maxKeys: 4 })
        : objectOf(schema)
    default:
      return schema.properties === undefined ? anything : objectOf(schema)
  }
}

/** The fields that a question may take under `of`. */
const fieldOfQuestion = fc.constantFrom(
  ...`subject formula channel threshold lag score attribute spells igos minCoverage stream type actor norm id recordedTo
  occurredFrom count limit from states x`.split(/\s+/),
)

/** Recipes by their schema: every unit as often as every other. */
export const recipesBy = (schema: Schema): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.oneof(...(schema.oneOf ?? []).map(valueOf)) as fc.Arbitrary<Readonly<Record<string, unknown>>>
