import { readFile } from 'node:fs/promises'
import { badInput, messageOf } from '../error.ts'
import { mapping, type Mapping, type MappingInput } from './mapping.ts'

/** Checks a mapping; the error names each field that is wrong, as `rows.indicators[0].id`. */
export const readMapping = (value: unknown, where: string): Mapping => {
  const checked = mapping.safeParse(value)
  if (checked.success) return checked.data
  const faults = checked.error.issues.map((issue) => `${fieldOf(issue.path)}: ${issue.message}`)
  throw badInput('bad-mapping', `The mapping does not say what the table means.\n  ${faults.join('\n  ')}`, {
    where, hint: 'docs/importing.md describes every field; examples/mappings holds whole mappings.',
  })
}

/** A mapping that ships with normtrail: the same checks, with the types of the editor on top. */
export const shipped = (value: MappingInput): Mapping => readMapping(value, value.name)

/** The mapping that a user wrote as JSON. */
export const readMappingFile = async (path: string): Promise<Mapping> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw badInput('unreadable-file', 'The mapping cannot be read.', { where: path, hint: 'Check the path.', cause })
  })
  return readMapping(parseJson(text, path), path)
}

const parseJson = (text: string, path: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw badInput('bad-mapping', `The file is no JSON: ${messageOf(cause)}.`, { where: path, cause })
  }
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? 'the whole' : path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('')
