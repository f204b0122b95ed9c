import type { EventId } from '../../time/event-id.ts'
import { at, coalesce, cuts, segments, unionOf, type Days, type Timeline } from '../../time/timeline.ts'

/** What one derived cell said before and says after, on the days [from, to). Null: nothing. */
export interface CellChange extends Days {
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
  const changes = segments(cuts(before, after)).flatMap(({ from, to }): readonly CellChange[] => {
    const [was, is] = [at(before, from), at(after, from)]
    const [said, says] = [was?.value ?? null, is?.value ?? null]
    const decided = unionOf(was?.decidedBy ?? [], is?.decidedBy ?? [])
    return said === says ? [] : [{ from, to, before: said, after: says, decided }]
  })
  return coalesce(
    changes,
    (a, b) => a.before === b.before && a.after === b.after,
    (a, b) => ({ ...a, decided: unionOf(a.decided, b.decided) }),
  )
}
