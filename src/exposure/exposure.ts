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

export const blankExposure = (stateCount: number): Exposure => {
  return {
    values: new Float64Array(stateCount),
    defined: new Uint8Array(stateCount),
    degree: new Uint32Array(stateCount),
    coverage: new Float64Array(stateCount),
  }
}
