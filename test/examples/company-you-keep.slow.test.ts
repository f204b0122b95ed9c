import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecipe } from '../../src/queries/recipes/read-recipe.ts'
import { estimators, fileOfStudy, linesOf } from './company-you-keep.ts'
import { writeSmallWorld } from './small-world.ts'

const run = promisify(execFile)

const specifications = `varies,specification,table,outcome,exposure,lag,polity2_lag,effects
formula,MM,company,physint,mm,1,1,
lag,DC two years before,company,physint,dc,2,0,
rater,Fariss: MM,company,theta,mm,1,1,
effects,DC with effects of years,company,physint,dc,1,1,year
`

/**
 * Rows and states are counted by hand: 14 numbers, of 13 of which five years have a year before, of 255 four; one
 * exposure and one score are unknown, which costs one row and two; polity2 of one state is, which costs its five.
 * The coefficients are those of Newton's method on the likelihood, and of the normal equations, in numpy alone.
 */
const found = `${specifications.split('\n')[0]},n,used,states,sd,probit,probit_se,ols,ols_se,ols_clustered_se
formula,MM,company,physint,mm,1,1,,66,61,13,1.618,0.08476,0.09077,0.09491,0.09235,0.07209
lag,DC two years before,company,physint,dc,2,0,,53,49,13,1.451,-0.02502,0.1094,-0.04468,0.1153,0.1332
rater,Fariss: MM,company,theta,mm,1,1,,68,63,13,1.619,,,-0.0216,0.06383,0.06755
effects,DC with effects of years,company,physint,dc,1,1,year,67,62,13,1.444,-0.1429,0.106,-0.1266,0.1069,0.08286
`
const firstLines = [
  'n 66 of 14 states: ordered probit of physint on its lag as factor, polity2, lagged MM: 0.0910 (t 0.99); ' +
    'with DC instead -0.1429 (t -1.37)',
  '  of these 60 of 13 states have polity2 of the year before, and are estimated from',
  '  with Germany in 1991, whose polity2 of 1990 is published under another number: 61, MM 0.0848 (t 0.93), ' +
    'DC -0.1288 (t -1.26)',
]

describe('the study of the company that states keep', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'normtrail-study-'))
    writeSmallWorld(join(folder, 'tables'))
    await writeFile(join(folder, 'specifications.csv'), specifications)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const estimate = async (id: string): Promise<readonly string[]> => {
    const { command = '', script = '' } = estimators.find((one) => one.id === id) ?? {}
    const [tables, results, listed] = ['tables', 'results', 'specifications.csv'].map((name) => join(folder, name))
    const { stdout } = await run(command, [fileOfStudy(script), tables!, results!, listed!])
    return stdout.split('\n')
  }
  const wanted = ['r', 'python']
  for (const id of wanted)
    it.skipIf(estimators.every((one) => one.id !== id))(
      `in ${id}: a small world, by COW number, to the digit`,
      async () => {
        expect((await estimate(id)).slice(0, 3)).toEqual(firstLines)
        expect(await readFile(join(folder, 'results', `specifications-${id}.csv`), 'utf8')).toBe(found)
      },
      60_000,
    )

  it.skipIf(estimators.length < wanted.length)('both draw the same figure, byte for byte', async () => {
    const figures = await Promise.all(
      wanted.map((id) => readFile(join(folder, 'results', `specifications-${id}.svg`), 'utf8')),
    )
    expect(figures[0]).toContain('DC two years before')
    expect(figures[0]).not.toContain('Fariss')
    expect(figures[1]).toBe(figures[0])
  })

  it('every specification has its columns, in a recipe that can be read', async () => {
    const columns = new Map(
      await Promise.all(
        ['cow-matrix', 'company'].map(async (table) => {
          const recipe = readRecipe(await readFile(fileOfStudy(`${table}.json`), 'utf8'))
          expect(recipe.head).toMatchObject({ name: table, system: 'cow', from: 1981, to: 2000, rows: 'onDay' })
          return [table, new Set(recipe.columns.map(({ asked }) => asked.name))] as const
        }),
      ),
    )
    const asked = linesOf(fileOfStudy('specifications.csv'))
    expect(asked).toHaveLength(46)
    const unknown = asked.filter(({ table = '', outcome = '', exposure = '' }) => {
      const known = columns.get(table)
      return known === undefined || !known.has(outcome) || !known.has(exposure)
    })
    expect(unknown).toEqual([])
  })
})

describe('the command of the study', () => {
  const asked = (script: string, path: string) =>
    run('/bin/bash', [script, '/nowhere/data', join(tmpdir(), 'normtrail-study-none')], { env: { PATH: path } }).then(
      () => ({ code: 0, stderr: '' }),
      (failed: { code: number; stderr: string }) => failed,
    )

  it('is that of its checkout, where none is installed', async () => {
    const { code, stderr } = await asked(fileOfStudy('run.sh'), `${dirname(process.execPath)}:/usr/bin:/bin`)
    expect(code).toBe(2)
    expect(stderr).toContain('no-log')
  })
  it('says what to do where there is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'normtrail-study-'))
    await copyFile(fileOfStudy('run.sh'), join(folder, 'run.sh'))
    const { code, stderr } = await asked(join(folder, 'run.sh'), '/usr/bin:/bin')
    expect(code).toBe(4)
    expect(stderr).toContain('npm ci && npm run build')
    await rm(folder, { recursive: true, force: true })
  })
})
