import { factsOf } from '../../../projections/fold/facts.ts'
import { firstDayOut } from '../../../projections/fold/ends.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import type { DateRange } from '../../time/date-range.ts'
import type { EventId } from '../../time/event-id.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { withRetractions } from '../question/without.ts'

/** The first day on which a campaign was over, as it is recorded. */
export type CampaignEnd = DateRange & { readonly decidedBy: readonly EventId[] }

/** When campaigns ended, by their streams; of the others nobody has recorded an end. */
export const loadCampaignEnds = async (
  world: Snapshot,
  campaigns: readonly string[],
): Promise<ReadonlyMap<string, CampaignEnd>> => {
  if (campaigns.length === 0) return new Map()
  const rows = await world.sql
    .selectFrom('event')
    .selectAll()
    .where('type', 'in', ['CampaignEnded', 'EventCorrected', 'EventRetracted'])
    .where('stream', 'in', campaigns)
    .where('ordinal', '<=', world.ordinal)
    .orderBy('ordinal')
    .execute()
  return new Map(
    campaigns.flatMap((campaign) => {
      const events = rows.filter(({ stream }) => stream === campaign).map(eventOfRow)
      const ended = factsOf(withRetractions(world, events)).findLast(({ type }) => type === 'CampaignEnded')
      return ended === undefined ? [] : [[campaign, { ...firstDayOut(ended), decidedBy: ended.decidedBy }]]
    }),
  )
}
