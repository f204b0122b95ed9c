import type { EntryIntoForce } from '../../../projections/compose/treaty/entry-into-force.ts'
import { formatDay, type Day } from '../../time/day.ts'

export const inForceBases = ['derived', 'stated', 'not-yet', 'unknown'] as const

/** What may be said on a day of when a treaty entered into force. */
export interface InForceOn {
  readonly date: string | null
  readonly basis: (typeof inForceBases)[number]
  readonly triggerDate: string | null
  /** Where the day is stated: the later one that the acts at hand come to. */
  readonly reachedOnly: string | null
}

/**
 * A treaty is `not-yet` in force where its clause is known and surely not met by the day. Where neither clause nor day is recorded, or uncertain
 * dates leave open whether the day had come, that is `unknown`.
 */
export const inForceOn = (eif: EntryIntoForce, day: Day): InForceOn => {
  if (eif.date === undefined || eif.date > day) {
    const open = eif.basis === 'unknown' || (eif.earliest !== undefined && eif.earliest <= day)
    return { date: null, basis: open ? 'unknown' : 'not-yet', triggerDate: null, reachedOnly: null }
  }
  const { triggerDate, reachedOnly } = eif
  return {
    date: formatDay(eif.date),
    basis: eif.basis,
    triggerDate: triggerDate === undefined || triggerDate > day ? null : formatDay(triggerDate),
    reachedOnly: reachedOnly === undefined ? null : formatDay(reachedOnly),
  }
}

/** Why a day is as it is, in words: `derived, triggered on 1987-05-27`. */
export const basisInWords = ({ basis, triggerDate, reachedOnly }: Omit<InForceOn, 'date'>): string => {
  if (triggerDate !== null) return `${basis}, triggered on ${triggerDate}`
  return reachedOnly === null ? basis : `${basis}; acts are lacking, those at hand come to ${reachedOnly}`
}

/** In words: `entered into force 1987-06-26 (derived, triggered on 1987-05-27)`, `not yet in force`, `entry into force unknown`. */
export const inForceInWords = (found: InForceOn): string => {
  if (found.basis === 'unknown') return 'entry into force unknown'
  return found.date === null ? 'not yet in force' : `entered into force ${found.date} (${basisInWords(found)})`
}
