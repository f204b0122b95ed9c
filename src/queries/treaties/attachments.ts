import { attachmentHistory, type AttachmentHistory } from '../../../projections/compose/reservations/reservations.ts'
import { type ReservationLaw } from '../../../projections/compose/reservations/reservation-history.ts'
import type { Attachment, Party } from '../../../projections/compose/reservations/attachment.ts'
import { attributesOn, type Attributes } from '../../../projections/compose/reservations/party-attributes.ts'
import { actsOfActor } from '../../../projections/compose/treaty/succession.ts'
import type { Day } from '../../time/day.ts'
import { recordedOfLaw } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import { historyOf, type TreatyLaw } from './treaty-law.ts'
import { loadAttachments, loadReservationRule } from './load-attachments.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** What was attached to a treaty, ready to say how each actor's reservations fared. */
export interface AttachedTo {
  /** Every actor that attached something. */
  readonly actors: readonly string[]
  readonly attachments: readonly Attachment[]
  readonly partyOf: (actor: string) => Party
  readonly historyOf: (actor: string) => AttachmentHistory
  /** What the actor's status carries on a day, without changing it. */
  readonly attributesOn: (actor: string, day: Day) => Attributes
}

/** A state that goes on with the treaties of another goes on with what that one had attached before. */
const inherited = ({ lives }: TreatyLaw, attachments: readonly Attachment[]): readonly Attachment[] =>
  [...lives].flatMap(([actor, { continues, born }]) =>
    attachments
      .filter((one) => born !== undefined && continues.includes(one.actor) && (one.made?.lo ?? one.from.lo) < born.from)
      .map((one) => ({ ...one, actor })),
  )

const none: AttachmentHistory = { reservations: [], optionalClauses: [], anomalies: [] }

/** Attachments, and the histories of the actors that were asked about, of whom most attached something. */
const kept = keeping<AttachedTo>(
  ({ attachments }) => 100_000 + attachments.length * 5_000,
  () => recordedOfLaw,
)

/** What was attached to a treaty, loaded once for each moment and policy: `law` is that of the same world. */
export const attachedTo = (world: Snapshot, law: TreatyLaw): Promise<AttachedTo> =>
  kept(world, law.terms.treaty, () => loadAttached(world, law))

const loadAttached = async (world: Snapshot, law: TreatyLaw): Promise<AttachedTo> => {
  const own = await loadAttachments(world, law.terms.treaty)
  const attachments = own.length === 0 ? own : [...own, ...inherited(law, own)]
  const parties = new Map<string, Party>()
  const partyOf = (actor: string): Party => {
    const known = parties.get(actor) ?? {
      acts: actsOfActor(actor, law.byActor, law.lives),
      timeline: historyOf(law, actor).timeline,
    }
    parties.set(actor, known)
    return known
  }
  const reservations: ReservationLaw = {
    rule: own.length === 0 ? undefined : await loadReservationRule(world, law.terms.treaty),
    attachments,
    partyOf,
  }
  const actors = [...new Set(attachments.map(({ actor }) => actor))].toSorted()
  const histories = new Map<string, AttachmentHistory>()
  const historyOfActor = (actor: string): AttachmentHistory => {
    if (!actors.includes(actor)) return none
    const known = histories.get(actor) ?? attachmentHistory(actor, reservations)
    histories.set(actor, known)
    return known
  }
  return {
    actors,
    attachments,
    partyOf,
    historyOf: historyOfActor,
    attributesOn: (actor, day) =>
      attributesOn(
        historyOfActor(actor),
        attachments.filter((one) => one.actor === actor),
        partyOf(actor),
        day,
      ),
  }
}
