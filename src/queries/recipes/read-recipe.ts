import { z } from 'zod'
import { badInput, type Fault, type NormtrailError } from '../../common/error.ts'
import { stopped } from '../../text/sentence.ts'
import { readJson } from '../../text/strict-json.ts'
import type { ColumnKind } from './columns/column-kind.ts'
import { issueWords, nearestOf } from './issue-words.ts'
import { recipeShape, schemaOfColumn, type AskedColumn, type Recipe, type RecipeColumn } from './recipe.ts'
import { units, unitOf } from './units/index.ts'
import type { Unit } from './units/unit.ts'

/** A recipe that was read, and what a row of its table stands for. */
export interface ReadRecipe extends Recipe {
  readonly unit: Unit
}

const pointer = (path: readonly PropertyKey[]): string => path.map((part) => `/${String(part)}`).join('')

const wrong = (faults: readonly Fault[], hint?: string): NormtrailError => {
  const said = faults.map(({ where, message }, index) => (index === 0 ? message : `${where}: ${message}`))
  const [first] = faults
  return badInput('bad-recipe', said.join('\n  '), {
    ...(first !== undefined && { where: first.where }),
    ...(hint !== undefined && { hint }),
    faults,
  })
}

/** The same of a path as JSON is read: `columns[2].name`. */
const pointerOf = (path: string): string =>
  `/${path.replaceAll(/\[(\d+)\]|\./g, (_, index?: string) => (index === undefined ? '/' : `/${index}`))}`

/** What stands at a path of a value; nothing where nothing does. */
const cameAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? inner[part as keyof typeof inner] : undefined),
    value,
  )

/** What is wrong with a part of a recipe, by the place in it: what came, what was expected. */
const faultsOf = (error: z.ZodError, value: unknown, at: readonly PropertyKey[], known: readonly string[]) =>
  error.issues.flatMap((issue): readonly Fault[] => {
    const where = pointer([...at, ...issue.path])
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        where: `${where}/${key}`,
        message: `there is no field "${key}" here; ${nearestOf(key, known)}`,
      }))
    const found = cameAt(value, issue.path)
    const words = stopped(issueWords(issue, found))
    if (found === undefined) return [{ where, message: `is missing: ${words}` }]
    const came = JSON.stringify(found)
    return [{ where, message: `${came} came: ${words}`, came }]
  })

/** The one kind that a column is of, by the field that says so. */
const kindOf = (given: Readonly<Record<string, unknown>>, unit: Unit, place: number): ColumnKind => {
  const keys = unit.kinds.map(({ key }) => key)
  const named = unit.kinds.filter(({ key }) => Object.hasOwn(given, key))
  const [kind] = named
  if (kind !== undefined && named.length === 1) return kind
  const came =
    named.length === 0 ? Object.keys(given).join(', ') || 'nothing' : named.map(({ key }) => key).join(' and ')
  throw wrong(
    [{ where: `/columns/${place}`, message: `${came} came; expected one of ${keys.join(', ')} to say what it holds.` }],
    `Columns of a table of the unit ${unit.id} say what they hold by one of these.`,
  )
}

/** What looks back by a lag of its own takes none beside it. */
const checkOwnLag = (given: Readonly<Record<string, unknown>>, { key, hasOwnLag }: ColumnKind, place: number): void => {
  if (hasOwnLag !== true || !Object.hasOwn(given, 'lag')) return
  const message = `there is no field "lag" here; it stands within "${key}": {"${key}": {…, "lag": 1}}.`
  throw wrong([{ where: `/columns/${place}/lag`, message }])
}

const readColumn = (given: Readonly<Record<string, unknown>>, unit: Unit, place: number): RecipeColumn => {
  const kind = kindOf(given, unit, place)
  const schema = schemaOfColumn(kind, unit.ofColumn)
  checkOwnLag(given, kind, place)
  const read = schema.safeParse(given)
  if (!read.success) throw wrong(faultsOf(read.error, given, ['columns', place], Object.keys(schema.shape)))
  const asked = read.data as unknown as AskedColumn
  if (asked.lag !== undefined && asked.lead !== undefined)
    throw wrong([{ where: `/columns/${place}/lead`, message: 'lag and lead came; expected one of them.' }])
  return { kind, asked }
}

const unitIn = (given: object): Unit => {
  const id = 'unit' in given ? given.unit : undefined
  const unit = typeof id === 'string' ? unitOf(id) : undefined
  if (unit !== undefined) return unit
  const ids = units.map((one) => one.id)
  const came = id === undefined ? 'is missing' : `${JSON.stringify(id)} came`
  throw wrong([{ where: '/unit', message: `${came}; expected one of ${ids.join(', ')}.` }])
}

const listOfObjects = z.array(z.record(z.string(), z.unknown()))

/** The fields of a recipe of a unit, columns apart. */
export const schemaOfHead = (unit: Unit) =>
  z.strictObject({ ...recipeShape, ...unit.shape, unit: z.literal(unit.id).describe(unit.says) })

const namedTwice = (columns: readonly RecipeColumn[]): void => {
  const names = columns.map(({ asked }) => asked.name.toLowerCase())
  const place = names.findIndex((name, index) => names.indexOf(name) < index)
  if (place >= 0)
    throw wrong([{ where: `/columns/${place}/name`, message: `two columns are called "${names[place]}".` }])
}

/** Reads a recipe. Throws `bad-recipe`: where in it, what came, what was expected. */
export const readRecipe = (text: string): ReadRecipe => {
  const read = readJson(text)
  if ('faults' in read)
    throw wrong(read.faults.map(({ path, message }) => ({ where: path === '' ? 'recipe' : pointerOf(path), message })))
  const { value } = read
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong([{ where: 'recipe', message: 'expected one JSON object.' }])
  const unit = unitIn(value)
  const { columns = [], ...head } = value as Readonly<Record<string, unknown>>
  const schema = schemaOfHead(unit)
  const checked = schema.safeParse(head)
  if (!checked.success) throw wrong(faultsOf(checked.error, head, [], ['columns', ...Object.keys(schema.shape)]))
  const listed = listOfObjects.safeParse(columns)
  if (!listed.success) throw wrong(faultsOf(listed.error, columns, ['columns'], []))
  const asked = listed.data.map((column, place) => readColumn(column, unit, place))
  namedTwice(asked)
  return { unit, head: checked.data, columns: asked, written: value as Readonly<Record<string, unknown>> }
}
