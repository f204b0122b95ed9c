import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { existsSync } from 'node:fs'
import { packagePath } from '../../src/package/package-path.ts'
import type { Settings } from '../../src/workspace/settings.ts'
import { startLogServer, type LogServer } from '../support/eventstore.ts'

/** A folder and a server for the tests of a file, whose processes are killed; with the way to look at what is left. */
export const aPlaceToKill = () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-killed-'))
  let server: LogServer
  beforeAll(async () => {
    if (!existsSync(packagePath('dist/src/workspace/workspace.js')))
      throw new Error('This suite kills a built process: run `npm run build` first.')
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
