import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventLog } from '../../src/log/port.ts'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import { packagePath } from '../../src/package/package-path.ts'
import { aSealedEvent } from '../support/events.ts'

const by = { recordedBy: 'a test' }
const part = (stream: string) => ({ stream, expected: 'no-stream' as const, events: [aSealedEvent()] })

let folder: string
let log: EventLog
const file = (name: string): string => join(folder, name)
const ends = ['', '-wal', '-shm'] as const

/** Made by a process of its own, so that all of it is in the one file. */
const made = (name: string, commits: number): void => {
  const program = `
    import { openSqliteLog } from ${JSON.stringify(packagePath('dist/src/log/sqlite/log.js'))}
    import { seal } from ${JSON.stringify(packagePath('dist/src/events/seal.js'))}
    const log = openSqliteLog(${JSON.stringify(file(name))})
    for (let index = 0; index < ${commits}; index += 1) {
      const said = { type: 'TreatySigned', schema: 1, occurred: '2000-01-01', data: { actor: 'usa' } }
      const events = [seal({ id: crypto.randomUUID(), ...said, sources: [], confidence: 'certain' })]
      const part = { stream: 'treaty-t' + index, expected: 'no-stream', events }
      await log.appendCommit([part], { recordedBy: 'a test' })
    }
    await log.close()`
  execFileSync(process.execPath, ['--input-type=module', '-e', program])
  if (ends.slice(1).some((end) => existsSync(file(name) + end))) throw new Error('it is not all in one file')
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-replaced-'))
})
afterEach(async () => {
  await log.close()
  rmSync(folder, { recursive: true })
})

describe('a log whose file is not what was opened', () => {
  const remove = (): void => ends.forEach((end) => rmSync(file('log') + end, { force: true }))
  it.each([
    ['removed', remove],
    [
      'replaced',
      () => {
        remove()
        copyFileSync(file('other'), file('log'))
      },
    ],
    ['replaced', () => renameSync(file('other'), file('log'))],
    ['overwritten', () => copyFileSync(file('other'), file('log'))],
    ['overwritten', () => copyFileSync(file('shorter'), file('log'))],
    ['overwritten', () => writeFileSync(file('log'), 'no database at all')],
  ])('says that it was %s, and neither reads nor writes on', async (what, change) => {
    made('log', 3)
    made('other', 3)
    made('shorter', 1)
    log = openSqliteLog(file('log'))
    expect((await log.head()).ordinal).toBe(3)
    change()
    const refusal = {
      code: 'log-replaced',
      exitCode: 1,
      message: expect.stringContaining(`was ${what} while`) as string,
    }
    await expect(log.head()).rejects.toMatchObject(refusal)
    await expect(log.appendCommit([part('igo-un')], by)).rejects.toMatchObject(refusal)
  })
  it('is the same where it was only touched, or has grown', async () => {
    made('log', 2)
    log = openSqliteLog(file('log'))
    await log.head()
    utimesSync(file('log'), new Date(), new Date())
    expect((await log.head()).ordinal).toBe(2)
    const other = openSqliteLog(file('log'))
    await other.appendCommit([part('igo-un')], by)
    await other.close()
    expect((await log.head()).ordinal).toBe(3)
  })
})
