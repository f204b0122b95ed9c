import { afterAll, beforeAll, expect, it } from 'vitest'
import { issueToken } from '../../src/access/issue-token.ts'
import { openPostgresReadModel } from '../../src/readmodel/postgres/engine.ts'
import { openTokens } from '../../src/workspace/engines.ts'
import { startPostgres, type TestServer } from '../support/postgres.ts'

let server: TestServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

it('tokens stand beside the read model: made before it, no hindrance; kept by its builds', async () => {
  const logName = server.freshLogName()
  const store = await openTokens({ log: 'esdb://localhost:2113', read: server.connection, logName })
  const { token } = await issueToken(store, { scopes: ['append'], name: 'Ben' }, new Date())
  const first = await openPostgresReadModel(server.connection, { logName })
  const [before] = await first.generations()
  await first.build(async () => undefined)
  const next = await first.newer()
  expect(next?.name).not.toBe(before?.name)
  await first.close()
  const anew = await openPostgresReadModel(server.connection, { logName, anew: true })
  await anew.close()
  expect(await store.all()).toEqual([token])
  const inGenerations = await server.query("SELECT schemaname FROM pg_tables WHERE tablename = 'access_token'")
  expect(inGenerations).toEqual([{ schemaname: logName }])
  await store.close()
})
