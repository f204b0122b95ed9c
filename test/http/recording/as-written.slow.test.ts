import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { copyCatalogueTo } from '../../support/made-once.ts'
import { aRecordingServer } from './a-recording-server.ts'

type Server = Awaited<ReturnType<typeof aRecordingServer>>
type Answer = Awaited<ReturnType<Server['post']>>

let folder: string
let workspace: Workspace
let server: Server
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'normtrail-as-written-'))
  await copyCatalogueTo(folder)
  workspace = await openWorkspace(folder)
  server = await aRecordingServer(workspace, { bodyLimit: 64 * 1024 })
}, 60_000)
afterAll(async () => {
  await server.close()
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const source = { citation: 'A test', kind: 'scholarly' }
const acceded = (actor: string, more: object = {}) => ({
  stream: 'treaty-cat',
  type: 'TreatyAcceded',
  occurred: '2021-01-15',
  sources: [source],
  data: { actor },
  ...more,
})
/** Of its fields one is a text that may be empty, one a number, and one may be left out. */
const recommended = (data: object) => ({
  stream: 'review-cat-usa',
  type: 'UprRecommendationMade',
  occurred: '2020-11-09',
  sources: [source],
  data: { actor: 'usa', from: 'fra', text: 'Ratify it', ...data },
})

const recorded = async (event: object): Promise<string> => {
  const { status, text } = await server.post('/v1/events', event)
  expect([status, text]).toEqual([201, text])
  return (JSON.parse(text) as { events: { id: string }[] }).events[0]?.id ?? ''
}
const amend = (path: string, target: string, more: object = {}, headers = {}): Promise<Answer> =>
  server.post(path, { target, reason: 'a misprint', source: 'A test', ...more }, { scope: 'correct', headers })
const codeOf = ({ text }: Answer): unknown => (JSON.parse(text) as { code?: unknown }).code
const head = async (): Promise<number> => (await workspace.log.head()).ordinal

describe('a request that only tries something out', () => {
  it.each([
    ['?dryRun=false&dryRun=true', 'dryRun'],
    ['?dryRun=true&dryRun=false', 'dryRun'],
    ['?dryRun=true&dryRun=true', 'dryRun'],
    ['?dryRun=true&foo=1', 'foo'],
    ['?dryRun=false&foo=1', 'foo'],
    ['?foo=1&dryRun=true', 'foo'],
    ['?dryRun=yes', 'dryRun'],
  ])('is not taken for one that records: %s', async (query, parameter) => {
    const target = await recorded(acceded('plw', { id: randomUUID() }))
    const before = await head()
    const answer = await amend(`/v1/retractions${query}`, target)
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-input'])
    expect(JSON.parse(answer.text)).toMatchObject({ detail: expect.stringMatching(`^${parameter}: `) as unknown })
    expect(await head()).toBe(before)
    expect((await amend('/v1/retractions', target)).status).toBe(201)
  })
  it('names the parameter that is nearest', async () => {
    const answer = await server.post('/v1/events?dryrun=true', acceded('plw'))
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([400, { hint: 'Closest: dryRun.' }])
  })
  it.each([
    ['?dryRun', 200],
    ['?dryRun=true', 200],
    ['?dryRun=false', 201],
  ])('says so: %s', async (query, status) => {
    const before = await head()
    expect((await server.post(`/v1/events${query}`, acceded('nru'))).status).toBe(status)
    expect((await head()) - before).toBe(status === 201 ? 1 : 0)
  })
})

describe('a field that a correction sets', () => {
  const set = async (data: object, fields: object) => {
    const target = await recorded(recommended(data))
    const answer = await amend('/v1/corrections', target, { changes: { set: fields } })
    let reads: unknown
    for await (const last of workspace.log.readStream('review-cat-usa', { direction: 'backwards', limit: 1 }))
      reads = (last.data['replacement'] as { data: unknown } | undefined)?.data
    return { answer, reads }
  }
  it('may be an empty text: that takes nothing out', async () => {
    const { answer, reads } = await set({ session: 36 }, { text: '' })
    expect(answer.status).toBe(201)
    expect(reads).toEqual({ actor: 'usa', from: 'fra', text: '', session: 36 })
  })
  it('is what it is in JSON: a text of digits is a text, a number a number', async () => {
    const { answer, reads } = await set({ session: 35 }, { text: '42', session: 3 })
    expect(answer.status).toBe(201)
    expect(reads).toEqual({ actor: 'usa', from: 'fra', text: '42', session: 3 })
  })
  it('goes where it is null', async () => {
    const { answer, reads } = await set({ session: 34 }, { session: null, from: null })
    expect(answer.status).toBe(201)
    expect(reads).toEqual({ actor: 'usa', text: 'Ratify it' })
  })
  it.each([
    ['a text for a number', 33, { session: '3' }],
    ['a number for a text', 32, { text: 42 }],
    ['an empty text where there must be one', 31, { from: '' }],
    ['null where there must be something', 30, { text: null }],
  ])('is refused as an event would be that says so: %s', async (_, session, fields) => {
    const target = await recorded(recommended({ session }))
    const before = await head()
    const asEvent = Object.fromEntries(
      Object.entries({ actor: 'usa', from: 'fra', text: 'Ratify it', session, ...fields }).filter(
        ([, value]) => value !== null,
      ),
    )
    expect((await server.post('/v1/events', { ...recommended({}), data: asEvent })).status).toBe(400)
    const answer = await amend('/v1/corrections', target, { changes: { set: fields } })
    const [field = ''] = Object.keys(fields)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ pointer: `/changes/set/${field}` }] })
    expect(await head()).toBe(before)
  })
})

describe('a fault of a correction', () => {
  it.each([
    ['of the whole payload', 20, { data: { actor: 'usa', from: 'fra', text: 42 } }, '/changes/data/text'],
    ['of the date', 21, { occurred: 'someday' }, '/changes/occurred'],
  ])('stands at its place in the body: %s', async (_, session, changes, pointer) => {
    const target = await recorded(recommended({ session }))
    const answer = await amend('/v1/corrections', target, { changes })
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ pointer }] })
  })
})

describe('a body that is too large', () => {
  it('is refused with the size that it may have', async () => {
    const answer = await server.post('/v1/events', JSON.stringify(acceded('plw')).padEnd(64 * 1024 + 1))
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      413,
      { code: 'body-too-large', detail: 'the body has more than 64 KiB.' },
    ])
    expect((await server.post('/v1/events', JSON.stringify(acceded('plw')).padEnd(64 * 1024))).status).toBe(201)
  })
})

describe('a path that is mistyped', () => {
  it.each([
    ['/v1/correction', '/v1/corrections'],
    ['/v1/retraction', '/v1/retractions'],
    ['/v1/proposals/bc7ded88/acept', '/v1/proposals/bc7ded88/accept'],
    ['/v1/proposals/bc7ded88/rejects', '/v1/proposals/bc7ded88/reject'],
    ['/v1/evnts', '/v1/events'],
    ['/v1/docks', '/v1/docs'],
  ])('%s: %s is named', async (path, near) => {
    const answer = await server.post(path, {})
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      404,
      { code: 'no-such-path', hint: `Closest: ${near}; /v1 lists all questions.` },
    ])
  })
})

describe('the same request', () => {
  it('is the same however its path is spelt', async () => {
    const target = await recorded(acceded('plw', { id: randomUUID() }))
    const headers = server.key()
    const first = await amend('/v1/retractions', target, {}, headers)
    expect(first.status).toBe(201)
    for (const path of ['/v1/retractions/', '/V1/Retractions', '/v1/retractions?dryRun=false']) {
      const again = await amend(path, target, {}, headers)
      expect([again.status, again.text, again.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true'])
    }
    // The digest that stands in the log is over the path as it is documented.
    const text = JSON.stringify({ target, reason: 'a misprint', source: 'A test' })
    const digest = createHash('sha256').update(`POST /v1/retractions\napplication/json\n${text}`).digest('hex')
    for await (const { request } of workspace.log.readStream('treaty-cat', { direction: 'backwards', limit: 1 }))
      expect(request).toBe(digest)
  })
})
