import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { groupBy } from '../../../src/common/group-by.ts'
import { dataFolder } from '../../support/run/published.ts'
import { exposureByHand, readMatrix } from '../matrix.ts'
import { theLog } from './the-log.ts'

describe.skipIf(!existsSync(dataFolder))('the published files, loaded together', () => {
  const { ask, panel } = theLog()
  const matrix = existsSync(dataFolder) ? readMatrix() : { igos: [], rows: [] }

  describe('the Convention against Torture', () => {
    it.each([
      ['1988-04-17', 'NONE'],
      ['1988-04-18', 'SIGNED'],
      ['1994-10-20', 'SIGNED'],
      ['1994-10-21', 'CONSENTED'],
      ['1994-11-19', 'CONSENTED'],
      ['1994-11-20', 'IN_FORCE'],
    ])('stood on %s, for the United States, at %s', async (asOf, status) =>
      expect(await ask('status', { state: 'usa', subject: 'cat' }, asOf)).toMatchObject({
        status,
        certainty: 'certain',
      }),
    )
    it('entered into force on 26 June 1987, thirty days after the twentieth instrument', async () => {
      expect(await ask('treaty', { treaty: 'cat' })).toMatchObject({
        enteredIntoForce: { date: '1987-06-26', basis: 'derived', triggerDate: '1987-05-27' },
      })
    })
  })

  describe('exposure to physical integrity', () => {
    const input = { score: 'cirights:physint', lag: 0, formula: 'mm,dc' }

    it('has both values for every rated state with an organisation, 1981-2014', async () => {
      const rows = await panel('panel exposure', { ...input, from: 1981, to: 2014 })
      const rated = rows.filter(({ own }) => own !== null)
      expect(rated).toHaveLength(5_524)
      const without = rated.filter(({ mm, dc }) => mm === null || dc === null)
      // CIRIGHTS rates the Yemen Arab Republic in 1990; the matrix has only the united state that year.
      expect(without).toMatchObject([
        { state: 'yar', year: 1990, n_igos: 0, missing_mm: 'no-organisation', missing_dc: 'no-organisation' },
      ])
      const reasons = (column: string) =>
        groupBy(
          rows.filter((row) => row[column] !== null),
          (row) => row[column],
        )
      expect([...reasons('missing_mm')].map(([reason, of]) => [reason, of.length]).toSorted()).toEqual([
        ['low-coverage', 5],
        ['no-organisation', 4],
      ])
      expect([...reasons('missing_dc')].map(([reason, of]) => [reason, of.length])).toEqual([['no-organisation', 4]])
      for (const row of rows)
        for (const [value, why] of [
          ['mm', 'missing_mm'],
          ['dc', 'missing_dc'],
        ] as const)
          expect(row[value] === null).toBe(row[why] !== null)
    })

    it('is what the definitions give by hand for every state and year, 1981-2014', async () => {
      const rows = await panel('panel exposure', { ...input, from: 1981, to: 2014, minCoverage: 0 })
      const byYear = groupBy(rows, ({ year }) => Number(year))
      expect(byYear.size).toBe(34)
      for (const [year, ofYear] of byYear) {
        const byHand = exposureByHand(matrix, year)
        // The matrix lacks some states in the year in which they end or begin: of these there is nothing to compare.
        const inMatrix = ofYear.filter(({ cow }) => byHand.has(String(cow)))
        expect(inMatrix).toHaveLength(byHand.size)
        for (const row of inMatrix) {
          const hand = byHand.get(String(row['cow']))
          for (const formula of ['mm', 'dc'] as const) {
            const [told, expected] = [row[formula], hand?.[formula]]
            if (typeof told === 'number' && typeof expected === 'number')
              expect(Math.abs(told - expected), `${row['state']} ${year} ${formula}`).toBeLessThan(1e-9)
            else expect(`${row['state']} ${year} ${told}`).toBe(`${row['state']} ${year} ${expected}`)
          }
        }
      }
    })

    it('is explained by terms that add up to it, each with its events', async () => {
      interface Term {
        readonly contribution: number
        readonly decidedBy: readonly string[]
      }
      for (const formula of ['mm', 'dc']) {
        const found = await ask<{
          value: number
          total: number
          terms: readonly Term[]
          evidence: readonly { citations: readonly string[] }[]
        }>('explain exposure', { state: 'fra', score: 'cirights:physint', lag: 0, formula }, '2000-12-31')
        const added = found.terms.reduce((total, { contribution }) => total + contribution, 0)
        expect(Math.abs(added - found.value)).toBeLessThan(1e-9)
        expect(found.total).toBe(found.value)
        expect(found.value).toBeCloseTo(exposureByHand(matrix, 2000).get('220')?.[formula as 'mm' | 'dc'] ?? NaN, 9)
        expect(found.terms.every(({ decidedBy }) => decidedBy.length > 0)).toBe(true)
        expect(
          found.evidence.every(({ citations }) => citations.length > 0 && citations.every((text) => text.length > 20)),
        ).toBe(true)
      }
    })
  })

  /**
   * Computed in exact fractions, by a program of its own in another language, from the rows of 2000 in
   * igo_state_year_wide.csv (full members alone) and cow_cinc_v7.csv: MM, DC, and how many organisations have company.
   */
  describe('exposure to capabilities, in 2000', () => {
    it.each([
      ['usa', 0.008996002312872307, 0.006333569338675535, 88],
      ['bel', 0.008655651948618509, 0.007154120777441144, 100],
      ['lux', 0.008320786591697778, 0.006591030639599419, 78],
      ['ind', 0.00869794529942348, 0.00665294838720295, 83],
      ['chn', 0.008672583695065544, 0.0060426909802037574, 75],
    ])('%s: MM %d, DC %d', async (state, mm, dc, organisations) => {
      const of = (formula: string) =>
        ask<{ value: number; coverage: number; degree: number; covered: object }>(
          'exposure',
          { state, attribute: 'cow-nmc:cinc', lag: 0, formula, yearCodes: 'whole' },
          '2000-12-31',
        )
      const found = await of('mm')
      expect(found.value).toBeCloseTo(mm, 15)
      expect(found).toMatchObject({ coverage: 1, degree: organisations, covered: { state: 'covered' } })
      expect((await of('dc')).value).toBeCloseTo(dc, 15)
    })

    it('is unknown after 2022, the last year of the data', async () => {
      const input = { state: 'bel', attribute: 'cow-nmc:cinc', lag: 0 }
      expect(await ask('exposure', input, '2023-06-30')).toMatchObject({ value: null, own: null })
    })
  })
})
