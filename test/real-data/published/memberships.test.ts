import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../support/run/published.ts'
import { countsOf, readMatrix } from '../matrix.ts'
import { theLog } from './the-log.ts'

/** States that left the system in 1990; the matrix gives that year to the united state alone. */
const notInTheMatrix = ['ddr 1990', 'pdry 1990', 'yar 1990']

describe.skipIf(!existsSync(dataFolder))('the published files, loaded together', () => {
  const { ask, panel } = theLog()
  const matrix = existsSync(dataFolder) ? readMatrix() : { igos: [], rows: [] }

  describe('memberships', () => {
    it(
      'are the system of the United Nations: 159 members at the end of 1990, ' +
        'of which the matrix lacks Belarus and Ukraine',
      async () => {
        const rows = await panel('panel memberships', { from: 1990, to: 1990, system: 'un' })
        expect(rows.filter(({ in_system: inside }) => inside === 1)).toHaveLength(157)
      },
    )
    it('count as the matrix does, for all 15,557 state-years', async () => {
      const rows = await panel('panel memberships', { from: 1816, to: 2014 })
      const extra = rows.filter(({ state, year }) => notInTheMatrix.includes(`${state} ${year}`))
      expect(
        extra.map(({ full, associate, observer, unknown, in_system: there }) => [
          full,
          associate,
          observer,
          unknown,
          there,
        ]),
      ).toEqual(extra.map(() => [0, 0, 0, 0, 0]))
      const told = new Map(
        rows.filter((row) => !extra.includes(row)).map((row) => [`${row['cow']} ${row['year']}`, row]),
      )
      expect(told.size).toBe(15_557)
      expect(rows).toHaveLength(15_557 + notInTheMatrix.length)
      const wrong = matrix.rows.flatMap((row) => {
        const found = told.get(`${row.ccode} ${row.year}`)
        const counts = countsOf(row)
        const same = Object.entries(counts).every(([kind, count]) => found?.[kind] === count)
        return same ? [] : [{ row: `${row.ccode} ${row.year}`, counts, found }]
      })
      expect(wrong).toEqual([])
      expect([...told.values()].filter((row) => row['in_system'] === 0)).toHaveLength(43)
    })

    it('listed one by one count to the same, for 25 state-years', async () => {
      let seed = 1_982
      for (let n = 0; n < 25; n += 1) {
        seed = (seed * 48_271) % 2_147_483_647
        const row = matrix.rows[seed % matrix.rows.length]
        if (row === undefined) throw new Error('the matrix is empty')
        const asOf = `${row.year}-12-31`
        const { memberships } = await ask<{ memberships: { kind: string; igo: string }[] }>(
          'memberships',
          { state: row.ccode },
          asOf,
        )
        const listed = Object.fromEntries(
          Object.keys(countsOf(row)).map((kind) => [kind, memberships.filter((one) => one.kind === kind).length]),
        )
        expect({ row: `${row.ccode} ${asOf}`, ...listed }).toEqual({ row: `${row.ccode} ${asOf}`, ...countsOf(row) })
      }
    })
  })
})
