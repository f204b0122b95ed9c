import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shell } from './shell.ts'

describe('normtrail token', () => {
  let folder: string
  let data: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'normtrail-tokens-'))
    data = join(folder, 'data')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const run = (...args: readonly string[]) => shell(['token', ...args, '--data', data])

  it('create prints the token alone on stdout, and what to know of it elsewhere; no log is made', async () => {
    const { code, out, err } = await run('create', '--scope', 'append', 'review', '--name', 'Ben')
    expect(code).toBe(0)
    expect(out).toMatch(/^nt_[0-9a-f]{10}_[\w-]{43}[0-9a-f]{8}\n$/)
    const id = out.slice(3, 13)
    expect(err).toContain(`Token ${id} of Ben: append, review; good until it is revoked.`)
    expect(err).not.toContain(out.trim())
    expect(existsSync(join(data, 'access.json'))).toBe(true)
    expect(existsSync(join(data, 'log.sqlite'))).toBe(false)
  })
  it('list says all but what is sent', async () => {
    expect(await run('list')).toMatchObject({
      code: 0,
      out: 'There are no tokens. `normtrail token create` makes one.\n',
    })
    expect(existsSync(data)).toBe(false)
    const { out } = await run('create', '--scope', 'correct,read', '--name', 'Ada', '--expires', '2999-12-31')
    const id = out.slice(3, 13)
    const listed = await run('list')
    expect(listed.out).toMatch(
      new RegExp(`^${id}  Ada: read, correct; made \\d{4}-\\d\\d-\\d\\d; good through 2999-12-31; never used\\n$`),
    )
    const json = await run('list', '--format', 'json')
    expect(JSON.parse(json.out)).toEqual({
      tokens: [{ id, name: 'Ada', scopes: ['read', 'correct'], created: expect.any(String), expires: '2999-12-31' }],
    })
  })
  it('revoke ends one, once', async () => {
    const { out } = await run('create', '--scope', 'read', '--name', 'Ben')
    const id = out.slice(3, 13)
    expect(await run('revoke', id)).toMatchObject({ code: 0, out: `Token ${id} of Ben is revoked.\n` })
    expect(await run('revoke', id)).toMatchObject({ code: 2, err: expect.stringMatching(/^unknown-token: /) })
    expect((await run('list')).out).toMatch(/^There are no tokens/)
  })
  it('names the user of the shell where no name is given', async () => {
    const { err } = await shell(['token', 'create', '--scope', 'read', '--data', data], { env: { USER: 'carla' } })
    expect(err).toMatch(/^Token [0-9a-f]{10} of carla: read;/)
  })
  it.each([
    [['create'], 'bad-usage'],
    [['create', '--scope', 'write'], 'bad-scope'],
    [['create', '--scope', 'read', '--name', 'a\nb'], 'bad-name'],
    [['create', '--scope', 'read', '--name', ''], 'bad-name'],
    [['create', '--scope', 'read', '--expires', '2001-01-01'], 'bad-expiry'],
    [['create', '--scope', 'read', '--expires', 'soon'], 'bad-date'],
    [['revoke', '0123456789'], 'unknown-token'],
  ])('refuses %j as %s, prints nothing on stdout and makes nothing', async (args, errorCode) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^${errorCode}: `))
    expect(existsSync(join(data, 'access.json'))).toBe(false)
  })
})
