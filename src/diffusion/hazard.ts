import { badInput } from '../common/error.ts'
import { checkSpells, checkYears, isAdopter, type AdoptionMode, type YearSpell } from './adoption.ts'

/**
 * The adoption hazard in discrete time, by year.
 *
 *     h(t) = |adopters in t| / |risk set(t)|
 *
 * Risk set(t): states in the system in t that are known to have been no adopters at the end of t − 1. Adopters in t:
 * those of them with a spell that starts in t. Undefined where nobody is at risk: never 0.
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
}

export interface HazardYear {
  readonly year: number
  readonly adopters: number
  readonly atRisk: number
  readonly hazard: number | { readonly missing: 'nobody-at-risk' }
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
    const adopters = risk.filter(({ adopted }) => adopted.some(({ from }) => from === year)).length
    return hazardYear(year, adopters, risk.length)
  })
}

export const hazardYear = (year: number, adopters: number, atRisk: number): HazardYear => ({
  year,
  adopters,
  atRisk,
  hazard: atRisk === 0 ? { missing: 'nobody-at-risk' } : adopters / atRisk,
})

const isAtRisk = ({ inSystem, adopted, unknown = [] }: StateHistory, year: number, mode: AdoptionMode): boolean =>
  isAdopter(inSystem, year, 'current') &&
  !isAdopter(adopted, year - 1, mode) &&
  !isAdopter(unknown, year - 1, 'current')
