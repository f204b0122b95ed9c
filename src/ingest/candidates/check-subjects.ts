import type { NormtrailError } from '../../common/error.ts'
import type { JsonObject } from '../../events/json.ts'
import type { Names } from '../../names/names.ts'
import type { Draft } from '../../sources/importer/draft.ts'
import { checkDefinition } from './check-definition.ts'
import type { Defined } from './defined.ts'
import { LineFaults } from './line-faults.ts'
import type { Resolved } from './resolve-draft.ts'
import { checkStream, namesSubjects, resolvePayload } from './resolve-payload.ts'

/**
 * Holds what a row says against the subjects that the log knows, or that the files themselves define, as `append` does
 * a line: its stream, and what its mapping puts into the payload as it stands. Gives the payload with ids, or the first
 * fault.
 */
export const checkSubjects = (
  names: Names,
  { type, occurred, data: said }: Draft,
  { stream, ids }: Pick<Resolved, 'stream' | 'ids'>,
  defined: Defined,
  namesItsOwn: boolean,
): JsonObject | NormtrailError => {
  const faults = new LineFaults()
  const line = { type, occurred, data: said }
  const resolved = namesSubjects(type, said) ? resolvePayload(names, line, defined, '', faults) : said
  const data = { ...resolved, ...ids }
  faults.try(() => checkStream(names, stream, data, defined, { where: '', namesItsOwn }))
  faults.try(() => checkDefinition(names, type, stream, data, ''))
  return faults.first ?? data
}
