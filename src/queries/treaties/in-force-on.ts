import { mayBeInForceUnseen } from '../../../projections/compose/coverage/force-coverage.ts'
import { formatDay, type Day } from '../../time/day.ts'
import { forceCoverageOf, type TreatyLaw } from './treaty-law.ts'

export const inForceBases = ['derived', 'stated', 'not-yet', 'unknown'] as const

/** All that may be the case on a day. */
export const mayBeInForce = ['not-yet', 'in-force'] as const

/** What may be said on a day of when a treaty entered into force. */
export interface InForceOn {
  readonly date: string | null
  readonly basis: (typeof inForceBases)[number]
  readonly triggerDate: string | null
  /** Where the day is stated: the later one that the acts at hand come to. */
  readonly reachedOnly: string | null
  /** Why it is unknown: no source covers the consents; null where that is not the reason. */
  readonly reason: 'not-covered' | null
  readonly possible: (typeof mayBeInForce)[number][]
}

/**
 * A treaty is `not-yet` in force where its clause is known and surely not met by the day: by consents of which a source
 * holds all, of the day or of an earlier one. Where no source does, that is `unknown`, as it is where neither clause
 * nor day is recorded, or uncertain dates leave open whether the day had come.
 */
export const inForceOn = (law: TreatyLaw, day: Day): InForceOn => {
  const { entryIntoForce: eif } = law
  if (eif.date === undefined || eif.date > day) {
    const open = eif.basis === 'unknown' || (eif.earliest !== undefined && eif.earliest <= day)
    const uncovered = mayBeInForceUnseen(forceCoverageOf(law), day)
    return {
      date: null,
      basis: open || uncovered ? 'unknown' : 'not-yet',
      triggerDate: null,
      reachedOnly: null,
      reason: uncovered ? 'not-covered' : null,
      possible: open || uncovered ? [...mayBeInForce] : ['not-yet'],
    }
  }
  const { triggerDate, reachedOnly } = eif
  return {
    date: formatDay(eif.date),
    basis: eif.basis,
    triggerDate: triggerDate === undefined || triggerDate > day ? null : formatDay(triggerDate),
    reachedOnly: reachedOnly === undefined ? null : formatDay(reachedOnly),
    reason: null,
    possible: ['in-force'],
  }
}

/** Why a day is as it is, in words: `derived, triggered on 1987-05-27`. */
export const basisInWords = ({
  basis,
  triggerDate,
  reachedOnly,
}: Pick<InForceOn, 'basis' | 'triggerDate' | 'reachedOnly'>): string => {
  if (triggerDate !== null) return `${basis}, triggered on ${triggerDate}`
  return reachedOnly === null ? basis : `${basis}; acts are lacking, those at hand come to ${reachedOnly}`
}

/**
 * In words: `entered into force 1987-06-26 (derived, triggered on 1987-05-27)`, `not yet in force`, `entry into force
 * unknown`.
 */
export const inForceInWords = (found: Omit<InForceOn, 'possible'>): string => {
  if (found.reason !== null) return 'entry into force unknown: no source says that it holds every consent'
  if (found.basis === 'unknown') return 'entry into force unknown'
  return found.date === null ? 'not yet in force' : `entered into force ${found.date} (${basisInWords(found)})`
}
