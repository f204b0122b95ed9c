import { rankOf } from '../../../projections/fold/source-policy.ts'
import type { Source } from '../../events/source.ts'
import { knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { policyOf } from '../question/source-policy.ts'
import { relationMeant, type GraphInput } from './graph-inputs.ts'

/** The lists of sources that tell of ties, each once. */
const toldBy = async (world: Snapshot, ties: string): Promise<readonly string[]> => {
  if (ties === 'memberships') {
    const rows = await knownRows(world, 'membership').select('told_by').distinct().execute()
    return rows.map(({ told_by }) => told_by)
  }
  const rows = await knownRows(world, 'relation')
    .select('told_by')
    .distinct()
    .where('relation', '=', relationMeant(ties))
    .execute()
  return rows.map(({ told_by }) => told_by)
}

/**
 * The ids of the registered sources whose memberships or ties a list passes on as they came. Treaties in force are
 * composed of acts and clauses, and are nobody's data.
 */
export const loadPassedOn = async (world: Snapshot, { ties }: GraphInput): Promise<readonly string[]> => {
  if (ties === 'treaties') return []
  const policy = policyOf(world)
  const ids = (await toldBy(world, ties)).flatMap((text) => {
    const sources = JSON.parse(text) as readonly Source[]
    return rankOf(policy, sources) === undefined ? [] : sources.flatMap((one) => ('ref' in one ? [one.ref] : []))
  })
  return [...new Set(ids)].toSorted()
}
