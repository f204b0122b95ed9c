import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer } from './a-server.ts'

let server: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

const path = 'greeting/fra?asOf=2000-01-01'

describe('the paths of before', () => {
  it('answer with the same bytes, and say where they went and until when they stay', async () => {
    const [former, now] = await Promise.all([server.get(`/api/${path}`), server.get(`/v1/${path}`)])
    expect(await former.text()).toBe(await now.text())
    // RFC 9745: an instant as @ and seconds; RFC 8594: a date of HTTP.
    expect(former.headers.get('deprecation')).toMatch(/^@\d{10}$/)
    expect(Date.parse(former.headers.get('sunset') ?? '')).toBeGreaterThan(Date.parse('2026-12-31'))
    expect(former.headers.get('link')).toBe(`</v1/${path}>; rel="successor-version"`)
    for (const header of ['deprecation', 'sunset', 'link']) expect(now.headers.get(header)).toBeNull()
  })
  it('redirect nobody', async () => {
    const response = await fetch(`${server.address}/api/${path}`, { redirect: 'manual' })
    expect(response.status).toBe(200)
  })
  it('say so of what they refuse, too', async () => {
    const refused = await server.get('/api/greeting/atlantis')
    expect([refused.status, refused.headers.get('deprecation')]).toEqual([404, expect.stringMatching(/^@/)])
  })
})
