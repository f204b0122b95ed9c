import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudEvent } from 'cloudevents'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSqliteLog } from '../../../src/log/sqlite/log.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { record } from '../../support/a-read-model.ts'
import { corrected, said } from '../../support/recorded.ts'
import { aFeed, follow, type AFeed } from './a-feed.ts'

const acceded = (actor: string, stream = 'treaty-cat') => said(stream, 'TreatyAcceded', '2020-01-15', { actor })

let folder: string
let feed: AFeed
const data = (name = 'own'): string => join(folder, name)
const append = (...list: Parameters<typeof record> extends [unknown, ...infer R] ? R : never) =>
  record(feed.workspace.log, ...list)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-feed-'))
  feed = await aFeed(data())
  await append(acceded('fsm'), acceded('plw'))
  await append(acceded('nru'))
})
afterEach(async () => {
  await feed.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the feed', () => {
  it('has every event from the beginning, then those that are appended, each as CloudEvents has it', async () => {
    const client = await follow(feed.url('?after=0'))
    expect(client.status).toBe(200)
    expect(client.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    await client.take(3)
    await append(acceded('tuv'))
    await client.take(4)
    expect(client.ordinals()).toEqual([1, 2, 3, 4])
    for (const { id, data: text } of client.events()) {
      const envelope = JSON.parse(text) as Record<string, unknown> & { data: Record<string, unknown> }
      expect(new CloudEvent(envelope).validate()).toBe(true)
      expect(id).toMatch(new RegExp(`^${envelope.ordinal as number}-[0-9a-f]{8}$`))
      expect(envelope).toMatchObject({
        specversion: '1.0',
        type: 'org.normtrail.TreatyAcceded.v1',
        subject: 'treaty-cat',
        validfrom: '2020-01-15',
        position: id,
        time: envelope.data.recordedAt,
      })
      expect(envelope.source).toMatch(/^urn:normtrail:[0-9a-f]{16}$/)
      expect(envelope.data).toMatchObject({ stream: 'treaty-cat', occurred: '2020-01-15', ordinal: envelope.ordinal })
    }
    client.leave()
  })

  it('goes on exactly where a client was, across a restart', async () => {
    const before = await follow(feed.url('?after=0'))
    await before.take(3)
    await feed.close()
    await before.ended()
    expect(before.last()).toMatchObject({ event: 'bye' })
    const elsewhere = openSqliteLog(join(data(), 'log.sqlite'))
    await record(elsewhere, acceded('tuv'), acceded('kir'))
    await elsewhere.close()
    feed = await aFeed(data())
    const after = await follow(feed.url('?after=0'), { 'last-event-id': before.events().at(-1)?.id ?? '' })
    await after.take(2)
    await append(acceded('ton'))
    await after.take(3)
    expect([...before.ordinals(), ...after.ordinals()]).toEqual([1, 2, 3, 4, 5, 6])
    after.leave()
  })

  it('begins at the head where nothing is said, and says where that is', async () => {
    const client = await follow(feed.url())
    await client.until(() => client.messages.length > 0)
    expect(client.last()).toMatchObject({ event: 'position', id: expect.stringMatching(/^3-/) as string })
    await append(acceded('tuv'))
    await client.take(1)
    expect(client.ordinals()).toEqual([4])
    client.leave()
  })

  it('sends nothing of a commit before it is whole, and all of it in order', async () => {
    const client = await follow(feed.url('?after=2'))
    await append(...Array.from({ length: 50 }, (_, index) => acceded('usa', `treaty-t${index}`)))
    await client.take(51)
    expect(client.ordinals()).toEqual(Array.from({ length: 51 }, (_, index) => index + 3))
    expect(
      new Set(
        client
          .events()
          .slice(1)
          .map(({ id }) => id?.split('-')[1]),
      ).size,
    ).toBe(1)
    client.leave()
  })

  it('sees what another process appends', async () => {
    const client = await follow(feed.url())
    const other = openSqliteLog(join(data(), 'log.sqlite'))
    await record(other, acceded('tuv'))
    await client.take(1)
    expect(client.ordinals()).toEqual([4])
    await other.close()
    client.leave()
  })

  it('shows that it is there', async () => {
    await feed.close()
    feed = await aFeed(data(), { heartbeat: 10 })
    const client = await follow(feed.url())
    await client.until(() => client.comments.length >= 2)
    client.leave()
  })
})

const reset = async (url: string, headers: Readonly<Record<string, string>> = {}) => {
  const client = await follow(url, headers)
  await client.ended()
  expect(client.events()).toEqual([])
  expect(client.last()).toMatchObject({ event: 'reset' })
  expect(client.last()?.id).toBeUndefined()
  return JSON.parse(client.last()?.data ?? '') as { reason: string }
}

describe('a client that says where it was', () => {
  it('may say a bare ordinal', async () => {
    const client = await follow(feed.url('?after=2'))
    await client.take(1)
    expect(client.ordinals()).toEqual([3])
    client.leave()
  })
  it('may say that it was at the beginning of a log that held nothing yet', async () => {
    const client = await follow(feed.url('?after=0-00000000'))
    await client.take(3)
    expect(client.ordinals()).toEqual([1, 2, 3])
    client.leave()
  })
  it('is told that the log ends before', async () => {
    expect(await reset(feed.url('?after=4'))).toMatchObject({ reason: 'beyond-head' })
    expect(feed.feed.counts).toMatchObject({ reset: 1, consumers: 0 })
  })
  it('is told that it comes from another log', async () => {
    const other = await aFeed(data('other'))
    await record(other.workspace.log, acceded('fsm'), acceded('plw'), acceded('nru'))
    const there = await follow(other.url('?after=0'))
    await there.take(3)
    const id = there.events()[1]?.id ?? ''
    there.leave()
    await other.close()
    expect(await reset(feed.url(), { 'last-event-id': id })).toMatchObject({ reason: 'unknown-position' })
    expect(await reset(feed.url(`?after=${id}`))).toMatchObject({ reason: 'unknown-position' })
    // The beginning of a log has a hash, too: the same of every log.
    expect(await reset(feed.url('?after=0-deadbeef'))).toMatchObject({ reason: 'unknown-position' })
    expect(await reset(feed.url(), { 'last-event-id': 'of-something-else' })).toMatchObject({
      reason: 'unknown-position',
    })
  })
  it('is told that the log was restored from a copy and went on otherwise', async () => {
    await feed.workspace.catchUp()
    await feed.close()
    cpSync(data(), data('copy'), { recursive: true })
    feed = await aFeed(data())
    await append(acceded('tuv'))
    const client = await follow(feed.url('?after=3'))
    await client.take(1)
    const [gone] = client.events()
    const kept = (await follow(feed.url('?after=2'))) as Awaited<ReturnType<typeof follow>>
    await kept.take(1)
    const shared = kept.events()[0]?.id ?? ''
    kept.leave()
    client.leave()
    await feed.close()
    feed = await aFeed(data('copy'))
    await append(acceded('kir'), acceded('ton'))
    expect(await reset(feed.url(), { 'last-event-id': gone?.id ?? '' })).toMatchObject({ reason: 'unknown-position' })
    const well = await follow(feed.url(), { 'last-event-id': shared })
    await well.take(2)
    expect(well.ordinals()).toEqual([4, 5])
    well.leave()
  })
})

describe('filters', () => {
  beforeEach(async () => {
    await append(
      said('state-plw', 'ActorDefined', undefined, { actor: 'plw', name: 'Palau', kind: 'state' }),
      said('norm-care', 'NormDefined', undefined, { norm: 'care', name: 'Care', statement: 'Do.', coreArticles: [] }),
      said('norm-care', 'InstrumentLinked', undefined, { instrument: 'crc', role: 'core' }),
    )
    await feed.workspace.catchUp()
  })
  it('keep the places of the log, back and ahead; what corrects an event goes with it', async () => {
    const of = acceded('plw', 'treaty-crc')
    await append(of)
    const client = await follow(feed.url('?after=0&state=plw'))
    await client.take(3)
    await append(acceded('fsm', 'treaty-crc'), corrected(of, { occurred: '2021-01-01' }))
    await client.take(4)
    expect(client.ordinals()).toEqual([2, 4, 7, 9])
    client.leave()
    const stream = await follow(feed.url('?after=0&stream=treaty-crc&type=TreatyAcceded'))
    await stream.take(2)
    expect(stream.ordinals()).toEqual([7, 8])
    stream.leave()
    const norm = await follow(feed.url('?after=0&norm=care'))
    await norm.take(5)
    expect(norm.ordinals()).toEqual([5, 6, 7, 8, 9])
    norm.leave()
  })
  it('let a client know how far the log was looked through', async () => {
    await feed.close()
    feed = await aFeed(data(), { heartbeat: 10 })
    const client = await follow(feed.url('?state=plw'))
    await append(acceded('nru', 'treaty-crc'))
    await client.until(() => client.last()?.id?.startsWith('7-') === true)
    expect(client.last()).toMatchObject({ event: 'position' })
    client.leave()
  })
  it.each([
    ['?state=atlantis', 'unknown-actor'],
    ['?type=TreatyAcceeded', 'unknown-event-type'],
    ['?stream=treaty-xyz', 'unknown-stream'],
    ['?norm=nothing', 'unknown-norm'],
    ['?sate=plw', 'bad-input'],
    ['?after=x', 'bad-input'],
    ['?after=1&after=2', 'bad-input'],
  ])('%s is refused as %s', async (query, code) => {
    const response = await fetch(feed.url(query))
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ code })
    expect(response.status).toBe(code.startsWith('unknown') && code !== 'unknown-event-type' ? 404 : 400)
  })
})

describe('what is asked otherwise', () => {
  it('HEAD has the headers alone', async () => {
    const response = await fetch(feed.url(), { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  })
  it('another form is none of it', async () => {
    const response = await fetch(feed.url(), { headers: { accept: 'application/json' } })
    expect(response.status).toBe(406)
    expect(await response.json()).toMatchObject({ code: 'not-acceptable' })
  })
  it('names the parameter that is nearest', async () =>
    expect(await (await fetch(feed.url('?sate=plw'))).json()).toMatchObject({ hint: 'Closest: state.' }))
  it('another method is refused', async () => expect((await fetch(feed.url(), { method: 'POST' })).status).toBe(405))
  it('is named to whoever mistypes it', async () => {
    const response = await fetch(feed.url().replace('feed', 'fed'))
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { hint: 'Closest: /v1/feed; /v1 lists all questions.' },
    ])
  })
  it('is measured where it is refused, and not for as long as somebody follows', async () => {
    const client = await follow(feed.url())
    const metrics = async () => (await fetch(new URL('/metrics', feed.address))).text()
    expect(await metrics()).toContain('normtrail_feed_consumers 1\n')
    client.leave()
    await vi.waitUntil(async () => (await metrics()).includes('normtrail_feed_consumers 0\n'), 30_000)
    await fetch(feed.url('?sate=plw'))
    await vi.waitUntil(async () => (await metrics()).includes('route="/v1/feed",status="400"'), 30_000)
    expect(await metrics()).not.toContain('route="/v1/feed",status="200"')
  })
  it('more clients than may follow are sent away until later', async () => {
    await feed.close()
    feed = await aFeed(data(), { most: 1 })
    const client = await follow(feed.url())
    const second = await fetch(feed.url())
    expect(second.status).toBe(503)
    expect(second.headers.get('retry-after')).toBe('10')
    expect(await second.json()).toMatchObject({ code: 'feed-full' })
    expect(feed.feed.counts).toMatchObject({ consumers: 1, refused: 1 })
    client.leave()
  })
  it('an empty log is followed from nothing', async () => {
    const empty = await openWorkspace(data('empty'))
    await empty.close()
    const young = await aFeed(data('empty'))
    const client = await follow(young.url())
    await record(young.workspace.log, acceded('fsm'))
    await client.take(1)
    expect(client.ordinals()).toEqual([1])
    client.leave()
    await young.close()
  })
})
