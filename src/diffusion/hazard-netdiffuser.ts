import { badInput } from '../common/error.ts'
import { checkYears } from './adoption.ts'
import { hazardYear, type HazardYear } from './hazard.ts'

/**
 * The hazard as netdiffuseR computes it, for comparison only.
 *
 *     h(t) = (q_t − q_{t−1}) / (n − q_{t−1}),   h(first year) = 0
 *
 * q_t: cumulative adopters; n: all states of the study, constant. See `hazard.ts` for why this is not our measure.
 * Where every state is in the system throughout, the two differ in the first year alone.
 *
 * Toy world (adoption A 1, B 2, C 3, D never): 0, 1/3, 1/2, 0.
 */
export const netdiffuserHazard = (
  first: number,
  last: number,
  adoptionYears: readonly (number | undefined)[],
): readonly HazardYear[] => {
  checkYears(first, last)
  adoptionYears.forEach((year, i) => {
    if (year === undefined || Number.isInteger(year)) return
    throw badInput('bad-argument', `adoptionYears[${i}] is ${year}; expected a whole year, or undefined for never.`)
  })
  const adoptedBy = (year: number): number =>
    adoptionYears.filter((adoption) => adoption !== undefined && adoption <= year).length
  return Array.from({ length: last - first + 1 }, (_, t) => {
    const year = first + t
    const before = adoptedBy(year - 1)
    const row = hazardYear(year, {
      adopters: adoptedBy(year) - before,
      atRisk: adoptionYears.length - before,
      unknown: 0,
    })
    return t === 0 ? { ...row, hazard: 0 } : row
  })
}
