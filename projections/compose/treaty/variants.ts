import type { Day } from '../../../src/time/day.ts'
import type { Anomaly } from '../anomaly.ts'
import type { Act, DatedAct } from './acts.ts'
import { readingsBy } from './date-combinations.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import { spellsOf } from './party-spells.ts'
import { beforeConsent, type ShortOfConsent } from './signatures.ts'
import type { Spell } from './spell.ts'
import type { Terms } from './terms.ts'

/** The acts of an actor on exact days, and what they come to. */
export interface Variant {
  readonly dated: readonly DatedAct[]
  readonly since: EntryIntoForce
  readonly spells: readonly Spell[]
  readonly short: ShortOfConsent
  readonly anomalies: readonly Anomaly[]
}

/**
 * A treaty on the days on which it may have entered into force: the first, the last, those named between; and never,
 * where that is possible.
 */
const inForceOn = (eif: EntryIntoForce, between: readonly Day[]): readonly EntryIntoForce[] =>
  eif.earliest === eif.date
    ? [eif]
    : [...new Set([eif.earliest, ...between, eif.latest, eif.date])].map((date) => ({ ...eif, date }))

/**
 * Every reading of the acts of one actor, with every day on which the treaty may have entered into force. Asked for one
 * turning point after the other, most readings are the same again: what each comes to is found once.
 */
export const variantsOf = (acts: readonly Act[], terms: Terms, eif: EntryIntoForce) => {
  const readings = readingsBy(acts)
  const found = new Map<Day | undefined, Map<readonly DatedAct[], Variant>>()
  const read = (dated: readonly DatedAct[], since: EntryIntoForce): Variant => {
    const short = beforeConsent(dated, terms)
    const { spells, anomalies } = spellsOf(dated, terms, since)
    return { dated, since, spells, short, anomalies: [...short.anomalies, ...anomalies] }
  }
  return (turning: readonly Day[], turns: readonly Day[] = []): readonly Variant[] =>
    inForceOn(eif, turns).flatMap((since) => {
      const known = found.get(since.date) ?? new Map<readonly DatedAct[], Variant>()
      found.set(since.date, known)
      return readings(turning).map((dated) => {
        const variant = known.get(dated) ?? read(dated, since)
        known.set(dated, variant)
        return variant
      })
    })
}
