import { formatDay, parseDay, type Day } from '../../time/day.ts'
import type { CodeHolder, Reference } from '../importer/draft.ts'
import type { Spells } from './mapping.ts'
import { meaningIn } from './table-cell.ts'

/** The first day on which a code means another actor, and the first on which it no longer means the one before. */
export interface Break {
  readonly on: Day
  readonly left: Day
  readonly why: string
  /** What the report says of it, where the mapping does not say it itself. */
  readonly remark?: string
}

/** Where a code changes its holder: where the mapping says so, and where the log knows of it. */
export const breaksOf = (
  line: Reference,
  lineBreaks: Spells['lineBreaks'],
  holders: readonly CodeHolder[],
): readonly Break[] => {
  const declared = (meaningIn(lineBreaks, line.code) ?? []).map(({ on, why }) => ({
    on: parseDay(on),
    left: parseDay(on),
    why,
  }))
  const known = changesOf(line, holders).filter(({ on }) => !declared.some((each) => each.on === on))
  return [...declared, ...known].toSorted((a, b) => a.on - b.on)
}

const changesOf = ({ scheme, code }: Reference, holders: readonly CodeHolder[]): readonly Break[] => {
  const inTurn = holders.toSorted((a, b) => a.from - b.from)
  return inTurn.flatMap((after, index) => {
    const before = inTurn[index - 1]
    if (before === undefined || before.subject === after.subject) return []
    const since = `${after.subject} from ${formatDay(after.from)} on`
    const why = `${scheme} ${code} means ${before.subject} until then, and ${since}`
    const left = before.to < after.from ? before.to : after.from
    return [
      { on: after.from, left, why, remark: `the spell of ${scheme} ${code} is broken on ${formatDay(left)}: ${why}` },
    ]
  })
}
