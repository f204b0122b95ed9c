import { z } from 'zod'
import { addDays, FOREVER, formatBound, type Day } from '../../time/day.ts'
import { knownRows } from '../question/known-rows.ts'
import { nullableDay } from '../question/output-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'

export const lifetimeOut = z.object({
  firstDay: nullableDay.describe('The first day of the organisation; null where the log does not say it'),
  lastDay: nullableDay.describe('The last day of it; null where it goes on, or the log does not say it'),
})
export type Lifetime = z.infer<typeof lifetimeOut>

/** From when to when an organisation existed, as far as the log says it. */
export const loadLifetime = async (world: Snapshot, igo: string): Promise<Lifetime> => {
  const rows = await knownRows(world, 'igo').select(['valid_from', 'valid_to']).where('igo', '=', igo).execute()
  if (rows.length === 0) return { firstDay: null, lastDay: null }
  const last = Math.max(...rows.map((row) => row.valid_to)) as Day
  return {
    firstDay: formatBound(Math.min(...rows.map((row) => row.valid_from)) as Day),
    lastDay: last >= FOREVER ? null : formatBound(addDays(last, -1)),
  }
}

/** That it did not exist on a day, for a terminal; undefined where it did, or nobody says it. */
export const lifetimeText = ({ firstDay, lastDay }: Lifetime, asOf: string): string | undefined => {
  if (firstDay !== null && asOf < firstDay) return `it did not exist yet on that day: founded on ${firstDay}`
  return lastDay !== null && asOf > lastDay ? `it existed no longer on that day: its last was ${lastDay}` : undefined
}
