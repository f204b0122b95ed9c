import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/time/day.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { at, between, cuts, mapValues, unionOf, type Certainty, type Span } from '../../src/time/timeline.ts'

const span = <V>(
  from: number,
  to: number,
  value: V,
  certainty: Certainty = 'certain',
  ...decidedBy: string[]
): Span<V> => ({
  from: from as Day,
  to: to as Day,
  value,
  certainty,
  decidedBy: decidedBy as EventId[],
})
const on = (day: number) => day as Day

describe('a timeline', () => {
  const line = [span(0, 10, 'a'), span(10, 20, 'b'), span(30, 40, 'c')]
  it('holds on the first day of a span and no longer on its end', () => {
    expect([0, 9, 10, 19, 20, 29, 30, 39, 40].map((day) => at(line, on(day))?.value)).toEqual([
      'a',
      'a',
      'b',
      'b',
      undefined,
      undefined,
      'c',
      'c',
      undefined,
    ])
  })
  it('can be cut to some days', () =>
    expect(between(line, on(5), on(31)).map(({ from, to, value }) => [from, to, value])).toEqual([
      [5, 10, 'a'],
      [10, 20, 'b'],
      [30, 31, 'c'],
    ]))
  it('cut to no days is empty', () => expect(between(line, on(5), on(5))).toEqual([]))
  it('can have its values changed and nothing else', () =>
    expect(mapValues(line, (value) => value.toUpperCase())[2]).toEqual(span(30, 40, 'C')))
  it('names the days on which it turns', () => expect(cuts(line, [span(5, 10, 'x')])).toEqual([0, 5, 10, 20, 30, 40]))
  it('unites deciding events without repeating one', () =>
    expect(unionOf(['a', 'b'] as never, ['b', 'c'] as never)).toEqual(['a', 'b', 'c']))
})
