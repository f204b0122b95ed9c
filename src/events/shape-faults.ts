import type { z } from 'zod'
import { closest } from '../common/closest.ts'
import { nodesAt, schemaNode, waysOf } from './described/schema-node.ts'

/** What is wrong with a field: what came, and what was expected. */
export interface ShapeFault {
  readonly path: string
  readonly message: string
}

type Issue = z.core.$ZodIssue

/** Every way in which a value is not what its schema takes, field by field. `at` is where the value stands: `data`. */
export const shapeFaults = (schema: z.ZodType, value: unknown, at: string): readonly ShapeFault[] => {
  const parsed = schema.safeParse(value)
  return parsed.success
    ? []
    : parsed.error.issues.flatMap(nearest).flatMap((issue) => faultsOf(schema, issue, value, at))
}

/**
 * Of a field that may be written in several ways, what is wrong with the way that comes nearest: the one with the
 * fewest strangers.
 */
const nearest = (issue: Issue): readonly Issue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const ways = issue.errors.map((way) => way.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
  const isOfAnotherKind = (way: readonly Issue[]) =>
    way.some(({ code, path }) => code === 'invalid_type' && path.length === issue.path.length)
  const strangers = (way: readonly Issue[]) =>
    way.reduce((sum, inner) => sum + (inner.code === 'unrecognized_keys' ? inner.keys.length : 1), 0)
  const way = ways.filter((each) => !isOfAnotherKind(each)).toSorted((a, b) => strangers(a) - strangers(b))[0]
  return way === undefined ? [issue] : way.flatMap(nearest)
}

const faultsOf = (schema: z.ZodType, issue: Issue, value: unknown, at: string): readonly ShapeFault[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: fieldOf([at, ...issue.path, key]),
      message: strangerText(key, keysAt(schema, issue.path)),
    }))
  const came = valueAt(value, issue.path)
  const expected = expectedText(schema, issue)
  const message =
    came === undefined
      ? `is missing. Expected ${expected}.`
      : `got ${shown(came)}, expected ${expected}.${hintOf(issue, came)}`
  return [{ path: fieldOf([at, ...issue.path]) || 'the line', message }]
}

const strangerText = (key: string, known: readonly string[]): string => {
  const near = closest(key, known)
  const hint = near.length > 0 ? ` Closest: ${near.join(', ')}.` : ''
  return `is no field that belongs here.${hint} Expected ${known.length === 0 ? 'no field at all' : known.join(', ')}.`
}

const keysAt = (schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] => {
  const root = schemaNode(schema)
  const ways = nodesAt(root, path).flatMap((node) => waysOf(node, root))
  return [...new Set(ways.flatMap(({ properties }) => Object.keys(properties ?? {})))]
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

const expectedText = (schema: z.ZodType, issue: Issue): string => {
  const means = nodesAt(schemaNode(schema), issue.path).find(
    ({ description }) => description !== undefined,
  )?.description
  const what = kindText(issue)
  return means === undefined || issue.code === 'custom' ? what : `${what} (${means})`
}

const kindText = (issue: Issue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.length === 1 ? shown(issue.values[0]) : `one of ${issue.values.map(String).join(', ')}`
    case 'invalid_format':
      return issue.format === 'uuid' ? 'a UUID' : `text of the form ${issue.pattern ?? issue.format}`
    case 'too_small':
      return `${sizeOf(issue.origin)} ${String(issue.minimum)} or more`
    case 'too_big':
      return `${sizeOf(issue.origin)} ${String(issue.maximum)} or less`
    default:
      return issue.message.replace(/\.$/, '')
  }
}

const sizeOf = (origin: string): string => {
  if (origin === 'string') return 'text whose length is'
  return origin === 'array' ? 'a list whose length is' : 'a number that is'
}

const hintOf = (issue: Issue, came: unknown): string => {
  if (issue.code !== 'invalid_value' || typeof came !== 'string') return ''
  const near = closest(came, issue.values.map(String))
  return near.length === 0 ? '' : ` Closest: ${near.join(', ')}.`
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (within, step) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, step)
        ? (within as Record<PropertyKey, unknown>)[step]
        : undefined,
    value,
  )

const longest = 80

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .filter((step) => step !== '')
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('')
