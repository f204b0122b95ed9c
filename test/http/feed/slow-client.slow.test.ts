import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FeedOptions } from '../../../src/http/feed/feed.ts'
import { record } from '../../support/a-read-model.ts'
import { said } from '../../support/recorded.ts'
import { aFeed, follow, type AFeed } from './a-feed.ts'

let folder: string
let feed: AFeed
const sockets: Socket[] = []

/** More at once than what the system keeps for a connection that nobody reads. */
const long = (stream: string) =>
  said(stream, 'TreatyAcceded', '2020-01-15', { actor: 'usa' }, { note: 'x'.repeat(100_000) })

const start = async (options: Partial<FeedOptions>): Promise<void> => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-feed-'))
  feed = await aFeed(join(folder, 'data'), options)
}

/** A client that asks, and reads nothing of the answer until it is told to. */
const stalled = async (path: string): Promise<Socket> => {
  const { host, port } = new URL(feed.address)
  const socket = connect(Number(port), '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.pause()
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  return socket
}

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await sleep(5)
}

beforeEach(() => void sockets.splice(0))
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await feed.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a client that does not read', () => {
  it('is dropped when too much came meanwhile, is told where it was, and hurts nobody', async () => {
    await start({ bytes: 1_000_000 })
    const well = await follow(feed.url('?after=0'))
    const one = await stalled('/v1/feed?after=0')
    await until(() => feed.feed.counts.consumers === 2)
    let sent = 0
    while (feed.feed.counts.lagged === 0 && sent < 400) {
      await record(feed.workspace.log, ...Array.from({ length: 10 }, (_, index) => long(`treaty-t${sent + index}`)))
      sent += 10
      await well.take(sent)
    }
    expect(feed.feed.counts.lagged).toBe(1)
    expect(well.ordinals()).toEqual(Array.from({ length: sent }, (_, index) => index + 1))
    let read = ''
    one.on('data', (chunk: Buffer) => (read += chunk.toString('latin1')))
    one.resume()
    await once(one, 'close')
    const ids = [...read.matchAll(/^id: (\S+)\nevent: event$/gm)].map(([, id]) => id)
    const last = /event: lagged\ndata: (.*)\n/.exec(read)?.[1] ?? '{}'
    expect(JSON.parse(last)).toMatchObject({ reason: 'too-far-behind', position: ids.at(-1) })
    const again = await follow(feed.url(), { 'last-event-id': ids.at(-1) ?? '' })
    await again.take(sent - ids.length)
    expect(again.ordinals()[0]).toBe(ids.length + 1)
    again.leave()
    well.leave()
  })

  it('is dropped when it reads nothing for too long', async () => {
    await start({ patience: 20 })
    await record(feed.workspace.log, ...Array.from({ length: 150 }, (_, index) => long(`treaty-t${index}`)))
    const one = await stalled('/v1/feed?after=0')
    await until(() => feed.feed.counts.lagged === 1)
    one.destroy()
    await until(() => feed.feed.counts.consumers === 0)
  })
})
