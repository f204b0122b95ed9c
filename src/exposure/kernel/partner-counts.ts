import type { Block } from './block.ts'
import { addRows, pairsOf } from './lanes.ts'
import { loops } from './loops.ts'
import { handAcquaintance } from './room.ts'

/** Counts how many different rated partners each state meets, in the memory of the loops: by state and lane. */
export const countPartners = ({ count, room }: Block): void => {
  const of = loops()
  handAcquaintance(room)
  const listed = { start: of.listedStart.value, rows: room.states, items: of.listedItems.value }
  addRows(listed, count, of.marks.value, of.partners.value)
  for (const pair of pairsOf(count)) of.countPartners(pair)
}
