import type { Rows } from '../../src/exposure/sparse-rows.ts'

/**
 * The least that an exposure must do: one pass over the members of every organisation that gathers a score for each and
 * adds it up. No masks, no means, nobody left out.
 */
export const sumRows = ({ start, items }: Rows, scores: Float64Array, into: Float64Array): void => {
  for (let row = 0; row < into.length; row++) {
    let sum = 0
    const end = start[row + 1]!
    for (let k = start[row]!; k < end; k++) sum += scores[items[k]!]!
    into[row] = sum
  }
}
