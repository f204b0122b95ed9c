import { rankOf } from '../../../projections/fold/source-policy.ts'
import { ALWAYS, type Day } from '../../time/day.ts'
import { loadFactsOfStream } from '../question/facts.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { policyOf } from '../question/source-policy.ts'

/**
 * The first day on which somebody may have put a norm forward, as the log knew it and by whom the world believes;
 * undefined where nobody is known to have.
 */
export const normProposedOn = async (world: Snapshot, norm: string): Promise<Day | undefined> => {
  const policy = policyOf(world)
  const days = (await loadFactsOfStream(world, `norm-${norm}`, ['NormProposed'])).flatMap(({ occurred, sources }) =>
    occurred.lo > ALWAYS && rankOf(policy, sources) !== undefined ? [occurred.lo] : [],
  )
  return days.length === 0 ? undefined : (Math.min(...days) as Day)
}
