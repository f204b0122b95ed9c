import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Settings } from '../../src/workspace/settings.ts'
import { startLogServer, type LogServer } from '../support/eventstore.ts'

/** A folder and a server for the tests of a file, whose processes are killed; with the way to look at what is left. */
export const aPlaceToKill = () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-killed-'))
  let server: LogServer
  beforeAll(async () => {
    server = await startLogServer()
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder,
    onServer: (): Settings => {
      const logName = server.freshLogName()
      return { log: server.connection, read: `sqlite:${join(folder, `${logName}.sqlite`)}`, logName }
    },
  }
}
