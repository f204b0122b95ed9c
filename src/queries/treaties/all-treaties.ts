import { knownRows } from '../question/known-rows.ts'
import { lawOf, type TreatyLaw } from './treaty-law.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** The treaties that a ledger goes through: one that the user names, or all that are known, by id. */
export const treatiesOf = async (world: Snapshot, word: string | undefined): Promise<readonly string[]> => {
  if (word !== undefined) return [world.names.require('treaty', word, { day: world.asOf })]
  const rows = await knownRows(world, 'treaty').select('treaty').distinct().execute()
  return rows.map(({ treaty }) => treaty).toSorted()
}

/** The law of these treaties, one after the other: hundreds of them fit in memory only one at a time. */
export async function* lawsOf(world: Snapshot, treaties: readonly string[]): AsyncGenerator<TreatyLaw> {
  for (const treaty of treaties) yield await lawOf(world, treaty)
}
