import { addMonths, ALWAYS, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import { applyOffset } from '../../../src/time/offset.ts'
import type { ExitClause } from './membership-exit.ts'

/**
 * First day out that the clause gives to a notice of a member `since` some day; undefined where the clause lets nobody
 * out, or is not recorded.
 */
export const effectByClause = (
  notice: DateRange,
  since: DateRange | undefined,
  clause: ExitClause | undefined,
): DateRange | undefined => {
  const rule = clause?.rule
  if (clause === undefined || rule === undefined || typeof rule === 'string') return undefined
  const inForce =
    rule.minYearsAfterEntryIntoForce === undefined
      ? ALWAYS
      : addMonths(clause.founded, 12 * rule.minYearsAfterEntryIntoForce)
  const out = (day: Day, joined: Day | undefined): Day =>
    Math.max(
      applyOffset(day, rule.notice),
      rule.minYearsAsParty === undefined || joined === undefined
        ? ALWAYS
        : addMonths(joined, 12 * rule.minYearsAsParty),
      inForce,
    ) as Day
  return { lo: out(notice.lo, since?.lo), hi: out(notice.hi, since?.hi) }
}
