import { FOREVER } from '../../../src/time/day.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import { changeLast, replaceLast, report, runningOn, type SpellStep } from './spell-ledger.ts'

/** A party suspends the operation of the treaty; towards some parties only, it leaves its status as it is. */
export const suspend: SpellStep<'suspension'> = (ledger, act) => {
  const spell = runningOn(ledger, act)
  if (spell === undefined)
    return report(ledger, act, {
      code: 'suspended-unbound',
      article: 'art 57',
      says: 'suspended a treaty that does not bind it',
    })
  if (act.detail.towards !== undefined) return ledger
  const suspensions = [...spell.suspensions, { from: act.day, to: FOREVER, decidedBy: act.decidedBy }]
  return changeLast(ledger, { suspensions })
}

/** The operation of the treaty is resumed: the last suspension ends. */
export const resume: SpellStep<'resumption'> = (ledger, act) => {
  if (act.detail.towards !== undefined) return ledger
  const suspensions = ledger.spells.at(-1)?.suspensions ?? []
  const last = suspensions.at(-1)
  if (last === undefined || last.to < FOREVER)
    return report(ledger, act, {
      code: 'resumed-unsuspended',
      article: 'art 57',
      says: 'resumed what was not suspended',
    })
  const over = { ...last, to: act.day, decidedBy: unionOf(last.decidedBy, act.decidedBy) }
  return changeLast(ledger, { suspensions: replaceLast(suspensions, over) })
}
