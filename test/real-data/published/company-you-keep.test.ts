import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packagePath } from '../../../src/package/package-path.ts'
import { estimators, fileOfStudy, linesOf } from '../../examples/company-you-keep.ts'
import { dataFolder } from '../../support/run/published.ts'
import { sharedByTheRun } from '../../support/run/shared.ts'
import { long } from './the-log.ts'

const run = promisify(execFile)

/**
 * The same coefficients come of the published files without normtrail: MM and DC of COW's matrix and CIRIGHTS, reckoned
 * by the standard library of Python, merged with the scores and polity2 by COW number and year.
 */
const firstLine =
  'n 2,658 of 160 states: ordered probit of physint on its lag as factor, polity2, lagged MM: 0.2870 (t 5.28); ' +
  'with DC instead 0.1483 (t 1.60)'

describe.skipIf(!existsSync(dataFolder) || estimators.length === 0)(
  'the study, from the log of published files',
  () => {
    let results: string
    let said: readonly string[]
    beforeAll(async () => {
      results = await mkdtemp(join(tmpdir(), 'normtrail-study-'))
      const env = { ...process.env, NORMTRAIL: `${process.execPath} ${packagePath('dist/src/cli/main.js')}` }
      const { stdout } = await run('bash', [fileOfStudy('run.sh'), await sharedByTheRun('published'), results], { env })
      said = stdout.split('\n')
    }, long)
    afterAll(() => rm(results, { recursive: true, force: true }))

    it('begins with the line that the published files give, in whatever it is estimated', () => {
      expect(said.filter((line) => line.startsWith('n '))).toEqual(estimators.map(() => firstLine))
    })

    it('has a line for every specification', () => {
      const asked = linesOf(fileOfStudy('specifications.csv')).map(({ specification }) => specification)
      for (const { id } of estimators) {
        const estimated = linesOf(join(results, `specifications-${id}.csv`))
        expect(estimated.map(({ specification }) => specification)).toEqual(asked)
        expect(estimated.filter(({ ols = '' }) => !Number.isFinite(Number.parseFloat(ols)))).toEqual([])
      }
    })
  },
)
