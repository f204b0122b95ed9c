import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import { catchUp } from '../../src/readmodel/catch-up.ts'
import { openSqliteReadModel } from '../../src/readmodel/sqlite/engine.ts'
import { aDataFolder } from '../exports/a-workspace.ts'
import { shell } from './shell.ts'

let folder: Awaited<ReturnType<typeof aDataFolder>>
let env: Readonly<Record<string, string>>

/** Opens the read model of the folder as another version would, up to the head of the log. */
const asAnotherVersion = async () => {
  const log = openSqliteLog(join(folder.data, 'log.sqlite'))
  const readModel = await openSqliteReadModel(join(folder.data, 'read.sqlite'), { shape: '0a0a0a0a' })
  await catchUp(readModel, log)
  await log.close()
  return readModel
}

beforeEach(async () => {
  folder = await aDataFolder()
  env = { NORMTRAIL_DATA: folder.data }
})
afterEach(() => folder.remove())

describe('a read model that another version made', () => {
  it('is left to it: a new one is built beside, and that is said once', async () => {
    const theirs = await asAnotherVersion()
    const first = await shell(['verify'], { env })
    expect(first.code).toBe(0)
    expect(first.err).toContain('made by another version of normtrail')
    expect((await shell(['verify'], { env })).err).toBe('')
    expect((await theirs.sql.selectFrom('event').selectAll().execute()).length).toBe(1)
    const { out } = await shell(['doctor'], { env })
    const other = String.raw`0a0a0a0a-1\.sqlite .* made by another version`
    const inEitherOrder = `(?: serves; .*${other}|${other} of normtrail; .* serves)`
    expect(out).toMatch(new RegExp(`generations shape [0-9a-f]{8};.*${inEitherOrder}`))
    await theirs.close()
    expect((await shell(['greeting', 'fra'], { env })).code).toBe(0)
    expect((await shell(['doctor'], { env })).out).not.toContain('0a0a0a0a')
  })

  it('is left alone by a rebuild, too', async () => {
    const theirs = await asAnotherVersion()
    expect(await shell(['rebuild'], { env })).toMatchObject({ code: 0, out: 'Rebuilt from 1 events.\n' })
    expect((await theirs.sql.selectFrom('event').selectAll().execute()).length).toBe(1)
    await theirs.close()
  })
})
