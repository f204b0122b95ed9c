import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { sql } from 'kysely'
import type { EventLog } from '../../../src/log/port.ts'
import { openSqliteLog } from '../../../src/log/sqlite/log.ts'
import type { ReadModelEngine } from '../../../src/readmodel/engine.ts'
import { openPostgresReadModel } from '../../../src/readmodel/postgres/engine.ts'
import { rebuild } from '../../../src/readmodel/rebuild.ts'
import { openSqliteReadModel } from '../../../src/readmodel/sqlite/engine.ts'
import { verifyReadModel } from '../../../src/readmodel/verify.ts'
import { startPostgres, type TestServer } from '../../support/postgres.ts'

/** Every row of every table but the checkpoint and the migrations, without its place in it. */
export const everyRow = async ({ sql: database }: ReadModelEngine): Promise<readonly string[]> => {
  const tables = await database.introspection.getTables()
  const rows = tables
    .filter(({ name }) => name !== 'checkpoint')
    .map(async ({ name }) => {
      const found = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(database)
      return found.rows.map((row) => `${name} ${JSON.stringify(row)}`)
    })
  return (await Promise.all(rows)).flat().toSorted()
}

/** A server for the tests of a file; for each test, logs and engines that are gone after it. */
export const onPostgres = () => {
  let server: TestServer
  const closing: (() => Promise<void> | void)[] = []
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close()
  })
  afterAll(() => server.stop())

  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'normtrail-shared-'))
    closing.push(() => rmSync(made, { recursive: true, force: true }))
    return made
  }
  const kept = async (opening: Promise<ReadModelEngine>): Promise<ReadModelEngine> => {
    const engine = await opening
    closing.push(() => engine.close())
    return engine
  }
  const engine = (logName = server.freshLogName(), options: { lease?: number; shape?: string } = {}) =>
    kept(openPostgresReadModel(server.connection, { logName, ...options }))
  return {
    server: () => server,
    logName: () => server.freshLogName(),
    engine,
    onSqlite: () => kept(openSqliteReadModel(join(folder(), 'read.sqlite'))),
    log: (file = join(folder(), 'log.sqlite')): EventLog => {
      const log = openSqliteLog(file)
      closing.push(() => log.close())
      return log
    },
    folder,
    /** Verifies, and compares row by row with a rebuild from nothing. */
    expectAsRebuilt: async (projected: ReadModelEngine, log: EventLog): Promise<void> => {
      expect((await verifyReadModel(projected, log)).differences).toEqual([])
      const other = await engine()
      await rebuild(other, log)
      expect(await everyRow(projected)).toEqual(await everyRow(other))
    },
  }
}
