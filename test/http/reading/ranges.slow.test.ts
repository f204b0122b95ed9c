import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer } from '../a-server.ts'

let server: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

const path = '/v1/panel/numbers.parquet?years=2000&asOf=2000-01-01'

const get = async (headers: Readonly<Record<string, string>> = {}, method = 'GET') => {
  const response = await fetch(`${server.address}${path}`, { headers, method })
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}

describe('a Parquet table over HTTP', () => {
  it('says how long it is, and that pieces of it can be had', async () => {
    const whole = await get()
    const head = await get({}, 'HEAD')
    expect([whole.status, head.status, head.bytes.length]).toEqual([200, 200, 0])
    expect(head.headers.get('content-length')).toBe(String(whole.bytes.length))
    expect([head, whole].map(({ headers }) => headers.get('accept-ranges'))).toEqual(['bytes', 'bytes'])
    expect(head.headers.get('etag')).toBe(whole.headers.get('etag'))
    expect(head.headers.get('etag')).toMatch(/^"[0-9a-f]{32}-parquet"$/)
    expect(whole.headers.get('content-type')).toBe('application/vnd.apache.parquet')
    expect(whole.headers.get('content-encoding')).toBeNull()
    expect(await parquetReadObjects({ file: whole.bytes.buffer as ArrayBuffer })).toHaveLength(2000)
  })
  it('comes in pieces that make the whole', async () => {
    const { bytes } = await get()
    const [from, to] = [await get({ range: 'bytes=0-99' }), await get({ range: 'bytes=100-' })]
    expect([from.status, from.headers.get('content-range')]).toEqual([206, `bytes 0-99/${bytes.length}`])
    expect(Buffer.concat([from.bytes, to.bytes]).equals(bytes)).toBe(true)
    const last = await get({ range: 'bytes=-8' })
    // A Parquet file ends in the length of its footer and these four letters.
    expect([last.status, Buffer.from(last.bytes.slice(4)).toString()]).toEqual([206, 'PAR1'])
  })
  it('has no piece behind its end: 416, which says where that is', async () => {
    const { bytes } = await get()
    const beyond = await get({ range: `bytes=${bytes.length}-` })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`])
    expect(beyond.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect([beyond.headers.get('etag'), beyond.headers.get('cache-control')]).toEqual([null, 'no-store'])
  })
  it('is whole for whoever holds pieces of another answer', async () => {
    const { headers, bytes } = await get()
    const same = await get({ range: 'bytes=0-9', 'if-range': headers.get('etag') ?? '' })
    const other = await get({ range: 'bytes=0-9', 'if-range': '"another"' })
    expect([same.status, same.bytes.length, other.status, other.bytes.length]).toEqual([206, 10, 200, bytes.length])
    // A weak tag says nothing of bytes.
    const weak = await get({ range: 'bytes=0-9', 'if-range': `W/${headers.get('etag')}` })
    expect([weak.status, weak.bytes.length]).toEqual([200, bytes.length])
  })
  it('is the same for many who ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => get()))
    const [first] = answers
    for (const { bytes } of answers) expect(Buffer.from(bytes).equals(first?.bytes ?? new Uint8Array())).toBe(true)
  })
  it('is not sent to whoever holds it', async () => {
    const { headers } = await get()
    const again = await get({ 'if-none-match': headers.get('etag') ?? '' })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  })
})
