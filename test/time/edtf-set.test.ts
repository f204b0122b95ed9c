import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALWAYS, FOREVER, formatDay } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'

const bounds = (text: string) => {
  const { lo, hi } = parseDate(text)
  return [lo === ALWAYS ? 'always' : formatDay(lo), hi === FOREVER ? 'forever' : formatDay(hi)]
}

/**
 * The examples of the specification, https://www.loc.gov/standards/datetime/ (level 2, "Set representation"), and their
 * kin; bounds reckoned by hand.
 */
describe('a set of which one member is meant', () => {
  it.each([
    ['[1667,1668,1670..1672]', '1667-01-01', '1672-12-31'],
    ['[1667, 1668, 1670..1672]', '1667-01-01', '1672-12-31'],
    ['[..1760-12-03]', 'always', '1760-12-03'],
    ['[1760-12..]', '1760-12-01', 'forever'],
    ['[1760-01,1760-02,1760-12..]', '1760-01-01', 'forever'],
    ['[1667,1760-12]', '1667-01-01', '1760-12-31'],
    ['[..1984]', 'always', '1984-12-31'],
    ['[1984..]', '1984-01-01', 'forever'],
    ['[2018-01-01..2020-12-31]', '2018-01-01', '2020-12-31'],
    ['[1986,1984]', '1984-01-01', '1986-12-31'],
    ['[1984-02,1984-01]', '1984-01-01', '1984-02-29'],
    ['[1990,1984-05..1984-07]', '1984-05-01', '1990-12-31'],
    ['[1984~,198X]', '1980-01-01', '1989-12-31'],
    ['[..1984,1990]', 'always', '1990-12-31'],
    ['[1984]', '1984-01-01', '1984-12-31'],
  ])('%s may be any day from %s to %s', (text, lo, hi) => expect(bounds(text)).toEqual([lo, hi]))

  it.each([
    ['{1667,1668}', /one act has one date/],
    ['{1960,1961-12}', /one act has one date/],
    ['{..1984}', /one act has one date/],
    ['[1986..1984]', /no set of dates/],
    ['[]', /no set of dates/],
    ['[..]', /no set of dates/],
    ['[1984,]', /no set of dates/],
    ['[1984', /no set of dates/],
    ['[1984,..1986]', /no set of dates/],
    ['[1984..,1986]', /no set of dates/],
    ['[1984..1985..1986]', /no set of dates/],
    ['[1984/1986]', /no set of dates/],
    ['[[1984]]', /no set of dates/],
    ['[1984-13]', /no date/],
    ['[1984,soon]', /no date/],
    ['[1984,1985]/1990', /no set of dates/],
    ['1980/[1984,1985]', /no date/],
  ])('%s is refused', (text, message) =>
    expect(() => parseDate(text)).toThrow(
      expect.objectContaining({ code: 'bad-date', message: expect.stringMatching(message) as string }),
    ),
  )
})

const two = (value: number) => String(value).padStart(2, '0')
const day = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const month = fc.tuple(fc.integer({ min: 1000, max: 2100 }), fc.integer({ min: 1, max: 12 })).map(([year, at]) => ({
  text: `${year}-${two(at)}`,
  lo: `${year}-${two(at)}-01`,
  hi: new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10),
}))
const single = fc.oneof(
  day.map((text) => ({ text, lo: text, hi: text })),
  month,
  fc.integer({ min: 1000, max: 2100 }).map((year) => ({ text: `${year}`, lo: `${year}-01-01`, hi: `${year}-12-31` })),
)
const run = fc.tuple(single, single).map(([a, b]) => {
  const [first, last] = a.lo <= b.lo ? [a, b] : [b, a]
  return { text: `${first.text}..${last.text}`, lo: first.lo, hi: last.hi, whole: last.hi >= first.lo }
})
const member = fc.oneof(
  single,
  run.filter(({ whole }) => whole),
)

describe('any set', () => {
  it('reaches from its least day to its greatest, in whatever order its members stand', () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 6 }), (members) => {
        const [lo] = members.map((each) => each.lo).toSorted()
        const hi = members
          .map((each) => each.hi)
          .toSorted()
          .at(-1)
        expect(bounds(`[${members.map(({ text }) => text).join(',')}]`)).toEqual([lo, hi])
      }),
    )
  })
  it('has no beginning, or no end, where its first or last member has none', () => {
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 4 }), single, (members, open) => {
        const texts = members.map(({ text }) => text)
        expect(bounds(`[..${open.text},${texts.join(',')}]`)[0]).toBe('always')
        expect(bounds(`[${texts.join(',')},${open.text}..]`)[1]).toBe('forever')
      }),
    )
  })
})
