import { describe, expect, it } from 'vitest'
import type { MembershipSpan } from '../../projections/compose/membership/membership.ts'
import { uncertainEdges } from '../../projections/fold/ends.ts'
import { boundsAround } from '../../src/exposure/doubts/bounds.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import { companyOn, placesIn } from '../../src/queries/network/network-on-day.ts'
import { seatsOn } from '../../src/queries/network/seats-on-day.ts'
import { daysBefore, firstDated } from '../../src/queries/network/years-before.ts'
import { packSpans } from '../../src/queries/memberships/packed-spans.ts'
import { datePolicies, exactly, resolutionOf, type DatePolicy, type Resolution } from '../../src/time/date-policy.ts'
import { addDays, FOREVER, type Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/date-range.ts'
import { fc } from '../support/seeded.ts'

/** A membership as days after day 0: begun between two days, and ended between two later ones. */
interface Stay {
  readonly actor: string
  readonly igo: string
  readonly start: DateRange
  readonly end: DateRange
}

const states = ['a', 'b', 'c', 'd', 'e']
const organisations = ['o1', 'o2', 'o3']
const today = 100 as Day
const range = (lo: number, days: number): DateRange => ({ lo: lo as Day, hi: (lo + days) as Day })

/** Beginnings lie before ends, so that acts stay in their order whatever a date is refined to. */
const stays: fc.Arbitrary<readonly Stay[]> = fc
  .array(
    fc.record({
      there: fc.constantFrom('sure', 'uncertain', 'never'),
      start: fc.nat(80),
      startDays: fc.nat(60),
      gap: fc.integer({ min: 1, max: 60 }),
      endDays: fc.nat(60),
    }),
    { minLength: 15, maxLength: 15 },
  )
  .map((drawn) =>
    drawn.flatMap(({ there, start, startDays, gap, endDays }, k) => {
      const place = { actor: states[k % 5] as string, igo: organisations[Math.floor(k / 5)] as string }
      if (there === 'never') return []
      if (there === 'sure') return [{ ...place, start: range(0, 0), end: { lo: FOREVER, hi: FOREVER } }]
      return [{ ...place, start: range(start, startDays), end: range(start + startDays + gap, endDays) }]
    }),
  )

const scores: fc.Arbitrary<readonly (number | undefined)[]> = fc.array(
  fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined, freq: 5 }),
  { minLength: 5, maxLength: 5 },
)

/** Its spans; where a policy says so with one day for each date. */
const spansOf = (stay: Stay, resolution: Resolution | undefined): readonly MembershipSpan[] => {
  const { actor, igo } = stay
  const [start, end] =
    resolution === undefined ? [stay.start, stay.end] : [exactly(stay.start, resolution), exactly(stay.end, resolution)]
  const pieces = (kind: 'full' | 'none', from: DateRange, to: DateRange): readonly MembershipSpan[] =>
    uncertainEdges(from, to, [], {}).map((span) => ({
      from: span.from,
      to: span.to,
      certainty: span.certainty,
      decidedBy: [],
      igo,
      actor,
      kind,
      track: 'acts',
      observed: false,
    }))
  return [
    ...pieces('full', start, end),
    ...(end.lo >= FOREVER ? [] : pieces('none', end, { lo: FOREVER, hi: FOREVER })),
  ]
}

/** A year long before, coded of everybody in every organisation, so that nobody is left out of the company. */
const everywhere: readonly MembershipSpan[] = states.flatMap((actor) =>
  organisations.map((igo) => ({
    actor,
    igo,
    kind: 'full',
    track: 'years',
    from: -800 as Day,
    to: -700 as Day,
    certainty: 'certain',
    observed: true,
    decidedBy: [],
  })),
)

/** What every formula makes of every state, by a policy. */
const answers = (list: readonly Stay[], given: readonly (number | undefined)[], dates: DatePolicy = 'bounds') => {
  const packed = packSpans([...list.flatMap((stay) => spansOf(stay, resolutionOf(dates))), ...everywhere])
  const seating = {
    packed,
    suspensions: new Map(),
    imputed: () => false,
    leftOutOn: () => () => false,
    isCounted: () => true,
    reading: { dates, yearCodes: 'edges' as const, seriesOf: () => undefined },
    input: { kinds: ['full' as const], partnerKinds: ['full' as const] },
  }
  const on = companyOn(today, {
    states: packed.states,
    groups: packed.organisations,
    places: placesIn(packed).states,
    seats: seatsOn(seating, today),
    leavesOut: dates === 'exclude',
    membershipEvents: () => () => [],
    scoreOf: (state) => ({ value: given[states.indexOf(state)], missing: undefined, decidedBy: [] }),
    yearsBefore: () =>
      daysBefore(today, firstDated(packed.from)).map((day) => ({
        seats: seatsOn(seating, day),
        membershipEvents: () => () => [],
      })),
  })
  return Object.values(formulas).flatMap((formula) => {
    const { company, doubts } = formula.ofPast ? on.withPast() : on
    const { values, defined } = formula.compute(company)
    return states.map((_, i) => {
      const value = values[i] as number
      return defined[i]
        ? { value, ...boundsAround(value, doubts, i, (uncertain) => formula.bounds(uncertain, i)) }
        : undefined
    })
  })
}

const slack = 1e-11

describe('for all companies with uncertain dates', () => {
  it('the value by each policy lies within the bounds', () =>
    fc.assert(
      fc.property(stays, scores, fc.constantFrom(...datePolicies), (list, given, dates) => {
        const whole = answers(list, given)
        for (const [at, found] of answers(list, given, dates).entries()) {
          if (found === undefined) continue
          expect(found.value).toBeGreaterThanOrEqual((whole[at]?.min ?? NaN) - slack)
          expect(found.value).toBeLessThanOrEqual((whole[at]?.max ?? NaN) + slack)
          if (dates !== 'bounds') expect([found.min, found.max]).toEqual([found.value, found.value])
        }
      }),
    ))

  it('a date refined to a day inside it widens no bounds, and turns no certain answer over', () =>
    fc.assert(
      fc.property(stays, scores, fc.nat(), fc.nat(), fc.boolean(), (list, given, which, day, start) => {
        fc.pre(list.length > 0)
        const chosen = which % list.length
        const finer = list.map((stay, at) => {
          const side = start ? 'start' : 'end'
          if (at !== chosen) return stay
          const exact = addDays(stay[side].lo, day % (stay[side].hi - stay[side].lo + 1))
          return { ...stay, [side]: { lo: exact, hi: exact } }
        })
        const before = answers(list, given)
        for (const [at, found] of answers(finer, given).entries()) {
          const was = before[at]
          if (found === undefined) continue
          expect(found.min).toBeGreaterThanOrEqual((was?.min ?? NaN) - slack)
          expect(found.max).toBeLessThanOrEqual((was?.max ?? NaN) + slack)
          if (was !== undefined && was.min === was.max)
            expect(Math.abs(found.value - was.value)).toBeLessThanOrEqual(slack)
        }
      }),
    ))

  it('without uncertain dates every policy gives one number, and bounds that are that number', () =>
    fc.assert(
      fc.property(stays, scores, (list, given) => {
        const exact = list.map(({ start, end, ...stay }) => ({
          ...stay,
          start: { lo: start.lo, hi: start.lo },
          end: { lo: end.hi, hi: end.hi },
        }))
        const [first, ...rest] = datePolicies.map((dates) => answers(exact, given, dates))
        for (const other of rest) expect(other).toEqual(first)
        for (const found of first ?? [])
          if (found !== undefined) expect([found.min, found.max]).toEqual([found.value, found.value])
      }),
    ))
})
