import { groupBy } from '../../common/group-by.ts'
import { loadBindingSpans } from '../treaties/binding-spans.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { Ties } from './tie-days.ts'

/** Treaties in force as ties from states to treaties, as they follow from acts and clauses. */
export const loadTreatyTies = async (world: Snapshot): Promise<Ties> => {
  const ties = [...(await loadBindingSpans(world))].flatMap(([treaty, { spans }]) =>
    spans.map(({ value: ego, from, to, certainty }) => ({
      ego,
      alter: treaty,
      from,
      to,
      kind: null,
      weight: null,
      certainty,
      toldBy: 'days' as const,
      isAssumed: false,
      series: null,
    })),
  )
  const byState = groupBy(ties, ({ ego }) => ego)
  return { alters: 'treaty', isDirected: false, of: (ego) => byState.get(ego) ?? [] }
}
