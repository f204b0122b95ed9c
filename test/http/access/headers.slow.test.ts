import { describe, expect, it } from 'vitest'
import { aGuardedServer } from './a-guarded-server.ts'

describe('what browsers are told to keep to', () => {
  it('over HTTP: the policy of the page, and nothing that would lock them out', async () => {
    const server = await aGuardedServer()
    for (const path of ['/', '/v1/greeting/fra', '/v1/nothing', '/healthz']) {
      const { headers } = await server.ask(path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['strict-transport-security']).toBeUndefined()
      expect(headers['x-powered-by']).toBeUndefined()
      expect(String(headers['content-security-policy']).split(/; ?/)).toEqual([
        "default-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ])
    }
    await server.close()
  })
  it('where it is reached by HTTPS alone: to keep to that', async () => {
    const server = await aGuardedServer({ https: true })
    const { headers } = await server.ask('/')
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{7,}/)
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
    await server.close()
  })
})
