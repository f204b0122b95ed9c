import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { YearSpell } from '../../src/diffusion/adoption.ts'
import { riskYears, type RiskHistory, type RiskYear, type RiskYearsOf } from '../../src/diffusion/event-history.ts'
import { hazard } from '../../src/diffusion/hazard.ts'
import { adoptedIn } from './adopted-in.ts'

const always: readonly YearSpell[] = [{ from: -100, until: Infinity }]
const asked: RiskYearsOf = { opened: 1, first: 1, last: 4 }
const rowsOf = (history: Partial<RiskHistory>, more: Partial<RiskYearsOf> = {}) =>
  riskYears({ inSystem: always, adopted: [], ...history }, { ...asked, ...more })
const outcomes = (rows: readonly RiskYear[]) => rows.map(({ year, adopted }) => [year, adopted])

describe('the toy world: A adopts in year 1, B in 2, C in 3, D never', () => {
  const histories = [1, 2, 3, undefined].map((year) => ({ inSystem: always, adopted: adoptedIn(year) }))
  const [a, b, c, d] = histories.map((history) => rowsOf(history))
  it('has a row for every year at risk, the last of which is the year of adoption', () => {
    expect(outcomes(a!)).toEqual([[1, 1]])
    expect(outcomes(b!)).toEqual([
      [1, 0],
      [2, 1],
    ])
    expect(outcomes(c!)).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
    ])
    expect(outcomes(d!)).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
    ])
  })
  it('says why rows end', () => {
    expect(c!.map(({ end }) => end)).toEqual([null, null, 'event'])
    expect(d!.map(({ end }) => end)).toEqual([null, null, null, 'last-year'])
  })
  it('adds up to the hazards 1/4, 1/3, 1/2, 0', () => {
    const all = [a, b, c, d].flatMap((rows) => rows!)
    const sums = [1, 2, 3, 4].map((year) => {
      const ofYear = all.filter((row) => row.year === year)
      return [ofYear.filter(({ adopted }) => adopted === 1).length, ofYear.length]
    })
    expect(sums).toEqual([
      [1, 4],
      [1, 3],
      [1, 2],
      [0, 1],
    ])
  })
})

describe('left truncation', () => {
  it('begins with the opening for who was a member before', () =>
    expect(rowsOf({})[0]).toMatchObject({ year: 1, entry: 'opening', atRiskSince: 1, observedSince: 1 }))
  it('begins with the entry for who joined later', () => {
    const rows = rowsOf({ inSystem: [{ from: 3, until: Infinity }] })
    expect(rows.map(({ year, entry, atRiskSince }) => [year, entry, atRiskSince])).toEqual([
      [3, 'system', 3],
      [4, 'system', 3],
    ])
  })
  it('keeps the clock where the years asked for begin later: at risk since 1, observed since 3', () => {
    const since = rowsOf({}, { first: 3 })
    expect(since.map(({ year, atRiskSince, observedSince }) => [year, atRiskSince, observedSince])).toEqual([
      [3, 1, 3],
      [4, 1, 3],
    ])
  })
  it('has no row before the opening', () =>
    expect(rowsOf({}, { first: -5, opened: 3 }).map(({ year }) => year)).toEqual([3, 4]))
  it('has none at all of who adopted before joining', () =>
    expect(rowsOf({ inSystem: [{ from: 3, until: Infinity }], adopted: adoptedIn(2) })).toEqual([]))
  it('leaves out who may have adopted before: of years 1 and 2 nobody knows', () => {
    const rows = rowsOf({ unknown: [{ from: -10, until: 3 }] })
    expect(rows).toMatchObject([{ year: 4, adopted: 0, atRiskSince: 1, observedSince: 4 }])
  })
})

describe('right censoring', () => {
  it('by a state that is gone: in the system at the ends of 1 and 2', () => {
    const rows = rowsOf({ inSystem: [{ from: -5, until: 3 }] })
    expect(rows.map(({ year, adopted, end }) => [year, adopted, end])).toEqual([
      [1, 0, null],
      [2, 0, 'left-system'],
    ])
  })
  it('by a year of which nobody knows, and which has a row, for the state was at risk in it', () => {
    const rows = rowsOf({ unknown: [{ from: 2, until: Infinity }] })
    expect(rows.map(({ year, adopted, reason, end }) => [year, adopted, reason, end])).toEqual([
      [1, 0, null, 'unknown'],
      [2, null, 'not-covered', null],
    ])
  })
  it('by the end of what sources cover, after which it stays at risk without an outcome', () => {
    const rows = rowsOf({ unsettled: (year) => (year > 2 ? 'not-covered' : undefined) })
    expect(rows.map(({ adopted, reason, end }) => [adopted, reason, end])).toEqual([
      [0, null, null],
      [0, null, 'unknown'],
      [null, 'not-covered', null],
      [null, 'not-covered', 'last-year'],
    ])
  })
})

describe('an adoption between 2 and 4, nobody knows when: certain from 4 on', () => {
  const rows = rowsOf({
    adopted: adoptedIn(4),
    unsettled: (year) => (year === 2 || year === 3 ? 'uncertain' : undefined),
  })
  it('is no 0 in the years in which it may have been', () =>
    expect(rows.map(({ year, adopted, reason }) => [year, adopted, reason])).toEqual([
      [1, 0, null],
      [2, null, 'uncertain'],
      [3, null, 'uncertain'],
      [4, 1, 'earlier-possible'],
    ]))
})

describe('a state that adopts in 2, leaves in 4 and comes back in 6', () => {
  const history: RiskHistory = {
    inSystem: always,
    adopted: [
      { from: 2, until: 4 },
      { from: 6, until: Infinity },
    ],
  }
  it('is at risk until the first adoption', () =>
    expect(outcomes(rowsOf(history, { last: 7 }))).toEqual([
      [1, 0],
      [2, 1],
    ]))
  it('with all spells, again from the year after its exit, under the number 2', () => {
    const rows = rowsOf(history, { last: 7, spells: 'all' })
    expect(
      rows.map(({ year, adopted, spell, entry, atRiskSince }) => [year, adopted, spell, entry, atRiskSince]),
    ).toEqual([
      [1, 0, 1, 'opening', 1],
      [2, 1, 1, 'opening', 1],
      [5, 0, 2, 'exit', 5],
      [6, 1, 2, 'exit', 5],
    ])
  })
  it('adds up to the hazard of those who are adopters now', () => {
    const rows = rowsOf(history, { last: 7, spells: 'all' })
    const counted = hazard({ first: 1, last: 7, states: [history], mode: 'current' })
    for (const { year, adopters, atRisk } of counted) {
      const ofYear = rows.filter((row) => row.year === year)
      expect([ofYear.filter(({ adopted }) => adopted === 1).length, ofYear.length]).toEqual([adopters, atRisk])
    }
  })
  it('is not at risk in the year after one at whose end it is open whether it has left', () => {
    const unsettled = (year: number) => (year === 4 ? ('uncertain' as const) : undefined)
    expect(rowsOf({ ...history, unsettled }, { last: 7, spells: 'all' }).map(({ year }) => year)).toEqual([1, 2, 6])
  })
})

describe('any histories', () => {
  /** Spells in order, apart, between years 0 and 12; the last one may be open. */
  const spells = fc
    .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }), fc.boolean())
    .map(([years, isOpen]) => {
      const ends = [...years.toSorted((a, b) => a - b), ...(isOpen ? [Infinity] : [])]
      return ends.flatMap((from, i) =>
        i % 2 === 0 && ends[i + 1] !== undefined ? [{ from, until: ends[i + 1] as number }] : [],
      )
    })
  const histories = fc.array(fc.record({ inSystem: spells, adopted: spells, unknown: spells }), { maxLength: 8 })
  it.each(['first', 'all'] as const)('add up to the hazard, year by year: %s', (choice) =>
    fc.assert(
      fc.property(histories, (states) => {
        const [first, last] = [1, 10]
        const rows = states.flatMap((state) => riskYears(state, { opened: first, first, last, spells: choice }))
        const counted = hazard({ first, last, states, mode: choice === 'all' ? 'current' : 'cumulative' })
        const sums = counted.map(({ year }) => {
          const ofYear = rows.filter((row) => row.year === year)
          return [ofYear.filter(({ adopted }) => adopted === 1).length, ofYear.length]
        })
        expect(sums).toEqual(counted.map(({ adopters, atRisk }) => [adopters, atRisk]))
        for (const row of rows) expect(row.atRiskSince).toBeLessThanOrEqual(row.observedSince)
      }),
    ),
  )
})

describe('wrong arguments', () => {
  it.each([
    [{}, { first: 3, last: 2 }, 'first and last are 3 and 2; expected two whole years, in order.'],
    [{}, { spells: 'last' as never }, 'spells is "last"; expected first or all.'],
    [{ adopted: [{ from: 3, until: 2 }] }, {}, 'adopted holds a spell from 3 until 2; expected whole years'],
  ])('%o %o', (history, more, message) => expect(() => rowsOf(history, more)).toThrow(message))
})
