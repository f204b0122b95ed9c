import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLog } from '../../../src/workspace/engines.ts'
import { inFolder } from '../../../src/workspace/settings.ts'
import { record } from '../../support/a-read-model.ts'
import { startLogServer, type LogServer } from '../../support/eventstore.ts'
import { said } from '../../support/recorded.ts'
import { aFeed, follow } from './a-feed.ts'

const acceded = (actor: string) => said('treaty-cat', 'TreatyAcceded', '2020-01-15', { actor })

let server: LogServer
let folder: string

beforeAll(async () => {
  server = await startLogServer()
  folder = mkdtempSync(join(tmpdir(), 'normtrail-feed-'))
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('follows a log on EventStoreDB across a restart, whoever appends', async () => {
  const settings = { ...inFolder(join(folder, 'data')), log: server.connection, logName: server.freshLogName() }
  const other = await openLog(settings)
  let feed = await aFeed(settings)
  const before = await follow(feed.url('?after=0'))
  await record(feed.workspace.log, acceded('fsm'), acceded('plw'))
  await record(other, acceded('nru'))
  await before.take(3)
  await feed.close()
  await before.ended()
  await record(other, acceded('tuv'))
  feed = await aFeed(settings)
  const after = await follow(feed.url(), { 'last-event-id': before.events().at(-1)?.id ?? '' })
  await after.take(1)
  await record(other, acceded('kir'))
  await after.take(2)
  expect([...before.ordinals(), ...after.ordinals()]).toEqual([1, 2, 3, 4, 5])
  after.leave()
  await feed.close()
  await other.close()
})
