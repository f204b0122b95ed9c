import { describe, expect, it } from 'vitest'
import { isMember, standingOn, type MembershipSpan } from '../../projections/compose/membership/membership.ts'
import type { ExitRule } from '../../src/events/clauses.ts'
import { formatDay, parseDay, type Day } from '../../src/time/day.ts'
import {
  ceasedToCooperate,
  changedRepresentation,
  cooperatedAgain,
  gaveNotice,
  joined,
  member,
  organisation,
  tookNoticeBack,
  wasOutOn,
  wasReinstated,
  wasSuspended,
  type Told,
} from '../support/organisations.ts'
import { fc } from '../support/seeded.ts'

const first = parseDay('1960-01-01')
const last = parseDay('2000-12-31')
const aDay = fc.integer({ min: first, max: last }).map((day) => day as Day)

const clauses: readonly ExitRule[] = [
  'silent',
  'unknown',
  'notPermitted',
  { notice: { years: 2 } },
  { notice: { snap: 'endOfNextYear' } },
  { notice: { snap: 'endOfFinancialYear' } },
  { notice: { snap: 'june30' } },
  { notice: { years: 1 }, minYearsAfterEntryIntoForce: 20 },
  { notice: { months: 6 }, minYearsAsParty: 5 },
]
const aClause = fc.constantFrom(...clauses)
const kindsOf = {
  joined,
  wasOutOn: (day: string) => wasOutOn(day),
  gaveNotice: (day: string) => gaveNotice(day),
  tookNoticeBack,
} as const
const someActs = fc.array(
  fc.record({ does: fc.constantFrom('joined', 'wasOutOn', 'gaveNotice', 'tookNoticeBack'), day: aDay }),
  { maxLength: 8 },
)
const toldOf = (acts: readonly { does: keyof typeof kindsOf; day: Day }[]): readonly Told[] =>
  acts.map(({ does, day }) => kindsOf[does](formatDay(day)))

/** Whether it is a member, and how surely, on a day. */
const inOrOut = (spans: readonly MembershipSpan[], day: Day) => {
  const span = standingOn(spans, day)
  return span === undefined || !isMember(span.kind) ? 'out' : `${span.kind} ${span.certainty}`
}
const turningDays = (...lists: readonly (readonly MembershipSpan[])[]): readonly Day[] =>
  [...new Set(lists.flat().flatMap(({ from, to }) => [from - 1, from, to - 1, to]))] as Day[]

describe('for all histories of a membership', () => {
  it('a notice taken back before its effect equals one never given, for member and not member on every day', () => {
    fc.assert(
      fc.property(aClause, aDay, fc.integer({ min: 0, max: 4000 }), fc.nat(), (clause, day, later, when) => {
        const igo = organisation('coe', clause, '1950-01-01')
        const notice = (day + later) as Day
        const given = [joined(formatDay(day)), gaveNotice(formatDay(notice))]
        const [effect] = member(igo, ...given).record.exits.map((exit) => exit.effect)
        const wait = effect === undefined ? 10_000 : effect.lo - notice
        fc.pre(wait > 0)
        const revoked = member(igo, ...given, tookNoticeBack(formatDay((notice + (when % wait)) as Day))).record
        const never = member(igo, joined(formatDay(day))).record
        for (const turn of turningDays(revoked.spans, never.spans, member(igo, ...given).record.spans))
          expect(inOrOut(revoked.spans, turn)).toBe(inOrOut(never.spans, turn))
        expect(revoked.exits).toHaveLength(1)
      }),
    )
  })

  it('and so it does with a second admission, or an end, after it', () => {
    fc.assert(
      fc.property(
        aClause,
        fc.integer({ min: first, max: first + 2000 }),
        fc.integer({ min: 0, max: 100 }),
        fc.boolean(),
        (clause, day, later, ends) => {
          const igo = organisation('coe', clause, '1950-01-01')
          const notice = (day + later) as Day
          const rest = ends ? [wasOutOn('1990-05-05'), joined('1995-05-05')] : [joined('1995-05-05')]
          const start = joined(formatDay(day as Day))
          const pair = [gaveNotice(formatDay(notice)), tookNoticeBack(formatDay(notice))]
          const revoked = member(igo, start, ...pair, ...rest).record
          const never = member(igo, start, ...rest).record
          for (const turn of turningDays(revoked.spans, never.spans))
            expect(inOrOut(revoked.spans, turn)).toBe(inOrOut(never.spans, turn))
        },
      ),
    )
  })

  it('on the day of effect it is out, on the day before it is in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clauses.filter((clause) => typeof clause !== 'string')),
        aDay,
        fc.integer({ min: 0, max: 4000 }),
        (clause, day, later) => {
          const { record } = member(
            organisation('coe', clause, '1950-01-01'),
            joined(formatDay(day)),
            gaveNotice(formatDay((day + later) as Day)),
          )
          const effect = record.exits[0]?.effect?.lo as Day
          fc.pre(effect > day)
          expect([inOrOut(record.spans, (effect - 1) as Day), inOrOut(record.spans, effect)]).toEqual([
            'full certain',
            'out',
          ])
        },
      ),
    )
  })

  it('nothing but an admission, a notice or an end changes who is a member', () => {
    const others = fc.array(
      fc.record({
        does: fc.constantFrom(wasSuspended, wasReinstated, ceasedToCooperate, cooperatedAgain, (day: string) =>
          changedRepresentation(day, 'one', 'another'),
        ),
        day: aDay,
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(aClause, someActs, others, (clause, acts, more) => {
        const igo = organisation('coe', clause)
        const bare = member(igo, ...toldOf(acts)).record.spans
        const qualified = member(igo, ...toldOf(acts), ...more.map(({ does, day }) => does(formatDay(day)))).record
          .spans
        for (const turn of turningDays(bare, qualified)) expect(inOrOut(qualified, turn)).toBe(inOrOut(bare, turn))
      }),
    )
  })

  it('the order of recording is irrelevant', () => {
    const shuffled = someActs.chain((acts) =>
      fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })),
    )
    fc.assert(
      fc.property(aClause, shuffled, (clause, [acts, order]) => {
        const igo = organisation('coe', clause)
        const [one, other] = [member(igo, ...toldOf(acts)), member(igo, ...toldOf(order))]
        expect(other.ledger).toEqual(one.ledger)
        for (const turn of turningDays(one.record.spans, other.record.spans))
          expect(inOrOut(other.record.spans, turn)).toBe(inOrOut(one.record.spans, turn))
      }),
    )
  })
})
