import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { catalogueNames } from '../names/catalogue-names.ts'
import { runProcess, type Said } from './a-process.ts'

export const files = ['made-1', 'made-2', 'made-3', 'made-4']
export const states = 40
const years = 30
const rowsOfFile = states * years
/** What an import of one file appends: its source, what the file held, and its rows. */
const eventsOfFile = rowsOfFile + 2

/** Four tables of 1,200 rows. */
const writeTables = (tables: string): void => {
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

/** An import that nobody kills, for the tests of a file, and what holds of every folder in which it was killed. */
export const anImportToKill = () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-kill-'))
  const tables = join(folder, 'tables')
  const whole = join(folder, 'whole')
  let reference: { ids: readonly string[]; lines: number }

  beforeAll(async () => {
    if (!existsSync(packagePath('dist/src/workspace/workspace.js')))
      throw new Error('This suite kills a built process: run `npm run build` first.')
    writeTables(tables)
    const { said } = await runProcess([whole, 'import', tables])
    reference = { ids: (await inspect(whole)).ids, lines: said.length }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Gives the tables of which anything is there. */
  const checkAfterKill = async (data: string, said: readonly Said[]): Promise<readonly string[]> => {
    const { counts, ids, ordinal } = await inspect(data)
    for (const [file, count] of counts) expect([0, eventsOfFile], `${file} is whole or absent`).toContain(count)
    for (const { acknowledged, ordinal: at } of said) {
      if (acknowledged === undefined) continue
      expect(counts.get(acknowledged), `${acknowledged} was acknowledged`).toBe(eventsOfFile)
      expect(ordinal).toBeGreaterThanOrEqual(at ?? 0)
    }
    expect(ids).toEqual(reference.ids.slice(0, ids.length))
    return files.filter((file) => counts.get(file) !== 0)
  }

  return {
    folder,
    tables,
    whole,
    reference: () => reference,
    inspect,
    checkAfterKill,
    /** What was killed runs again, and comes to the same as what nobody killed. */
    completes: async (data: string): Promise<void> => {
      await runProcess([data, 'import', tables])
      expect((await inspect(data)).ids).toEqual(reference.ids)
      rmSync(data, { recursive: true })
    },
  }
}
