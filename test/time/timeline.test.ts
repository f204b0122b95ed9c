import { fc } from '../support/seeded.ts'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/time/day.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { at, between, combine, coverage, cuts, mapValues, unionOf, type Certainty, type Span, type Timeline } from '../../src/time/timeline.ts'

const span = <V>(from: number, to: number, value: V, certainty: Certainty = 'certain', ...decidedBy: string[]): Span<V> => ({
  from: from as Day, to: to as Day, value, certainty, decidedBy: decidedBy as EventId[],
})
const on = (day: number) => day as Day

/** Spans in order, with gaps here and there. */
const aTimeline: fc.Arbitrary<Timeline<number>> = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.nat(9), fc.boolean()), { maxLength: 6 }).map((steps) => {
  let day = 0
  return steps.map(([gap, length, value, certain], index) => {
    const from = day + gap
    day = from + length
    return span(from, day, value, certain ? 'certain' : 'possible', `e${index}`)
  })
})

describe('a timeline', () => {
  const line = [span(0, 10, 'a'), span(10, 20, 'b'), span(30, 40, 'c')]
  it('holds on the first day of a span and no longer on its end', () => {
    expect([0, 9, 10, 19, 20, 29, 30, 39, 40].map((day) => at(line, on(day))?.value)).toEqual(['a', 'a', 'b', 'b', undefined, undefined, 'c', 'c', undefined])
  })
  it('can be cut to some days', () => expect(between(line, on(5), on(31)).map(({ from, to, value }) => [from, to, value])).toEqual([[5, 10, 'a'], [10, 20, 'b'], [30, 31, 'c']]))
  it('cut to no days is empty', () => expect(between(line, on(5), on(5))).toEqual([]))
  it('says of how many days it speaks', () => expect([coverage(line, on(0), on(40)), coverage(line, on(15), on(35)), coverage(line, on(20), on(30))]).toEqual([30, 10, 0]))
  it('can have its values changed and nothing else', () => expect(mapValues(line, (value) => value.toUpperCase())[2]).toEqual(span(30, 40, 'C')))
  it('names the days on which it turns', () => expect(cuts(line, [span(5, 10, 'x')])).toEqual([0, 5, 10, 20, 30, 40]))
  it('unites deciding events without repeating one', () => expect(unionOf(['a', 'b'] as never, ['b', 'c'] as never)).toEqual(['a', 'b', 'c']))
})

describe('two timelines as one', () => {
  const both = (a: Timeline<number>, b: Timeline<number>) => combine(a, b, (x, y) => `${x ?? '-'} ${y ?? '-'}`)

  it('are possible where one is, and decided by both', () => {
    expect(both([span(0, 10, 1, 'certain', 'e1')], [span(5, 15, 2, 'possible', 'e2')])).toEqual([
      span(0, 5, '1 -', 'certain', 'e1'), span(5, 10, '1 2', 'possible', 'e1', 'e2'), span(10, 15, '- 2', 'possible', 'e2'),
    ])
  })
  it('leave a gap where the answer is that there is none', () => expect(combine([span(0, 10, 1)], [span(5, 15, 2)], (x, y) => (x === undefined || y === undefined ? undefined : x + y))).toEqual([span(5, 10, 3)]))
  it('are in order, without overlap, and say on every day what the two say', () => {
    fc.assert(fc.property(aTimeline, aTimeline, (a, b) => {
      const joined = both(a, b)
      for (const [index, { from, to }] of joined.entries()) {
        expect(from).toBeLessThan(to)
        if (index > 0) expect(joined[index - 1]!.to).toBeLessThanOrEqual(from)
      }
      for (let day = -1; day < 70; day += 1) {
        const [x, y] = [at(a, on(day)), at(b, on(day))]
        const expected = x === undefined && y === undefined ? undefined : `${x?.value ?? '-'} ${y?.value ?? '-'}`
        expect(at(joined, on(day))?.value).toBe(expected)
        if (expected !== undefined) expect(at(joined, on(day))?.certainty).toBe(x?.certainty === 'possible' || y?.certainty === 'possible' ? 'possible' : 'certain')
      }
    }))
  })
  it('in the other order say the same, the other way round', () => {
    fc.assert(fc.property(aTimeline, aTimeline, (a, b) => {
      const turned = combine(b, a, (y, x) => `${x ?? '-'} ${y ?? '-'}`)
      const told = (line: Timeline<string>) => line.map(({ from, to, value, certainty }) => [from, to, value, certainty])
      expect(told(turned)).toEqual(told(both(a, b)))
    }))
  })
})
