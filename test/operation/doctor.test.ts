import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../src/workspace/doctor.ts'
import { inFolder } from '../../src/workspace/settings.ts'
import { startLogServer, type LogServer } from '../support/eventstore.ts'
import { startPostgres, type TestServer } from '../support/postgres.ts'
import { inShell } from './a-command.ts'

let folder: string
let data: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-doctor-'))
  data = join(folder, 'data')
  expect((await inShell('echo | $NT --data "$DATA" append', { DATA: data })).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

const ill = async (settings: Parameters<typeof examine>[0]) => (await examine(settings)).filter(({ well }) => !well)

describe('doctor', () => {
  it('makes nothing where there is nothing, and says so', async () => {
    const nowhere = join(folder, 'not', 'there')
    const checks = await examine(inFolder(nowhere))
    expect(checks.every(({ well }) => well)).toBe(true)
    expect(checks.find(({ what }) => what === 'log')?.says).toMatch(/^none yet at /)
    expect(existsSync(join(folder, 'not'))).toBe(false)
  })
  it('makes nothing beside what is there', async () => {
    const before = readdirSync(data)
    expect(await ill(inFolder(data))).toEqual([])
    expect(readdirSync(data)).toEqual(before)
  })
  it.each([
    ['a folder stands where the log should', 'log.sqlite', 'it is a folder, not a file'],
    ['a file stands where the data folder should', '', 'is a file, not a folder'],
    ['a file stands above the data folder', '/further/down', 'is a file, not a folder'],
  ])('says that %s', async (what, path, words) => {
    const place = join(folder, what.replaceAll(' ', '-'))
    if (path === 'log.sqlite') mkdirSync(join(place, path), { recursive: true })
    else writeFileSync(place, 'a file')
    const [found] = await ill(inFolder(path === 'log.sqlite' ? place : `${place}${path}`))
    expect(found).toMatchObject({ what: 'log', says: expect.stringContaining(words) as string })
  })
  it('makes no read model for another place', async () => {
    const settings = { ...inFolder(data), read: inFolder(join(folder, 'elsewhere')).read }
    expect(await ill(settings)).toEqual([])
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false)
  })
  it.each([
    ['half of the log is cut off', (file: string) => truncateSync(file, 100_000)],
    ['the log is a text', (file: string) => writeFileSync(file, 'This is a text, and no database; it is long enough.')],
  ])('says that %s, and what to do', async (_what, damage) => {
    const other = join(folder, `damaged-${_what.length}`)
    expect((await inShell('cp -r "$FROM" "$TO"', { FROM: data, TO: other })).code).toBe(0)
    damage(join(other, 'log.sqlite'))
    const [found] = await ill(inFolder(other))
    expect(found).toMatchObject({ what: 'log', todo: expect.stringContaining('Restore it from a copy') as string })
  })
})

describe('on servers', () => {
  let postgres: TestServer
  let events: LogServer
  beforeAll(async () => {
    postgres = await startPostgres()
    events = await startLogServer()
  }, 120_000)
  afterAll(async () => {
    await postgres.stop()
    await events.stop()
  })

  it('makes no schema', async () => {
    const logName = postgres.freshLogName()
    expect(await ill({ ...inFolder(data), read: postgres.connection, logName })).toEqual([])
    expect(await postgres.query('SELECT nspname FROM pg_namespace WHERE starts_with(nspname, $1)', [logName])).toEqual(
      [],
    )
  })
  it('takes the time beside the question: a log that is long to open says nothing of the clock', async () => {
    const checks = await examine({ ...inFolder(data), read: postgres.connection, logName: postgres.freshLogName() })
    const clock = checks.find(({ what }) => what === 'clock')
    expect(Math.abs(Date.now() - Date.parse(String(clock?.says.split(' ').at(-1))))).toBeLessThan(5_000)
  })

  const refused = async (connection: string, ...commands: readonly string[]) => {
    for (const command of ['status fra cat', 'doctor', ...commands]) {
      const { code, out, err } = await inShell(`$NT --data "$DATA" ${command}`, {
        DATA: data,
        NORMTRAIL_READ: connection,
      })
      const said = command === 'doctor' ? out : err
      expect([command, code]).toEqual([command, command === 'doctor' ? 1 : 4])
      expect(said).not.toMatch(/a fault in normtrail|internal:|secret/)
      if (command !== 'doctor') return said
    }
    return ''
  }
  const named = (change: (url: URL) => void): string => {
    const url = new URL(postgres.connection)
    change(url)
    return url.href
  }
  it('a wrong password is told as what it is', async () => {
    const said = await refused(named((url) => (url.password = 'secret-and-wrong')))
    expect(said).toMatch(/^login-refused: .*password authentication failed[^]*Check user and password/)
  })
  it('a database that is not there is told as what it is', async () => {
    expect(await refused(named((url) => (url.pathname = '/nowhere')))).toMatch(/^no-such-database: [^]*CREATE DATABASE/)
  })
  it('TLS with a server that has none is told as what it is', async () => {
    expect(await refused(named((url) => url.searchParams.set('sslmode', 'require')))).toMatch(
      /^tls-refused: [^]*without TLS/m,
    )
  })
  it('a host that does not answer is told as what it is', async () => {
    expect(await refused(named((url) => (url.port = '1')))).toMatch(/^read-model-unavailable: .*does not answer/)
  })
  it('a user who may not make schemas is told what to ask for', async () => {
    await postgres.query("CREATE ROLE reader LOGIN PASSWORD 'secret'")
    const connection = named((url) => {
      url.username = 'reader'
      url.password = 'secret'
    })
    const { code, err } = await inShell('$NT --data "$DATA" status fra cat', { DATA: data, NORMTRAIL_READ: connection })
    expect([code, err]).toEqual([4, expect.stringMatching(/^cannot-create-schema: [^]*GRANT CREATE/)])
  })
  it('a read model of which a table is missing is made anew by a rebuild', async () => {
    const logName = postgres.freshLogName()
    const env = { DATA: data, NORMTRAIL_READ: postgres.connection, NORMTRAIL_LOG_NAME: logName }
    expect((await inShell('$NT --data "$DATA" info', env)).code).toBe(0)
    const [found] = await postgres.query('SELECT nspname FROM pg_namespace WHERE starts_with(nspname, $1)', [
      `${logName}_`,
    ])
    await postgres.query(`DROP TABLE "${String(found?.nspname)}".event`)
    const asked = await inShell('$NT --data "$DATA" events', env)
    expect([asked.code, asked.err]).toEqual([1, expect.stringMatching(/^read-model-damaged: /)])
    expect((await inShell('$NT --data "$DATA" rebuild && $NT --data "$DATA" verify', env)).code).toBe(0)
  })
})
