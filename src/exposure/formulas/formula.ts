import type { Bounds } from '../doubts/bounds.ts'
import type { Company } from '../company.ts'
import type { Doubts } from '../doubts/uncertainty.ts'
import type { Explanation } from '../explanation.ts'
import type { Exposure } from '../exposure.ts'
import type { FormulaOptions } from '../options.ts'

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
  /**
   * the least and the most that one state's value may be over what is uncertain; undefined where no reading gives one
   */
  readonly bounds: (doubts: Doubts, state: number, options?: FormulaOptions) => Bounds | undefined
  /** the terms of one state's value; undefined where the value is */
  readonly explain: (company: Company, state: number, options?: FormulaOptions) => Explanation | undefined
}
