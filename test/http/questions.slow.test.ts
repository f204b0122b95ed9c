import { hash } from 'node:crypto'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aServer } from './a-server.ts'

let server: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

const json = async (path: string): Promise<unknown> => (await server.get(path)).json()

describe('a question as a resource', () => {
  it('takes positional fields from the path, others from the query, and prints both clocks', async () => {
    const response = await server.get(
      '/v1/greeting/fra/cat?manner=cool&bornOn=1958-10-04&asOf=2000-01-01&asKnownAt=2999-01-01',
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.json()).toMatchObject({
      words: 'cool words for fra and cat',
      bornOn: '1958-10-04',
      asOf: '2000-01-01',
      asKnownAt: expect.stringMatching(/^20\d{2}-/) as string,
      ordinal: 1,
    })
  })
  it('may do without what is optional, and decodes the path', async () => {
    expect(await json('/v1/greeting/C%C3%B4te%20d%27Ivoire%2FX?asOf=2000-01-01')).toMatchObject({
      words: "warm words for Côte d'Ivoire/X",
    })
  })
  it('is found whatever the capitals of its words', async () => {
    expect(await json('/V1/Greeting/fra/?asOf=2000-01-01')).toMatchObject({ words: 'warm words for fra' })
    expect(await json('/v1/EXPLAIN/greeting/fra')).toMatchObject({ because: 'fra is polite' })
  })
  it('has a path of two words where the name has', async () => {
    expect(await json('/v1/explain/greeting/fra')).toMatchObject({ because: 'fra is polite' })
    expect(await json('/v1/panel/numbers?years=1&excludeImputed')).toMatchObject({
      excludeImputed: true,
      rows: [[0, 0, 'state, "0"', true, 7]],
    })
    expect(await json('/v1/panel/numbers?years=1&excludeImputed=false')).toMatchObject({ excludeImputed: false })
  })
  it('comes in the format that is asked for', async () => {
    const csv = await server.get('/v1/panel/numbers?years=1&format=csv')
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename=panel-numbers.csv')
    expect(await csv.text()).toBe('row,third,name,even,gap\n0,0,"state, ""0""",true,7\n')
    expect(await (await server.get('/v1/greeting/fra?format=text&asOf=2000-01-01')).text()).toBe(
      'warm words for fra, 2000-01-01\n',
    )
    const parquet = await (await server.get('/v1/panel/numbers?years=2&format=parquet')).arrayBuffer()
    expect(await parquetReadObjects({ file: parquet })).toHaveLength(2)
  })
  it('as a figure where the question has one: to be looked at, not to be kept', async () => {
    const figure = await server.get('/v1/explain/greeting/fra?format=svg')
    expect(figure.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(figure.headers.get('content-disposition')).toBeNull()
    expect(await figure.text()).toMatch(/^<\?xml [^]*fra is polite[^]*release [0-9a-f]{32}/)
    const accepted = await server.get('/v1/explain/greeting/fra', { accept: 'image/svg+xml' })
    expect(accepted.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    const refused = await server.get('/v1/greeting/fra?format=svg')
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      {
        code: 'bad-input',
        detail: expect.stringContaining(
          'format: "svg" needs a figure, and the answer to "greeting" has none.',
        ) as unknown,
      },
    ])
  })
  it('as a report where the question has one, which a browser shows in its own style and no other', async () => {
    const page = await server.get('/v1/explain/greeting/fra?format=html')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-disposition')).toBeNull()
    const markup = await page.text()
    expect(markup).toMatch(/^<!DOCTYPE html>[^]*fra is polite[^]*release [0-9a-f]{32}/)
    const digest = hash('sha256', /<style>([^]*)<\/style>/.exec(markup)?.[1] ?? '', 'base64')
    expect(page.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    )
    const text = await server.get('/v1/explain/greeting/fra?format=md')
    expect(text.headers.get('content-type')).toBe('text/markdown; charset=utf-8; variant=CommonMark')
    expect(await text.text()).toContain('It is so because fra is polite. [1]')
    const accepted = await server.get('/v1/explain/greeting/fra', { accept: 'text/html,*/*;q=0.8' })
    expect(accepted.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const refused = await server.get('/v1/greeting/fra?format=md')
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { detail: expect.stringContaining('"md" needs a report, and the answer to "greeting" has none.') as unknown },
    ])
  })
  it('or that the Accept header prefers; else in JSON', async () => {
    const typeFor = async (accept: string) =>
      (await server.get('/v1/panel/numbers', { accept })).headers.get('content-type')?.split(';')[0]
    expect(await typeFor('text/csv')).toBe('text/csv')
    expect(await typeFor('application/jsonl')).toBe('application/jsonl')
    expect(await typeFor('text/csv;q=0.5, application/json')).toBe('application/json')
    expect(await typeFor('*/*')).toBe('application/json')
    expect(await typeFor('image/png')).toBe('application/problem+json')
  })
  it('is not sent again where nothing has changed', async () => {
    const first = await server.get('/v1/greeting/fra?asOf=2000-01-01')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toBe(`"${first.headers.get('normtrail-release')}-json-gz"`)
    for (const [path, held] of [
      ['/v1/greeting/fra?asOf=2000-01-01', tag],
      ['/v1/greeting/fra?asOf=2000-01-01', `"another", ${tag}`],
      ['/v1/greeting/fra?asOf=2000-01-01', '*'],
      ['/v1/greeting/fra?asOf=2000-01-01&manner=warm', tag],
    ] as const) {
      const again = await server.get(path, { 'if-none-match': held, 'cache-control': 'max-age=0' })
      expect([path, held, again.status, await again.text()]).toEqual([path, held, 304, ''])
      expect(again.headers.get('normtrail-release')).toBe(first.headers.get('normtrail-release'))
    }
  })
  it.each([
    ['another day', '/v1/greeting/fra?asOf=2000-01-02', 200],
    ['another parameter', '/v1/greeting/fra?asOf=2000-01-01&manner=cool', 200],
    ['another state', '/v1/greeting/deu?asOf=2000-01-01', 200],
    ['another form', '/v1/greeting/fra?asOf=2000-01-01&format=text', 200],
    ['another question', '/v1/explain/greeting/fra?asOf=2000-01-01', 200],
    ['nothing there is', '/v1/greeting/atlantis?asOf=2000-01-01', 404],
    ['a parameter that cannot be read', '/v1/greeting/fra?asOf=2000-01-01&manner=wram', 400],
    ['a day that cannot be read', '/v1/greeting/fra?asOf=2000-13-01', 400],
  ])('is asked all the same where the tag is that of another answer: %s', async (_, path, status) => {
    const tag = (await server.get('/v1/greeting/fra?asOf=2000-01-01')).headers.get('etag') ?? ''
    const response = await server.get(path, { 'if-none-match': tag, 'cache-control': 'max-age=0' })
    expect(response.status).toBe(status)
    expect(response.headers.get('etag')).toEqual(status === 200 ? expect.stringMatching(/^"/) : null)
    const any = await server.get(path, { 'if-none-match': '*', 'cache-control': 'max-age=0' })
    expect(any.status).toBe(status === 200 ? 304 : status)
  })
  it('answers HEAD without a body', async () => {
    const response = await server.get('/v1/greeting/fra', {}, 'HEAD')
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

describe('what cannot be answered', () => {
  const cases: readonly (readonly [path: string, status: number, code: string, words: string])[] = [
    ['/v1/greeting/fra?manner=wram', 400, 'bad-input', 'manner: "wram" is none of warm, cool.'],
    ['/v1/greeting', 400, 'bad-input', 'state: is missing.'],
    ['/v1/panel/numbers?years=', 400, 'bad-input', 'years: is empty.'],
    ['/v1/panel/numbers?years=1&years=2', 400, 'bad-input', 'years: is given twice.'],
    ['/v1/greeting/fra?asof=2000-01-01', 400, 'bad-input', 'asof: "asof" is no parameter of "greeting".'],
    ['/v1/greeting/fra?asOf=2000-13-01', 400, 'bad-date', 'asOf: "2000-13-01" is no calendar day.'],
    ['/v1/greeting/fra?asKnownAt=1900-01-01', 400, 'nothing-known', 'nothing had been recorded'],
    ['/v1/greeting/fra?format=csv', 400, 'bad-input', 'format: "csv" needs a table'],
    ['/v1/greeting/atlantis', 404, 'unknown-actor', '"atlantis" is no actor.'],
    ['/v1/greetings/fra', 404, 'no-such-path', '"/v1/greetings/fra" is no path here.'],
    ['/v1/greeting/fra/cat/more', 404, 'no-such-path', 'is no path here'],
    ['/nothing/here', 404, 'no-such-path', 'is no path here'],
    ['/v1/greeting/%E0%A4%A', 400, 'bad-request', ''],
    ['/v1/greeting/crash', 500, 'internal', 'The log of the server says what.'],
  ]
  it.each(cases)('%s is %i %s', async (path, status, code, words) => {
    const response = await server.get(path)
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    const problem = (await response.json()) as Record<string, unknown>
    expect(problem).toMatchObject({ type: `urn:normtrail:problem:${code}`, status, code, instance: path })
    expect(response.status).toBe(status)
    expect(problem['title']).toEqual(expect.any(String))
    expect(problem['detail']).toContain(words)
  })
  it('names the closest parameter', async () => {
    expect(await json('/v1/greeting/fra?asof=2000-01-01')).toMatchObject({ hint: 'Closest: asOf.' })
  })
  it('names no path that is not served', async () => {
    for (const path of ['/v1/fed', '/v1/correction'])
      expect(await json(path)).toMatchObject({ hint: '/v1 lists all questions.' })
  })
  it('is not written over HTTP', async () => {
    const response = await server.get('/v1/greeting/fra', {}, 'POST')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD')
    expect(await response.json()).toMatchObject({ code: 'method-not-allowed' })
  })
})
