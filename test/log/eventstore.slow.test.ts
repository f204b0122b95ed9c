import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { openEventStoreLog } from '../../src/log/eventstore/log.ts'
import { logContract } from './contract.ts'
import { startServer, type TestServer } from './eventstore/server/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

logContract('the log on EventStoreDB', async () => {
  const logName = `t${randomUUID().replaceAll('-', '')}`
  return {
    open: async () => openEventStoreLog(server.connection, { logName }),
    dispose: async () => undefined,
  }
})
