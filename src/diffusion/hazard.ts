import { badInput } from '../common/error.ts'
import { checkSpells, checkYears, isAdopter, type AdoptionMode, type YearSpell } from './adoption.ts'

/**
 * The adoption hazard in discrete time, by year.
 *
 *     h(t) = |adopters in t| / |those of the risk set(t) of whom it is known whether they adopted|
 *
 * Risk set(t): states in the system in t that are known to have been no adopters at the end of t − 1. Adopters in t:
 * those of them with a spell that starts in t. Undefined where nobody is at risk, and where of more than half of them
 * nobody knows whether they adopted in t, since the sources end or the year is not over: never 0.
 *
 * Why not (q_t − q_{t−1}) / (n − q_{t−1}) with a constant n, as netdiffuseR has it: n counts states before they are
 * born and after they are gone. With the successor states of the 1990s in n from the start, the hazards of the 1970s
 * come out too low. Its first year is 0 by convention, although the adopters of that year were at risk; and its q only
 * ever grows, so that a state that has left is never at risk again. `netdiffuserHazard` gives those numbers, for
 * comparison.
 *
 * Whoever adopted before the first year, or before joining the system, is never at risk ('cumulative'). Where an
 * instrument was not open to a state from the start, give as `inSystem` only the years in which it could adopt. In mode
 * 'current' a state that has left is at risk again from the year after its exit.
 *
 * Toy world (adoption A 1, B 2, C 3, D never; all four in the system): 1/4, 1/3, 1/2, 0.
 * By netdiffuseR's convention: 0, 1/3, 1/2, 0.
 */
export interface HazardInput {
  readonly first: number
  readonly last: number
  readonly states: readonly StateHistory[]
  readonly mode?: AdoptionMode | undefined
}

export interface StateHistory {
  readonly inSystem: readonly YearSpell[]
  readonly adopted: readonly YearSpell[]
  /**
   * Years at whose end nobody knows whether it had adopted: of the year after, it is not known to be at risk. Default:
   * none.
   */
  readonly unknown?: readonly YearSpell[] | undefined
  /** Whether nobody knows if it had adopted by the end of a year: sources end before it, or it is not over. */
  readonly isUnsettled?: ((year: number) => boolean) | undefined
}

export interface HazardYear {
  readonly year: number
  readonly adopters: number
  readonly atRisk: number
  /** Of those at risk: how many of whom nobody knows whether they adopted in the year. */
  readonly unknown: number
  readonly hazard: number | { readonly missing: 'nobody-at-risk' | 'unknown' }
}

export const hazard = ({ first, last, states, mode = 'cumulative' }: HazardInput): readonly HazardYear[] => {
  checkYears(first, last)
  if (mode !== 'cumulative' && mode !== 'current') {
    throw badInput('bad-option', `mode is "${String(mode)}"; expected "cumulative" or "current".`)
  }
  states.forEach(({ inSystem, adopted, unknown = [] }, i) => {
    checkSpells(`states[${i}].inSystem`, inSystem)
    checkSpells(`states[${i}].adopted`, adopted)
    checkSpells(`states[${i}].unknown`, unknown)
  })
  return Array.from({ length: last - first + 1 }, (_, t) => {
    const year = first + t
    const risk = states.filter((state) => isAtRisk(state, year, mode))
    const hasAdopted = ({ adopted }: StateHistory): boolean => adopted.some(({ from }) => from === year)
    const unknown = risk.filter((state) => !hasAdopted(state) && isUnknownIn(state, year)).length
    return hazardYear(year, { adopters: risk.filter(hasAdopted).length, atRisk: risk.length, unknown })
  })
}

const isUnknownIn = ({ isUnsettled, unknown = [] }: StateHistory, year: number): boolean =>
  isUnsettled?.(year) === true || isAdopter(unknown, year, 'current')

const hazardOf = ({ adopters, atRisk, unknown }: Omit<HazardYear, 'year' | 'hazard'>): HazardYear['hazard'] => {
  if (atRisk === 0) return { missing: 'nobody-at-risk' }
  return unknown * 2 > atRisk ? { missing: 'unknown' } : adopters / (atRisk - unknown)
}

export const hazardYear = (year: number, counts: Omit<HazardYear, 'year' | 'hazard'>): HazardYear => ({
  year,
  ...counts,
  hazard: hazardOf(counts),
})

const isAtRisk = ({ inSystem, adopted, unknown = [] }: StateHistory, year: number, mode: AdoptionMode): boolean =>
  isAdopter(inSystem, year, 'current') &&
  !isAdopter(adopted, year - 1, mode) &&
  !isAdopter(unknown, year - 1, 'current')
