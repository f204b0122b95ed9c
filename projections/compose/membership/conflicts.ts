import { FOREVER, firstDayOfYear, yearOf, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { coalesce } from '../../../src/time/timeline.ts'
import type { ExitHistory } from './exits.ts'
import type { MembershipAct } from './membership-exit.ts'
import { afterExits } from './after-exits.ts'
import { standingOn, type MembershipKind, type MembershipSpan } from './membership.ts'
import { bySourceRank, type TrustedSpan } from './by-source-rank.ts'

/** What one track says on days on which another says otherwise. */
export interface SourceSpan {
  readonly kind: MembershipKind
  readonly decidedBy: readonly EventId[]
}

/** The days [from, to) on which two tracks cannot both be right. */
export interface MembershipConflict {
  readonly from: Day
  readonly to: Day
  /** What answers follow on these days. */
  readonly follows: SourceSpan
  readonly against: SourceSpan
}

/** What dated acts say for certain on the days [from, to); `mayBe` where a date is uncertain. */
interface Piece extends SourceSpan {
  readonly from: Day
  readonly to: Day
  readonly mayBe: boolean
  /**
   * Only this kind is denied: who was admitted on a day was no such member before, but it may have been an observer.
   */
  readonly only?: MembershipKind
}

const datedPieces = (spans: readonly MembershipSpan[], acts: readonly MembershipAct[]): readonly Piece[] => {
  const dated = spans.filter(({ observed }) => !observed).toSorted((a, b) => a.from - b.from)
  const pieces = dated.map(({ from, to, kind, certainty, decidedBy }): Piece => ({
    from,
    to,
    kind,
    decidedBy,
    mayBe: certainty === 'possible',
  }))
  const first = dated.find(({ firstAdmission }) => firstAdmission === 'certain')
  const [start] = acts.filter((act) => act.class === 'start').toSorted((a, b) => a.done.lo - b.done.lo)
  if (first === undefined || start === undefined) return pieces
  return [
    {
      from: -Infinity as Day,
      to: first.from,
      kind: 'none',
      decidedBy: start.decidedBy,
      mayBe: false,
      only: first.kind,
    },
    ...pieces,
  ]
}

/**
 * Where dated acts gainsay one code on the days [from, to), which hold together: none of it where one day of a year
 * would do and there is one.
 */
const gainsaid = (
  coded: MembershipSpan,
  pieces: readonly Piece[],
  from: Day,
  to: Day,
  oneDayWillDo: boolean,
): readonly Piece[] => {
  const within = pieces
    .filter((piece) => piece.from < to && piece.to > from)
    .map((piece) => ({ ...piece, from: Math.max(piece.from, from) as Day, to: Math.min(piece.to, to) as Day }))
  const denies = (piece: Piece): boolean =>
    !piece.mayBe && piece.kind !== coded.kind && (piece.only === undefined || piece.only === coded.kind)
  if (oneDayWillDo && within.some((piece) => !denies(piece))) return []
  return within.filter(denies)
}

/** Two stretches of one disagreement that touch are one. */
const joined = (conflicts: readonly MembershipConflict[]): readonly MembershipConflict[] => {
  const saying = ({ follows, against }: MembershipConflict): string => JSON.stringify([follows, against])
  return coalesce(
    conflicts.toSorted((a, b) => a.from - b.from),
    (a, b) => saying(a) === saying(b),
  )
}

/**
 * Where the tracks of one actor in one organisation contradict each other. A source that codes years speaks for every
 * day of the years between the first and the last of a run; in these two it says of one day at least, so that only a
 * year in which dated acts know no such day contradicts it. A first admission says that the actor was no such member
 * before. What a source cannot tell contradicts nobody, and neither does an uncertain date.
 */
export const membershipConflicts = (
  told: readonly TrustedSpan[],
  acts: readonly MembershipAct[],
  exits: Pick<ExitHistory, 'orders'>,
): readonly MembershipConflict[] => {
  const coded = told.flatMap(({ span }) => (span.observed && span.kind !== 'unknown' ? [span] : []))
  if (coded.length === 0) return []
  const pieces = datedPieces(
    afterExits(
      told.map(({ span }) => span),
      exits,
    ),
    acts,
  )
  const answering = afterExits(bySourceRank(told), exits)
  const voice = ({ kind, decidedBy }: SourceSpan): SourceSpan => ({ kind, decidedBy })
  const conflict = (from: Day, to: Day, one: SourceSpan, other: MembershipSpan): MembershipConflict => {
    const followsOther = standingOn(answering, from)?.track === other.track
    return { from, to, follows: voice(followsOther ? other : one), against: voice(followsOther ? one : other) }
  }
  const withDates =
    pieces.length === 0
      ? []
      : coded.flatMap((span) => {
          const [first, last] = [yearOf(span.from), yearOf((span.to - 1) as Day)]
          const years = (year: number, until: number, oneDayWillDo: boolean) =>
            gainsaid(span, pieces, firstDayOfYear(year), firstDayOfYear(until), oneDayWillDo).map((piece) =>
              conflict(piece.from, piece.to, piece, span),
            )
          return [
            ...years(first, first + 1, true),
            ...(first + 1 < last ? years(first + 1, last, false) : []),
            ...(first < last ? years(last, last + 1, true) : []),
          ]
        })
  const amongSeries = coded.flatMap((one, index) =>
    coded.slice(index + 1).flatMap((other) => {
      const [from, to] = [Math.max(one.from, other.from) as Day, Math.min(one.to, other.to, FOREVER) as Day]
      return one.track === other.track || one.kind === other.kind || from >= to ? [] : [conflict(from, to, one, other)]
    }),
  )
  return joined([...withDates, ...amongSeries])
}
