import { factsOf } from '../../../projections/fold/facts.ts'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import { ALWAYS, type Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { policyOf } from '../question/source-policy.ts'
import { withRetractions } from '../question/without.ts'

/**
 * The first day on which somebody may have put a norm forward, as the log knew it and by whom the world believes;
 * undefined where nobody is known to have.
 */
export const normProposedOn = async (world: Snapshot, norm: string): Promise<Day | undefined> => {
  const rows = await world.sql
    .selectFrom('event')
    .selectAll()
    .where('type', 'in', ['NormProposed', 'EventCorrected', 'EventRetracted'])
    .where('stream', '=', `norm-${norm}`)
    .where('ordinal', '<=', world.ordinal)
    .orderBy('ordinal')
    .execute()
  const policy = policyOf(world)
  const days = factsOf(withRetractions(world, rows.map(eventOfRow))).flatMap(({ type, occurred, sources }) =>
    type === 'NormProposed' && occurred.lo > ALWAYS && rankOf(policy, sources) !== undefined ? [occurred.lo] : [],
  )
  return days.length === 0 ? undefined : (Math.min(...days) as Day)
}
