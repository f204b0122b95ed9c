import { formatBound } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import type { CellChange } from './timeline-diff.ts'
import { loadCauses, type Changed } from './causes.ts'
import type { Moments } from './changed-rows.ts'

/**
 * What changed of one derived cell between two moments of knowledge, and the events that changed it. Days are ISO days;
 * null is an open end.
 */
export interface Change {
  readonly what: 'status' | 'membership' | 'score' | 'exposure'
  readonly actor: string
  readonly subject: string
  readonly from: string | null
  readonly to: string | null
  readonly before: string | null
  readonly after: string | null
  readonly events: readonly EventId[]
}

/** A changed cell, and where to look for why. */
export interface Unexplained extends Omit<Changed, 'decided'> {
  readonly what: Change['what']
  readonly subject: string
  readonly cell: CellChange
}

/** Changed cells with the events that changed them. */
export const explained = async (moments: Moments, cells: readonly Unexplained[]): Promise<readonly Change[]> => {
  const causes = await loadCauses(
    moments,
    cells.map(({ cell, ...rest }) => ({ ...rest, decided: cell.decided })),
  )
  return cells.map(({ what, actor, subject, cell }, index) => ({
    what,
    actor,
    subject,
    from: formatBound(cell.from),
    to: formatBound(cell.to),
    before: cell.before,
    after: cell.after,
    events: causes[index] ?? [],
  }))
}
