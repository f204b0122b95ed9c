import { describe, expect, it } from 'vitest'
import { momentOf } from '../../src/queries/question/moment.ts'
import { parseInstant } from '../../src/time/instant.ts'

const now = parseInstant('2026-03-01T12:00:00Z')
const before = parseInstant('2026-02-20T08:00:00Z')
const ahead = parseInstant('2026-03-01T12:00:07Z')

describe('a moment of knowledge', () => {
  it.each([
    ['2026-02-10', before, '2026-02-10T23:59:59.999999Z'],
    ['2026-02-28', before, '2026-02-28T23:59:59.999999Z'],
    ['2026-03-01', before, before],
    ['2026-03-02', before, before],
    ['2999-01-01', before, before],
    ['2026-03-01T12:00:00Z', before, now],
    ['2026-03-01T11:59:59.999999Z', before, '2026-03-01T11:59:59.999999Z'],
    // Recorded by a machine whose clock is ahead of this one.
    ['2026-03-01', ahead, ahead],
    ['2026-03-01T12:00:07Z', ahead, ahead],
    ['2026-03-01T12:00:03Z', ahead, '2026-03-01T12:00:03.000000Z'],
  ])('%s, where the last commit was recorded at %s, is %s', (text, last, expected) =>
    expect(momentOf(text, { now, last }, 'asKnownAt')).toBe(expected),
  )
  it.each([
    ['2026-03-01T12:00:00.000001Z', before],
    ['2026-03-01T23:59:59Z', before],
    ['2999-01-01T00:00:00Z', before],
    ['2026-03-01T12:00:08Z', ahead],
    ['2026-03-01T12:00:01Z', undefined],
  ])('%s is ahead of the clock', (text, last) =>
    expect(() => momentOf(text, { now, last }, 'to')).toThrow(
      expect.objectContaining({ code: 'not-yet', class: 'bad-input', where: 'to' }),
    ),
  )
})
