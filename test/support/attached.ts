import type { Attachment } from '../../projections/compose/reservations/attachment.ts'
import { attachmentHistory, type AttachmentHistory } from '../../projections/compose/reservations/reservations.ts'
import { reservationsTo } from '../../projections/compose/reservations/standing-attachments.ts'
import { attachmentOf } from '../../projections/compose/reservations/from-rows.ts'
import { treatyAttachments, type TreatyAttachment } from '../../projections/folds/treaty-attachments.ts'
import { parseDay } from '../../src/time/day.ts'
import { at } from '../../src/time/timeline.ts'
import type { ActSaid } from './actors.ts'
import { intervalsOf } from './folded.ts'
import { actsOf, type History } from './given.ts'
import { nextId, said, type Said } from './recorded.ts'

const attach = (actor: string, type: string, occurred: string | undefined, data: object): ActSaid => {
  const id = nextId()
  return { kind: 'act', actor, under: (stream) => said(stream, type, occurred, { actor, ...data }, { id }) }
}

interface Terms {
  readonly as?: string
  readonly at?: 'signature' | 'consent' | 'late'
  readonly to?: readonly string[]
  /** When the depositary told the parties. */
  readonly notified?: string
}

/**
 * A reservation to some articles: `reserved('aaa', '1990-01-01', { to: ['7'] })`. Without a date: as the source prints
 * it beside the act.
 */
export const reserved = (
  actor: string,
  occurred: string | undefined,
  { as = '1', at: attached = 'consent', to = [], notified }: Terms = {},
): ActSaid =>
  attach(actor, 'ReservationMade', occurred, {
    reservation: as,
    provisions: [...to],
    at: attached,
    ...(notified !== undefined && { notified }),
  })

export const tookBackReservation = (actor: string, occurred: string, { as = '1', to }: Terms = {}): ActSaid =>
  attach(actor, 'ReservationWithdrawn', occurred, { reservation: as, ...(to !== undefined && { provisions: [...to] }) })

export const modifiedReservation = (actor: string, occurred: string, { as = '1', to = [] }: Terms = {}): ActSaid =>
  attach(actor, 'ReservationModified', occurred, { reservation: as, provisions: [...to] })

export const objected = (
  actor: string,
  occurred: string | undefined,
  to: string,
  { precludes = false, reservation }: { precludes?: boolean; reservation?: string } = {},
): ActSaid =>
  attach(actor, 'ObjectionMade', occurred, {
    to,
    precludesEntryIntoForce: precludes,
    ...(reservation !== undefined && { reservation }),
  })

export const tookBackObjection = (actor: string, occurred: string, to: string): ActSaid =>
  attach(actor, 'ObjectionWithdrawn', occurred, { to })

export const declared = (
  actor: string,
  occurred: string | undefined,
  articles: readonly string[],
  attached: 'signature' | 'consent' | 'late' = 'consent',
): ActSaid =>
  attach(actor, 'DeclarationMade', occurred, {
    declaration: 'art',
    kind: 'optionalClause',
    provisions: [...articles],
    at: attached,
  })

/** What the events attach to the treaty, as the questions read it from the fold's rows. */
const attachmentsOf = (list: readonly Said[]): readonly Attachment[] =>
  intervalsOf<TreatyAttachment>(treatyAttachments, list).map(attachmentOf)

/** How one actor's attachments fared under a treaty whose text says so much of reservations. */
export const attached = (history: History, actor: string, rule?: string): AttachmentHistory => {
  const acts = actsOf(history.said)
  return attachmentHistory(actor, {
    rule,
    attachments: attachmentsOf(history.said),
    partyOf: (who) => ({ acts: acts.filter((act) => act.actor === who), timeline: history.of(who).legal.timeline }),
  })
}

/** The reservations that stood on a day, by what their maker calls them. */
export const stoodOn = (found: AttachmentHistory, day: string): readonly string[] =>
  (at(reservationsTo(found, undefined), parseDay(day))?.value ?? []).map(({ label, certainty }) =>
    certainty === 'certain' ? label : `${label}?`,
  )
