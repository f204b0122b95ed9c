import { badInput } from '../common/error.ts'
import { checkLength } from './company-checks.ts'
import type { Company } from './company.ts'

/**
 * What a formula may be asked to do differently. The defaults are the ones to use; the others exist to replicate what
 * somebody else has done, and to show how much it matters.
 */
export interface FormulaOptions {
  /** An organisation counts for i from this many rated partners on. Default 1. */
  readonly minObserved?: number | undefined
  /** A value rests on at least so many different rated partners, all organisations taken together. Default 1. */
  readonly minPartners?: number | undefined
  /**
   * Whether i is left out of its own averages. Default 'exclude'; including it raises corr(own score, exposure)
   * mechanically.
   */
  readonly self?: 'exclude' | 'include' | undefined
  /**
   * 'renormalise' (default): average over the rated partners. 'zero': as if every missing score were 0, which then also
   * counts as observed for `minObserved`. Undefined all the same where no partner has a score.
   */
  readonly missing?: 'renormalise' | 'zero' | undefined
  /** A weight g_o for each organisation, finite and not negative. Default 1 each; 0 drops the organisation. */
  readonly igoWeight?: Float64Array | undefined
  /** Number of states in the system, for formulas that divide by it. Default: the states of the company. */
  readonly systemSize?: number | undefined
  /** What a year of age leaves of a shared year, for formulas of the past: above 0, up to 1. Default 1. */
  readonly discount?: number | undefined
}

export interface ResolvedOptions {
  readonly minObserved: number
  readonly minPartners: number
  readonly includeSelf: boolean
  readonly missingIsZero: boolean
  readonly igoWeight: Float64Array
  /** Whether no weights were given, so that all are 1. */
  readonly areAlike: boolean
  readonly systemSize: number
  readonly discount: number
}

export const resolveOptions = (company: Company, options: FormulaOptions = {}): ResolvedOptions => {
  const { minObserved = 1, minPartners = 1, self = 'exclude', missing = 'renormalise', discount = 1 } = options
  const { systemSize = company.states.length } = options
  checkCount('minObserved', minObserved, 1)
  checkCount('minPartners', minPartners, 1)
  checkCount('systemSize', systemSize, 0)
  checkOneOf('self', self, ['exclude', 'include'])
  checkOneOf('missing', missing, ['renormalise', 'zero'])
  if (!(discount > 0 && discount <= 1))
    throw badInput('bad-option', `discount is ${discount}; expected a number above 0, up to 1.`)
  const igoWeight = options.igoWeight ?? onesFor(company.organisations)
  checkLength('igoWeight', igoWeight, company.organisations.length, 'organisation')
  options.igoWeight?.forEach((weight, o) => {
    if (Number.isFinite(weight) && weight >= 0) return
    throw badInput(
      'bad-option',
      `igoWeight[${o}] (${company.organisations[o]}) is ${weight}; expected a finite number, not negative.`,
    )
  })
  return {
    minObserved,
    minPartners,
    includeSelf: self === 'include',
    missingIsZero: missing === 'zero',
    igoWeight,
    areAlike: options.igoWeight === undefined,
    systemSize,
    discount,
  }
}

const ones = new WeakMap<readonly string[], Float64Array>()

/** The weights of organisations where none are given: read, and never written. */
const onesFor = (organisations: readonly string[]): Float64Array => {
  const found = ones.get(organisations) ?? new Float64Array(organisations.length).fill(1)
  ones.set(organisations, found)
  return found
}

const checkCount = (name: string, value: number, least: number): void => {
  if (!Number.isInteger(value) || value < least) {
    throw badInput('bad-option', `${name} is ${value}; expected a whole number, ${least} or more.`)
  }
}

const checkOneOf = (name: string, value: string, known: readonly string[]): void => {
  if (!known.includes(value))
    throw badInput('bad-option', `${name} is "${value}"; expected ${known.map((k) => `"${k}"`).join(' or ')}.`)
}
