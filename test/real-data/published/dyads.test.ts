import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../../support/run/published.ts'
import { readMatrix } from '../matrix.ts'
import { theLog } from './the-log.ts'

const file = join(dataFolder, 'cow_igo/igo_state_year_wide.csv.gz')
const year = 1980

describe.skipIf(!existsSync(file))('the published files, loaded together', () => {
  const { panel } = theLog()
  const ofYear = existsSync(file) ? readMatrix().rows.filter((row) => row.year === year) : []

  it(`share as many organisations in ${year} as the matrix has columns where both rows say 1`, async () => {
    const joint = new Map(
      ofYear.flatMap((a) =>
        ofYear
          .filter((b) => Number(a.ccode) < Number(b.ccode))
          .map((b) => [
            `${a.ccode} ${b.ccode}`,
            a.cells.filter((cell, igo) => cell === '1' && b.cells[igo] === '1').length,
          ]),
      ),
    )
    const rows = await panel('panel dyads', { from: year, to: year, system: 'cow' })
    const told = rows.map((row) => {
      const pair = [Number(row['cow_a']), Number(row['cow_b'])].toSorted((a, b) => a - b).join(' ')
      return [pair, row['shared_igos']] as const
    })
    // 156 states, each with each other one: 156 · 155 / 2.
    expect(ofYear).toHaveLength(156)
    expect(told).toHaveLength(12_090)
    expect(told.filter(([pair, shared]) => joint.get(pair) !== shared)).toEqual([])
    expect(new Set(told.map(([pair]) => pair))).toEqual(new Set(joint.keys()))
  })
})
