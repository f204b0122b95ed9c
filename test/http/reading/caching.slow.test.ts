import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cacheControlOf } from '../../../src/http/answering/freshness.ts'
import type { Snapshot } from '../../../src/queries/question/snapshot.ts'
import { parseDay } from '../../../src/time/day.ts'
import { aServer } from '../a-server.ts'

let server: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

interface Told {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly trailers: NodeJS.Dict<string>
  readonly body: Buffer
}

/** By `node:http`, which adds no header and unpacks nothing. */
const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Told> =>
  new Promise((resolve, reject) => {
    ask(`${server.address}${path}`, { headers, method }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode: status = 0, headers: told, trailers } = response
        resolve({ status, headers: told, trailers, body: Buffer.concat(pieces) })
      })
    })
      .on('error', reject)
      .end()
  })

const path = '/v1/greeting/fra?asOf=2000-01-01'
const table = '/v1/panel/numbers?years=3&format=csv'

describe('the tag of an answer', () => {
  it('is strong, of one release, one format and one coding', async () => {
    const plain = await get(path)
    const packed = await get(path, { 'accept-encoding': 'gzip' })
    const text = await get(`${path}&format=text`)
    const release = String(plain.headers['normtrail-release'])
    expect([plain, packed, text].map(({ headers }) => headers.etag)).toEqual([
      `"${release}-json"`,
      `"${release}-json-gz"`,
      `"${release}-text"`,
    ])
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true)
    for (const { headers } of [plain, packed]) expect(headers.vary).toBe('Accept, Accept-Encoding, Prefer')
  })
  it.each([
    ['gzip;q=0', undefined],
    ['identity, gzip;q=0.5', undefined],
    ['br, gzip', 'gzip'],
    ['*', 'gzip'],
    ['', undefined],
  ])('is of the coding that was really used: %s', async (accepted, coding) => {
    const { headers } = await get(path, { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(coding)
    expect(headers.etag?.endsWith('-gz"')).toBe(coding === 'gzip')
  })
  it('answers 304 to whoever names it, weakly or in a list, and whatever else they say of their cache', async () => {
    const { etag = '', ...first } = (await get(path)).headers
    for (const named of [etag, `W/${etag}`, `"a", ${etag}, "b"`, '*'])
      for (const more of [{}, { 'cache-control': 'no-cache' }]) {
        const again = await get(path, { 'if-none-match': named, ...more })
        expect([named, again.status, again.body.length]).toEqual([named, 304, 0])
        expect([again.headers.etag, again.headers.vary, again.headers['cache-control']]).toEqual([
          etag,
          first.vary,
          first['cache-control'],
        ])
        expect(again.headers['normtrail-release']).toBe(first['normtrail-release'])
      }
  })
  it('of another coding is another answer', async () => {
    const { etag = '' } = (await get(path)).headers
    expect((await get(path, { 'if-none-match': etag, 'accept-encoding': 'gzip' })).status).toBe(200)
  })
})

describe('how long an answer may be kept', () => {
  it('until it is asked about, unless both clocks were given and something was recorded since', async () => {
    const kept = async (query: string) => (await get(`/v1/greeting/fra${query}`)).headers['cache-control']
    expect(await kept('')).toBe('no-cache')
    expect(await kept('?asOf=2000-01-01')).toBe('no-cache')
    // All that the log holds is one event: nothing has been recorded after any moment at which something was known.
    const now = new Date().toISOString()
    expect(await kept(`?asOf=2000-01-01&asKnownAt=${now}`)).toBe('no-cache')
  })
  it('not at all where something is refused', async () => {
    const refused = await get('/v1/greeting/atlantis')
    expect([refused.status, refused.headers['cache-control'], refused.headers.etag]).toEqual([
      404,
      'no-store',
      undefined,
    ])
  })
})

describe('an answer that no commit can change', () => {
  const world = (asKnownAt: string | null, lastRecordedAt: string): Snapshot =>
    ({
      asOf: parseDay('2000-01-01'),
      asKnownAt,
      lastRecordedAt,
      ordinal: 1,
      now: '2020-06-01T00:00:00.000000Z',
    }) as never
  const both = { asOf: '2000-01-01', asKnownAt: '2020-01-01' }
  const [moment, later] = ['2020-01-01T23:59:59.999999Z', '2020-02-01T00:00:00.000000Z']
  it('is one whose clocks were both given, behind which something was recorded', () => {
    expect(cacheControlOf(both, world(moment, later))).toBe('public, max-age=31536000, immutable')
    expect(cacheControlOf(both, world(moment, moment))).toBe('no-cache')
    expect(cacheControlOf({ asKnownAt: both.asKnownAt }, world(moment, later))).toBe('no-cache')
    expect(cacheControlOf({ asOf: both.asOf }, world(null, later))).toBe('no-cache')
    expect(cacheControlOf(both, { ...world(moment, later), asOf: parseDay('2020-06-02') })).toBe('no-cache')
  })
})

describe('the form of an answer', () => {
  it('is what the path ends in, whatever the client accepts', async () => {
    const csv = await get('/v1/panel/numbers.csv?years=3', { accept: 'application/json' })
    expect(csv.body.equals((await get(table)).body)).toBe(true)
    expect((await get('/v1/greeting/fra.txt?asOf=2000-01-01')).headers['content-type']).toMatch(/^text\/plain/)
    expect((await get('/v1/greeting/fra.json?format=json')).status).toBe(200)
    const two = await get('/v1/greeting/fra.json?format=text')
    expect([two.status, String(two.body)]).toEqual([400, expect.stringContaining('another format') as unknown])
    const none = await get('/v1/greeting/fra.csv')
    expect([none.status, String(none.body)]).toEqual([
      400,
      expect.stringContaining('needs a table, and the answer') as unknown,
    ])
  })
  it('is taken from a path once: what is called so is asked for with another ending', async () => {
    expect(JSON.parse(String((await get('/v1/greeting/a.csv.json?asOf=2000-01-01')).body))).toMatchObject({
      words: 'warm words for a.csv',
    })
    expect(JSON.parse(String((await get('/v1/greeting/untc-4-9.a?asOf=2000-01-01')).body))).toMatchObject({
      words: 'warm words for untc-4-9.a',
    })
  })
  it('is refused where the client takes none that there is, with those that there are', async () => {
    const refused = await get(path, { accept: 'image/png' })
    expect([refused.status, String(refused.body)]).toEqual([
      406,
      expect.stringContaining('application/json') as unknown,
    ])
  })
})

describe('the end of a table', () => {
  it('says how many rows there were, packed or not', async () => {
    for (const coding of ['identity', 'gzip']) {
      const { headers, trailers, body } = await get(table, { 'accept-encoding': coding })
      expect([headers.trailer, trailers['normtrail-rows']]).toEqual(['Normtrail-Rows', '3'])
      const text = String(coding === 'gzip' ? gunzipSync(body) : body)
      expect(text.trimEnd().split('\n')).toHaveLength(4)
    }
    const lines = await get('/v1/panel/numbers.jsonl?years=2')
    expect(lines.trailers['normtrail-rows']).toBe('2')
  })
  it('is not there where there is no body', async () => {
    const head = await get(table, {}, 'HEAD')
    expect([head.status, head.body.length, head.headers.trailer]).toEqual([200, 0, undefined])
    expect(head.headers.etag).toBe((await get(table)).headers.etag)
  })
})
