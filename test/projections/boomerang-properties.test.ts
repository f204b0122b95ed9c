import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boomerang,
  boomerangSteps,
  lastDayWithin,
  type StepEvent,
  type StepEvents,
} from '../../projections/compose/campaign/boomerang.ts'
import { dayOf, type Day } from '../../src/time/day.ts'

/** Days a quarter of a year apart, so that a window of a year is four of them. */
const dayAt = (quarter: number): Day => dayOf(1970 + Math.floor(quarter / 4), 1 + 3 * (quarter % 4), 1) as Day

interface Range {
  readonly first: number
  readonly last: number
}
const range = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 }))
  .map(([first, more]): Range => ({ first, last: first + more }))
const ranges = fc.array(range, { minLength: 0, maxLength: 2 })
const history = fc.tuple(ranges, ranges, ranges, ranges)

const eventsOf = (all: readonly (readonly Range[])[]): StepEvents =>
  Object.fromEntries(
    boomerangSteps.map((step, index) => [
      step,
      (all[index] ?? []).map(({ first, last }): StepEvent => ({
        lo: dayAt(first),
        hi: dayAt(last),
        sure: true,
        says: '',
        decidedBy: [],
      })),
    ]),
  ) as unknown as StepEvents

/** Every choice of one quarter for each range. */
const choices = (of: readonly Range[]): readonly (readonly number[])[] =>
  of.reduce<readonly (readonly number[])[]>(
    (before, { first, last }) =>
      before.flatMap((chosen) => Array.from({ length: last - first + 1 }, (_, k) => [...chosen, first + k])),
    [[]],
  )

const isInOrder = (days: readonly Day[], isAfter: (a: Day, b: Day) => boolean, years: number): boolean =>
  days.every((day, k) => k === 0 || isAfter(days[k - 1] as Day, day)) &&
  (days[3] as Day) <= lastDayWithin(days[0] as Day, years)

/** By trying all: one event of each step, and all quarters that each of them may be. */
const completedIn = (all: readonly (readonly Range[])[], years: number) => {
  const chains = all.reduce<readonly (readonly Range[])[]>(
    (before, own) => before.flatMap((chain) => own.map((one) => [...chain, one])),
    [[]],
  )
  const holds = (chain: readonly Range[], isAfter: (a: Day, b: Day) => boolean): readonly boolean[] =>
    choices(chain).map((quarters) => isInOrder(quarters.map(dayAt), isAfter, years))
  return {
    surely: chains.some((chain) => holds(chain, (a, b) => a < b).every((is) => is)),
    possibly: chains.some((chain) => holds(chain, (a, b) => a <= b).some((is) => is)),
  }
}

describe('a boomerang, of any history', () => {
  it('is completed for certain, or possibly, as trying every chain and every day has it', () =>
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 2 }), (all, years) => {
        const { chain, surely, certainty } = boomerang(eventsOf(all), years)
        const wanted = completedIn(all, years)
        expect(surely === 4).toBe(wanted.surely)
        expect(chain?.length === 4 && (certainty === 'possible' || surely === 4)).toBe(wanted.possibly)
      }),
      { numRuns: 500 },
    ))
})
