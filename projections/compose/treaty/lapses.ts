import { groupBy } from '../../../src/common/group-by.ts'
import { FOREVER, type Day } from '../../../src/time/day.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import { readingsOf } from './date-combinations.ts'
import { spellsOf } from './party-spells.ts'
import type { Terms } from './terms.ts'
import { isOfSignature, type Act, type ActOf } from './acts.ts'

/**
 * The acts by which a status is read, where the depositary lists some as acts that no longer stand. Such a list knows
 * no day: the act ended on one between its own and that of the list. Whatever tells how a spell ended says it better,
 * so the list adds nothing there; a notice whose effect nobody knows says from when on it may have ended.
 */
export const withLapses = (acts: readonly Act[], terms: Terms, eif: EntryIntoForce): readonly Act[] => {
  const lapses = asOne(acts.filter((act) => act.class === 'lapse'))
  if (lapses.length === 0) return acts
  const others = acts.filter((act) => act.class !== 'lapse')
  const { spells } = spellsOf(readingsOf(others)[0] ?? [], terms, eif)
  return [
    ...others,
    ...lapses.flatMap((lapse): readonly Act[] => {
      if (isOfSignature(lapse)) return [lapse]
      const spell =
        spells.find(({ act }) => act.day === lapse.done.lo) ?? spells.findLast(({ act }) => act.day <= lapse.done.lo)
      if (spell === undefined || spell.out < FOREVER) return []
      const notice = spell.contested.at(-1)?.from ?? lapse.done.lo
      const lo = Math.min(Math.max(notice, lapse.done.lo), lapse.done.hi) as Day
      return [{ ...lapse, done: { lo, hi: lapse.done.hi } }]
    }),
  ]
}

/**
 * Of one act, what several lists say holds together: it ended on a day that lies within what each of them knows, as far
 * as they agree.
 */
const asOne = (lapses: readonly ActOf<'lapse'>[]): readonly ActOf<'lapse'>[] =>
  [...groupBy(lapses, ({ detail }) => detail.act).values()].flatMap((ofOne) => {
    const [first] = ofOne
    const lo = Math.max(...ofOne.map(({ done }) => done.lo)) as Day
    const hi = Math.min(...ofOne.map(({ done }) => done.hi)) as Day
    if (first === undefined || ofOne.length === 1 || lo > hi) return ofOne
    return [{ ...first, done: { lo, hi }, decidedBy: unionOf(...ofOne.map(({ decidedBy }) => decidedBy)) }]
  })
