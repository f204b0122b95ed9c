import { rangeInWords } from '../../../projections/compose/membership/record.ts'
import type { Rivalry, Assertion } from '../../../projections/fold/rivals.ts'
import { formatBound } from '../../time/day.ts'
import type { Day } from '../../time/day.ts'
import { unionOf } from '../../time/timeline.ts'
import type { Conflict, Side } from './conflict.ts'

const sideOf = ({ on, says, facts }: Assertion): Side => ({
  value: [says, rangeInWords(on)].filter((word) => word !== '').join(' '),
  decidedBy: unionOf(...facts.map(({ decidedBy }) => decidedBy)),
})

/** Whether dates of different precision may be one day. */
const mayBeOne = (one: Assertion, other: Assertion): boolean =>
  one.says === other.says && one.on.lo <= other.on.hi && other.on.lo <= one.on.hi

/** An act that sources date differently, as conflicts: for the days from the earlier date to the later. */
export const conflictsIn = (
  about: Conflict['about'],
  actor: string,
  subject: string,
  rivalries: readonly Rivalry[],
): readonly Conflict[] =>
  rivalries.flatMap(({ fact, followed, rivals }) =>
    rivals
      .filter((rival) => !mayBeOne(followed, rival))
      .map((rival): Conflict => ({
        about,
        between: 'sources',
        actor,
        subject,
        what: fact,
        from: formatBound(Math.min(followed.on.lo, rival.on.lo) as Day),
        to: formatBound(Math.max(followed.on.hi, rival.on.hi) as Day),
        follows: sideOf(followed),
        against: sideOf(rival),
      })),
  )
