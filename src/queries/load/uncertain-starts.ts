import type { DateReading } from '../../../projections/compose/ways.ts'
import type { Day } from '../../time/day.ts'
import type { World } from '../world.ts'
import { knownRows } from './known.ts'

/** The last day on which a membership may have started, of those that may have started on several; by the span that begins on the first of them. */
export const loadUncertainStarts = async (world: World): Promise<DateReading['startedBy']> => {
  const rows = await knownRows(world, 'membership_act').select(['igo', 'actor', 'valid_from', 'latest']).where('class', '=', 'start').where('certainty', '=', 'possible').execute()
  const latest = new Map(rows.map((row) => [`${row.igo} ${row.actor} ${row.valid_from}`, row.latest as Day]))
  return ({ igo, actor, from }) => latest.get(`${igo} ${actor} ${from}`)
}
