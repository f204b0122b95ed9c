import type { Rows } from '../sparse-rows.ts'

/**
 * So many scorings stand side by side. What belongs to row r and lane l is at `r * lanes + l`, so that one index is
 * looked up for all of them, and no sum waits for another one. The loops name each lane: an array of sums would live in
 * memory.
 */
export const lanes = 4

/** For each row the sum of `values` over its items, lane by lane. */
export const addLanes = ({ start, items }: Rows, values: Float64Array, into: Float64Array): void => {
  for (let row = 0; row + 1 < start.length; row++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    const end = start[row + 1]!
    for (let k = start[row]!; k < end; k++) {
      const at = items[k]! << 2
      a += values[at]!
      b += values[at + 1]!
      c += values[at + 2]!
      d += values[at + 3]!
    }
    const first = row << 2
    into[first] = a
    into[first + 1] = b
    into[first + 2] = c
    into[first + 3] = d
  }
}
