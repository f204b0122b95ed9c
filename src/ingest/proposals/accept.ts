import type { NewEvent } from '../../events/envelope.ts'
import { utcToday } from '../../time/today.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { againAfterRace } from '../commit/after-a-race.ts'
import { prepared } from '../commit/open-for-writing.ts'
import { validate } from '../candidates/validate.ts'
import { acceptedEvent } from './accepted-event.ts'
import { decisionEvent } from './decision-event.ts'
import { openQueue, partsOf, type Chosen, type OpenQueue } from './open-queue.ts'
import { placesAmongReviews } from './place-among-reviews.ts'

export interface DecideOptions {
  /** The reviewer. */
  readonly recordedBy: string
  readonly because?: string | undefined
  readonly dryRun?: boolean
}

/** What came of proposals that somebody accepted. */
export interface AcceptReport {
  readonly accepted: readonly {
    readonly proposal: string
    readonly event: string
    readonly stream: string
    /**
     * Whether the event is new; else the same fact had been accepted from another proposal, and that event stands for
     * both.
     */
    readonly isNew: boolean
  }[]
  /** Accepted before, with the event that each became. */
  readonly known: readonly { readonly proposal: string; readonly event: string }[]
  readonly dryRun: boolean
  readonly ordinal: number
}

/**
 * Accepts proposals: appends the event of each, in the series `review`, in one commit with the decision. It is known
 * from then on, stands beside what other sources tell of the same act (as a second assertion, or a rival), and no
 * import touches it. Accepting again says so and appends nothing; what was rejected, superseded or retracted may be
 * accepted all the same. Throws `unknown-proposal` (not found), `accepted-otherwise` (conflict) where another value of
 * the fact was accepted and stands, and whatever is wrong with an event that is no longer one.
 */
export const acceptProposals = (workspace: Workspace, chosen: Chosen, options: DecideOptions): Promise<AcceptReport> =>
  againAfterRace(async () => {
    const names = await prepared(workspace, options.dryRun)
    const instrument = 'ids' in chosen ? undefined : chosen.instrument
    const named =
      instrument === undefined
        ? chosen
        : { ...chosen, instrument: names.require('treaty', instrument, { day: utcToday() }) }
    return acceptOnce(workspace, await openQueue(workspace, named), options)
  })

const acceptOnce = async (
  { log }: Workspace,
  { chosen, eventsOf }: OpenQueue,
  { recordedBy, because, dryRun = false }: DecideOptions,
): Promise<AcceptReport> => {
  const today = utcToday()
  const added = new Map<string, NewEvent[]>()
  const add = (stream: string, event: NewEvent): void => void added.set(stream, [...(added.get(stream) ?? []), event])
  const placeAmongReviews = placesAmongReviews(eventsOf)
  const accepted: AcceptReport['accepted'][number][] = []
  const known: AcceptReport['known'][number][] = []
  for (const proposal of chosen) {
    if (proposal.state === 'accepted' && proposal.became !== undefined) {
      known.push({ proposal: proposal.id, event: proposal.became.event })
      continue
    }
    const { stream } = proposal.says.proposed
    const place = placeAmongReviews(proposal)
    const event = acceptedEvent(proposal, place.id, { reviewer: recordedBy, because })
    validate(event, stream, today, `proposal ${proposal.id}`)
    if (place.isNew) add(stream, event)
    add(
      proposal.event.stream,
      decisionEvent(proposal, eventsOf(proposal.event.stream), 'ProposalAccepted', {
        event: place.id,
        stream,
        ...(because !== undefined && { because }),
      }),
    )
    accepted.push({ proposal: proposal.id, event: place.id, stream, isNew: place.isNew })
  }
  if (!dryRun) await log.appendCommit(partsOf(added, eventsOf), { recordedBy })
  return { accepted, known, dryRun, ordinal: (await log.head()).ordinal }
}
