import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { catalogueNames } from '../names/catalogue-names.ts'
import { runProcess, whereItHalts, type Said } from './a-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'normtrail-kill-'))
const tables = join(folder, 'tables')
const whole = join(folder, 'whole')
const files = ['made-1', 'made-2', 'made-3', 'made-4']
const states = 40
const years = 30
const rowsOfFile = states * years
/** What an import of one file appends: its source, what the file held, and its rows. */
const eventsOfFile = rowsOfFile + 2

let reference: { ids: readonly string[]; lines: number }

/** Four tables of 1,200 rows. */
const writeTables = (): void => {
  mkdirSync(tables)
  const ids = catalogueNames()
    .subjects('state')
    .map(({ id }) => id)
    .slice(0, states)
  for (const [n, file] of files.entries()) {
    const rows = ids.flatMap((id, i) =>
      Array.from({ length: years }, (_, y) => `${id},${1950 + y},${(i * 7 + y * 13 + n) % 101}`),
    )
    writeFileSync(join(tables, `${file}.csv`), `state,year,score\n${rows.join('\n')}\n`)
  }
}

/**
 * What a data folder holds: how many events of each table, and the ids of all. Checks log and read model on the way.
 */
const inspect = async (data: string) => {
  const workspace = await openWorkspace(data)
  const { log, readModel } = workspace
  expect((await log.verify()).broken).toEqual([])
  // The read model may be behind, but what it holds must be right; then it catches up.
  expect((await verifyReadModel(readModel, log)).differences).toEqual([])
  const { ordinal } = await log.head()
  expect(await workspace.catchUp()).toBe(ordinal)
  expect((await verifyReadModel(readModel, log)).differences).toEqual([])
  const counts = new Map(files.map((file) => [file, 0]))
  const ids: string[] = []
  for await (const { event } of log.readAll()) {
    ids.push(event.id)
    const file = event.sources[0]?.series
    if (file !== undefined && counts.has(file)) counts.set(file, (counts.get(file) ?? 0) + 1)
  }
  await workspace.close()
  return { counts, ids, ordinal }
}

const checkAfterKill = async (data: string, said: readonly Said[]): Promise<void> => {
  const { counts, ids, ordinal } = await inspect(data)
  for (const [file, count] of counts) expect([0, eventsOfFile], `${file} is whole or absent`).toContain(count)
  for (const { acknowledged, ordinal: at } of said) {
    if (acknowledged === undefined) continue
    expect(counts.get(acknowledged), `${acknowledged} was acknowledged`).toBe(eventsOfFile)
    expect(ordinal).toBeGreaterThanOrEqual(at ?? 0)
  }
  expect(ids).toEqual(reference.ids.slice(0, ids.length))
}

/** Numbers from 0 to 1, the same in every run. */
const chances = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

beforeAll(async () => {
  if (!existsSync(packagePath('dist/src/workspace/workspace.js')))
    throw new Error('This suite kills a built process: run `npm run build` first.')
  writeTables()
  const { said } = await runProcess([whole, 'import', tables])
  reference = { ids: (await inspect(whole)).ids, lines: said.length }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a process that is killed in the middle of an import', () => {
  const completes = async (data: string, said: readonly Said[]): Promise<void> => {
    await checkAfterKill(data, said)
    await runProcess([data, 'import', tables])
    expect((await inspect(data)).ids).toEqual(reference.ids)
    rmSync(data, { recursive: true })
  }

  it.each([
    ['while it reads the first table', 'reading', []],
    ['in the transaction of the first commit', 'appending:30', []],
    ['in the transaction of a later commit', `appending:${2 * states + 30}`, ['made-1', 'made-2']],
    ['while it folds what it has recorded', 'folding', files],
  ] as const)(
    '%s has what it acknowledged, nothing of the rest, and completes when it runs again',
    async (_, halt, acknowledged) => {
      const data = join(folder, halt.replace(':', '-'))
      const { said, killed } = await runProcess([data, 'import', tables, halt], whereItHalts(halt))
      expect(killed).toBe(true)
      expect(said.flatMap((line) => line.acknowledged ?? [])).toEqual(acknowledged)
      const { counts } = await inspect(data)
      expect([...counts].filter(([, count]) => count > 0).map(([file]) => file)).toEqual(acknowledged)
      await completes(data, said)
    },
  )

  const next = chances(1_984)
  it.each([next(), next()])(
    'at some moment (%f of what it says) loses nothing, halves nothing, and completes when it runs again',
    async (share) => {
      const data = join(folder, `at-${share}`)
      await completes(
        data,
        (await runProcess([data, 'import', tables], (_, nth) => nth > share * reference.lines)).said,
      )
    },
  )

  it('again and again gets there all the same', async () => {
    const data = join(folder, 'again')
    for (let n = 1; n <= 2; n += 1)
      await checkAfterKill(data, (await runProcess([data, 'import', tables], (_, nth) => nth > n * 30)).said)
    await completes(data, [])
  })
})

describe('a process that is killed in the middle of a rebuild', () => {
  it.each(['rebuilding', 'rebuilding:4'])(
    '(%s) leaves a log that is whole, and a read model that catches up to the same',
    async (halt) => {
      const data = join(folder, halt.replace(':', '-'))
      cpSync(whole, data, { recursive: true })
      const { killed } = await runProcess([data, 'rebuild', '', halt], whereItHalts(halt))
      expect(killed).toBe(true)
      expect((await inspect(data)).ids).toEqual(reference.ids)
      rmSync(data, { recursive: true })
    },
  )
})
