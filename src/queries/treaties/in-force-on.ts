import { openingOf } from '../../../projections/compose/coverage/treaty-coverage.ts'
import type { Terms } from '../../../projections/compose/treaty/terms.ts'
import type { Trigger } from '../../events/clauses.ts'
import { ALWAYS, formatDay, type Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { applyOffset } from '../../time/offset.ts'
import { coverageOfActs, type TreatyLaw } from './treaty-law.ts'

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

/** The first day on which a clause lets anything into force, whatever is deposited: it waits for its fixed dates. */
const barOf = (trigger: Trigger): Day => {
  if (trigger.kind === 'fixedDate') return parseDate(trigger.date).lo
  if (trigger.kind === 'all') return Math.max(...trigger.of.map(barOf)) as Day
  return trigger.kind === 'any' ? (Math.min(...trigger.of.map(barOf)) as Day) : ALWAYS
}

/** Whether the treaty may have been in force by a day, had all consented as soon as it was open. */
const isAllowedBy = (terms: Terms, day: Day): boolean => {
  const { entryIntoForce: rule, statedInForce: stated } = terms
  if (stated !== undefined) return stated <= day
  const opening = openingOf(terms)
  if (day < opening) return false
  return (
    rule === 'unknown' ||
    (barOf(rule.trigger) <= day && (opening <= ALWAYS || applyOffset(opening, rule.offset) <= day))
  )
}

/**
 * A treaty is `not-yet` in force where its clause is known and surely not met by the day: by consents of which a source
 * holds all, of the day or of an earlier one. Where no source does, that is `unknown`, as it is where neither clause
 * nor day is recorded, or uncertain dates leave open whether the day had come.
 */
export const inForceOn = (law: TreatyLaw, day: Day): InForceOn => {
  const { terms, entryIntoForce: eif } = law
  if (eif.date === undefined || eif.date > day) {
    const open = eif.basis === 'unknown' || (eif.earliest !== undefined && eif.earliest <= day)
    const uncovered = !open && isAllowedBy(terms, day) && coverageOfActs(law, ['consent'], day).state === 'none'
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
