import { describe, expect, it } from 'vitest'
import { openPostgresReadModel } from '../../../src/readmodel/postgres/engine.ts'
import { catchUp } from '../../../src/readmodel/catch-up.ts'
import { recordSome } from './histories.ts'
import { onPostgres } from './on-postgres.ts'

const postgres = onPostgres()
const unavailable = { code: 'read-model-unavailable', class: 'unavailable', exitCode: 4, httpStatus: 503 }
const endSessions = (name: string) =>
  postgres
    .server()
    .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [`normtrail ${name}`])

describe('a server that does not answer', () => {
  it('is an error that says where, and no password', async () => {
    const refused = await openPostgresReadModel('postgres://somebody:secret@127.0.0.1:1/nowhere').catch(
      (thrown: unknown) => thrown,
    )
    expect(refused).toMatchObject(unavailable)
    const { report } = refused as { report: string }
    expect(report).toContain('127.0.0.1:1/nowhere')
    expect(report).not.toContain('secret')
  })
})

describe('a session that PostgreSQL ends', () => {
  it('is no matter to questions: they are asked again', async () => {
    const name = postgres.logName()
    const [engine, log] = [await postgres.engine(name), postgres.log()]
    await recordSome(log)
    await catchUp(engine, log)
    for (let round = 0; round < 5; round += 1) {
      const asking = Array.from({ length: 12 }, () =>
        engine.sql.selectFrom('event').select('ordinal').orderBy('ordinal').execute(),
      )
      await endSessions(name)
      for (const rows of await Promise.all(asking)) expect(rows).toHaveLength((await log.head()).ordinal)
    }
  })
  it('takes its transaction with it, and the next one works', async () => {
    const name = postgres.logName()
    const [engine, log] = [await postgres.engine(name), postgres.log()]
    await recordSome(log)
    const cut = engine.write(async ({ sql }) => {
      await sql.insertInto('checkpoint').values({ name: 'other', position: 'x', ordinal: 1 }).execute()
      await endSessions(name)
      await sql.selectFrom('checkpoint').selectAll().execute()
    })
    await expect(cut).rejects.toMatchObject(unavailable)
    expect(await engine.sql.selectFrom('checkpoint').selectAll().execute()).toEqual([])
    await catchUp(engine, log)
    await postgres.expectAsRebuilt(engine, log)
  })
  it('between two transactions is not noticed', async () => {
    const name = postgres.logName()
    const [engine, log] = [await postgres.engine(name), postgres.log()]
    for (let round = 0; round < 3; round += 1) {
      await engine.write(async () => undefined)
      await endSessions(name)
      await engine.write(async () => undefined)
    }
    await recordSome(log)
    expect(await catchUp(engine, log)).toBe((await log.head()).ordinal)
  })
})
