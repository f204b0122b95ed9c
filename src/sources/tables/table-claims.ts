import type { Claim, Importer, OpenFile, Reference } from '../importer/draft.ts'
import { blanking } from './blank-cells.ts'
import type { Mapping, Ties } from './mapping.ts'
import { Bad } from './table-cell.ts'
import { referenceOf } from './table-reference.ts'

/**
 * A table of events names treaties or organisations, one of scores raters, one of ties or attributes these: of whatever
 * it names it claims to hold all. The actors in a table of ties are all that it names, tied or not.
 */
export const claimsOf =
  (mapping: Mapping, complete: NonNullable<Mapping['complete']>): NonNullable<Importer['claims']> =>
  async (file) => {
    const { from, system, static: isStatic, actors, ...rest } = complete
    const { rows } = mapping
    const claim: Claim = {
      treaties: 'named',
      organisations: 'named',
      raters: 'named',
      relations: 'named',
      attributes: 'named',
      ...rest,
      actors: rows.kind === 'ties' && actors === 'named' ? await actorsIn(file, mapping, rows) : actors,
      ...(from !== undefined && { from }),
      ...(system !== undefined && { system }),
      ...(isStatic !== undefined && { isStatic }),
    }
    return [claim]
  }

/** All actors that a table of ties names, as of its last day. */
const actorsIn = async (file: OpenFile, mapping: Mapping, rows: Ties): Promise<readonly Reference[]> => {
  const blanked = blanking(mapping)
  const on = rows.describes ?? mapping.complete?.through
  const found = new Map<string, Reference>()
  for await (const row of file.records())
    for (const spec of [rows.actor, rows.other]) {
      const reference = referenceOf(blanked(row), spec, { on })
      if (!(reference instanceof Bad)) found.set(`${reference.scheme} ${reference.code}`, reference)
    }
  return [...found.values()]
}
