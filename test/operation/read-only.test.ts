import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import { readCheckpoint } from '../../src/readmodel/same-log.ts'
import { shapeOfThisVersion } from '../../src/readmodel/schema-fingerprint.ts'
import { openReadOnlyReadModel } from '../../src/readmodel/sqlite/read-only.ts'
import { aSealedEvent } from '../support/events.ts'
import { inShell } from './a-command.ts'

let folder: string
let data: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-read-only-'))
  data = join(folder, 'data')
  expect((await inShell('echo | $NT --data "$DATA" append', { DATA: data })).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('where nothing can be written', () => {
  it('the log is read, and nothing is made beside it', async () => {
    const before = readdirSync(data)
    const log = openSqliteLog(join(data, 'log.sqlite'), { readOnly: true })
    const { ordinal } = await log.head()
    expect(ordinal).toBeGreaterThan(1_000)
    expect((await log.verify()).broken).toEqual([])
    expect(readdirSync(data)).toEqual(before)
    await expect(
      log.appendCommit([{ stream: 'treaty-cat', expected: 'no-stream', events: [aSealedEvent()] }], {
        recordedBy: 'a test',
      }),
    ).rejects.toMatchObject({ code: 'read-only', exitCode: 4 })
    await expect(log.noteMove(undefined)).rejects.toMatchObject({ code: 'read-only' })
    await log.close()
  })
  it('the read model is read as it stands, and nothing is made beside it', async () => {
    const before = readdirSync(data)
    const engine = await openReadOnlyReadModel(join(data, 'read.sqlite'), await shapeOfThisVersion())
    expect((await readCheckpoint(engine?.sql as never)).ordinal).toBeGreaterThan(1_000)
    await expect(engine?.build(async () => undefined)).rejects.toMatchObject({ code: 'read-only' })
    await engine?.close()
    expect(readdirSync(data)).toEqual(before)
  })
  it('there is no read model of another shape, and none in an empty folder', async () => {
    expect(await openReadOnlyReadModel(join(data, 'read.sqlite'), '00000000')).toBeUndefined()
    expect(await openReadOnlyReadModel(join(folder, 'read.sqlite'), await shapeOfThisVersion())).toBeUndefined()
    expect(readdirSync(folder)).toEqual(['data'])
  })
  it('what a process that was killed has left beside the log is read, too', async () => {
    const cut = join(folder, 'cut')
    cpSync(data, cut, { recursive: true })
    const script = `import { openSqliteLog } from '${join(import.meta.dirname, '../../dist/src/log/sqlite/log.js')}'
      const log = openSqliteLog(process.env.FILE)
      await log.noteMove('2020-01-01T00:00:00.000000Z')
      process.kill(process.pid, 'SIGKILL')`
    const file = join(cut, 'log.sqlite')
    await inShell('exec $NODE --input-type=module -e "$SCRIPT"', { NODE: process.execPath, FILE: file, SCRIPT: script })
    expect(readdirSync(cut)).toContain('log.sqlite-wal')
    rmSync(`${file}-shm`)
    const log = openSqliteLog(file, { readOnly: true })
    expect(await log.moveBegunAt()).toBe('2020-01-01T00:00:00.000000Z')
    await log.close()
  })
})
