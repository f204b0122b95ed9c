import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { badInput } from '../../common/error.ts'
import { decodedWhole } from '../../text/decode.ts'
import { readJson } from '../../text/strict-json.ts'
import { eventFaults } from './event-fields.ts'
import { messageWithNearest } from './mapping-hints.ts'
import { partsOf } from './mapping-parts.ts'
import { mapping, type Mapping, type MappingInput } from './mapping.ts'

/** Checks a mapping; the error names each field that is wrong, as `rows.indicators[0].id`. */
export const readMapping = (value: unknown, where: string): Mapping => {
  const checked = mapping.safeParse(value, { reportInput: true })
  const faults = checked.success ? faultsIn(checked.data) : checked.error.issues.flatMap(nearest).map(issueText)
  if (checked.success && faults.length === 0) return checked.data
  throw badInput('bad-mapping', `The mapping does not say what the table means.\n  ${faults.join('\n  ')}`, {
    where,
    hint: 'docs/import.md describes every field; examples/mappings holds whole mappings.',
  })
}

/** A mapping that ships with normtrail: the same checks, with the types of the editor on top. */
export const shipped = (value: MappingInput): Mapping => readMapping(value, value.name)

/** The mapping that a user wrote as JSON. */
export const readMappingFile = async (path: string): Promise<Mapping> => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw badInput('unreadable-file', 'The mapping cannot be read.', { where: path, hint: 'Check the path.', cause })
  })
  return readMapping(parseJson(decodedWhole(bytes, { name: path }), path), path)
}

const parseJson = (text: string, path: string): unknown => {
  const read = readJson(text)
  if ('value' in read) return read.value
  const faults = read.faults.map(({ path: field, message }) => `${field === '' ? '' : `${field}: `}${message}`)
  throw badInput('bad-mapping', `The file cannot be read as JSON: ${faults.join('\n  ')}`, { where: path })
}

type Issue = z.core.$ZodIssue

const issueText = (issue: Issue): string => `${fieldOf(issue.path)}: ${messageWithNearest(issue, mapping)}`

const faultsIn = ({ rows, complete }: Mapping): readonly string[] => [
  ...partsOf(rows).flatMap(({ path: place, part }) =>
    part.kind === 'events'
      ? eventFaults(part).map(({ path, message }) => `${path === '' ? place : `${place}.${path}`}: ${message}`)
      : [],
  ),
  ...(complete !== undefined && rows.kind === 'spells'
    ? ['complete: spells of a state system are what exists; there is nothing beside them to be complete of.']
    : []),
  ...(complete?.from !== undefined && complete.through < complete.from
    ? [`complete.through: got ${complete.through}, expected a day from ${complete.from} on (complete.from).`]
    : []),
]

/**
 * Of a field that may be written in several ways, what is wrong with the way that comes nearest: the one that does not
 * fail as a whole.
 */
const nearest = (issue: Issue): readonly Issue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const ways = issue.errors.map((way) => way.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
  const failsAsWhole = (way: readonly Issue[]) =>
    way.some((inner) => inner.code === 'invalid_type' && inner.path.length === issue.path.length)
  const way = ways.filter((each) => !failsAsWhole(each)).toSorted((a, b) => a.length - b.length)[0]
  return way === undefined ? [issue] : way.flatMap(nearest)
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? 'the whole'
    : path
        .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
        .join('')
