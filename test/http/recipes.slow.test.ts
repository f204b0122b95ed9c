import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { inFolder } from '../../src/workspace/settings.ts'
import { anApi } from '../engines/an-api.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'

const run = promisify(execFile)
const program = packagePath('dist/src/cli/main.js')
const recipe = (name: string): string => packagePath('examples', 'http', name)
const isInstalled = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0

/** 195 states and more in each of eleven years: what the command line prints is counted beside it. */
const panel = ['panel', 'status', '--subject', 'cat', '--from', '1985', '--to', '1995', '--as-of', '2000-01-01']

const normtrail = async (...args: readonly string[]): Promise<string> =>
  (await run(process.execPath, [program, ...args, '--data', folder])).stdout.trim()

let folder: string
let rows: number
let env: NodeJS.ProcessEnv
const ends: (() => unknown)[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'normtrail-recipes-'))
  ends.push(() => rm(folder, { recursive: true, force: true }))
  await copyBundledCaseTo(folder)
  const [api, table, token] = await Promise.all([
    anApi(inFolder(folder), (end) => void ends.push(end)),
    normtrail(...panel, '--format', 'csv'),
    normtrail('token', 'create', '--scope', 'append', '--name', 'recipes'),
  ])
  ends.push(api.stop)
  rows = table.split('\n').length - 1
  env = { ...process.env, NORMTRAIL_URL: api.address, NORMTRAIL_TOKEN: token }
}, 60_000)
afterAll(async () => {
  for (const end of ends.toReversed()) await end()
})

const said = async (command: string, args: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await run(command, [...args], { env, timeout: 60_000 })
  return stdout.trimEnd().split('\n')
}

/** The panel has the rows of the command line, and the feed begins with the very event that was appended. */
const isWhole = (lines: readonly string[]): void => {
  const [first, second, third] = lines
  expect(first).toBe(`panel: ${rows} rows; columns: state,name,cow,gw`)
  const ordinal = /^appended: ordinal (\d+)$/.exec(second ?? '')?.[1]
  expect(ordinal).toBeDefined()
  expect(third).toMatch(new RegExp(`^feed: id: ?${ordinal}\\b`))
}

describe('a recipe that gets a panel, appends an event and follows the log', () => {
  it.skipIf(!isInstalled('curl', '--version'))(
    'by curl',
    async () => isWhole(await said('bash', [recipe('recipe.sh')])),
    90_000,
  )
  it.skipIf(!isInstalled('python3', '--version'))(
    'in Python',
    async () => isWhole(await said('python3', [recipe('recipe.py')])),
    90_000,
  )
  it.skipIf(!isInstalled('Rscript', '-e', 'library(curl); library(jsonlite)'))(
    'in R',
    async () => isWhole(await said('Rscript', [recipe('recipe.R')])),
    90_000,
  )
  it.skipIf(!isInstalled('duckdb', '-c', 'INSTALL httpfs'))(
    'in DuckDB, which reads tables',
    async () => {
      const script = `sed "s|http://127.0.0.1:8080|$NORMTRAIL_URL|" '${recipe('recipe.sql')}' | duckdb -csv`
      expect((await said('bash', ['-c', script])).at(-1)).toBe(String(rows))
    },
    90_000,
  )
})
