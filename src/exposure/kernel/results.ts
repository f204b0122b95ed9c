import { exposuresIn, type Exposure } from '../exposure.ts'
import type { Block } from './block.ts'
import { loops } from './loops.ts'

/** What the loops have found for each scoring of a block. A copy: the next block overwrites what it is made of. */
export const exposuresFound = ({ count, room: { states } }: Block): readonly Exposure[] => {
  const of = loops()
  return exposuresIn(copyFrom(of.results.value, count * of.resultBytes()), count, states)
}

/** What a spatial lag has divided the sums of states by, for each scoring of a block. */
export const divisorsFound = ({ count, room: { states } }: Block): readonly Float64Array[] => {
  const all = new Float64Array(copyFrom(loops().divisors.value, 8 * count * states))
  return Array.from({ length: count }, (_, lane) => all.subarray(lane * states, (lane + 1) * states))
}

const copyFrom = (place: number, bytes: number): ArrayBuffer => loops().memory.buffer.slice(place, place + bytes)
