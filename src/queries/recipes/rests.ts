/** What the cells of a column were made from. */
export interface Rests {
  /** Whether cells are values as a source publishes them: then its terms bind whoever passes them on. */
  readonly raw: boolean
  /**
   * The streams of the log that tell of it: `treaty-cat`; all whose names begin so where it ends in a dash:
   * `practice-cirights-physint-`.
   */
  readonly on: readonly string[]
}

/** What rests on the names and numbers of states, and on when they were states. */
export const onStates: Rests = { raw: false, on: ['state-'] }
