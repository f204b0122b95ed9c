import { badInput } from '../common/error.ts'
import { adoptionExposure, type AdoptionExposure } from './adoption-exposure.ts'
import { checkSpells, firstAdoption, isAdopter, type AdoptionMode, type YearSpell } from './adoption.ts'

/**
 * The adoption threshold: how exposed a state was to adopters when it adopted, `lag` years earlier.
 *
 *     threshold_i = E_i(T_i − lag),   T_i the year in which i first adopted
 *
 * Both weights and adopters are those of T_i − lag. With lag 0, the states that adopt in the same year count as if they
 * had been seen; netdiffuseR does so by default, here the default is 1. Censored: who never adopts (its threshold lies
 * above all it has met), and who adopts before there is a year to look back to. Neither is 0 or 1.
 *
 * Toy world (adoption A 1, B 2, C 3, D never; lag 1): B 1/2, C 3/5, A and D censored.
 */
export interface ThresholdInput {
  /** the first year for which weights are given */
  readonly first: number
  readonly weightsIn: (year: number) => Float64Array
  /** for each state its spells of adoption */
  readonly adopted: readonly (readonly YearSpell[])[]
  readonly lag?: number | undefined
  readonly mode?: AdoptionMode | undefined
}

export type Threshold =
  | { readonly year: number; readonly threshold: number; readonly degree: number }
  | { readonly missing: 'never-adopted' | 'adopted-before-observation' | 'no-partner' }

export const thresholds = (input: ThresholdInput): readonly Threshold[] => {
  const { first, weightsIn, adopted, lag = 1, mode = 'cumulative' } = input
  if (!Number.isInteger(lag) || lag < 0)
    throw badInput('bad-option', `lag is ${lag}; expected a whole number of years, 0 or more.`)
  adopted.forEach((spells, i) => checkSpells(`adopted[${i}]`, spells))
  const exposures = new Map<number, AdoptionExposure>()
  const exposureIn = (year: number): AdoptionExposure => {
    const known = exposures.get(year)
    if (known !== undefined) return known
    const adopters = Uint8Array.from(adopted, (spells) => (isAdopter(spells, year, mode) ? 1 : 0))
    const exposure = adoptionExposure({ weights: weightsIn(year), adopted: adopters })
    exposures.set(year, exposure)
    return exposure
  }
  return adopted.map((spells, i): Threshold => {
    const year = firstAdoption(spells)
    if (year === undefined) return { missing: 'never-adopted' }
    if (year - lag < first) return { missing: 'adopted-before-observation' }
    const { defined, values, degree } = exposureIn(year - lag)
    return defined[i] ? { year, threshold: values[i]!, degree: degree[i]! } : { missing: 'no-partner' }
  })
}
