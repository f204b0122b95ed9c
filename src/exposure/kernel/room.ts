import { lanes } from './lanes.ts'

/**
 * Room for what one block needs, since arrays cost more than what is done with them: overwritten by the next block, and
 * never given away. Numbers by state, or by organisation, and lane; there may be more of them than are used.
 */
export interface Room {
  readonly states: number
  readonly organisations: number
  readonly high: Float64Array
  readonly low: Float64Array
  readonly packed: Float64Array
  readonly places: Int32Array
  readonly silent: Float64Array
  readonly sums: Float64Array
  readonly weights: Float64Array
  readonly marks: Float64Array
  readonly counts: Float64Array
  readonly packedSums: Float64Array
  readonly highSums: Float64Array
  readonly lowSums: Float64Array
  /** Twice: for members without and with a score. */
  readonly divisors: Float64Array
  readonly coverages: Float64Array
}

let kept: Room | undefined

export const roomFor = (states: number, organisations: number): Room => {
  if (kept !== undefined && kept.states >= states && kept.organisations >= organisations) return kept
  kept = roomOf(Math.max(states, kept?.states ?? 0), Math.max(organisations, kept?.organisations ?? 0))
  return kept
}

const roomOf = (states: number, organisations: number): Room => {
  const byState = () => new Float64Array(states * lanes)
  const byOrganisation = (times = 1) => new Float64Array(times * organisations * lanes)
  return {
    states,
    organisations,
    high: byState(),
    low: byState(),
    packed: byState(),
    places: new Int32Array(states * lanes),
    silent: byState(),
    sums: byState(),
    weights: byState(),
    marks: byState(),
    counts: byState(),
    packedSums: byOrganisation(),
    highSums: byOrganisation(),
    lowSums: byOrganisation(),
    divisors: byOrganisation(2),
    coverages: byOrganisation(2),
  }
}
