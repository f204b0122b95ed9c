import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { aGuardedServer, bearing } from './a-guarded-server.ts'

describe('how often one may ask', () => {
  it('each answer says what is left, and one too many when to ask again', async () => {
    const server = await aGuardedServer({ perMinute: 3 })
    const left = []
    for (let at = 0; at < 3; at++) {
      const { status, headers } = await server.ask('/v1/greeting/fra')
      left.push([status, headers['ratelimit']?.toString().replace(/; t=\d+$/, '')])
    }
    expect(left).toEqual([2, 1, 0].map((r) => [200, `"3-in-1min"; r=${r}`]))
    const { status, headers, problem } = await server.ask('/v1/greeting/fra')
    expect([status, problem['code'], headers['content-type']]).toEqual([
      429,
      'too-many-requests',
      'application/problem+json; charset=utf-8',
    ])
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60)
    await server.close()
  })
  it('whoever has a token is counted by itself; those who watch are not counted', async () => {
    const server = await aGuardedServer({ perMinute: 1 })
    const [ben, ada] = [await server.token('read'), await server.token('append')]
    const statuses = async (path: string, headers = {}) => [
      (await server.ask(path, headers)).status,
      (await server.ask(path, headers)).status,
    ]
    expect(await statuses('/v1/greeting/fra')).toEqual([200, 429])
    expect(await statuses('/v1/greeting/fra', bearing(ben))).toEqual([200, 429])
    expect(await statuses('/v1/greeting/fra', bearing(ada))).toEqual([200, 429])
    for (const path of ['/healthz', '/readyz', '/metrics']) expect(await statuses(path)).toEqual([200, 200])
    await server.close()
  })
  it('attempts with bad tokens are counted by where they come from', async () => {
    const server = await aGuardedServer({ perMinute: 2 })
    const attempt = async (at: number) => (await server.ask('/v1/greeting/fra', bearing(`guess${at}`))).status
    expect([await attempt(1), await attempt(2), await attempt(3)]).toEqual([401, 401, 429])
    await server.close()
  })
  it('the word of whoever asks is not taken for where it comes from, unless it is a proxy that is known', async () => {
    const from = (address: string) => ({ 'X-Forwarded-For': address })
    const plain = await aGuardedServer({ perMinute: 1 })
    expect((await plain.ask('/v1/greeting/fra', from('192.0.2.1'))).status).toBe(200)
    expect((await plain.ask('/v1/greeting/fra', from('192.0.2.2'))).status).toBe(429)
    await plain.close()
    for (const trustedProxies of [1, ['127.0.0.0/8']]) {
      const behind = await aGuardedServer({ perMinute: 1, trustedProxies })
      expect((await behind.ask('/v1/greeting/fra', from('192.0.2.1'))).status).toBe(200)
      expect((await behind.ask('/v1/greeting/fra', from('192.0.2.2'))).status).toBe(200)
      expect((await behind.ask('/v1/greeting/fra', from('198.51.100.7, 192.0.2.2'))).status).toBe(429)
      await behind.close()
    }
    const elsewhere = await aGuardedServer({ perMinute: 1, trustedProxies: ['10.0.0.0/8'] })
    expect((await elsewhere.ask('/v1/greeting/fra', from('192.0.2.1'))).status).toBe(200)
    expect((await elsewhere.ask('/v1/greeting/fra', from('192.0.2.2'))).status).toBe(429)
    await elsewhere.close()
  })
  it('addresses of one household in IPv6 are one', async () => {
    const server = await aGuardedServer({ perMinute: 1, trustedProxies: 1 })
    const from = (address: string) => server.ask('/v1/greeting/fra', { 'X-Forwarded-For': address })
    expect((await from('2001:db8:1:100::1')).status).toBe(200)
    expect((await from('2001:db8:1:1ff::2')).status).toBe(429)
    expect((await from('2001:db8:2:100::1')).status).toBe(200)
    await server.close()
  })
})

describe('how much one may send', () => {
  it('a body that says it is too large is refused before it is read', async () => {
    const server = await aGuardedServer({ bodyLimit: 1_000 })
    const socket = connect(Number(server.port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write('PUT /v1/greeting/fra HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1001\r\n\r\n')
    const answer = await text(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('application/problem+json')
    expect(answer).toContain('"code": "body-too-large"')
    await server.close()
  })
})
