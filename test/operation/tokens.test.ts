import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inShell } from './a-command.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-tokens-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('tokens of several processes', () => {
  it('are all kept where five make one at once, and one of them is killed', async () => {
    const data = join(folder, 'five')
    const made = Array.from({ length: 5 }, (_, at) => `$NT token create --scope read --name n${at} & `).join('')
    const { out } = await inShell(`${made} ($NT token create --scope read --name killed & kill -9 $!); wait`, {
      NORMTRAIL_DATA: data,
    })
    expect(out.match(/^nt_[0-9a-f]{10}_[\w-]{51}$/gm)).toHaveLength(5)
    const listed = await inShell('$NT token list --format json', { NORMTRAIL_DATA: data })
    const names = (JSON.parse(listed.out) as { tokens: { name: string }[] }).tokens.map(({ name }) => name)
    expect(names.filter((name) => name !== 'killed').toSorted()).toEqual(Array.from({ length: 5 }, (_, at) => `n${at}`))
    expect(statSync(join(data, 'access.json')).mode & 0o777).toBe(0o600)
  }, 60_000)
})

describe('a server that others reach', () => {
  it('listens where the environment says, wants tokens, and knows those of other processes at once', async () => {
    const env = { NORMTRAIL_DATA: join(folder, 'served'), NORMTRAIL_HOST: '0.0.0.0', NORMTRAIL_PORT: '0' }
    const said = join(folder, 'said')
    const serving = inShell(`exec $NT serve --threads 1 > ${said}`, env, (_text, kill) => (stop = kill))
    let stop: (signal: NodeJS.Signals) => void = () => undefined
    const text = () => readFileSync(said, { encoding: 'utf8', flag: 'a+' })
    await vi.waitUntil(() => /^(Reading|Recording) .*\n/m.test(text()), { timeout: 60_000, interval: 50 })
    const [, port] = /^Listening on http:\/\/0\.0\.0\.0:(\d+)\n/.exec(text()) ?? expect.fail(text())
    expect(text()).toContain('Reading and recording want a token, there is none yet:')
    const ask = (token?: string) =>
      fetch(`http://127.0.0.1:${port}/v1`, token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } })
    expect((await ask()).status).toBe(401)
    const token = (await inShell('$NT token create --scope read --name Ben', env)).out.trim()
    expect((await ask(token)).status).toBe(200)
    const { code, out } = await inShell(`$NT token revoke ${token.slice(3, 13)}`, env)
    expect([code, out]).toEqual([0, `Token ${token.slice(3, 13)} of Ben is revoked.\n`])
    expect((await ask(token)).status).toBe(401)
    stop('SIGTERM')
    const { code: ended, err } = await serving
    expect(ended).toBe(0)
    expect(err).not.toContain(token.slice(14, 57))
  }, 90_000)
})
