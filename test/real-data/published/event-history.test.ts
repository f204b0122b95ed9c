import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../support/run/published.ts'
import { theLog } from './the-log.ts'

describe.skipIf(!existsSync(dataFolder))('the published files, loaded together', () => {
  const { ask, panel } = theLog()

  describe('event histories', () => {
    it.each([
      ['cat', 'CONSENTED', 'cow'],
      ['cat', 'SIGNED', 'un'],
      ['iccpr', 'IN_FORCE', 'gw'],
      ['ottawa', 'CONSENTED', 'cow'],
      ['torture', 'CONSENTED', 'cow'],
    ])('%s, %s, in the system %s: rows and adoptions of each year are those of the spread', async (...given) => {
      const [subject, threshold, system] = given
      const input = { subject, threshold, system }
      const rows = await panel('panel event-history', { ...input, channel: 'region' })
      const { curve } = await ask<{ curve: { year: number; adopters: number; atRisk: number }[] }>('spread', input)
      expect(curve.length).toBeGreaterThan(25)
      const sums = curve.map(({ year }) => {
        const ofYear = rows.filter((row) => row['year'] === year)
        return { year, adopters: ofYear.filter(({ adopted }) => adopted === 1).length, atRisk: ofYear.length }
      })
      expect(sums).toEqual(curve.map(({ year, adopters, atRisk }) => ({ year, adopters, atRisk })))
    })

    it('say nothing of years after the last that the table of the treaties of 2015 covers', async () => {
      const rows = await panel('panel event-history', { subject: 'rome', channel: 'region', to: 2020 })
      const after = rows.filter(({ year, adopted }) => Number(year) > 2015 && adopted !== 1)
      expect(after.length).toBeGreaterThan(100)
      expect(new Set(after.map(({ adopted, reason }) => `${adopted} ${reason}`))).toEqual(new Set(['null not-covered']))
    })

    it('have the exposures of the panel of exposures, where successions are reckoned back', async () => {
      const years = { from: 1990, to: 1996 }
      const rows = await panel('panel event-history', {
        subject: 'cat',
        channel: 'igo,region',
        retroactive: true,
        ...years,
      })
      const exposures = await panel('panel exposure', {
        adoption: 'cat',
        formula: 'dc',
        channel: 'igo,region',
        ...years,
      })
      const byState = new Map(exposures.map((row) => [`${row['state']} ${row['year']}`, row]))
      const names = [
        'dc_igo_lag1',
        'dc_region_lag1',
        'coverage_dc_igo_lag1',
        'missing_dc_region_lag1',
        'n_igos_igo_lag1',
      ]
      expect(rows.length).toBeGreaterThan(500)
      const differing = rows.filter((row) => {
        const same = byState.get(`${row['state']} ${row['year']}`)
        return names.some((name) => row[name] !== same?.[name])
      })
      expect(differing).toEqual([])
    })
  })
})
