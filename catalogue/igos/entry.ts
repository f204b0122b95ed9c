import type { ExitRule } from '../../src/events/clauses.ts'

/** An intergovernmental organisation, and the code and names under which other sources know it. */
export interface IgoEntry {
  /** Ours: the lower-case name of its column in the Correlates of War data, save for `iwc` and `commonwealth`. */
  readonly id: string
  readonly name: string
  readonly longName?: string
  /**
   * EDTF. The day on which its constituent treaty took effect, or the act from which the organisation itself counts its
   * life. Correlates of War starts some organisations earlier, with the signature of that treaty.
   */
  readonly founded?: string
  /** The last day in, or the first day out, of its existence. */
  readonly dissolved?: { readonly on: string; readonly names: 'lastDayIn' | 'firstDayOut' }
  /** How a member leaves, by the constituent treaty: on the day that the clause gives it is out. */
  readonly exit?: ExitRule
  /** Where the treaty says so. */
  readonly exitClause?: string
  /** What it was called before, and the day from which it has its present name. */
  readonly renamed?: { readonly from: string; readonly on: string }
  /** Who took its place when it was dissolved: `integrated` went into another, `replaced` gave way to a new one. */
  readonly successor?: { readonly id: string; readonly mode: 'integrated' | 'replaced' }
  /** Column in the Correlates of War data, where it is not the id. */
  readonly cowIgo?: string
  /** Other names and abbreviations in use. */
  readonly names: readonly string[]
}
