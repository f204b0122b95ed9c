import { describe, expect, it } from 'vitest'
import { instantOf, laterOf, nextInstant, parseInstant, type Instant } from '../../src/time/instant.ts'

describe('a moment of the log', () => {
  it('has microseconds, however many were written', () => {
    expect(parseInstant('1999-01-01T12:00:00Z')).toBe('1999-01-01T12:00:00.000000Z')
    expect(parseInstant('1999-01-01T12:00:00.5Z')).toBe('1999-01-01T12:00:00.500000Z')
    expect(parseInstant('1999-01-01T12:00:00.123456Z')).toBe('1999-01-01T12:00:00.123456Z')
    expect(instantOf(new Date(0))).toBe('1970-01-01T00:00:00.000000Z')
  })
  it('is the end of the day where only a day is given', () =>
    expect(parseInstant('1999-01-01')).toBe('1999-01-01T23:59:59.999999Z'))
  it.each([
    '1999-02-30',
    '1999-02-30T00:00:00Z',
    '1999-01-01T12:00:00',
    '1999-01-01T12:00:00+02:00',
    '1999',
    'now',
    '1999-01-01T25:00:00Z',
  ])('is not "%s"', (text) => {
    expect(() => parseInstant(text)).toThrow(expect.objectContaining({ code: 'bad-instant' }))
  })
})

describe('what counts as recorded', () => {
  const at = (text: string) => text as Instant
  it('is the proposed clock, where that is later than the commit before', () => {
    expect(laterOf(at('2000-01-01T00:00:00.000002Z'), at('2000-01-01T00:00:00.000001Z'))).toBe(
      '2000-01-01T00:00:00.000002Z',
    )
    expect(laterOf(at('2000-01-01T00:00:00.000000Z'), undefined)).toBe('2000-01-01T00:00:00.000000Z')
  })
  it('is else a microsecond after that commit', () => {
    for (const proposed of ['1999-01-01T00:00:00.000000Z', '2000-01-01T00:00:00.000001Z'])
      expect(laterOf(at(proposed), at('2000-01-01T00:00:00.000001Z'))).toBe('2000-01-01T00:00:00.000002Z')
  })
  it('carries over seconds, days and years', () =>
    expect(nextInstant(at('1999-12-31T23:59:59.999999Z'))).toBe('2000-01-01T00:00:00.000000Z'))
  it('sorts as text', () =>
    expect(nextInstant(at('2000-01-01T00:00:00.999998Z')) < nextInstant(at('2000-01-01T00:00:00.999999Z'))).toBe(true))
})
