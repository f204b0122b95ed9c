import type { RecordedEvent } from '../../../src/events/envelope.ts'
import type { FactProposed, ProposalAccepted } from '../../../src/events/proposal.ts'
import type { EventId } from '../../../src/time/event-id.ts'

/**
 * Where a proposal stands. `superseded`: a new version of its rule, or a new sheet of its coder, took it back while
 * nobody had decided. `retracted`: it was accepted, and the event that it became was retracted since. What is not
 * accepted may still be decided, either way.
 */
export const proposalStates = ['pending', 'accepted', 'rejected', 'superseded', 'retracted'] as const
export type ProposalState = (typeof proposalStates)[number]

export interface QueuedProposal {
  readonly id: EventId
  readonly event: RecordedEvent
  readonly says: FactProposed
  readonly state: ProposalState
  /** What decided it last: who accepted, rejected or superseded it, when, and why. */
  readonly decision: RecordedEvent | undefined
  /** The event that it became, where it was accepted; it may be retracted by now. */
  readonly became: ProposalAccepted | undefined
}

interface Decided {
  readonly state: ProposalState
  readonly decision: RecordedEvent
  readonly became?: ProposalAccepted
}

const acceptanceOf = ({ data }: RecordedEvent): ProposalAccepted => data as unknown as ProposalAccepted

const decidedBy = (event: RecordedEvent, isRetracted: (id: string) => boolean): Decided | undefined => {
  switch (event.type) {
    case 'ProposalAccepted': {
      const became = acceptanceOf(event)
      return { state: isRetracted(became.event) ? 'retracted' : 'accepted', decision: event, became }
    }
    case 'ProposalRejected':
      return { state: 'rejected', decision: event }
    case 'ProposalSuperseded':
      return { state: 'superseded', decision: event }
    default:
      return undefined
  }
}

/**
 * The proposals of some `proposal-…` streams and where each stands: the last decision counts. `events` are those
 * streams in the order of the log; `isRetracted` tells of events elsewhere whether they were taken back. Nothing but
 * this reads proposals.
 */
export const proposalQueue = (
  events: readonly RecordedEvent[],
  isRetracted: (id: string) => boolean,
): readonly QueuedProposal[] => {
  const decided = new Map<string, Decided>()
  for (const event of events) {
    const decision = decidedBy(event, isRetracted)
    if (decision !== undefined) decided.set(String(event.data.proposal), decision)
  }
  return events
    .filter(({ type }) => type === 'FactProposed')
    .map((event) => {
      const last = decided.get(event.id)
      return {
        id: event.id,
        event,
        says: event.data as unknown as FactProposed,
        state: last?.state ?? 'pending',
        decision: last?.decision,
        became: last?.became,
      }
    })
}

/** Whether somebody still has to decide, or may: it counts for nothing so far. */
export const isOpen = ({ state }: Pick<QueuedProposal, 'state'>): boolean => state !== 'accepted'
