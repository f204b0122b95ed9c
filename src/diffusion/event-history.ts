import { badInput } from '../common/error.ts'
import { checkSpells, checkYears, isAdopter, type YearSpell } from './adoption.ts'
import type { StateHistory } from './hazard.ts'

/**
 * The event history of one state in discrete time: a row for every year at risk, the table from which a hazard model is
 * estimated (Allison 1982; Box-Steffensmeier and Jones 2004, chapter 5).
 *
 *     y_t = 1 where the state adopts in t, 0 where it is known not to have; no value where nobody knows
 *
 * A year is at risk where the state is in the system at its end, and known to have been no adopter at the end of the
 * year before: the risk set of `hazard.ts`. So the rows of a year, over all states, are its denominator, and the rows
 * with 1 its numerator. A logit of y on what was known before t is a discrete-time hazard model.
 *
 * Left truncation: the clock runs from the opening, or from the entry into the system, whichever is later. Rows may
 * begin later than that, since nobody knew, or since earlier years were not asked for: `observedSince` lies after
 * `atRiskSince` then, and the years between had passed without an adoption. Who had adopted before joining has no row.
 *
 * Right censoring: a row says why the state is followed no further: `event`, `left-system`, `last-year`; or `unknown`,
 * where the outcome of the year after is not known. Rows without an outcome may come after that one.
 *
 * Uncertain years: where it is open at the end of a year whether the state had adopted, y has no value, and the reason
 * stands beside it. Adoption counts in the year from which on it is certain, as everywhere; that it may have come
 * earlier is told (`earlier-possible`).
 *
 * Spells: `first` ends with the first adoption. With `all`, a state that has left is at risk again from the year after
 * its exit, under the number 2; not where it is open whether it had left.
 *
 * Toy world (adoption A 1, B 2, C 3, D never; open from year 1, asked up to 4): A 1; B 0 1; C 0 0 1; D 0 0 0 0. Four
 * rows in year 1, then 3, 2, 1: the hazards 1/4, 1/3, 1/2, 0.
 */
export interface RiskHistory extends StateHistory {
  /** Why it is not known at the end of a year whether the state had adopted; undefined where it is. Default: it is. */
  readonly unsettled?: ((year: number) => Unsettled | undefined) | undefined
}

/** No source covers the year's end; a date or status leaves it open; the day asked about lies before its end. */
export type Unsettled = 'not-covered' | 'uncertain' | 'year-not-over'

export const spellsAtRisk = ['first', 'all'] as const
export type SpellsAtRisk = (typeof spellsAtRisk)[number]

export interface RiskYear {
  readonly year: number
  /** Whether it adopted in the year; null where nobody knows. */
  readonly adopted: 0 | 1 | null
  /** Why there is no value; of an adoption, that it may have come in an earlier year. Else null. */
  readonly reason: Unsettled | 'earlier-possible' | null
  /** 1 before the first adoption, 2 after an exit. */
  readonly spell: number
  /** What put it at risk: it was a member when the instrument opened, it joined the system, it had left. */
  readonly entry: 'opening' | 'system' | 'exit'
  /** The year in which that was. */
  readonly atRiskSince: number
  /** The year of the first row of this time at risk. */
  readonly observedSince: number
  /** Why it is followed no further; null where it is, or where there is no outcome. */
  readonly end: 'event' | 'left-system' | 'last-year' | 'unknown' | null
}

export interface RiskYearsOf {
  /** The first year in which anybody could adopt: no year before is at risk. */
  readonly opened: number
  /** The years asked for. */
  readonly first: number
  readonly last: number
  readonly spells?: SpellsAtRisk | undefined
}

/** The years at risk of a state, in order. Throws `bad-argument` for years or spells that are none. */
export const riskYears = (history: RiskHistory, asked: RiskYearsOf): readonly RiskYear[] => {
  const { opened, first, last, spells = 'first' } = asked
  checkYears(first, last)
  checkYears(opened, Math.max(opened, last))
  if (!spellsAtRisk.includes(spells))
    throw badInput('bad-argument', `spells is "${String(spells)}"; expected first or all.`)
  checkSpells('inSystem', history.inSystem)
  checkSpells('adopted', history.adopted)
  checkSpells('unknown', history.unknown ?? [])
  const from = Math.max(first, opened)
  const years = Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => from + i)
  const rows: RiskYear[] = []
  for (const year of years.filter((one) => isAtRisk(history, one, spells))) {
    const onset = onsetOf(history, year, opened)
    const before = rows.at(-1)
    const goesOn = before?.atRiskSince === onset.atRiskSince && before.spell === onset.spell
    const observedSince = goesOn ? before.observedSince : year
    rows.push({ year, ...outcomeOf(history, year), ...onset, observedSince, end: null })
  }
  return rows.map((row) => ({ ...row, end: endOf(history, row, last) }))
}

const isAtRisk = (history: RiskHistory, year: number, spells: SpellsAtRisk): boolean => {
  const { inSystem, adopted, unknown = [], unsettled } = history
  const mode = spells === 'all' ? 'current' : 'cumulative'
  if (!isAdopter(inSystem, year, 'current') || isAdopter(adopted, year - 1, mode)) return false
  if (isAdopter(unknown, year - 1, 'current')) return false
  // After an adoption: not where the exit, too, is only possible.
  return !isAdopter(adopted, year - 1, 'cumulative') || unsettled?.(year - 1) !== 'uncertain'
}

const spellOf = (spells: readonly YearSpell[], year: number): YearSpell | undefined =>
  spells.find(({ from, until }) => from <= year && year < until)

/** Since when it has been at risk in a year at risk, and why. */
const onsetOf = (
  { inSystem, adopted }: RiskHistory,
  year: number,
  opened: number,
): Pick<RiskYear, 'spell' | 'entry' | 'atRiskSince'> => {
  const before = adopted.filter(({ from }) => from < year)
  const joined = spellOf(inSystem, year)?.from ?? year
  const left = before.at(-1)?.until
  const spell = before.length + 1
  if (left !== undefined && left + 1 >= joined) return { spell, entry: 'exit', atRiskSince: left + 1 }
  return joined > opened
    ? { spell, entry: 'system', atRiskSince: joined }
    : { spell, entry: 'opening', atRiskSince: opened }
}

const outcomeOf = (
  { adopted, unknown = [], unsettled = () => undefined }: RiskHistory,
  year: number,
): Pick<RiskYear, 'adopted' | 'reason'> => {
  if (adopted.some(({ from }) => from === year))
    return { adopted: 1, reason: unsettled(year - 1) === 'uncertain' ? 'earlier-possible' : null }
  const reason = unsettled(year) ?? (isAdopter(unknown, year, 'current') ? 'not-covered' : null)
  return { adopted: reason === null ? 0 : null, reason }
}

const endOf = (history: RiskHistory, row: RiskYear, last: number): RiskYear['end'] => {
  const next = row.year + 1
  if (row.adopted === 1) return 'event'
  if (row.year === last) return 'last-year'
  if (!isAdopter(history.inSystem, next, 'current')) return 'left-system'
  return row.adopted === 0 && outcomeOf(history, next).adopted === null ? 'unknown' : null
}
