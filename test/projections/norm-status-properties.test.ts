import { describe, expect, it } from 'vitest'
import { normStatus } from '../../projections/compose/norm/norm-status.ts'
import type { LinkedInstrument } from '../../projections/compose/norm/links.ts'
import { ALWAYS, FOREVER } from '../../src/time/day.ts'
import { at } from '../../src/time/timeline.ts'
import { done, someDeeds, uncertainDeeds, type Deed } from '../support/arbitrary-history.ts'
import { reserved } from '../support/attached.ts'
import { given } from '../support/given.ts'
import { carriedBy, instrument } from '../support/norms.ts'
import { fc } from '../support/seeded.ts'

const deeds = fc.oneof(someDeeds, uncertainDeeds)
const roles = fc.constantFrom('core', 'regional', 'successor', 'protocol', 'monitoring', 'softLaw')
const link = (id: string, role: string, list: readonly Deed[], reserves: boolean): LinkedInstrument =>
  carriedBy(role, given(instrument(id), ...done(list), ...(reserves ? [reserved('aaa', undefined)] : [])), { id })
const world = fc
  .tuple(deeds, deeds, roles, roles, fc.boolean())
  .map(([a, b, first, second, reserves]) => [link('one', first, a, reserves), link('two', second, b, false)])

/** The days on which anything about the instruments or the norm changes. */
const turning = (links: readonly LinkedInstrument[]) =>
  [...links.map(({ timeline }) => timeline), normStatus(links)].flatMap((timeline) => timeline.map(({ from }) => from))

describe('for all histories under two instruments, in any roles', () => {
  it('the norm has one status on every day, certain where one is possible, and unknown elsewhere', () => {
    fc.assert(
      fc.property(world, (links) => {
        const timeline = normStatus(links)
        expect([timeline[0]?.from, timeline.at(-1)?.to]).toEqual([ALWAYS, FOREVER])
        for (const [index, span] of timeline.entries()) {
          if (index > 0) expect(timeline[index - 1]?.to).toBe(span.from)
          const { status, possible } = span.value
          expect(possible.length).toBeGreaterThan(0)
          expect(status).toBe(possible.length === 1 ? possible[0] : 'UNKNOWN')
          expect(span.certainty).toBe(possible.length === 1 ? 'certain' : 'possible')
        }
      }),
    )
  })

  it('nobody is bound to it without being bound by an instrument that binds', () => {
    fc.assert(
      fc.property(world, (links) => {
        for (const day of turning(links)) {
          const { value } = at(normStatus(links), day)!
          if (value.status !== 'BOUND' && value.status !== 'BOUND_QUALIFIED') continue
          expect(
            links.some(
              ({ role, timeline }) =>
                !['monitoring', 'softLaw'].includes(role) && at(timeline, day)?.value.possible.includes('IN_FORCE'),
            ),
          ).toBe(true)
        }
      }),
    )
  })

  it('everything but no position has a deciding event', () => {
    fc.assert(
      fc.property(world, (links) => {
        for (const { value, decidedBy } of normStatus(links))
          if (value.status !== 'NO_POSITION') expect(decidedBy.length).toBeGreaterThan(0)
      }),
    )
  })

  it('the order of the links is irrelevant', () => {
    fc.assert(
      fc.property(world, (links) => {
        for (const day of turning(links))
          expect(at(normStatus(links.toReversed()), day)?.value.possible).toEqual(
            at(normStatus(links), day)?.value.possible,
          )
      }),
    )
  })
})
