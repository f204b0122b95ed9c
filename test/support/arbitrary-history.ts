import { fc } from './seeded.ts'
import { formatDay, parseDay, type Day } from '../../src/time/day.ts'
import type { ActSaid } from './actors.ts'
import { actor } from './actors.ts'

const first = parseDay('1980-01-01')
const last = parseDay('2005-12-31')

export const aDay = fc.integer({ min: first, max: last }).map((day) => formatDay(day as Day))
const aYear = fc.integer({ min: 1980, max: 2005 }).map(String)

/** What an actor may do, by the name of the method that says so. */
const deeds = [
  'signed',
  'ratified',
  'acceded',
  'accepted',
  'notifiedWithdrawal',
  'revokedWithdrawal',
  'appliedProvisionally',
  'signedDefinitively',
  'signedAdReferendum',
  'confirmedSignature',
  'repudiatedSignature',
  'tookBackInstrument',
  'endedProvisionalApplication',
  'withdrawalDeclaredIneffective',
  'withdrawalTookEffect',
  'wasCeased',
  'suspended',
  'resumed',
  'isStatedBound',
] as const

export interface Deed {
  readonly who: string
  readonly does: (typeof deeds)[number]
  readonly when: string
}

const deed = (when: fc.Arbitrary<string>): fc.Arbitrary<Deed> =>
  fc.record({ who: fc.constantFrom('aaa', 'bbb', 'ccc'), does: fc.constantFrom(...deeds), when })

/** Any acts on any days, legal or odd. */
export const someDeeds = fc.array(deed(aDay), { maxLength: 12 })

/** The same, a few of them known to the year only. */
export const uncertainDeeds = fc
  .tuple(fc.array(deed(aDay), { maxLength: 6 }), fc.array(deed(aYear), { minLength: 1, maxLength: 2 }))
  .map(([exact, uncertain]) => [...uncertain, ...exact])

/**
 * The same, with three or four of them known to the year only: no two of one actor in one year, which might be one act.
 */
export const veryUncertainDeeds = fc
  .tuple(
    fc.array(deed(aDay), { maxLength: 3 }),
    fc.uniqueArray(deed(aYear), { minLength: 3, maxLength: 4, selector: ({ who, when }) => `${who} ${when}` }),
  )
  .map(([exact, uncertain]) => [...uncertain, ...exact])

export const done = (list: readonly Deed[]): readonly ActSaid[] =>
  list.map(({ who, does, when }) => actor(who)[does](when))
