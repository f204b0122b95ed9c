import { besideProposal, type RecordedFact } from '../../../projections/compose/proposals/beside-proposal.ts'
import { proposalQueue, type QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import { amendmentsAmong, factsOf } from '../../../projections/fold/facts.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { groupBy } from '../../common/group-by.ts'
import { eventOfRow } from '../../readmodel/stored-event.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadAmending } from '../record/amendments.ts'

/** Every proposal that was known, and where it stood. */
export const loadProposals = async (world: Snapshot): Promise<readonly QueuedProposal[]> => {
  const rows = await world.sql
    .selectFrom('event')
    .selectAll()
    .where('ordinal', '<=', world.ordinal)
    .where('stream', '>=', 'proposal-')
    .where('stream', '<', 'proposal.')
    .orderBy('ordinal')
    .execute()
  const events = rows.map(eventOfRow)
  const became = events.filter(({ type }) => type === 'ProposalAccepted').map(({ data }) => String(data.stream))
  const { retractedBy } = amendmentsAmong(await loadAmending(world, [...new Set(became)]))
  const retracted = new Set<string>(retractedBy.keys())
  return proposalQueue(events, (id) => retracted.has(id))
}

/** What one query names at most; of more actors it asks for all. */
const manyKeys = 500

const eventsBeside = async (
  world: Snapshot,
  stream: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> => {
  const all = world.sql
    .selectFrom('event')
    .selectAll()
    .where('ordinal', '<=', world.ordinal)
    .where('stream', '=', stream)
    .orderBy('ordinal')
  const rows = await (keys.length > manyKeys ? all : all.where('key', 'in', keys)).execute()
  const byKey = groupBy(rows, ({ key }) => key)
  return new Map([...byKey].map(([key, list]) => [key, list.map(eventOfRow)]))
}

/** What the log says of the fact of each proposal, but for the event that the proposal itself became. */
export const loadBeside = async (
  world: Snapshot,
  proposals: readonly QueuedProposal[],
): Promise<ReadonlyMap<QueuedProposal, RecordedFact>> => {
  const told = new Map<QueuedProposal, RecordedFact>()
  for (const [stream, list] of groupBy(proposals, ({ says }) => says.proposed.stream)) {
    const byKey = await eventsBeside(world, stream, [...new Set(list.map(({ says }) => keyOf(says.proposed)))])
    const facts = new Map([...byKey].map(([key, events]) => [key, factsOf(events)]))
    for (const one of list) {
      const others = (facts.get(keyOf(one.says.proposed)) ?? []).filter(({ id }) => id !== one.became?.event)
      told.set(one, besideProposal(one.says.proposed, others))
    }
  }
  return told
}
