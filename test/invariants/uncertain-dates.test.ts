import { describe, expect, it } from 'vitest'
import { igoAttributes } from '../../projections/folds/igo-attributes.ts'
import { isMember, standingOn, type MembershipSpan } from '../../projections/compose/membership/membership.ts'
import type { ExitRule } from '../../src/events/clauses.ts'
import { addDays, FOREVER, formatDay, parseDay, type Day } from '../../src/time/day.ts'
import { at } from '../../src/time/timeline.ts'
import { actor } from '../support/actors.ts'
import { done } from '../support/arbitrary-history.ts'
import { intervalsOf } from '../support/folded.ts'
import { given } from '../support/given.ts'
import { actors, lawfulDeeds, lawfulMembership, tells, type Lived, type Membership } from '../support/lawful-lives.ts'
import {
  applied,
  ceasedToCooperate,
  cooperatedAgain,
  joined,
  member,
  organisation,
  promiseEnded,
  wasMadeToPromise,
  wasOutOn,
  wasReinstated,
  wasSuspended,
} from '../support/organisations.ts'
import { fc } from '../support/seeded.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

const spansOf = (
  life: readonly Lived<Membership>[],
  date: 'day' | 'when',
  exit: ExitRule = { notice: { years: 1 } },
): readonly MembershipSpan[] =>
  member(organisation('toy', exit, '1960-01-01'), ...life.map((one) => tells[one.act](one[date]))).record.spans

/**
 * Acts of a member in any order, lawful or odd, and which days of their dates they turn out to be: equal acts are one,
 * on one day.
 */
const anyActs = fc
  .array(
    fc.record({
      act: fc.constantFrom<Membership>('joined', 'gaveNotice', 'tookNoticeBack', 'wasOutOn'),
      on: fc.nat(1_500),
      known: fc.constantFrom(4, 7, 10, 10),
    }),
    { maxLength: 5 },
  )
  .map((acts): readonly Lived<Membership>[] => {
    const days = new Map<string, string>()
    return acts.map(({ act, on, known }) => {
      const day = formatDay(addDays(parseDay('1980-01-01'), on))
      const when = day.slice(0, known)
      days.set(`${act} ${when}`, days.get(`${act} ${when}`) ?? day)
      return { act, when, day: days.get(`${act} ${when}`) as string }
    })
  })

/** What qualifies a membership, by the words of a test. */
const qualifies = {
  joined,
  applied,
  wasOutOn,
  ceasedToCooperate,
  cooperatedAgain,
  wasReinstated,
  votesSuspended: (when: string) => wasSuspended(when, 'voting'),
  allSuspended: (when: string) => wasSuspended(when, 'all'),
  promised: (when: string) => wasMadeToPromise(when, 'elections'),
  wasFreed: (when: string) => promiseEnded(when, 'elections', 'met'),
}
const anyQualifying = fc.uniqueArray(
  fc.record({
    act: fc.constantFrom(...(Object.keys(qualifies) as (keyof typeof qualifies)[])),
    on: fc.nat(800),
    known: fc.constantFrom(4, 7, 10),
  }),
  { maxLength: 7, selector: ({ act, on }) => `${act} ${formatDay(addDays(parseDay('1980-01-01'), on)).slice(0, 4)}` },
)
const attributesOf = (
  acts: readonly { readonly act: keyof typeof qualifies; readonly on: number; readonly known: number }[],
) =>
  intervalsOf(
    igoAttributes,
    acts.map(({ act, on, known }) =>
      qualifies[act](formatDay(addDays(parseDay('1980-01-01'), on)).slice(0, known))('toy')('xxx'),
    ),
  )

const clauses: readonly ExitRule[] = [
  'silent',
  { notice: { years: 1 } },
  { notice: { months: 3 } },
  { notice: { snap: 'endOfNextYear' } },
  { notice: { months: 6 }, minYearsAsParty: 2 },
]

/** Certainly in, certainly out, or perhaps. */
const standing = (spans: readonly MembershipSpan[], day: Day): 'in' | 'out' | 'perhaps' => {
  const span = standingOn(spans, day)
  if (span !== undefined && span.certainty === 'possible') return 'perhaps'
  return span !== undefined && isMember(span.kind) ? 'in' : 'out'
}

const turning = (...lists: readonly (readonly { readonly from: Day; readonly to: Day }[])[]): readonly Day[] =>
  [...new Set(lists.flat().flatMap(({ from, to }) => [addDays(from, -1), from, addDays(to, -1), to]))].filter(
    (day) => day > -100_000 && day < FOREVER,
  )

describe('for all lawful lives, some of their dates known to the year only', () => {
  it('8: of a member, to learn the days turns no certain answer over', () => {
    let uncertain = 0
    fc.assert(
      fc.property(lawfulMembership, (life) => {
        const [told, learnt] = [spansOf(life, 'when'), spansOf(life, 'day')]
        for (const day of turning(told, learnt)) {
          const [was, is] = [standing(told, day), standing(learnt, day)]
          if (was === 'perhaps') uncertain += 1
          else expect([day, is]).toEqual([day, was])
        }
      }),
      { numRuns: 400 },
    )
    expect(uncertain).toBeGreaterThan(200)
  })

  it('8: of a member, no more do any acts in any order, under any clause, whatever their dates leave open', () => {
    fc.assert(
      fc.property(fc.constantFrom(...clauses), anyActs, (clause, acts) => {
        const [told, learnt] = [spansOf(acts, 'when', clause), spansOf(acts, 'day', clause)]
        for (const day of turning(told, learnt)) {
          const [was, is] = [standing(told, day), standing(learnt, day)]
          if (was !== 'perhaps') expect([day, is]).toEqual([day, was])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('8: of what qualifies a membership, to learn the days turns no certain answer over either', () => {
    fc.assert(
      fc.property(anyQualifying, (acts) => {
        const [told, learnt] = [attributesOf(acts), attributesOf(acts.map((act) => ({ ...act, known: 10 })))]
        for (const day of turning(told, learnt)) {
          for (const attribute of ['suspended', 'cooperationCeased', 'applied', 'condition']) {
            const on = (rows: typeof told) =>
              rows.filter(({ from, to, columns }) => columns.attribute === attribute && from <= day && day < to)
            const [was, is] = [on(told), on(learnt)]
            if (was.every(({ certainty }) => certainty === 'certain'))
              expect([day, attribute, is.length]).toEqual([day, attribute, was.length])
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('8: under a treaty, what is certain is possible, and the only thing that is', () => {
    const treaty = aTreaty({
      entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } },
      perParty: { days: 30 },
      exit: { notice: { years: 1 } },
    })
    fc.assert(
      fc.property(lawfulDeeds, (deeds) => {
        const history = given(treaty, actor('xxx').acceded('1979'), done(deeds))
        for (const who of actors) {
          const { timeline } = history.of(who).legal
          for (const { from } of timeline) {
            const { value, certainty } = at(timeline, from)!
            if (certainty === 'certain')
              expect([value.possible, value.status]).toEqual([[value.status], value.possible[0]])
            else expect([value.status, value.possible.length > 1]).toEqual(['UNKNOWN', true])
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
