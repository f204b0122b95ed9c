import { afterAll, beforeAll } from 'vitest'
import { startServer, type TestServer } from '../eventstore/server/server.ts'
import { behaviourTable } from './table.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

behaviourTable('the server for tests', () => ({
  connection: server.connection,
  down: server.down,
  up: server.up,
  restart: async () => {
    await server.down()
    await server.up()
  },
}))
