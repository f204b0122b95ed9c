import { describe, expect, it } from 'vitest'
import {
  possibleMembershipsOn,
  type DateReading,
  type YearCodes,
} from '../../projections/compose/membership/possible-memberships.ts'
import type { MembershipKind, MembershipSpan } from '../../projections/compose/membership/membership.ts'
import { factsOf } from '../../projections/fold/facts.ts'
import { datedMemberships, igoMembership } from '../../projections/folds/igo-membership.ts'
import { defaultPolicy } from '../../projections/fold/source-policy.ts'
import { datePolicies, resolutionOf, type DatePolicy } from '../../src/time/date-policy.ts'
import { FOREVER, parseDay, type Day } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { intervalsOf } from '../support/folded.ts'
import { recorded, said, type Said } from '../support/recorded.ts'
import { fc } from '../support/seeded.ts'

const stream = 'igo-club'
const joined = (on: string, kind = 'full') => said(stream, 'MembershipStarted', on, { actor: 'abc', kind })
const became = (on: string, kind: string) => said(stream, 'MembershipKindChanged', on, { actor: 'abc', kind })
const wasOutOn = (on: string) =>
  said(stream, 'MembershipEnded', on, { actor: 'abc', mode: 'withdrawal', names: 'firstDayOut' })
const coded = (firstYear: number, lastYear: number, code = 'full', actor = 'abc') =>
  said(stream, 'MembershipObserved', undefined, { actor, code, firstYear, lastYear })

/** What is told of everybody, where a policy says so with one day for each date. */
const spansOf = (list: readonly Said[], dates: DatePolicy): readonly MembershipSpan[] => {
  const resolution = resolutionOf(dates)
  const isCoded = ({ event }: Said): boolean => event.type === 'MembershipObserved'
  const intervals =
    resolution === undefined
      ? intervalsOf(igoMembership, list)
      : [
          ...intervalsOf(igoMembership, list.filter(isCoded)),
          ...datedMemberships(factsOf(recorded(list.filter((one) => !isCoded(one)))), defaultPolicy, resolution),
        ]
  return intervals
    .map(({ columns, ...span }): MembershipSpan => ({
      ...span,
      igo: 'club',
      actor: String(columns.actor),
      kind: columns.kind as MembershipKind,
      track: String(columns.track),
      observed: columns.first_year !== null,
    }))
    .toSorted((a, b) => a.from - b.from)
}

/** The days that each series speaks of, by the spans that there are of it. */
const seriesIn = (spans: readonly MembershipSpan[]): DateReading['seriesOf'] => {
  const series = new Map<string, { from: Day; to: Day }>()
  for (const { track, observed, from, to } of spans) {
    if (!observed) continue
    const known = series.get(track)
    if (known === undefined) series.set(track, { from, to })
    else {
      if (from < known.from) known.from = from
      if (to > known.to && to < FOREVER) known.to = to
    }
  }
  return (track) => series.get(track)
}

/** All that it may have been on a day, in words. */
const maySo = (
  list: readonly Said[],
  day: Day,
  dates: DatePolicy = 'bounds',
  yearCodes: YearCodes = 'edges',
): readonly string[] => {
  const spans = spansOf(list, dates)
  const ways = possibleMembershipsOn(
    spans.filter(({ actor }) => actor === 'abc'),
    day,
    { dates, yearCodes, seriesOf: seriesIn(spans) },
  )
  return ways.map((way) => (way === undefined || way.kind === 'none' || way.kind === 'unknown' ? 'out' : way.kind))
}
const may = (list: readonly Said[], day: string, dates?: DatePolicy, yearCodes?: YearCodes) =>
  maySo(list, parseDay(day), dates, yearCodes)

describe('a membership that began in 1984, nobody says when', () => {
  const list = [joined('1984')]
  it.each([
    ['1983-12-31', ['out']],
    ['1984-01-01', ['full', 'out']],
    ['1984-12-30', ['full', 'out']],
    ['1984-12-31', ['full']],
  ])('on %s: %j', (day, ways) => expect(may(list, day)).toEqual(ways))

  // 1984 has 366 days: day 1 is its first, day 366 its last, and the middle one (the earlier of two) is the 183rd, 1
  // July.
  it.each([
    ['earliest', '1984-01-01', 'full'],
    ['midpoint', '1984-06-30', 'out'],
    ['midpoint', '1984-07-01', 'full'],
    ['latest', '1984-12-30', 'out'],
    ['latest', '1984-12-31', 'full'],
  ] as const)('by %s, on %s: %s', (dates, day, way) => expect(may(list, day, dates)).toEqual([way]))
})

describe('a membership that ended in June 1990', () => {
  const list = [joined('1984-05-05'), wasOutOn('1990-06')]
  it.each([
    ['1990-05-31', ['full']],
    ['1990-06-01', ['full', 'out']],
    ['1990-06-29', ['full', 'out']],
    ['1990-06-30', ['out']],
  ])('on %s: %j', (day, ways) => expect(may(list, day)).toEqual(ways))
  it.each([
    ['earliest', '1990-06-01', 'out'],
    ['midpoint', '1990-06-14', 'full'],
    ['midpoint', '1990-06-15', 'out'],
    ['latest', '1990-06-29', 'full'],
    ['latest', '1990-06-30', 'out'],
  ] as const)('by %s, on %s: %s', (dates, day, way) => expect(may(list, day, dates)).toEqual([way]))
})

describe('uncertain dates that touch each other', () => {
  it('a change of kind leaves one kind or the other, and never neither', () => {
    const list = [joined('1980-01-01', 'associate'), became('1984', 'full')]
    expect(may(list, '1984-06-01').toSorted()).toEqual(['associate', 'full'])
    expect([may(list, '1984-06-01', 'earliest'), may(list, '1984-06-01', 'latest')]).toEqual([['full'], ['associate']])
  })
  it('a membership that may have ended before it may have begun is certain on no day', () => {
    // The middle of January to June 1984 is 31 March (182 days, the 91st); that of March to December 31 July (306 days,
    // the 153rd).
    const list = [joined('1984-01/1984-06'), wasOutOn('1984-03/1984-12')]
    expect(may(list, '1984-06-01')).toEqual(['full', 'out'])
    const on = (dates: DatePolicy, ...days: readonly string[]) => days.map((day) => may(list, day, dates)[0])
    expect(on('earliest', '1984-01-01', '1984-02-29', '1984-03-01')).toEqual(['full', 'full', 'out'])
    expect(on('latest', '1984-06-29', '1984-06-30', '1984-12-30', '1984-12-31')).toEqual(['out', 'full', 'full', 'out'])
    expect(on('midpoint', '1984-03-30', '1984-03-31', '1984-07-30', '1984-07-31')).toEqual([
      'out',
      'full',
      'full',
      'out',
    ])
  })
  it('dated acts stand before years; where these may not have happened yet, the years answer', () => {
    const list = [coded(1980, 1990), joined('1984')]
    expect(may(list, '1984-06-01')).toEqual(['full'])
    expect(may([...list, coded(1991, 1995)], '1979-06-01')).toEqual(['out'])
  })
})

describe('a source that codes years', () => {
  /** Another actor is coded throughout, so that the series is known to speak of 1970 to 2000. */
  const series = coded(1970, 2000, 'full', 'xyz')
  const list = [coded(1980, 1985), series]

  it.each([
    ['1979-12-31', ['out']],
    // It began on some day of 1980: by the last it surely had.
    ['1980-01-01', ['full', 'out']],
    ['1980-12-30', ['full', 'out']],
    ['1980-12-31', ['full']],
    // It was in on some day of 1985: on the first it still was, its first day out may be the second.
    ['1985-01-01', ['full']],
    ['1985-01-02', ['full', 'out']],
    ['1985-12-31', ['full', 'out']],
    ['1986-01-01', ['out']],
  ])('on %s: %j', (day, ways) => expect(may(list, day)).toEqual(ways))

  it('read as whole years it is certain on every day of them', () => {
    for (const day of ['1980-01-01', '1980-12-31', '1985-12-31'])
      expect(may(list, day, 'bounds', 'whole')).toEqual(['full'])
  })
  it.each([
    ['earliest', '1980-01-01', 'full'],
    ['latest', '1980-12-30', 'out'],
    ['earliest', '1985-01-02', 'out'],
    ['latest', '1985-12-31', 'full'],
  ] as const)('by %s, on %s: %s', (dates, day, way) => expect(may(list, day, dates)).toEqual([way]))

  it('a run that ends with its series is not said to end', () =>
    expect(may([coded(1980, 2000), series], '2000-12-31')).toEqual(['full']))
  it('a run that begins with its series is not said to begin', () =>
    expect(may([coded(1970, 1985), series], '1970-01-01')).toEqual(['full']))
  it('two runs of one kind, one after the other, are one', () => {
    const two = [coded(1975, 1980), coded(1981, 1985), series]
    expect([may(two, '1980-12-31'), may(two, '1981-01-01')]).toEqual([['full'], ['full']])
  })
  it('another kind in the year before is a change within the first year of the later', () => {
    const change = [coded(1975, 1980, 'associate'), coded(1981, 1985), series]
    expect(may(change, '1980-12-31')).toEqual(['associate'])
    expect(may(change, '1981-06-01').toSorted()).toEqual(['associate', 'full'])
    expect(may(change, '1981-12-31')).toEqual(['full'])
  })
})

describe('for all memberships with uncertain dates', () => {
  const first = parseDay('1980-01-01')
  const range = (from: number, days: number): string => {
    const text = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
    return `${text(from)}/${text(from + days)}`
  }
  const history = fc.record({
    start: fc.nat(300),
    startDays: fc.nat(200),
    gap: fc.nat(400),
    endDays: fc.nat(200),
    ends: fc.boolean(),
  })
  const events = ({
    start,
    startDays,
    gap,
    endDays,
    ends,
  }: {
    start: number
    startDays: number
    gap: number
    endDays: number
    ends: boolean
  }): readonly Said[] => [
    joined(range(first + start, startDays)),
    ...(ends ? [wasOutOn(range(first + start + gap, endDays))] : []),
  ]
  const aDay = fc.nat(1200).map((days) => (first + days) as Day)

  it('each policy gives one of the ways', () =>
    fc.assert(
      fc.property(history, aDay, fc.constantFrom(...datePolicies), (one, day, dates) => {
        const ways = maySo(events(one), day)
        for (const way of maySo(events(one), day, dates)) expect(ways).toContain(way)
      }),
    ))

  it('a date refined to a day inside it leaves no way that was not there: what was certain stays so', () =>
    fc.assert(
      fc.property(history, aDay, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (one, day, part, which) => {
        const finer = which
          ? {
              ...one,
              start: one.start + Math.floor(part * one.startDays),
              startDays: 0,
              gap: one.gap - Math.floor(part * one.startDays),
            }
          : { ...one, gap: one.gap + Math.floor(part * one.endDays), endDays: 0 }
        // The end is the end of this membership: acts are ordered by their first possible days, and the order is to
        // stay.
        fc.pre(!one.ends || (one.gap > 0 && finer.gap > 0))
        const ways = maySo(events(one), day)
        for (const way of maySo(events(finer), day)) expect(ways).toContain(way)
      }),
    ))

  it('an exact day is read alike by every policy', () =>
    fc.assert(
      fc.property(history, aDay, (one, day) => {
        const exact = events({ ...one, startDays: 0, endDays: 0 })
        const answers = datePolicies.map((dates) => maySo(exact, day, dates).join())
        expect(new Set(answers).size).toBe(1)
      }),
    ))

  it('the ranges are those that were written', () =>
    expect(parseDate(range(first, 5))).toEqual({ lo: first, hi: first + 5 }))
})
