import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { at, cuts, unionOf, type Timeline } from '../../time/timeline.ts'

/** What one derived cell said before and says after, on the days [from, to). Null: nothing. */
export interface CellChange {
  readonly from: Day
  readonly to: Day
  readonly before: string | null
  readonly after: string | null
  /** The events that decided it before and that decide it now. */
  readonly decided: readonly EventId[]
}

/** The days on which two timelines of words differ; what changed in the same way on days that touch is one change. */
export const changesBetween = (
  before: Timeline<string | null>,
  after: Timeline<string | null>,
): readonly CellChange[] => {
  const days = cuts(before, after)
  const changes: CellChange[] = []
  for (const [index, from] of days.slice(0, -1).entries()) {
    const to = days[index + 1] as Day
    const [was, is] = [at(before, from), at(after, from)]
    const change: CellChange = {
      from,
      to,
      before: was?.value ?? null,
      after: is?.value ?? null,
      decided: unionOf(was?.decidedBy ?? [], is?.decidedBy ?? []),
    }
    if (change.before === change.after) continue
    const last = changes.at(-1)
    if (last !== undefined && last.to === from && last.before === change.before && last.after === change.after)
      changes[changes.length - 1] = { ...last, to, decided: unionOf(last.decided, change.decided) }
    else changes.push(change)
  }
  return changes
}
