import { addMonths, FOREVER, type Day } from '../../../src/time/day.ts'
import { applyOffset } from '../../../src/time/offset.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import type { DatedAct } from './acts.ts'
import type { Terms } from './terms.ts'

/**
 * First day in force for one who consented: max(entry into force, deposit + offset). Successors are in from the date of
 * succession.
 */
export const forceDay = (act: DatedAct, terms: Terms, eif: EntryIntoForce): Day => {
  if (eif.date === undefined) return FOREVER
  if (act.form === 'TreatySucceeded') return Math.max(eif.date, act.effect ?? act.day) as Day
  if (act.effect !== undefined) return act.effect
  const rule = terms.entryIntoForce
  const offset = terms.perParty ?? (rule === 'unknown' ? undefined : rule.offset)
  if (terms.laterThanEntryIntoForce && act.day < eif.date) return eif.date
  return Math.max(eif.date, applyOffset(act.day, offset)) as Day
}

/** The first end of a period in force that is no earlier than a day: of the first so many years, or of so many more. */
const endOfPeriod = (
  day: Day,
  inForce: Day,
  { first, next }: { readonly first: number; readonly next: number },
): Day => {
  for (let years = first; ; years += next) {
    const end = addMonths(inForce, 12 * years)
    if (end >= day) return end
  }
}

/** First day on which a party may have left, by the clause; undefined where it sets no such day. */
export const firstExit = (force: Day, terms: Terms, eif: EntryIntoForce): Day | undefined => {
  const rule = terms.exit
  if (typeof rule === 'string') return undefined
  const asParty =
    rule.minYearsAsParty === undefined || force >= FOREVER ? undefined : addMonths(force, 12 * rule.minYearsAsParty)
  const inForce =
    rule.minYearsAfterEntryIntoForce === undefined || eif.date === undefined
      ? undefined
      : addMonths(eif.date, 12 * rule.minYearsAfterEntryIntoForce)
  if (asParty === undefined || inForce === undefined) return asParty ?? inForce
  return Math.max(asParty, inForce) as Day
}

/** First day out after a notice, by the exit clause alone; undefined where the treaty lets nobody out that way. */
export const effectOfNotice = (
  notice: Pick<DatedAct, 'day'>,
  force: Day,
  terms: Terms,
  eif: EntryIntoForce,
): Day | undefined => {
  const rule = terms.exit
  if (typeof rule === 'string') return undefined
  const early = applyOffset(notice.day, rule.notice)
  const out = rule.periods === undefined || eif.date === undefined ? early : endOfPeriod(early, eif.date, rule.periods)
  return Math.max(out, firstExit(force, terms, eif) ?? out) as Day
}
