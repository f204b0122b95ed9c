import { describe, expect, it } from 'vitest'
import { theBundledCase } from '../support/a-workspace-of.ts'
import { rowsOf } from '../support/ask.ts'

const { ask } = theBundledCase()

interface Panel {
  columns: string[]
  rows: unknown[][]
}
interface Spread {
  curve: { year: number; adopters: number; atRisk: number }[]
}

const sums = (rows: readonly Record<string, unknown>[], year: number) => {
  const ofYear = rows.filter((row) => row['year'] === year)
  return { year, adopters: ofYear.filter(({ adopted }) => adopted === 1).length, atRisk: ofYear.length }
}

describe('the rows of a year are those at risk in the spread, and those with 1 its adopters', () => {
  it.each([
    ['cat', 'CONSENTED', 'un'],
    ['cat', 'SIGNED', 'un'],
    ['ottawa', 'IN_FORCE', 'un'],
    ['rome', 'CONSENTED', 'un'],
    ['torture', 'CONSENTED', 'gw'],
    ['iccpr', 'CONSENTED', 'un'],
  ])('%s, %s, in the system %s', async (subject, threshold, system) => {
    const given = { subject, threshold, system }
    const clocks = { asOf: '2020-06-30' }
    const rows = rowsOf(await ask<Panel>('panel event-history', { ...given, channel: 'region' }, clocks))
    const { curve } = await ask<Spread>('spread', given, clocks)
    expect(curve.length).toBeGreaterThan(20)
    expect(curve.map(({ year }) => sums(rows, year))).toEqual(
      curve.map(({ year, adopters, atRisk }) => ({ year, adopters, atRisk })),
    )
  })
})

describe('a succession counts from its notification, of partners, too', () => {
  /**
   * Albania's partners among the members of the United Nations in Southern Europe at the end of 1993, eleven: Bosnia
   * and Herzegovina (1993-09-01), Croatia (1992-10-12), Greece (1988), Italy (1989), Malta (1990), Portugal (1989),
   * Slovenia (1993-07-16), Spain (1987) had consented; Andorra and San Marino (both 2006) had not, and North Macedonia
   * notified its succession on 1994-12-12, with effect from 1991-11-17. Dates: the depositary's page on the Convention
   * against Torture. (Yugoslavia's seat was empty then; Serbia was admitted in 2000.)
   */
  const exposure = async (more: object) => {
    const given = { subject: 'cat', system: 'un', channel: 'region', states: 'alb', from: 1994, to: 1994, ...more }
    const [row] = rowsOf(await ask<Panel>('panel event-history', given, { asOf: '2000-12-31' }))
    return row?.['dc_region_lag1']
  }
  it('eight of eleven had adopted; nine by what the law reckons back', async () => {
    expect(await exposure({})).toBeCloseTo(8 / 11, 12)
    expect(await exposure({ retroactive: true })).toBeCloseTo(9 / 11, 12)
  })
})
