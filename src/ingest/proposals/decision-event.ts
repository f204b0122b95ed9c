import type { QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import type { JsonObject } from '../../events/json.ts'
import { contentId } from '../candidates/event-id.ts'

/**
 * That somebody decided a proposal, in its stream. Its id counts the decisions before, so that a retry is recognised
 * and a change of mind is not one.
 */
export const decisionEvent = (
  { id, event }: QueuedProposal,
  before: readonly RecordedEvent[],
  type: 'ProposalAccepted' | 'ProposalRejected',
  data: JsonObject,
): NewEvent => {
  const nth = before.filter((one) => one.data.proposal === id).length
  return {
    id: contentId(`${type}\n${id}\n${nth}`),
    type,
    schemaVersion: 1,
    sources: event.sources,
    confidence: 'certain',
    data: { proposal: id, ...data },
  }
}
