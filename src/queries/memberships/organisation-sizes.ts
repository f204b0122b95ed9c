import { membershipOn } from '../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAllMemberships } from './load-memberships.ts'

/** How many full members an organisation had on the world's day. */
export interface Size {
  readonly certain: number
  /** Further ones, who may have been full members. */
  readonly possible: number
}

/** The sizes of all organisations of which something tells who belonged to them on the world's day. */
export const loadSizes = async (world: Snapshot): Promise<ReadonlyMap<string, Size>> => {
  const next = (world.asOf + 1) as Day
  const holding = (await loadAllMemberships(world, world.asOf, next)).filter(
    ({ from, to }) => from <= world.asOf && world.asOf < to,
  )
  return new Map(
    [...groupBy(holding, ({ igo }) => igo)].map(([igo, spans]) => {
      const full = [...groupBy(spans, ({ actor }) => actor).values()]
        .map((list) => membershipOn(list, world.asOf))
        .filter((on) => on?.kind === 'full')
      const certain = full.filter((on) => on?.certainty === 'certain').length
      return [igo, { certain, possible: full.length - certain }]
    }),
  )
}
