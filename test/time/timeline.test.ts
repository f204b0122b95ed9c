import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../src/time/day.ts'
import type { EventId } from '../../src/time/event-id.ts'
import {
  at,
  between,
  coalesce,
  cuts,
  decidedByBoth,
  holdsOn,
  inOrder,
  mapValues,
  segments,
  unionOf,
  type Certainty,
  type Span,
} from '../../src/time/timeline.ts'

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

describe('days and spans', () => {
  it('are named in order, each once', () => expect(inOrder([3, 1, 3, 2].map(on))).toEqual([1, 2, 3]))
  it('lie between the days on which something may turn; the last day only ends', () =>
    expect(segments([9, 1, 5, 5].map(on))).toEqual([
      { from: 1, to: 5 },
      { from: 5, to: 9 },
    ]))
  it('are one where they touch and say the same, decided by the events of both', () =>
    expect(
      coalesce(
        [span(0, 2, 'a', 'certain', 'x'), span(2, 5, 'a', 'certain', 'y', 'x'), span(6, 7, 'a'), span(7, 9, 'b')],
        (before, next) => before.value === next.value,
        decidedByBoth,
      ),
    ).toEqual([span(0, 5, 'a', 'certain', 'x', 'y'), span(6, 7, 'a'), span(7, 9, 'b')]))
})

/** Spans in order, without overlap, on the days 0 to 40, with gaps and few values, so that many touch alike. */
const anyTimeline = fc
  .array(fc.record({ gap: fc.nat(2), length: fc.integer({ min: 1, max: 4 }), value: fc.constantFrom('a', 'b') }), {
    maxLength: 8,
  })
  .map((pieces) => {
    let day = 0
    return pieces.map(({ gap, length, value }) => {
      const from = day + gap
      day = from + length
      return span(from, day, value)
    })
  })
const everyDay = Array.from({ length: 60 }, (_, day) => on(day))
const alike = (a: Span<string>, b: Span<string>) => a.value === b.value

describe('for all timelines', () => {
  it('a span holds on as many days as lie between its ends', () =>
    fc.assert(
      fc.property(anyTimeline, (line) =>
        line.every((one) => everyDay.filter((day) => holdsOn(one, day)).length === one.to - one.from),
      ),
    ))
  it('spans made one say of every day what they said before, and none is left that could be', () =>
    fc.assert(
      fc.property(anyTimeline, (line) => {
        const whole = coalesce(line, alike)
        expect(everyDay.map((day) => at(whole, day)?.value)).toEqual(everyDay.map((day) => at(line, day)?.value))
        for (const [index, next] of whole.slice(1).entries()) {
          const before = whole[index] as Span<string>
          expect(before.to < next.from || before.value !== next.value).toBe(true)
        }
      }),
    ))
  it('segments between the days on which two turn follow each other, and within each nothing turns', () =>
    fc.assert(
      fc.property(anyTimeline, anyTimeline, (a, b) => {
        const pieces = segments(cuts(a, b))
        expect(pieces.slice(1).map(({ from }) => from)).toEqual(pieces.slice(0, -1).map(({ to }) => to))
        for (const piece of pieces)
          for (const day of everyDay.filter((one) => holdsOn(piece, one)))
            for (const line of [a, b]) expect(at(line, day)).toBe(at(line, piece.from))
        const outside = everyDay.filter((day) => !pieces.some((piece) => holdsOn(piece, day)))
        expect(outside.filter((day) => at(a, day) ?? at(b, day))).toEqual([])
      }),
    ))
})
