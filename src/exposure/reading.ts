import { checkState } from './company-checks.ts'
import type { Company } from './company.ts'
import { DEFAULT_MIN_COVERAGE, checkMinCoverage, isCovered } from './coverage.ts'
import type { Exposure } from './exposure.ts'

/** Why there is no value. Never 0, never NaN. */
export type ExposureAbsence =
  | 'no-organisation' // the state holds no membership that counts
  | 'no-partner' // it does, but sits alone in all of them (or the organisations have no weight)
  | 'too-few-rated' // it has partners, but fewer than `minPartners` with a score in organisations that count
  | 'no-system' // the formula divides by the other states in the system, and there are none on the day
  | 'low-coverage' // there is a value, but it rests on too small a part of the weight

/** One state's exposure as a scholar reads it: a value, or the reason why there is none. */
export type ExposureReading =
  | { readonly value: number; readonly degree: number; readonly coverage: number }
  | { readonly missing: ExposureAbsence; readonly degree: number; readonly coverage: number }

/**
 * Reads state i out of an exposure that was computed on this company. `self` and `igoWeight` as the formula was given
 * them: they decide who is a partner.
 */
export const readingOf = (
  company: Company,
  exposure: Exposure,
  i: number,
  how: ReadingOptions = {},
): ExposureReading => {
  const { minCoverage = DEFAULT_MIN_COVERAGE } = how
  checkMinCoverage(minCoverage)
  checkState(i, company.states.length)
  const measured = { degree: exposure.degree[i]!, coverage: exposure.coverage[i]! }
  if (!exposure.defined[i]) {
    const ofYears = new Set([company, ...(company.past ?? [])].map((year) => whyUndefined(year, i, how)))
    const missing = nearest.find((reason) => ofYears.has(reason)) ?? 'no-organisation'
    return { missing, ...measured }
  }
  if (!isCovered(exposure, i, minCoverage)) return { missing: 'low-coverage', ...measured }
  return { value: exposure.values[i]!, ...measured }
}

export interface ReadingOptions {
  readonly minCoverage?: number | undefined
  readonly self?: 'exclude' | 'include' | undefined
  readonly igoWeight?: Float64Array | undefined
  /** Of a formula that divides by it. */
  readonly systemSize?: number | undefined
}

/** Of several years the reason that is nearest to a value. */
const nearest = ['no-system', 'too-few-rated', 'no-partner', 'no-organisation'] as const

const whyUndefined = ({ focal, alter, seat }: Company, i: number, how: ReadingOptions): ExposureAbsence => {
  if (focal.start[i] === focal.start[i + 1]) return 'no-organisation'
  for (let k = focal.start[i]!; k < focal.start[i + 1]!; k++) {
    const o = focal.items[k]!
    const own = how.self !== 'include' && seat[k]! >= 0 ? 1 : 0
    const weight = how.igoWeight?.[o] ?? 1
    if (weight > 0 && alter.start[o + 1]! - alter.start[o]! > own)
      return how.systemSize !== undefined && how.systemSize < 2 ? 'no-system' : 'too-few-rated'
  }
  return 'no-partner'
}
