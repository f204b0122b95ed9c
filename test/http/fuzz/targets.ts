import type { Operation } from '../../../src/http/openapi/operation.ts'
import { fc } from '../../support/seeded.ts'
import type { Document } from '../openapi/documented.ts'
import { hostile, mostly, nearly } from './values.ts'

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly example?: string
  readonly schema: Readonly<Record<string, unknown>>
}

/** A path as it is described, and what may stand in it and after it. */
export interface Described {
  readonly method: string
  readonly path: string
  readonly operation: Operation
  readonly parameters: readonly Parameter[]
}

export const describedIn = (document: Document, resolved: <T>(part: T) => T): readonly Described[] =>
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
      parameters: operation.parameters.map((one) => resolved(one) as Parameter),
    })),
  )

/** What means something in a field, by its name; beside what the document gives as an example. */
const meant: Readonly<Record<string, readonly string[]>> = {
  state: ['usa', 'fra', 'chl', 'United States of America', '230', 'yug'],
  subject: ['cat', 'torture', 'rome', 'iccpr'],
  treaty: ['cat', 'cedaw'],
  igo: ['coe', 'un'],
  asOf: ['1990-01-01', '2014-12-31', '2020'],
  asKnownAt: ['2999-01-01', '2020-01-01', '2026-11-28T00:00:00Z', '1900-01-01'],
  at: ['jan1', 'dec31', '1990-06-30'],
  from: ['1990', '1991-01-01'],
  to: ['1990', '1992'],
  sources: ['depositary', 'dataset,depositary', 'untc'],
  channel: ['igo', 'region,advocacy'],
  limit: ['1', '10', '100'],
  after: ['0', '100'],
  lag: ['0', '1'],
  draws: ['5'],
  seed: ['1'],
}

const validFor = ({ name, schema, example }: Parameter): readonly string[] => {
  const choices = Array.isArray(schema['enum']) ? schema['enum'].map(String) : []
  if (choices.length > 0) return choices
  const known = [...(example === undefined ? [] : [example]), ...(meant[name] ?? [])]
  if (known.length > 0) return known
  if (schema['type'] === 'boolean') return ['', 'true', 'false']
  const least = typeof schema['minimum'] === 'number' ? schema['minimum'] : 1
  return schema['type'] === 'integer' || schema['type'] === 'number' ? [String(least), String(least + 1)] : ['example']
}

/** In a URL as a browser would write it, or as nobody should. */
const written = (text: string): fc.Arbitrary<string> => {
  const encoded = [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const letter = String.fromCharCode(byte)
      return /[\w.~-]/.test(letter) ? letter : `%${byte.toString(16).padStart(2, '0')}`
    })
    .join('')
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(encoded) },
    { weight: 1, arbitrary: fc.constantFrom(`${encoded}%`, `%E0%A4%A`, `${encoded}%zz`, `${encoded}%00`, `%c0%ae`) },
    { weight: 1, arbitrary: fc.constant(text.replaceAll(/[^!-\u00ff]/g, '+')) },
  )
}

const endings = fc.constantFrom('json', 'csv', 'jsonl', 'parquet', 'svg', 'txt', 'png', '')

const inPath = ({ path, parameters }: Described): fc.Arbitrary<string> => {
  const values = Object.fromEntries(
    parameters
      .filter((one) => one.in === 'path')
      .map((one) => [one.name, mostly(validFor(one), [8, 1, 1]).chain(written)] as const),
  )
  const filled = fc
    .record(values)
    .map((given) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name])))
  return fc.oneof(
    { weight: 16, arbitrary: filled },
    { weight: 1, arbitrary: filled.chain(nearly).map((text) => `/${text.replaceAll(/[^!-~]/g, '')}`) },
    { weight: 1, arbitrary: filled.map((text) => `/${text}//`) },
    { weight: 2, arbitrary: fc.tuple(filled, endings).map((parts) => parts.join('.')) },
  )
}

const inQuery = ({ parameters }: Described): fc.Arbitrary<string> => {
  const own = parameters.filter((one) => one.in === 'query')
  const pair = (one: Parameter) =>
    mostly(validFor(one))
      .chain(written)
      .map((value) => `${one.name}=${value}`)
  const needed = fc.tuple(
    ...own.filter(({ required }) => required === true).map((one) => fc.option(pair(one), { freq: 12, nil: '' })),
  )
  const few = own.length === 0 ? fc.constant([]) : fc.array(fc.constantFrom(...own).chain(pair), { maxLength: 3 })
  const names =
    own.length === 0
      ? hostile
      : fc.oneof(
          hostile,
          fc.constantFrom(...own).chain(({ name }) => nearly(name)),
        )
  const strange = fc.array(
    fc.tuple(names.chain(written), hostile.chain(written)).map(([name, value]) => `${name}=${value}`),
    { maxLength: 2 },
  )
  return fc
    .tuple(needed, few, fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: strange }))
    .map((parts) => parts.flat().filter(Boolean).join('&'))
}

/** Path and query, mostly of what is described. */
export const targetOf = (described: Described): fc.Arbitrary<string> => {
  const examples = described.operation['x-examples'] ?? []
  const made = fc
    .tuple(inPath(described), inQuery(described))
    .map(([path, query]) => (query === '' ? path : `${path}?${query}`))
  const long = fc
    .tuple(made, fc.constantFrom(9_000, 20_000))
    .map(([target, length]) => `${target}${target.includes('?') ? '&' : '?'}a=${'b'.repeat(length)}`)
  return fc.oneof(
    { weight: 20, arbitrary: made },
    { weight: examples.length > 0 ? 6 : 0, arbitrary: fc.constantFrom(...examples, '/') },
    { weight: 1, arbitrary: hostile.chain(written).map((text) => `/${text}`) },
    {
      weight: 1,
      arbitrary: fc.oneof(long, fc.constantFrom('*', '//', '/.', '/v1/../openapi.json', 'http://a/v1/info')),
    },
  )
}
