import { describe, expect, it } from 'vitest'
import { nearestTo, pathOf } from '../../../web/src/charts/traces.ts'
import { companyTraces, companyYears, coverageRange, gapsOf } from '../../../web/src/state/company-rows.ts'
import { practicesOf, yearPoints, type Scored } from '../../../web/src/state/practice-rows.ts'
import { dayNumber } from '../../../web/src/words/days.ts'
import { firstIndicators } from '../../../web/src/words/indicators.ts'

const scored = (score: string, year: number, value: number | null, more: Partial<Scored> = {}): Scored => ({
  state: 'toya',
  name: 'Toya',
  cow: null,
  iso3: null,
  score,
  rater: score.slice(0, score.indexOf(':')),
  indicator: score.slice(score.indexOf(':') + 1),
  year,
  value,
  sd: null,
  missing: value === null ? 'not-rated' : null,
  direction: 'higher-is-better',
  lowest: 0,
  highest: 8,
  source: null,
  covered: { state: 'none', complete: [], through: null, by: [] },
  decidedBy: [],
  ...more,
})

describe('the scores of a state', () => {
  const scores = [
    scored('pts:state', 1980, 1),
    scored('pts:amnesty', 1980, 2),
    scored('pts:amnesty', 1982, 3),
    scored('ciri:kill', 1981, null),
    scored('toy:score', 1990, -2, { lowest: null, highest: null, direction: null }),
  ]
  const order = ['pts:state', 'pts:amnesty', 'ciri:kill', 'toy:score']
  it('are of each rater those of which it has most; who gives no value at all is left out', () =>
    expect(practicesOf(scores, order, undefined).map(({ score }) => score)).toEqual(['pts:amnesty', 'toy:score']))
  it('are those that were chosen, however few they are', () =>
    expect(practicesOf(scores, order, 'pts:state')[0]).toMatchObject({ score: 'pts:state', lowest: 0, highest: 8 }))
  it('have the ends of the values, and say so, where no source tells those of the scale', () =>
    expect(practicesOf(scores, order, undefined)[1]).toMatchObject({
      lowest: -2,
      highest: 1,
      reads: 'toy, \u22122 to 1 in these years, no source says whether higher is better',
    }))
  it('have a place for each year, and nothing where nothing is said', () =>
    expect(yearPoints([scored('a:b', 1980, 2), scored('a:b', 1982, 3)])).toEqual([
      { day: dayNumber('1980-07-01'), value: 2 },
      { day: dayNumber('1981-07-01'), value: null },
      { day: dayNumber('1982-07-01'), value: 3 },
    ]))
  it('are asked for one rater after the other, the chosen one first', () =>
    expect(firstIndicators(['pts:state', 'toy:a', 'toy:b', 'cirights:tort', 'cirights:physint'], 'toy:b')).toEqual([
      'toy:b',
      'cirights:physint',
      'pts:state',
    ]))
})

describe('a line', () => {
  const as = (value: number): number => value
  it('is broken where there is no value', () =>
    expect(
      pathOf(
        [1, 2, null, 4].map((value, day) => ({ day, value })),
        as,
        as,
      ),
    ).toBe('M0.0 1.0L1.0 2.0M3.0 4.0'))
  it('that is nearest is found by its value near the day', () => {
    const [low, high] = [1, 5].map((value) => ({
      name: String(value),
      wears: 'own' as const,
      points: [{ day: 0, value }],
    }))
    expect(nearestTo([low!, high!], 0, 4)?.name).toBe('5')
    expect(nearestTo([], 0, 4)).toBeUndefined()
  })
})

describe('the company of a state', () => {
  const columns = ['year', 'own', 'mm_igo', 'coverage_mm_igo', 'missing_mm_igo', 'mm_region', 'missing_mm_region']
  const panel = {
    columns,
    rows: [
      [1990, 7, 5.2, 0.91, null, null, 'no-partner'],
      [1991, null, null, 0.3, 'low-coverage', null, 'no-partner'],
    ],
  }
  const years = companyYears(panel, ['igo', 'region'])
  it('is a line for each channel that has a value, after the state itself', () =>
    expect(
      companyTraces(panel, ['igo', 'region'], 'Toya').map(({ name, points }) => [name, points.map((p) => p.value)]),
    ).toEqual([
      ['Toya itself', [7, null]],
      ['in shared organisations', [5.2, null]],
    ]))
  it('says how much of the weight is observed, where there is a value', () =>
    expect(coverageRange(years)).toBe('91\u00a0%'))
  it('says why there is none', () =>
    expect(gapsOf(years)).toEqual([
      'In shared organisations, no value in 1991: too small a part of the weight is observed.',
      'In its region, no value in the years from 1990 to 1991: it had no partner there.',
    ]))
})
