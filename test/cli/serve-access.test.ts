import { describe, expect, it } from 'vitest'
import { accessOf, accessText, type AccessOptions } from '../../src/cli/commands/serve-access.ts'

const on = (host: string, options: AccessOptions = {}, env = {}) => accessOf(options, { host, env })

describe('who may read', () => {
  it.each(['127.0.0.1', 'localhost', '::1', '127.0.0.53'])(
    'on %s: everybody on this machine, by its own names',
    (host) => expect(on(host)).toMatchObject({ openReading: true, hosts: [], perMinute: 0, trustedProxies: 0 }),
  )
  it.each(['0.0.0.0', '::', '192.0.2.1', 'norms.example.org', '127.0.0.1.example.org', ''])(
    'on %j: whoever has a token, by any name',
    (host) => expect(on(host)).toMatchObject({ openReading: false, hosts: undefined, perMinute: 6_000 }),
  )
  it('on an address that others reach, everybody only where it is meant', () =>
    expect(on('0.0.0.0', { public: true })).toMatchObject({ openReading: true, perMinute: 6_000 }))
  it.each<AccessOptions>([{ trustProxy: '1' }, { trustProxy: '10.0.0.0/8' }, { allowedHost: ['norms.example.org'] }])(
    'behind a proxy on this machine (%j): whoever has a token, as the proxy lets others in',
    (options) => {
      expect(on('127.0.0.1', options)).toMatchObject({ openReading: false, perMinute: 6_000 })
      expect(on('127.0.0.1', { ...options, public: true }).openReading).toBe(true)
    },
  )
  it('is said at the start', () => {
    expect(accessText(on('0.0.0.0'), 0)).toBe(
      'Reading and recording want a token, there is none yet: `normtrail token create` makes one.',
    )
    expect(accessText(on('127.0.0.1', { cors: ['https://a.example'] }), 2)).toBe(
      'Reading is open to whoever reaches it; recording wants a token, of which there are 2. ' +
        'Pages of https://a.example may read the answers.',
    )
  })
})

describe('flags of access', () => {
  it('beat the environment', () => {
    const env = { NORMTRAIL_CORS: 'https://a.example, https://b.example' }
    expect(on('127.0.0.1', {}, env).cors).toEqual(['https://a.example', 'https://b.example'])
    expect(on('127.0.0.1', { cors: ['*'] }, env).cors).toEqual(['*'])
    expect(on('127.0.0.1', {}, { NORMTRAIL_CORS: '' }).cors).toEqual([])
  })
  it('are read as what they mean', () => {
    expect(on('0.0.0.0', { trustProxy: '10.0.0.0/8, ::1,loopback' }).trustedProxies).toEqual([
      '10.0.0.0/8',
      '::1',
      'loopback',
    ])
    expect(on('0.0.0.0', { trustProxy: '2', rateLimit: '0', https: true })).toMatchObject({
      trustedProxies: 2,
      perMinute: 0,
      https: true,
    })
  })
  it.each([
    [undefined, 67_108_864],
    ['64 MiB', 67_108_864],
    ['128M', 134_217_728],
    ['512kib', 524_288],
    ['1048576', 1_048_576],
    ['256 MiB', 268_435_456],
  ])('say how much a request may bring: %s', (maxBody, bytes) =>
    expect(on('127.0.0.1', maxBody === undefined ? {} : { maxBody }).bodyLimit).toBe(bytes),
  )
  it.each<[string, AccessOptions]>([
    ['--max-body', { maxBody: '0' }],
    ['--max-body', { maxBody: '1 GiB' }],
    ['--max-body', { maxBody: '-1M' }],
    ['--max-body', { maxBody: '1.5M' }],
    ['--max-body', { maxBody: '64 MB/s' }],
    ['--cors', { cors: ['example.org'] }],
    ['--cors', { cors: ['https://example.org/'] }],
    ['--cors', { cors: ['null'] }],
    ['--cors', { cors: ['https://Example.org'] }],
    ['--allowed-host', { allowedHost: ['https://example.org'] }],
    ['--allowed-host', { allowedHost: ['example.org:80'] }],
    ['--trust-proxy', { trustProxy: 'true' }],
    ['--trust-proxy', { trustProxy: '-1' }],
    ['--trust-proxy', { trustProxy: '10.0.0.0/8,everybody' }],
    ['--trust-proxy', { trustProxy: '999.0.0.1' }],
    ['--trust-proxy', { trustProxy: '10.0.0.0/99' }],
    ['--rate-limit', { rateLimit: 'off' }],
    ['--rate-limit', { rateLimit: '-1' }],
  ])('that mean nothing are refused: %s %j', (where, options) =>
    expect(() => on('0.0.0.0', options)).toThrow(expect.objectContaining({ code: 'bad-input', where })),
  )
})
