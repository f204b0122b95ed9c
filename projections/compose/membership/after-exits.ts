import { FOREVER, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import type { Certainty } from '../../../src/time/timeline.ts'
import { agreed } from './consensus.ts'
import { endingOf, type ExitHistory } from './exits.ts'
import type { MembershipExit } from './membership-exit.ts'
import { beginOf, isMember, type MembershipSpan } from './membership.ts'

const firstAfter = (spans: readonly MembershipSpan[], day: Day): Day =>
  Math.min(
    FOREVER,
    ...spans.filter((span) => span.observed && isMember(span.kind) && span.from > day).map(({ from }) => from),
  ) as Day

/**
 * What dated acts and years say, once notices of withdrawal have taken effect: from then on the actor is out, until it
 * is admitted again or, where no admission is recorded, until a source codes it as a member anew. Where the order of
 * acts is open, only what all orders say is certain. `spans` are those of one actor and organisation.
 */
export const afterExits = (
  spans: readonly MembershipSpan[],
  { orders }: Pick<ExitHistory, 'orders'>,
): readonly MembershipSpan[] => agreed(orders.map((exits) => endingOf(exits).reduce(afterExit, spans)))

const afterExit = (told: readonly MembershipSpan[], exit: MembershipExit): readonly MembershipSpan[] => {
  const { lo, hi } = exit.effect as DateRange
  const model = told[0]
  if (model === undefined) return told
  const until = untilWhen(told, exit)
  if (until.hi <= lo) return told
  const readmitted = until.hi === exit.until.hi
  const certainOut = exit.undone === undefined && (readmitted || until.lo === until.hi)
  const piece = (span: MembershipSpan, from: Day, to: Day, certainty: Certainty): readonly MembershipSpan[] =>
    from < to ? [{ ...span, from, to, certainty: span.certainty === 'possible' ? 'possible' : certainty }] : []
  const kept = told.flatMap((span) => {
    if (span.observed || !isMember(span.kind) || span.to <= lo) return [span]
    if (span.from >= until.hi)
      return readmitted || beginOf(told, span).from >= until.hi ? [span] : piece(span, span.from, span.to, 'possible')
    const last = certainOut ? (Math.min(hi, span.to) as Day) : span.to
    const [again, anew] = [Math.max(until.lo, last, span.from) as Day, Math.max(until.hi, last) as Day]
    const mayBeLater = readmitted || span.from >= until.lo
    return [
      ...piece(span, span.from, Math.min(lo, span.to) as Day, 'certain'),
      ...piece(span, Math.max(lo, span.from) as Day, last, 'possible'),
      ...(mayBeLater
        ? [
            ...piece(span, again, Math.min(until.hi, span.to) as Day, 'possible'),
            ...piece(span, anew, span.to, readmitted ? 'certain' : 'possible'),
          ]
        : []),
    ]
  })
  const gone: MembershipSpan = {
    igo: model.igo,
    actor: model.actor,
    kind: 'none',
    track: 'acts',
    from: lo,
    to: until.hi,
    certainty: 'certain',
    observed: false,
    decidedBy: exit.decidedBy,
  }
  if (!certainOut) return [...kept, ...piece(gone, lo, until.hi, 'possible')]
  return [
    ...kept,
    ...piece(gone, lo, Math.min(hi, until.hi) as Day, 'possible'),
    ...piece(gone, hi, until.lo, 'certain'),
    ...piece(gone, Math.max(hi, until.lo) as Day, until.hi, 'possible'),
  ]
}

/**
 * When an exit is over: with the next admission; where none is told, or not surely, when a source codes it as a member
 * anew.
 */
const untilWhen = (told: readonly MembershipSpan[], { effect, until }: MembershipExit): DateRange => {
  const { lo, hi } = effect as DateRange
  const admitted = told.filter((span) => !span.observed && isMember(span.kind) && span.from < hi)
  if (admitted.some(({ certainty, from }) => certainty === 'certain' && from < lo)) return until
  return {
    lo: Math.min(until.lo, firstAfter(told, lo)) as Day,
    hi: admitted.length > 0 ? until.hi : (Math.min(until.hi, firstAfter(told, hi)) as Day),
  }
}
