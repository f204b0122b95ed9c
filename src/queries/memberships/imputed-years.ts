import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { knownRows } from '../question/known-rows.ts'

/** Whether a source filled in an organisation's memberships on a day. */
export const loadImputed = async (world: Snapshot): Promise<(igo: string, day: Day) => boolean> => {
  const rows = await knownRows(world, 'igo_imputed').select(['igo', 'valid_from', 'valid_to']).execute()
  const byIgo = groupBy(rows, ({ igo }) => igo)
  return (igo, day) => (byIgo.get(igo) ?? []).some((row) => row.valid_from <= day && day < row.valid_to)
}
