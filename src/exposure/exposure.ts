/**
 * The result of a formula for every state of a company, in the order of its states.
 *
 * `values[i]` holds only where `defined[i]` is 1 (it is 0 elsewhere, which is not a score); `readingOf` says why not.
 * `degree` counts what was averaged: organisations or rated partners, as the formula says; 0 where undefined.
 * `coverage` is the share of the weight of all partners, rated or not, that lies on partners whose score was used:
 * from 0 to 1, and 0 where there is no partner.
 */
export interface Exposure {
  readonly values: Float64Array
  readonly defined: Uint8Array
  readonly degree: Uint32Array
  readonly coverage: Float64Array
}

/**
 * So many of them, one after another in one piece of memory: values, coverages, degrees, and whether defined. Each
 * begins at a whole number of eight bytes.
 */
export const exposuresIn = (memory: ArrayBuffer, count: number, stateCount: number): Exposure[] => {
  let at = 0
  const next = (bytes: number): number => {
    const from = at
    at += wholeNumbers(bytes)
    return from
  }
  return Array.from({ length: count }, () => ({
    values: new Float64Array(memory, next(8 * stateCount), stateCount),
    coverage: new Float64Array(memory, next(8 * stateCount), stateCount),
    degree: new Uint32Array(memory, next(4 * stateCount), stateCount),
    defined: new Uint8Array(memory, next(stateCount), stateCount),
  }))
}

const wholeNumbers = (bytes: number): number => Math.ceil(bytes / 8) * 8

/** One of which nothing is defined yet. */
export const blankExposure = (stateCount: number): Exposure =>
  exposuresIn(
    new ArrayBuffer(16 * stateCount + wholeNumbers(4 * stateCount) + wholeNumbers(stateCount)),
    1,
    stateCount,
  )[0]!
