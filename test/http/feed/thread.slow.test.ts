import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { answerHere } from '../../../src/http/answering/answer-parts.ts'
import type { Feed } from '../../../src/http/feed/feed.ts'
import { feedInThread } from '../../../src/http/feed/feed-in-thread.ts'
import { listen, type Listening } from '../../../src/http/server.ts'
import { inFolder } from '../../../src/workspace/settings.ts'
import { openWorkspace, type Workspace } from '../../../src/workspace/workspace.ts'
import { record } from '../../support/a-read-model.ts'
import { said } from '../../support/recorded.ts'
import { silentLog } from '../a-server.ts'
import { follow } from './a-feed.ts'

const acceded = (actor: string) => said('treaty-cat', 'TreatyAcceded', '2020-01-15', { actor })

let folder: string
let workspace: Workspace
let feed: Feed
let server: Listening
let isLost: boolean
/** Every thread that is begun, as Node tells of it. */
const threads: Worker[] = []
const seen = (thread: Worker): void => void threads.push(thread)
const url = (query = '') => `${server.address}/v1/feed${query}`
const endTheThread = async (): Promise<void> => void (await threads.at(-1)?.terminate())

beforeEach(async () => {
  process.on('worker', seen)
  folder = mkdtempSync(join(tmpdir(), 'normtrail-feed-'))
  workspace = await openWorkspace(join(folder, 'own'))
  isLost = false
  const answering = answerHere([], workspace)
  const places = () => (isLost ? inFolder(join(folder, 'own', 'log.sqlite', 'nowhere')) : workspace.places())
  feed = await feedInThread({ workspace: { places }, answering, log: silentLog }, {})
  server = await listen({ questions: [], workspace, answering, log: silentLog, feed }, 0, '127.0.0.1')
  await record(workspace.log, acceded('fsm'), acceded('plw'))
})
afterEach(async () => {
  process.off('worker', seen)
  threads.length = 0
  await server.close()
  await feed.close()
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

it('whoever follows is sent each event once, in order, though the thread that reads them ends', async () => {
  const client = await follow(url('?after=0'))
  const filtered = await follow(url('?after=0&type=TreatyAcceded'))
  await client.take(2)
  for (const actor of ['nru', 'tuv', 'kir']) {
    const begun = threads.length
    await endTheThread()
    await record(workspace.log, acceded(actor))
    await client.take(begun + 2)
    expect(threads.length).toBe(begun + 1)
  }
  await record(workspace.log, acceded('ton'))
  await Promise.all([client.take(6), filtered.take(6)])
  expect([client.ordinals(), filtered.ordinals()]).toEqual([
    [1, 2, 3, 4, 5, 6],
    [1, 2, 3, 4, 5, 6],
  ])
  expect(client.messages.map(({ event }) => event)).not.toContain('bye')
  client.leave()
  filtered.leave()
}, 60_000)

it('whoever comes while it is gone has another one begun', async () => {
  await endTheThread()
  const client = await follow(url('?after=0'))
  await client.take(2)
  await record(workspace.log, acceded('nru'))
  await client.take(3)
  expect(client.ordinals()).toEqual([1, 2, 3])
  expect(threads.length).toBe(2)
  client.leave()
}, 60_000)

it('where no other one can be opened they are told to come back, and then nothing is missed', async () => {
  const client = await follow(url('?after=0'))
  await client.take(2)
  isLost = true
  await endTheThread()
  await client.ended()
  expect(client.last()).toMatchObject({ event: 'bye' })
  expect((await fetch(url())).status).toBe(503)
  isLost = false
  await record(workspace.log, acceded('nru'))
  const again = await follow(url(), { 'last-event-id': client.events().at(-1)?.id ?? '' })
  await again.take(1)
  await record(workspace.log, acceded('tuv'))
  await again.take(2)
  expect([...client.ordinals(), ...again.ordinals()]).toEqual([1, 2, 3, 4])
  again.leave()
}, 60_000)

it('nothing is begun any more once it is closed', async () => {
  const client = await follow(url())
  await endTheThread()
  await feed.close()
  await client.ended()
  expect((await fetch(url())).status).toBe(503)
  // Longer than it waits before it begins another one.
  await new Promise((done) => setTimeout(done, 1_500))
  expect(threads.length).toBe(1)
}, 60_000)
