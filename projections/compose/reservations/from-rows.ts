import type { AttachmentKind } from '../../../src/events/treaty.ts'
import { ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import type { Interval } from '../../fold/fold.ts'
import type { TreatyAttachment } from '../../folds/treaty-attachments.ts'
import type { Attachment } from './attachment.ts'

/** An attachment, from a row of its fold. What its detail says is what the schema of its event lets through. */
export const attachmentOf = ({
  columns,
  from,
  to,
  decidedBy,
}: Omit<Interval<TreatyAttachment>, 'certainty'>): Attachment =>
  ({
    treaty: columns.treaty,
    actor: columns.actor,
    kind: columns.kind as AttachmentKind,
    label: columns.label,
    at: (columns.attached ?? undefined) as Attachment['at'],
    toward: columns.toward ?? undefined,
    provisions: JSON.parse(columns.provisions) as readonly string[],
    detail: JSON.parse(columns.detail) as Attachment['detail'],
    made:
      columns.made <= ALWAYS && columns.latest >= FOREVER
        ? undefined
        : { lo: columns.made as Day, hi: columns.latest as Day },
    from: { lo: from, hi: (from <= ALWAYS ? from : columns.from_latest) as Day },
    to: { lo: columns.to_earliest as Day, hi: to },
    decidedBy,
  }) as Attachment
