import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { readCheckpoint } from '../../src/readmodel/same-log.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { catalogueNames } from '../names/catalogue-names.ts'
import { copyCatalogueTo } from '../support/made-once.ts'
import { runProcess, type Said } from './a-process.ts'

export const files = ['made-1', 'made-2', 'made-3', 'made-4']
/** For each of them an import says that it appends, and once for the source. */
export const states = 12
/** A process says that it reads, or folds, with every thousandth row or event: of the first table and of the last. */
const years = [100, 10, 10, 100]
/** What an import of one file appends: its source, what the file held, and its rows. */
const eventsOfFile = new Map(files.map((file, n) => [file, states * (years[n] ?? 0) + 2]))

/** Four tables: two of 1,200 rows, and two of a tenth of them. */
const writeTables = (tables: string): void => {
  mkdirSync(tables)
  const ids = catalogueNames()
    .subjects('state')
    .map(({ id }) => id)
    .slice(0, states)
  for (const [n, file] of files.entries()) {
    const rows = ids.flatMap((id, i) =>
      Array.from({ length: years[n] ?? 0 }, (_, y) => `${id},${1910 + y},${(i * 7 + y * 13 + n) % 101}`),
    )
    writeFileSync(join(tables, `${file}.csv`), `state,year,score\n${rows.join('\n')}\n`)
  }
}

/** What a data folder holds: how many events of each table, and the ids of all. Checks the log on the way. */
const inspect = async (data: string, look: (workspace: Workspace) => Promise<void>) => {
  const workspace = await openWorkspace(data)
  const { log } = workspace
  expect((await log.verify()).broken).toEqual([])
  await look(workspace)
  const { ordinal } = await log.head()
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

const isRight = async ({ readModel, log }: Workspace): Promise<void> =>
  expect((await verifyReadModel(readModel, log)).differences).toEqual([])
const catchesUp = async (workspace: Workspace): Promise<void> =>
  expect(await workspace.catchUp()).toBe((await workspace.log.head()).ordinal)

/** Where it halts, and when it is killed. */
type Halting = readonly [halt?: string, when?: Parameters<typeof runProcess>[1]]

/** An import that nobody kills, for the tests of a file, and what holds of every folder in which it was killed. */
export const anImportToKill = () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-kill-'))
  const tables = join(folder, 'tables')
  const whole = join(folder, 'whole')
  let reference: { ids: readonly string[]; lines: number }

  beforeAll(async () => {
    writeTables(tables)
    await copyCatalogueTo(whole)
    const { said } = await runProcess([whole, 'import', tables])
    reference = { ids: (await inspect(whole, isRight)).ids, lines: said.length }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /**
   * Gives the tables of which anything is there. The read model may be behind, but what it holds must be right, and it
   * catches up; what it holds then is looked at when the import has completed.
   */
  const checkAfterKill = async (data: string, said: readonly Said[]): Promise<readonly string[]> => {
    const { counts, ids, ordinal } = await inspect(data, async (workspace) => {
      await isRight(workspace)
      await catchesUp(workspace)
    })
    for (const [file, count] of counts)
      expect([0, eventsOfFile.get(file)], `${file} is whole or absent`).toContain(count)
    for (const { acknowledged, ordinal: at } of said) {
      if (acknowledged === undefined) continue
      expect(counts.get(acknowledged), `${acknowledged} was acknowledged`).toBe(eventsOfFile.get(acknowledged))
      expect(ordinal).toBeGreaterThanOrEqual(at ?? 0)
    }
    expect(ids).toEqual(reference.ids.slice(0, ids.length))
    return files.filter((file) => counts.get(file) !== 0)
  }

  return {
    folder,
    whole,
    reference: () => reference,
    checkAfterKill,
    /** Imports into a log that holds the catalogue, or what an earlier import has left. */
    imports: async (data: string, ...how: Halting): ReturnType<typeof runProcess> => {
      if (!existsSync(data)) await copyCatalogueTo(data)
      const [halt = '', when] = how
      return runProcess([data, 'import', tables, halt], when)
    },
    /** What was killed runs again, and comes to the same as what nobody killed. */
    completes: async (data: string): Promise<void> => {
      await runProcess([data, 'import', tables])
      expect((await inspect(data, isRight)).ids).toEqual(reference.ids)
      rmSync(data, { recursive: true })
    },
    /** What was killed in a rebuild has the same log, and a read model that catches up to the same. */
    goesOn: async (data: string): Promise<void> => {
      const { ids } = await inspect(data, async (workspace) => {
        await isRight(workspace)
        const { ordinal } = await readCheckpoint(workspace.readModel.sql)
        await catchesUp(workspace)
        if (ordinal < (await workspace.log.head()).ordinal) await isRight(workspace)
      })
      expect(ids).toEqual(reference.ids)
      rmSync(data, { recursive: true })
    },
  }
}
