import { conflict } from '../../common/error.ts'
import type { NewEvent } from '../../events/envelope.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { againAfterRace } from '../commit/after-a-race.ts'
import { prepared } from '../commit/open-for-writing.ts'
import type { DecideOptions } from './accept.ts'
import { decisionEvent } from './decision-event.ts'
import { openQueue, partsOf } from './open-queue.ts'

/** What came of proposals that somebody rejected. */
export interface RejectReport {
  readonly rejected: readonly string[]
  /** Rejected before. */
  readonly known: readonly string[]
  readonly dryRun: boolean
  readonly ordinal: number
}

/**
 * Rejects proposals, and says why. Rejecting again says so and appends nothing. Throws `unknown-proposal` (not found),
 * and `already-accepted` (conflict): what counts is undone by retracting its event.
 */
export const rejectProposals = (
  workspace: Workspace,
  ids: readonly string[],
  { recordedBy, because, dryRun = false }: DecideOptions & { readonly because: string },
): Promise<RejectReport> =>
  againAfterRace(async () => {
    await prepared(workspace, dryRun)
    const { chosen, eventsOf } = await openQueue(workspace, { ids })
    const added = new Map<string, NewEvent[]>()
    const open = chosen.filter(({ state }) => state !== 'rejected')
    for (const proposal of open) {
      if (proposal.state === 'accepted')
        throw conflict(
          'already-accepted',
          `proposal ${proposal.id} was accepted: it is event ${proposal.became?.event}.`,
          {
            where: proposal.event.stream,
            hint: 'Retract that event; the proposal goes with it.',
          },
        )
      const { stream } = proposal.event
      const decision = decisionEvent(proposal, eventsOf(stream), 'ProposalRejected', { because })
      added.set(stream, [...(added.get(stream) ?? []), decision])
    }
    if (!dryRun) await workspace.log.appendCommit(partsOf(added, eventsOf), { recordedBy })
    return {
      rejected: open.map(({ id }) => id),
      known: chosen.filter(({ state }) => state === 'rejected').map(({ id }) => id),
      dryRun,
      ordinal: (await workspace.log.head()).ordinal,
    }
  })
