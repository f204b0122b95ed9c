import type { Attachment } from '../../../projections/compose/reservations/attachment.ts'
import { attachmentOf } from '../../../projections/compose/reservations/from-rows.ts'
import type { Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'

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
  ).map((row) =>
    attachmentOf({
      columns: row,
      from: row.valid_from as Day,
      to: row.valid_to as Day,
      decidedBy: idsOf(row.decided_by),
    }),
  )

/**
 * What a treaty says of reservations: silent, permitted, restricted, prohibited; undefined where it is not recorded.
 */
export const loadReservationRule = async (world: Snapshot, treaty: string): Promise<string | undefined> =>
  (await knownRows(world, 'treaty').select('reservations').where('stream', '=', `treaty-${treaty}`).executeTakeFirst())
    ?.reservations ?? undefined
