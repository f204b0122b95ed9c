import { sinceWhen } from '../../../projections/compose/membership/membership.ts'
import { ALWAYS, formatDay } from '../../time/day.ts'
import type { TieOnDay } from '../relations/load-relations.ts'

/**
 * Since when two states have been tied so, by one source: a day, `first/last` where only that is known, null where the
 * source says no day. `begun` are all of their ties that had begun.
 */
export const tiedSince = (tie: TieOnDay, begun: readonly TieOnDay[]): string | null => {
  if (tie.from <= ALWAYS) return null
  const before = begun.find(({ series, type, to }) => to === tie.from && series === tie.series && type === tie.type)
  if (before === undefined) return sinceWhen(tie)
  const isItsEdge = before.certainty === 'possible' && tie.certainty === 'certain'
  return isItsEdge ? `${formatDay(before.from)}/${formatDay(tie.from)}` : tiedSince(before, begun)
}
