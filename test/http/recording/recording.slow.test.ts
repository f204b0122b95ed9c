import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proposeFacts } from '../../../src/ingest/proposals/propose.ts'
import { inFolder, type Settings } from '../../../src/workspace/settings.ts'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { jamaica, withdrawal } from '../../ingest/proposals.ts'
import { startLogServer } from '../../support/eventstore.ts'
import { copyCatalogueTo } from '../../support/made-once.ts'
import { aRecordingServer } from './a-recording-server.ts'

interface Body {
  readonly commit: string | null
  readonly appended: number
  readonly known: number
  readonly ordinal: number
  readonly events: readonly {
    readonly id: string
    readonly stream: string
    readonly revision: number
    readonly ordinal: number
  }[]
}
interface Refused {
  readonly code: string
  readonly detail: string
  readonly errors?: readonly Readonly<Record<string, unknown>>[]
}
const bodyOf = ({ text }: { readonly text: string }): Body => JSON.parse(text) as Body
const refusedOf = ({ text }: { readonly text: string }): Refused => JSON.parse(text) as Refused

/** Palau has not acceded to the Convention against Torture in the catalogue: any day will do for a test. */
const acceded = (actor: string, more: object = {}) => ({
  stream: 'treaty-cat',
  type: 'TreatyAcceded',
  occurred: '2021-01-15',
  sources: [{ citation: 'A test', kind: 'scholarly' }],
  data: { actor },
  ...more,
})

type Server = Awaited<ReturnType<typeof aRecordingServer>>

const engines: readonly (readonly [
  string,
  (folder: string) => Promise<{ settings: Settings; stop: () => Promise<void> }>,
])[] = [
  ['SQLite', async (folder) => ({ settings: inFolder(folder), stop: async () => undefined })],
  [
    'the protocol of EventStoreDB',
    async (folder) => {
      const server = await startLogServer()
      const settings = { ...inFolder(folder), log: server.connection, logName: server.freshLogName() }
      return { settings, stop: server.stop }
    },
  ],
]

describe.each(engines)('recording over HTTP, on %s', (_name, engine) => {
  let folder: string
  let settings: Settings
  let stop: () => Promise<void>
  let workspace: Workspace
  let server: Server
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'normtrail-recording-'))
    const made = await engine(folder)
    ;({ settings, stop } = made)
    if (settings.log.startsWith('sqlite:')) await copyCatalogueTo(folder)
    workspace = await openWorkspace(settings)
    server = await aRecordingServer(workspace)
    // The catalogue goes in with the first request.
    await server.post('/v1/events', acceded('tuv'))
  }, 60_000)
  afterAll(async () => {
    await server.close()
    await workspace.close()
    await stop()
    await rm(folder, { recursive: true, force: true })
  })

  /** The end of the log: its position tells by the hash chain what comes before. */
  const standing = (): Promise<unknown> => workspace.log.head()

  it('appends events, says where they stand, and who recorded them by the token', async () => {
    const answer = await server.post('/v1/events', [acceded('plw'), acceded('fsm')])
    expect(answer.status).toBe(201)
    const { appended, known, events, ordinal } = bodyOf(answer)
    expect([appended, known, events.length]).toEqual([2, 0, 2])
    expect(events.map((event) => event.ordinal)).toEqual([ordinal - 1, ordinal])
    const stored = []
    for await (const event of workspace.log.readStream('treaty-cat', { direction: 'backwards', limit: 2 }))
      stored.push(event)
    expect(stored.toReversed().map(({ id, recordedBy }) => ({ id, recordedBy }))).toEqual(
      events.map(({ id }) => ({ id, recordedBy: 'a test (append)' })),
    )
  })

  it('answers the same request with the same bytes, appends it once, and again from another process', async () => {
    const headers = server.key()
    const first = await server.post('/v1/events', acceded('mhl'), { headers })
    const head = await workspace.log.head()
    const again = await server.post('/v1/events', acceded('mhl'), { headers })
    expect([again.status, again.text]).toEqual([first.status, first.text])
    expect([first, again].map((one) => one.headers.get('idempotency-replayed'))).toEqual([null, 'true'])
    // Others go on meanwhile; nothing is remembered but the log.
    await server.post('/v1/events', acceded('slb'))
    expect((await workspace.log.head()).ordinal).toBe(head.ordinal + 1)
    const other = await openWorkspace(settings)
    const elsewhere = await aRecordingServer(other)
    try {
      // A token is who asks: another server has others, and the key of another token is another key.
      expect(bodyOf(await elsewhere.post('/v1/events', acceded('mhl'), { headers })).events[0]?.id).not.toBe(
        bodyOf(first).events[0]?.id,
      )
    } finally {
      await elsewhere.close()
      await other.close()
    }
    expect((await server.post('/v1/events', acceded('mhl'), { headers })).text).toBe(first.text)
  })

  it('refuses another body under a key: 422, and nothing is recorded', async () => {
    const headers = server.key()
    await server.post('/v1/events', acceded('ton'), { headers })
    const before = await standing()
    const other = await server.post('/v1/events', acceded('wsm'), { headers })
    expect([other.status, refusedOf(other).code]).toEqual([422, 'key-reused'])
    // The same bytes in another form are another request.
    const form = await server.post('/v1/events', acceded('ton'), { headers, type: 'application/x-ndjson' })
    expect(form.status).toBe(422)
    expect(await standing()).toEqual(before)
  })

  it('records one commit of twenty requests with one key at once', async () => {
    const headers = server.key()
    const before = (await workspace.log.head()).ordinal
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => server.post('/v1/events', acceded('vut'), { headers })),
    )
    expect((await workspace.log.head()).ordinal).toBe(before + 1)
    const done = answers.filter(({ status }) => status === 201)
    expect(new Set(done.map(({ text }) => text)).size).toBe(1)
    const others = answers.filter(({ status }) => status !== 201).map((one) => [one.status, refusedOf(one).code])
    expect(done.length + others.length).toBe(20)
    for (const refused of others) expect(refused).toEqual([409, 'request-in-flight'])
  })

  it('tells of events that it knows where they stand', async () => {
    const id = '3f0d1f0e-0000-4000-8000-00000000000a'
    const first = bodyOf(await server.post('/v1/events', acceded('kir', { id })))
    const again = await server.post('/v1/events', [acceded('kir', { id }), acceded('nru')])
    expect([again.status, bodyOf(again).appended, bodyOf(again).known]).toEqual([201, 1, 1])
    expect(bodyOf(again).events[0]).toEqual(first.events[0])
    const none = await server.post('/v1/events', acceded('kir', { id }))
    expect([none.status, bodyOf(none).commit, bodyOf(none).events]).toEqual([200, null, first.events])
  })

  it('holds a stream to the revision that was seen', async () => {
    const { events } = bodyOf(await server.post('/v1/events', acceded('dma')))
    const revision = events[0]?.revision ?? -1
    const behind = await server.post('/v1/events', acceded('grd'), { headers: { 'If-Match': `"${revision - 1}"` } })
    expect([behind.status, refusedOf(behind).code]).toEqual([412, 'wrong-expected-revision'])
    const none = await server.post('/v1/events', acceded('grd'), { headers: { 'If-None-Match': '*' } })
    expect(none.status).toBe(412)
    const there = await server.post('/v1/events', acceded('grd'), { headers: { 'If-Match': `"${revision}"` } })
    expect(there.status).toBe(201)
    const wrong = await server.post('/v1/events', acceded('kna'), { headers: { 'If-Match': 'W/"1"' } })
    expect([wrong.status, refusedOf(wrong).detail]).toEqual([400, expect.stringContaining('If-Match') as unknown])
  })

  it('amends: a correction, a retraction, and what a token may not', async () => {
    const target = bodyOf(await server.post('/v1/events', acceded('lca'))).events[0]?.id ?? ''
    const reason = { target, reason: 'it was another day', source: 'A test' }
    const refused = await server.post('/v1/corrections', { ...reason, changes: { occurred: '2021-01-16' } })
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringContaining('insufficient_scope') as unknown,
    ])
    const corrected = await server.post(
      '/v1/corrections',
      { ...reason, changes: { occurred: '2021-01-16' } },
      { scope: 'correct' },
    )
    expect([corrected.status, bodyOf(corrected).events[0]?.stream]).toEqual([201, 'treaty-cat'])
    const same = await server.post(
      '/v1/corrections',
      { ...reason, changes: { occurred: '2021-01-16' } },
      { scope: 'correct' },
    )
    expect([same.status, refusedOf(same).code]).toEqual([400, 'nothing-changed'])
    expect((await server.post('/v1/retractions', reason, { scope: 'correct' })).status).toBe(201)
    const twice = await server.post('/v1/retractions', reason, { scope: 'correct' })
    expect([twice.status, refusedOf(twice).code]).toEqual([409, 'already-retracted'])
    const unknown = await server.post(
      '/v1/retractions',
      { ...reason, target: '00000000-0000-4000-8000-0000000000ff' },
      { scope: 'correct' },
    )
    expect([unknown.status, refusedOf(unknown).code]).toEqual([404, 'unknown-event'])
  })

  it('decides on proposals', async () => {
    await proposeFacts(workspace, [withdrawal('jam', '1997-10-23', jamaica)], { recordedBy: 'a test' })
    await workspace.catchUp()
    const row = await workspace.readModel.sql
      .selectFrom('event')
      .select('id')
      .where('type', '=', 'FactProposed')
      .executeTakeFirst()
    const path = `/v1/proposals/${row?.id}`
    expect((await server.post(`${path}/accept`, {}, { scope: 'append' })).status).toBe(403)
    const unsaid = await server.post(`${path}/reject`, {}, { scope: 'review' })
    expect([unsaid.status, refusedOf(unsaid).errors]).toMatchObject([400, [{ pointer: '/because' }]])
    const accepted = await server.post(`${path}/accept`, '', { scope: 'review' })
    expect([accepted.status, bodyOf(accepted).events.length]).toEqual([201, 2])
    const rejected = await server.post(`${path}/reject`, { because: 'no' }, { scope: 'review' })
    expect([rejected.status, refusedOf(rejected).code]).toEqual([409, 'already-accepted'])
  })

  it('refuses in order: who asks, in what it is written, how long, what it says', async () => {
    const long = 'x'.repeat(200_000)
    const cases: readonly (readonly [number, Parameters<Server['post']>[2], string])[] = [
      [401, { scope: 'none', type: 'text/plain' }, long],
      [403, { scope: 'read', type: 'text/plain' }, long],
      [415, { type: 'text/plain' }, 'x'],
      [415, { type: 'application/json; charset=latin1' }, '{}'],
      [413, { headers: { 'If-Match': 'x' } }, long],
      [400, {}, '{'],
      [400, { headers: { 'Idempotency-Key': 'a b' } }, JSON.stringify(acceded('cod'))],
    ]
    const before = await standing()
    for (const [status, sent, text] of cases) {
      const answer = await server.post('/v1/events', text, sent)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'application/problem+json; charset=utf-8',
      ])
    }
    expect(await standing()).toEqual(before)
  })

  it('tells every fault at its place, and records none of the batch', async () => {
    const before = await standing()
    const list = await server.post('/v1/events', [
      acceded('cod'),
      acceded('atlantis'),
      acceded('cog', { occurred: 'soon' }),
      acceded('caf', { colour: 'red' }),
    ])
    expect([list.status, refusedOf(list).errors?.map(({ pointer }) => pointer)]).toEqual([
      400,
      ['/3/colour', '/1/data/actor', '/2/occurred'],
    ])
    const lines = await server.post('/v1/events', `${JSON.stringify(acceded('cod'))}\n{"stream": 1}\n`, {
      type: 'application/x-ndjson',
    })
    expect([lines.status, refusedOf(lines).errors?.every(({ line }) => line === 2)]).toEqual([400, true])
    expect(await standing()).toEqual(before)
  })

  it('takes lines, and CloudEvents as the feed gives them', async () => {
    const lines = await server.post(
      '/v1/events',
      [acceded('cod'), acceded('cog')].map((one) => JSON.stringify(one)).join('\r\n'),
      {
        type: 'application/jsonl',
      },
    )
    expect([lines.status, bodyOf(lines).appended]).toEqual([201, 2])
    const told = { ...acceded('caf'), ordinal: 7, recordedAt: '2020-01-01T00:00:00Z' }
    const cloud = { specversion: '1.0', id: 'a', source: 'urn:x', type: 'org.normtrail.TreatyAcceded.v1', data: told }
    const one = await server.post('/v1/events', cloud, { type: 'application/cloudevents+json' })
    expect([one.status, bodyOf(one).appended]).toEqual([201, 1])
    const batch = await server.post('/v1/events', [{ ...cloud, data: acceded('gab') }], {
      type: 'application/cloudevents-batch+json',
    })
    expect([batch.status, bodyOf(batch).appended]).toEqual([201, 1])
    const old = await server.post(
      '/v1/events',
      { ...cloud, specversion: '0.3' },
      { type: 'application/cloudevents+json' },
    )
    expect([old.status, refusedOf(old).detail]).toEqual([400, expect.stringContaining('"0.3"') as unknown])
  })

  it('tries out without recording', async () => {
    const before = await standing()
    const tried = await server.post('/v1/events?dryRun=true', acceded('gnq'))
    expect([tried.status, bodyOf(tried)]).toMatchObject([200, { commit: null, dryRun: true }])
    expect((await server.post('/v1/events?dryRun=true', acceded('atlantis'))).status).toBe(400)
    expect((await server.post('/v1/events?dryrun=true', acceded('gnq'))).status).toBe(400)
    expect(await standing()).toEqual(before)
  })

  it('leaves a log that is whole', async () => {
    const { events, broken } = await workspace.log.verify()
    expect([events, broken]).toEqual([(await workspace.log.head()).ordinal, []])
  })
})

describe('a server that wants to be told where a stream stands', () => {
  it('refuses whoever does not say it: 428', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'normtrail-recording-'))
    await copyCatalogueTo(folder)
    const workspace = await openWorkspace(folder)
    const server = await aRecordingServer(workspace, { requireIfMatch: true })
    try {
      const refused = await server.post('/v1/events', acceded('plw'))
      expect([refused.status, refusedOf(refused).code]).toEqual([428, 'precondition-wanted'])
      const first = await server.post('/v1/events', acceded('plw'), { headers: { 'If-None-Match': '*' } })
      expect(first.status).toBe(412)
    } finally {
      await server.close()
      await workspace.close()
      await rm(folder, { recursive: true, force: true })
    }
  })
})
