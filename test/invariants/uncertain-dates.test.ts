import { describe, expect, it } from 'vitest'
import { isMember, standingOn, type MembershipSpan } from '../../projections/compose/membership.ts'
import { addDays, FOREVER, type Day } from '../../src/time/day.ts'
import { at } from '../../src/time/timeline.ts'
import { actor } from '../support/actors.ts'
import { done } from '../support/arbitrary-history.ts'
import { given } from '../support/given.ts'
import { actors, lawfulDeeds, lawfulMembership, tells, type Lived, type Membership } from '../support/lawful-lives.ts'
import { member, organisation } from '../support/organisations.ts'
import { fc } from '../support/seeded.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

const igo = organisation('toy', { notice: { years: 1 } }, '1960-01-01')
const spansOf = (life: readonly Lived<Membership>[], date: 'day' | 'when'): readonly MembershipSpan[] => member(igo, ...life.map((one) => tells[one.act](one[date]))).record.spans

/**
 * Acts stay in their order whatever a date is refined to: only those are told by their year that are alone in it.
 * Unlike that of a treaty, the composition of a membership does not try every order of acts whose dates overlap; there the property does not hold.
 */
const inOrder = (life: readonly Lived<Membership>[]): readonly Lived<Membership>[] =>
  life.map((one, index) => ([life[index - 1], life[index + 1]].some((other) => other?.day.slice(0, 4) === one.day.slice(0, 4)) ? { ...one, when: one.day } : one))

/** Certainly in, certainly out, or perhaps. */
const standing = (spans: readonly MembershipSpan[], day: Day): 'in' | 'out' | 'perhaps' => {
  const span = standingOn(spans, day)
  if (span !== undefined && span.certainty === 'possible') return 'perhaps'
  return span !== undefined && isMember(span.kind) ? 'in' : 'out'
}

const turning = (...lists: readonly (readonly { readonly from: Day; readonly to: Day }[])[]): readonly Day[] =>
  [...new Set(lists.flat().flatMap(({ from, to }) => [addDays(from, -1), from, addDays(to, -1), to]))].filter((day) => day > -100_000 && day < FOREVER)

describe('for all lawful lives, some of their dates known to the year only', () => {
  it('8: of a member, to learn the days turns no certain answer over', () => {
    let uncertain = 0
    fc.assert(fc.property(lawfulMembership.map(inOrder), (life) => {
      const [told, learnt] = [spansOf(life, 'when'), spansOf(life, 'day')]
      for (const day of turning(told, learnt)) {
        const [was, is] = [standing(told, day), standing(learnt, day)]
        if (was === 'perhaps') uncertain += 1
        else expect([day, is]).toEqual([day, was])
      }
    }), { numRuns: 400 })
    expect(uncertain).toBeGreaterThan(200)
  })

  it('8: under a treaty, what is certain is possible, and the only thing that is', () => {
    const treaty = aTreaty({ entryIntoForce: { trigger: { kind: 'count', n: 2 }, offset: { days: 30 } }, perParty: { days: 30 }, exit: { notice: { years: 1 } } })
    fc.assert(fc.property(lawfulDeeds, (deeds) => {
      const history = given(treaty, actor('xxx').acceded('1979'), done(deeds))
      for (const who of actors) {
        const { timeline } = history.of(who).legal
        for (const { from } of timeline) {
          const { value, certainty } = at(timeline, from)!
          if (certainty === 'certain') expect([value.possible, value.status]).toEqual([[value.status], value.possible[0]])
          else expect([value.status, value.possible.length > 1]).toEqual(['UNKNOWN', true])
        }
      }
    }), { numRuns: 200 })
  })
})
