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

/** So many of them, of which nothing is defined yet; in one piece of memory. */
export const blankExposures = (count: number, stateCount: number): Exposure[] => {
  const numbers = new Float64Array(count * (2 * stateCount + Math.ceil(stateCount / 2) + Math.ceil(stateCount / 8)))
  let at = 0
  // Each array begins at a whole number of eight bytes.
  const next = (bytes: number): number => {
    const from = at
    at += Math.ceil(bytes / 8) * 8
    return from
  }
  return Array.from({ length: count }, () => ({
    values: new Float64Array(numbers.buffer, next(8 * stateCount), stateCount),
    coverage: new Float64Array(numbers.buffer, next(8 * stateCount), stateCount),
    degree: new Uint32Array(numbers.buffer, next(4 * stateCount), stateCount),
    defined: new Uint8Array(numbers.buffer, next(stateCount), stateCount),
  }))
}

export const blankExposure = (stateCount: number): Exposure => blankExposures(1, stateCount)[0]!
