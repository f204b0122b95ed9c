import type { Bounds } from '../doubts/bounds.ts'
import type { Company } from '../company.ts'
import type { Scoring } from '../doubts/extreme-scorings.ts'
import type { Doubts } from '../doubts/uncertainty.ts'
import type { Explanation } from '../explanation.ts'
import type { Exposure } from '../exposure.ts'
import { resolveOptions, type FormulaOptions, type ResolvedOptions } from '../options.ts'

/** What every formula offers, so that its callers need not know it by name. */
export interface Formula<Id extends string = string> {
  readonly id: Id
  readonly label: string
  readonly title: string
  /** the definition in one line, for answers and codebooks */
  readonly definition: string
  /** what `degree` counts */
  readonly degree: 'organisations' | 'rated partners'
  /** why one would ask for it, or must not */
  readonly use: string
  /** whether its value needs the number of states in the system */
  readonly ofSystem?: boolean
  /** whether its value needs who sat where in the years before: `past` of the company, and of the doubts */
  readonly ofPast?: boolean
  readonly compute: (company: Company, options?: FormulaOptions) => Exposure
  /** the same for several scorings of the same seats (`withScores`), which costs less than one by one */
  readonly computeEach: (scorings: readonly Company[], options?: FormulaOptions) => readonly Exposure[]
  /**
   * the least and the most that one state's value may be over what is uncertain; undefined where no reading gives one
   */
  readonly bounds: (doubts: Doubts, state: number, options?: FormulaOptions) => Bounds | undefined
  /**
   * two scorings whose values are the bounds of every state that has a value, where there are such: they are computed
   * beside it, and nothing need be searched
   */
  readonly extremes?: (doubts: Doubts, options?: FormulaOptions) => readonly [Scoring, Scoring] | undefined
  /** the terms of one state's value; undefined where the value is */
  readonly explain: (company: Company, state: number, options?: FormulaOptions) => Explanation | undefined
}

/** The two ways to compute, made of one: each of several scorings of the same seats. */
export const computing = (
  each: (scorings: readonly Company[], settings: ResolvedOptions) => readonly Exposure[],
): Pick<Formula, 'compute' | 'computeEach'> => ({
  compute: (company, options) => each([company], resolveOptions(company, options))[0]!,
  computeEach: (scorings, options) => {
    const [company] = scorings
    return company === undefined ? [] : each(scorings, resolveOptions(company, options))
  },
})
