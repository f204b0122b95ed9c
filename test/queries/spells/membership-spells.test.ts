import { describe, expect, it } from 'vitest'
import { membershipOn, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { membershipSpells } from '../../../src/queries/spells/membership-spells.ts'
import { FOREVER, formatBound, parseDay, type Day } from '../../../src/time/day.ts'
import { holdsOn, type Days } from '../../../src/time/timeline.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { fc } from '../../support/seeded.ts'

type Kind = MembershipSpan['kind']
const span = (
  from: string,
  to: string | null,
  more: { kind?: Kind; certainty?: 'certain' | 'possible'; track?: string } = {},
): MembershipSpan => ({
  igo: 'toy',
  actor: 'toya',
  kind: more.kind ?? 'full',
  track: more.track ?? 'acts',
  from: parseDay(from),
  to: to === null ? FOREVER : parseDay(to),
  certainty: more.certainty ?? 'certain',
  observed: more.track !== undefined,
  decidedBy: [`${from} ${more.kind ?? ''}` as EventId],
})
const years = { track: 'coded' }
/** A series that codes 1900 to 2014. */
const seriesOf = () => ({ from: parseDay('1900-01-01'), to: parseDay('2015-01-01') })
const boundsOf = ({ from, to }: Days) => `${formatBound(from)} to ${formatBound(to)}`
const shown = (spans: readonly MembershipSpan[]) =>
  membershipSpells(spans, seriesOf).map((one) => [
    `${one.kind} ${boundsOf(one)}`,
    `since ${one.since} until ${one.until}`,
    one.certain === undefined ? 'possible' : `certain ${boundsOf(one.certain)}`,
    `spell ${one.spell}`,
  ])

describe('memberships of one actor in one organisation, over all days', () => {
  it('an exit and a return are two spells', () =>
    expect(
      shown([
        span('1949-08-09', '1970-12-31'),
        span('1970-12-31', '1974-11-28', { kind: 'none' }),
        span('1974-11-28', null),
      ]),
    ).toEqual([
      [
        'full 1949-08-09 to 1970-12-31',
        'since 1949-08-09 until 1970-12-31',
        'certain 1949-08-09 to 1970-12-31',
        'spell 1',
      ],
      ['full 1974-11-28 to null', 'since 1974-11-28 until null', 'certain 1974-11-28 to null', 'spell 2'],
    ]))
  it('another kind of membership is another span of the same spell', () =>
    expect(shown([span('1950-07-13', '1951-05-02', { kind: 'associate' }), span('1951-05-02', null)])).toEqual([
      [
        'associate 1950-07-13 to 1951-05-02',
        'since 1950-07-13 until 1951-05-02',
        'certain 1950-07-13 to 1951-05-02',
        'spell 1',
      ],
      ['full 1951-05-02 to null', 'since 1951-05-02 until null', 'certain 1951-05-02 to null', 'spell 1'],
    ]))
  it('is certain between uncertain days, of which `since` and `until` have both ends', () => {
    const possible = { certainty: 'possible' } as const
    expect(
      shown([
        span('1960-01-01', '1960-12-31', possible),
        span('1960-12-31', '1970-03-01'),
        span('1970-03-01', '1970-03-31', { ...possible, kind: 'none' }),
        span('1970-03-01', '1970-03-31', possible),
        span('1970-03-31', null, { kind: 'none' }),
      ]),
    ).toEqual([
      [
        'full 1960-01-01 to 1970-03-31',
        'since 1960-01-01/1960-12-31 until 1970-03-01/1970-03-31',
        'certain 1960-12-31 to 1970-03-01',
        'spell 1',
      ],
    ])
  })
  it('of coded years the first and the last are possible; the first year without it is its end', () =>
    expect(shown([span('1950-01-01', '1956-01-01', years)])).toEqual([
      ['full 1950-01-01 to 1956-01-01', 'since 1950 until 1956', 'certain 1951-01-01 to 1955-01-01', 'spell 1'],
    ]))
  it('that its source ends is no end of a membership', () =>
    expect(shown([span('1950-01-01', '2015-01-01', years)])).toEqual([
      ['full 1950-01-01 to 2015-01-01', 'since 1950 until 2015/..', 'certain 1951-01-01 to 2014-01-01', 'spell 1'],
    ]))
  it('dated acts answer from their first day on, and coded years before', () =>
    expect(shown([span('1945-01-01', '2015-01-01', years), span('1945-10-30', null)])).toEqual([
      ['full 1945-01-01 to 1945-10-30', 'since 1945 until 1945-10-30', 'possible', 'spell 1'],
      ['full 1945-10-30 to null', 'since 1945-10-30 until null', 'certain 1945-10-30 to null', 'spell 1'],
    ]))
  it('a dated exit ends coded years', () =>
    expect(shown([span('1990-01-01', '2015-01-01', years), span('2010-05-01', null, { kind: 'none' })])).toEqual([
      ['full 1990-01-01 to 2010-05-01', 'since 1990 until 2010-05-01', 'certain 1991-01-01 to 2010-05-01', 'spell 1'],
    ]))
  it('days that are certain on either side of doubtful ones are two spans of one spell', () =>
    expect(
      shown([
        span('1960-01-01', '1965-01-01'),
        span('1965-01-01', '1966-01-01', { certainty: 'possible' }),
        span('1966-01-01', null),
      ]),
    ).toEqual([
      [
        'full 1960-01-01 to 1966-01-01',
        'since 1960-01-01 until 1966-01-01',
        'certain 1960-01-01 to 1965-01-01',
        'spell 1',
      ],
      ['full 1966-01-01 to null', 'since 1960-01-01 until null', 'certain 1966-01-01 to null', 'spell 1'],
    ]))
  it('what nothing tells is no membership', () => expect(shown([])).toEqual([]))
})

describe('of any spans', () => {
  const from = parseDay('1990-01-01')
  const spans = fc.array(
    fc
      .record({
        from: fc.integer({ min: 0, max: 2500 }),
        length: fc.integer({ min: 1, max: 1200 }),
        isOpen: fc.boolean(),
        kind: fc.constantFrom<Kind>('full', 'associate', 'observer', 'none', 'unknown'),
        certainty: fc.constantFrom('certain' as const, 'possible' as const),
        track: fc.constantFrom('acts', 'coded', 'otherwise'),
      })
      .map(({ from: start, length, isOpen, ...more }): MembershipSpan => {
        const observed = more.track !== 'acts'
        return {
          ...more,
          igo: 'toy',
          actor: 'toya',
          observed,
          from: (from + start) as Day,
          to: isOpen && !observed ? FOREVER : ((from + start + length) as Day),
          decidedBy: [`${more.track} ${more.kind} ${start}` as EventId],
        }
      }),
    { maxLength: 7 },
  )
  it('what is told of a day is what `memberships` says of it', () =>
    fc.assert(
      fc.property(spans, fc.array(fc.integer({ min: -100, max: 4000 }), { minLength: 20 }), (drawn, days) => {
        const list = drawn.toSorted((a, b) => a.from - b.from)
        const told = membershipSpells(list, seriesOf)
        for (const offset of days) {
          const day = (from + offset) as Day
          const said = membershipOn(list, day)
          const own = told.filter((one) => holdsOn(one, day))
          expect(
            own.map(({ kind, since, observed, certain }) => {
              const isCertain = certain !== undefined && holdsOn(certain, day)
              return { kind, since, observed, certainty: isCertain ? 'certain' : 'possible' }
            }),
          ).toEqual(
            said === undefined || said.kind === 'none'
              ? []
              : [{ kind: said.kind, since: said.since, observed: said.observed, certainty: said.certainty }],
          )
          for (const { decidedBy } of own)
            expect(decidedBy).toEqual(expect.arrayContaining([...(said?.decidedBy ?? [])]))
        }
        for (const [index, one] of told.entries()) {
          const before = told[index - 1]
          if (before === undefined) continue
          expect(before.to).toBeLessThanOrEqual(one.from)
          expect(one.spell - before.spell).toBe(before.to === one.from ? 0 : 1)
        }
        for (const { until, to } of told) expect([to, until === null]).toEqual([to, to >= FOREVER])
      }),
    ))
})
