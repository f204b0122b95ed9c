import { payload, subjectOf } from '../../../projections/fold/fold.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { loadFactsOfSubjects } from '../question/facts.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** An organisation whose place another one took. */
export interface Predecessor {
  readonly igo: string
  /** The first day on which its members are counted no more: that of the succession, the last it may mean. */
  readonly until: Day
  readonly decidedBy: readonly EventId[]
}

/** Every succession of one organisation by another, by the successor. */
const loadSuccessions = async (world: Snapshot): Promise<ReadonlyMap<string, readonly Predecessor[]>> => {
  const found = new Map<string, Predecessor[]>()
  for (const fact of await loadFactsOfSubjects(world, 'igo', ['IgoSucceeded'])) {
    const { successor } = payload<{ successor: string }>(fact)
    const before = found.get(successor) ?? []
    found.set(successor, [
      ...before,
      { igo: subjectOf(fact.stream), until: fact.occurred.hi, decidedBy: fact.decidedBy },
    ])
  }
  return found
}

/**
 * The organisations that one succeeded, and those that these succeeded, each once: of the European Union the European
 * Economic Community up to 1 November 1993 and the Coal and Steel Community up to 23 July 2002.
 */
export const loadPredecessors = async (world: Snapshot, igo: string): Promise<readonly Predecessor[]> => {
  const successions = await loadSuccessions(world)
  const found = new Map<string, Predecessor>()
  const visit = (successor: string): void => {
    for (const one of successions.get(successor) ?? []) {
      if (one.igo === igo || found.has(one.igo)) continue
      found.set(one.igo, one)
      visit(one.igo)
    }
  }
  visit(igo)
  return [...found.values()]
}
