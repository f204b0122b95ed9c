import { describe, expect, it } from 'vitest'
import { standingOn, type MembershipSpan } from '../../projections/compose/membership/membership.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { kindsOnDays } from '../../src/queries/memberships/kinds-on-days.ts'
import { membershipKinds, packSpans } from '../../src/queries/memberships/packed-spans.ts'
import type { Day } from '../../src/time/day.ts'
import { fc } from '../support/seeded.ts'

const day = fc.integer({ min: 0, max: 40 })
const spans = fc.array(
  fc
    .record({
      igo: fc.constantFrom('a', 'b', 'c'),
      actor: fc.constantFrom('x', 'y'),
      kind: fc.constantFrom(...membershipKinds),
      from: day,
      length: fc.integer({ min: 1, max: 20 }),
      observed: fc.boolean(),
    })
    .map(({ length, from, ...of }): MembershipSpan => ({
      ...of,
      track: 'acts',
      from: from as Day,
      to: (from + length) as Day,
      certainty: 'certain',
      decidedBy: [],
    })),
  { maxLength: 25 },
)
const days = fc.uniqueArray(day, { maxLength: 12 }).map((some) => some.toSorted((a, b) => a - b) as Day[])

describe('how many organisations a state stands in, by kind', () => {
  it('is what the standing in each of them says, day by day, less those left out', () =>
    fc.assert(
      fc.property(spans, days, fc.constantFrom('x', 'y', 'nobody'), fc.boolean(), (told, on, state, leaveOut) => {
        const isLeftOut = leaveOut ? (igo: string, place: number) => igo === 'b' && place % 2 === 0 : undefined
        const byIgo = groupBy(
          told.filter(({ actor }) => actor === state),
          ({ igo }) => igo,
        )
        const counts = kindsOnDays(packSpans(told))(state, on, isLeftOut)
        for (const [place, one] of on.entries()) {
          const standings = [...byIgo]
            .filter(([igo]) => isLeftOut?.(igo, place) !== true)
            .flatMap(([, list]) => standingOn(list, one)?.kind ?? [])
          for (const kind of membershipKinds)
            expect(counts[kind][place]).toBe(standings.filter((each) => each === kind).length)
        }
      }),
    ))
})
