import type { Telling } from '../../holdings/telling.ts'

/** What the cells of a column were made from. */
export interface Rests {
  /** Whether cells are values as a source publishes them: then its terms bind whoever passes them on. */
  readonly raw: boolean
  /**
   * What of the log tells of it: an event that is not among these, taken away, would leave every cell as it is. It is
   * asked for where sources are cited; a table alone needs none of it.
   */
  readonly on: () => Promise<readonly Telling[]>
}

/** What several parts of the log tell together. */
export const together = async (
  ...parts: readonly (readonly Telling[] | Promise<readonly Telling[]>)[]
): Promise<readonly Telling[]> => (await Promise.all(parts)).flat()

/** What stands beside a value rests on what it does, and on what sources claim to hold in full; it is not raw. */
export const restsBeside = ({
  rests,
  claims,
}: {
  readonly rests: Rests
  readonly claims?: (() => Promise<readonly Telling[]>) | undefined
}): Rests => ({ raw: false, on: () => together(rests.on(), claims?.() ?? []) })
