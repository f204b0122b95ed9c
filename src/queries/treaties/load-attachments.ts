import type { Attachment } from '../../../projections/compose/reservations/attachment.ts'
import type { AttachmentKind } from '../../events/treaty.ts'
import type { Schema } from '../../readmodel/schema.ts'
import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'

const attachmentOf = (row: Schema['treaty_attachment']): Attachment => ({
  treaty: row.treaty,
  actor: row.actor,
  kind: row.kind as AttachmentKind,
  label: row.label,
  at: (row.attached ?? undefined) as Attachment['at'],
  toward: row.toward ?? undefined,
  provisions: JSON.parse(row.provisions) as readonly string[],
  detail: JSON.parse(row.detail) as Attachment['detail'],
  made: row.made <= ALWAYS && row.latest >= FOREVER ? undefined : { lo: row.made as Day, hi: row.latest as Day },
  from: { lo: row.valid_from as Day, hi: (row.valid_from <= ALWAYS ? row.valid_from : row.from_latest) as Day },
  to: { lo: row.to_earliest as Day, hi: row.valid_to as Day },
  decidedBy: idsOf(row.decided_by),
})

/**
 * Everything that actors attached to a treaty: reservations, declarations, objections, derogations, territories,
 * accepted amendments.
 */
export const loadAttachments = async (world: Snapshot, treaty: string): Promise<readonly Attachment[]> =>
  (
    await knownRows(world, 'treaty_attachment')
      .selectAll()
      .where('stream', '=', `treaty-${treaty}`)
      .orderBy('valid_from')
      .orderBy('decided_by')
      .execute()
  ).map(attachmentOf)

/**
 * What a treaty says of reservations: silent, permitted, restricted, prohibited; undefined where it is not recorded.
 */
export const loadReservationRule = async (world: Snapshot, treaty: string): Promise<string | undefined> =>
  (await knownRows(world, 'treaty').select('reservations').where('stream', '=', `treaty-${treaty}`).executeTakeFirst())
    ?.reservations ?? undefined
