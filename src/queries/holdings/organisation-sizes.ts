import { membershipOn } from '../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { recordedOfMembers } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAllMemberships } from '../memberships/load-memberships.ts'

/** How many full members an organisation had on the world's day. */
export interface Size {
  readonly certain: number
  /** Further ones, who may have been full members. */
  readonly possible: number
}

const kept = keeping<ReadonlyMap<string, Size>>(
  (sizes) => sizes.size * 150 + 100,
  () => recordedOfMembers,
)

/**
 * The sizes of all organisations, informal ones included, of which something tells who belonged to them on the world's
 * day.
 */
export const loadSizes = (world: Snapshot): Promise<ReadonlyMap<string, Size>> =>
  kept(world, `${world.asOf}`, () => countMembers(world))

const countMembers = async (world: Snapshot): Promise<ReadonlyMap<string, Size>> => {
  const next = (world.asOf + 1) as Day
  const holding = (await loadAllMemberships({ ...world, formality: 'all' }, world.asOf, next)).filter(
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
