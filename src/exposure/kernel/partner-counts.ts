import type { Block } from './block.ts'
import { addLanes, lanes } from './lanes.ts'

/** How many different rated partners each state meets: by state and lane. */
export const ratedPartners = ({ layout, scorings, room }: Block): Float64Array => {
  const { listed, isOfStrangers } = layout.acquaintance()
  const { marks, counts } = room
  const all = scorings.map(({ rated }, lane) => {
    let ofAll = 0
    for (let i = 0, at = lane; i < rated.length; i++, at += lanes) {
      marks[at] = rated[i]!
      ofAll += rated[i]!
    }
    return ofAll
  })
  addLanes(listed, marks, counts)
  for (const [lane, ofAll] of all.entries())
    for (let i = 0, at = lane; i < isOfStrangers.length; i++, at += lanes)
      if (isOfStrangers[i]) counts[at] = ofAll - counts[at]!
  return counts
}
