import { describe, expect, it } from 'vitest'
import { classifyByShare, classifyBySd, classifyThresholds, roleOf } from '../../src/diffusion/adopter-classes.ts'
import { timingShare } from '../../src/diffusion/contagion.ts'
import { phasesOf, regressionsOf } from '../../src/diffusion/life-cycle.ts'
import { shareSteps } from '../../src/diffusion/share-steps.ts'
import { tippingPoint } from '../../src/diffusion/tipping.ts'
import { FOREVER, formatDay, parseDay, type Day } from '../../src/time/day.ts'

const always = { from: parseDay('1900-01-01'), to: FOREVER }
const since = (from: string, to?: string) => ({ from: parseDay(from), to: to === undefined ? FOREVER : parseDay(to) })
const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one)
const until = parseDay('2010-12-31')

describe('classes of adopters', () => {
  it('by the cut of netdiffuseR: mean 1990, sd 6.06 of 1986, 1987, 1988, 1999', () => {
    const classOf = classifyBySd([1986, 1987, 1988, 1999])
    expect([1983, 1984, 1990, 1991, 1996, 1997].map(classOf)).toEqual([
      'early adopters',
      'early majority',
      'early majority',
      'late majority',
      'late majority',
      'laggards',
    ])
  })
  it('by the shares of Rogers: of 200, the 5th is the last innovator, the 32nd the last early adopter', () => {
    const classOf = (rank: number) => classifyByShare(rank - 1, 1, 200)
    expect([5, 6, 32, 33, 100, 101, 168, 169].map(classOf)).toEqual([
      'innovators',
      'early adopters',
      'early adopters',
      'early majority',
      'early majority',
      'late majority',
      'late majority',
      'laggards',
    ])
  })
  it('a batch of one day is in one class, by its middle: 82 of 133 on the first day are early majority', () =>
    expect(classifyByShare(0, 82, 133)).toBe('early majority'))
  it('leads at a very low exposure; lags where it is late and exposed above the mean', () => {
    const classOf = classifyThresholds([0, 0.5, 0.6])
    // mean 0.3667, sd 0.3215: at most 0.0452 very low, 0.3667 low, 0.6881 high.
    expect([0, 0.05, 0.5, 0.7].map(classOf)).toEqual(['very low', 'low', 'high', 'very high'])
    expect(roleOf('very low', 'laggards')).toBe('leader')
    expect(roleOf('high', 'laggards')).toBe('laggard')
    expect(roleOf('high', 'late majority')).toBeNull()
    expect(roleOf('low', 'laggards')).toBeNull()
  })
})

describe('infectiousness and susceptibility', () => {
  // i shares 3 organisations with j, who adopts the year after, 1 with k, who does later, 5 with one who never does.
  const [weights, years] = [Float64Array.of(0, 3, 1, 5), Float64Array.of(1990, 1991, 1995, Number.NaN)]
  it('3 of the 4 shared with those that followed are shared with who did at once', () =>
    expect(timingShare(weights, years, 1990, 'after')).toBe(3 / 4))
  it('of those before 1995, nobody adopted in 1994: 0; before 1990 there is nobody: undefined', () => {
    expect(timingShare(weights, years, 1995, 'before')).toBe(0)
    expect(timingShare(weights, years, 1990, 'before')).toBeUndefined()
  })
})

describe('what moves the share', () => {
  it('tells exits from new states: 10 of 30, one adopts, one leaves, 3 states enter', () => {
    const day = '2000-06-01'
    const steps = shareSteps(
      [
        ...times(9, { inSystem: [always], adopted: [since('1990-01-01')] }),
        { inSystem: [always], adopted: [since('1990-01-01', day)] },
        { inSystem: [always], adopted: [since(day)] },
        ...times(19, { inSystem: [always], adopted: [] }),
        ...times(3, { inSystem: [since(day)], adopted: [] }),
      ],
      until,
    )
    const last = steps.at(-1)
    expect(last).toMatchObject({ adopters: 10, system: 33, adopted: 1, exited: 1, entered: 3, left: 0 })
    expect(last?.byAdoptions).toBeCloseTo(1 / 30, 15)
    expect(last?.byExits).toBeCloseTo(-1 / 30, 15)
    expect(last?.byMembers).toBeCloseTo(10 / 33 - 10 / 30, 15)
  })
  it('an adopter that ceases to exist leaves the system: no exit', () => {
    const gone = since('1990-01-01', '2000-06-01')
    const [, last] = shareSteps(
      [
        { inSystem: [gone], adopted: [gone] },
        { inSystem: [since('1990-01-01')], adopted: [] },
      ],
      until,
    )
    expect(last).toMatchObject({ adopters: 0, system: 1, exited: 0, byExits: 0, left: 1, byMembers: -1 / 2 })
  })
  it('parts add up to the change, whatever happens on a day', () => {
    const histories = [
      { inSystem: [since('1990-01-01', '1995-01-01'), since('1998-01-01')], adopted: [since('1992-01-01')] },
      { inSystem: [since('1991-01-01')], adopted: [since('1993-01-01', '1995-01-01'), since('1998-01-01')] },
      { inSystem: [since('1990-01-01')], adopted: [since('1995-01-01', '1998-01-01')] },
    ]
    const steps = shareSteps(histories, until)
    const parts = steps.reduce((sum, step) => sum + step.byAdoptions + step.byExits + step.byMembers, 0)
    const last = steps.at(-1)
    expect(parts).toBeCloseTo((last?.adopters ?? Number.NaN) / (last?.system ?? Number.NaN), 12)
  })
})

const third = { numerator: 1, denominator: 3 }
const rule = { share: third, criticalShare: { numerator: 1, denominator: 2 }, years: 1 }
const counted = (day: string, adopters: number, system: number) => ({ day: parseDay(day), adopters, system })

describe('the tipping date', () => {
  it('is the first day of one third, in whole numbers: 51 of 153', () =>
    expect(
      tippingPoint([counted('1991-01-01', 50, 153), counted('1991-05-14', 51, 153)], undefined, rule, until),
    ).toEqual({ day: parseDay('1991-05-14'), isSustained: true }))
  it('does not count where new states dilute it within the year: the second passage does', () => {
    const steps = [counted('1991-05-14', 51, 153), counted('1991-12-26', 51, 165), counted('1993-02-01', 55, 165)]
    expect(tippingPoint(steps, undefined, rule, until)?.day).toBe(parseDay('1993-02-01'))
    expect(tippingPoint(steps, undefined, { ...rule, years: 0 }, until)?.day).toBe(parseDay('1991-05-14'))
  })
  it('is not known to be sustained before the year is over', () =>
    expect(tippingPoint([counted('2010-06-01', 1, 3)], undefined, rule, until)).toEqual({
      day: parseDay('2010-06-01'),
      isSustained: undefined,
    }))
  it('waits for half of the critical states', () => {
    const critical = [counted('1980-01-01', 0, 4), counted('1999-03-01', 2, 4)]
    expect(tippingPoint([counted('1991-05-14', 51, 153)], critical, rule, until)?.day).toBe(parseDay('1999-03-01'))
  })
  it('is none where the share was never reached', () =>
    expect(tippingPoint([counted('1991-05-14', 50, 153)], undefined, rule, until)).toBeUndefined())
})

describe('the life cycle', () => {
  const phases = (adoptions: readonly string[], more: { tipping?: Day; internalized?: Day; knownThrough?: Day } = {}) =>
    phasesOf({
      from: parseDay('1984-12-10'),
      tipping: parseDay('1991-05-14'),
      adoptions: adoptions.map(parseDay),
      internalized: undefined,
      until,
      knownThrough: until,
      stallYears: 5,
      ...more,
    }).map(({ phase, from, to }) => [phase, formatDay(from), to === undefined ? null : formatDay(to)])
  it('stalls five years after the last adoption, and goes on with the next', () =>
    expect(phases(['1991-05-14', '1996-03-01', '2004-07-01', '2009-01-01'])).toEqual([
      ['emergence', '1984-12-10', '1991-05-14'],
      ['cascade', '1991-05-14', '2001-03-01'],
      ['stalled cascade', '2001-03-01', '2004-07-01'],
      ['cascade', '2004-07-01', null],
    ]))
  it('does not say that it stalled where sources do not reach', () => {
    const known = (day: string) => phases(['1996-03-01'], { knownThrough: parseDay(day) }).slice(2)
    expect(known('2003-12-31')).toEqual([
      ['stalled cascade', '2001-03-01', '2004-01-01'],
      ['unknown', '2004-01-01', null],
    ])
    expect(known('1999-12-31')).toEqual([['unknown', '2001-03-01', null]])
  })
  it('emerges to the day asked about where it has not tipped', () =>
    expect(phases(['1986-01-01'], { tipping: undefined as unknown as Day })).toEqual([
      ['emergence', '1984-12-10', null],
    ]))
  it('ends where it is internalized', () =>
    expect(phases(['1991-05-14'], { internalized: parseDay('1995-01-01') })).toEqual([
      ['emergence', '1984-12-10', '1991-05-14'],
      ['cascade', '1991-05-14', '1995-01-01'],
      ['internalization', '1995-01-01', null],
    ]))
  it('regresses where exits alone take five points within five years, not where they come slower', () => {
    const exits = (...days: readonly string[]) => days.map((day) => ({ day: parseDay(day), byExits: -0.03 }))
    const most = { points: 0.05, years: 5 }
    expect(regressionsOf(exits('2000-01-01', '2004-12-31'), most)).toEqual([
      { from: parseDay('2000-01-01'), to: parseDay('2004-12-31'), byExits: -0.06 },
    ])
    expect(regressionsOf(exits('2000-01-01', '2005-01-01'), most)).toEqual([])
  })
})
