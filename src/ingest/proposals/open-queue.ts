import { besideProposal, type Comparison } from '../../../projections/compose/proposals/beside-proposal.ts'
import { proposalQueue, type QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import { amendmentsAmong, factsOf } from '../../../projections/fold/facts.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import { notFound } from '../../common/error.ts'
import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import { seal } from '../../events/seal.ts'
import type { CommitPart } from '../../log/port.ts'
import { keysOf } from '../../readmodel/projector.ts'
import { proposalStreams, streamsOfProposals } from '../../readmodel/lookups/streams-of-events.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** Which proposals somebody decides: these, or all pending ones of a rule that say what the log says already. */
export type Chosen = { readonly ids: readonly string[] } | { readonly rule: string; readonly instrument?: string }

/** Proposals that are to be decided, and the streams that are read for it. */
export interface OpenQueue {
  readonly chosen: readonly QueuedProposal[]
  /** The events of a stream of proposals, or of one that they speak of. */
  readonly eventsOf: (stream: string) => readonly RecordedEvent[]
}

/** The streams that hold the proposals; all, where a rule is meant. Throws `unknown-proposal`. */
const streamsOf = async ({ readModel }: Workspace, chosen: Chosen): Promise<readonly string[]> => {
  if (!('ids' in chosen)) {
    const streams = await proposalStreams(readModel)
    const { instrument } = chosen
    return instrument === undefined ? streams : streams.filter((stream) => stream === `proposal-${instrument}`)
  }
  const ids = [...new Set(chosen.ids.map((id) => id.toLowerCase()))]
  const found = await streamsOfProposals(readModel, ids)
  const missing = ids.filter((id) => !found.has(id))
  if (missing.length > 0)
    throw notFound('unknown-proposal', `the log holds no proposal ${missing.join(', ')}.`, {
      hint: '`proposals` prints the ids of proposals.',
    })
  return [...new Set(found.values())]
}

/** Reads the proposals that are chosen, with all that decides where they stand, as the log has it now. */
export const openQueue = async (workspace: Workspace, chosen: Chosen): Promise<OpenQueue> => {
  const read = new Map<string, readonly RecordedEvent[]>()
  const reading = async (stream: string): Promise<readonly RecordedEvent[]> => {
    const known = read.get(stream)
    if (known !== undefined) return known
    const events: RecordedEvent[] = []
    for await (const event of workspace.log.readStream(stream)) events.push(event)
    read.set(stream, events)
    return events
  }
  const streams = await streamsOf(workspace, chosen)
  const events: RecordedEvent[] = []
  for (const stream of streams) events.push(...(await reading(stream)))
  const wanted = (one: QueuedProposal): boolean =>
    'ids' in chosen
      ? chosen.ids.some((id) => id.toLowerCase() === one.id)
      : one.says.rule?.name === chosen.rule && one.state === 'pending'
  for (const { says, became } of proposalQueue(events, () => false).filter(wanted)) {
    await reading(says.proposed.stream)
    if (became !== undefined) await reading(became.stream)
  }
  const retracted = new Set([...read.values()].flatMap((list) => [...amendmentsAmong(list).retractedBy.keys()]))
  const eventsOf = (stream: string): readonly RecordedEvent[] => read.get(stream) ?? []
  const besideOf = (one: QueuedProposal): Comparison =>
    besideProposal(one.says.proposed, factsBeside(one, eventsOf)).beside
  const found = proposalQueue(events, (id) => retracted.has(id as RecordedEvent['id'])).filter(wanted)
  return { chosen: 'ids' in chosen ? found : found.filter((one) => besideOf(one) === 'same'), eventsOf }
}

/** The standing facts of the actor of a proposal in the stream that it speaks of. */
const factsBeside = ({ says: { proposed } }: QueuedProposal, eventsOf: OpenQueue['eventsOf']) => {
  const events = eventsOf(proposed.stream)
  const keys = keysOf(events)
  const key = keyOf(proposed)
  return factsOf(events.filter((event) => keys.get(event.id) === key))
}

/** What is appended to the streams that were read, each expected to stand where it was read. */
export const partsOf = (
  added: ReadonlyMap<string, readonly NewEvent[]>,
  eventsOf: OpenQueue['eventsOf'],
): readonly CommitPart[] =>
  [...added].map(([stream, events]) => ({
    stream,
    expected: eventsOf(stream).at(-1)?.revision ?? 'no-stream',
    events: events.map(seal),
  }))
