import type { QueuedProposal } from '../../../projections/compose/proposals/proposal-queue.ts'
import { keyOf } from '../../../projections/fold/fold.ts'
import { conflict, type NormtrailError } from '../../common/error.ts'
import type { NewEvent } from '../../events/envelope.ts'
import { canonicalJson } from '../../events/json.ts'
import { keysOf } from '../../readmodel/projector.ts'
import { assertionsOf, placeOf, type Assertions } from '../reconcile/assertions.ts'
import { assertionId } from '../candidates/event-id.ts'
import { says } from '../reconcile/reconcile.ts'
import { reviewSeries } from './accepted-event.ts'
import type { OpenQueue } from './open-queue.ts'

/** The event that a proposal becomes: a new one, or one that was accepted already and says the same. */
export interface Place {
  readonly id: NewEvent['id']
  readonly isNew: boolean
}

/**
 * Where proposals stand among what was accepted, one after the other: of one fact only one value can be accepted at a
 * time, and who says the same shares its event. Throws `accepted-otherwise`.
 */
export const placesAmongReviews = (eventsOf: OpenQueue['eventsOf']): ((proposal: QueuedProposal) => Place) => {
  const now = new Map<string, { readonly id: NewEvent['id']; readonly proposal: QueuedProposal }>()
  return (proposal) => {
    const { proposed } = proposal.says
    const { stream, fact } = proposed
    const key = keyOf(proposed)
    const place = `${stream}\n${placeOf(key, fact)}`
    const beside = now.get(place)
    if (beside !== undefined) {
      if (valueOf(beside.proposal) !== valueOf(proposal)) throw otherwise(proposal, `proposal ${beside.proposal.id}`)
      return { id: beside.id, isNew: false }
    }
    const before = reviewOf(eventsOf(stream), key, fact)
    const id =
      before?.live === undefined ? assertionId(reviewSeries, stream, key, fact, before?.count ?? 0) : before.root
    if (before?.live !== undefined && !says(before.live, { event: proposed }))
      throw otherwise(proposal, `event ${before.root}`)
    now.set(place, { id, proposal })
    return { id, isNew: before?.live === undefined }
  }
}

/** What was accepted of a fact so far. */
const reviewOf = (events: ReturnType<OpenQueue['eventsOf']>, key: string, fact: string): Assertions | undefined => {
  const keys = keysOf(events)
  const ofKey = events.filter((event) => keys.get(event.id) === key)
  return assertionsOf(ofKey, reviewSeries).get(placeOf(key, fact))
}

const valueOf = ({ says: { proposed } }: QueuedProposal): string => {
  const { type, occurred, effective, data } = proposed
  return canonicalJson({ type, data, occurred: occurred ?? null, effective: effective ?? null })
}

const otherwise = ({ id, says: { proposed } }: QueuedProposal, other: string): NormtrailError =>
  conflict(
    'accepted-otherwise',
    `proposal ${id} tells ${proposed.fact} otherwise than ${other}, which was accepted: one fact has one value.`,
    { where: proposed.stream, hint: 'Reject one of the two; what was accepted by mistake is retracted first.' },
  )
