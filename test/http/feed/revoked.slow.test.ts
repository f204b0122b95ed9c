import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { issueToken } from '../../../src/access/issue-token.ts'
import type { TokenStore } from '../../../src/access/token-store.ts'
import { openTokens } from '../../../src/workspace/engines.ts'
import { inFolder } from '../../../src/workspace/settings.ts'
import { record } from '../../support/a-read-model.ts'
import { said } from '../../support/recorded.ts'
import { bearing } from '../access/a-guarded-server.ts'
import { aFeed, follow, type AFeed } from './a-feed.ts'

const acceded = (actor: string) => said('treaty-cat', 'TreatyAcceded', '2020-01-15', { actor })

let folder: string
/** As another process has it: what it revokes, the server hears of by the file. */
let elsewhere: TokenStore
let tokens: TokenStore
let feed: AFeed
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-feed-'))
  elsewhere = await openTokens(inFolder(folder))
  tokens = await openTokens(inFolder(folder))
  feed = await aFeed(folder, {}, { tokens })
  await record(feed.workspace.log, acceded('fsm'))
})
afterEach(async () => {
  vi.useRealTimers()
  await feed.close()
  await tokens.close()
  await elsewhere.close()
  rmSync(folder, { recursive: true, force: true })
})

const issued = (name: string, expires?: string) =>
  issueToken(elsewhere, { scopes: ['read'], name, expires }, new Date())

it('a feed ends with the token that opened it, and no other one does', async () => {
  const [ada, ben] = [await issued('Ada'), await issued('Ben')]
  const first = await follow(feed.url('?after=0'), bearing(ada.text))
  const second = await follow(feed.url('?after=0'), bearing(ada.text))
  const others = [await follow(feed.url('?after=0'), bearing(ben.text)), await follow(feed.url('?after=0'))]
  await Promise.all([first, second, ...others].map((client) => client.take(1)))
  await elsewhere.revoke(ada.token.id)
  await Promise.all([first.ended(), second.ended()])
  const place = first.events()[0]?.id
  for (const client of [first, second]) {
    expect(client.last()?.event).toBe('bye')
    expect(JSON.parse(client.last()?.data ?? '')).toMatchObject({ reason: 'token-refused', position: place })
  }
  expect((await fetch(feed.url(), { headers: bearing(ada.text) })).status).toBe(401)
  await record(feed.workspace.log, acceded('plw'))
  for (const client of others) {
    await client.take(2)
    client.leave()
  }
}, 60_000)

it('a feed ends with the last day of its token', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime('2027-03-01T12:00:00Z')
  const { text } = await issued('Cleo', '2027-03-01')
  const client = await follow(feed.url('?after=0'), bearing(text))
  await client.take(1)
  vi.setSystemTime('2027-03-02T00:00:01Z')
  await client.ended()
  expect(JSON.parse(client.last()?.data ?? '')).toMatchObject({ reason: 'token-refused' })
}, 60_000)
