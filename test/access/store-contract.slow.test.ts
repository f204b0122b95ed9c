import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkToken } from '../../src/access/check-token.ts'
import { issueToken } from '../../src/access/issue-token.ts'
import { aDatabaseOfTokens, aFolderOfTokens, type StorePlace } from './stores.ts'

const now = new Date('2026-11-28T12:00:00Z')
const ben = { scopes: ['append'], name: 'Ben' }

describe.each([
  ['in a folder', aFolderOfTokens],
  ['in PostgreSQL', aDatabaseOfTokens],
])('tokens %s', (_where, made) => {
  let place: StorePlace
  beforeEach(async () => {
    place = await made()
  })
  afterEach(() => place.remove())

  it('are none at first, and asking makes nothing', async () => {
    const store = await place.open()
    expect(await store.all()).toEqual([])
    expect(await store.find('0123456789')).toBeUndefined()
    expect(await store.revoke('0123456789')).toBeUndefined()
    await store.noteUse('0123456789', '2026-11-28')
    expect(await store.all()).toEqual([])
  })
  it('are kept with all that is known of them, in order, and without what is sent', async () => {
    const store = await place.open()
    const first = await issueToken(store, { scopes: ['review', 'append'], name: 'Ada', expires: '2027-01-31' }, now)
    const second = await issueToken(store, ben, new Date('2026-11-28T12:00:01Z'))
    const kept = await (await place.open()).all()
    expect(kept).toEqual([
      {
        id: first.token.id,
        name: 'Ada',
        scopes: ['append', 'review'],
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        created: '2026-11-28T12:00:00.000Z',
        expires: '2027-01-31',
      },
      expect.objectContaining({ id: second.token.id, name: 'Ben', scopes: ['append'] }),
    ])
    expect(JSON.stringify(kept)).not.toContain(first.text.slice(14, 40))
  })
  it('are known to a process that runs once another makes them, and no longer once it revokes them', async () => {
    const running = await place.open()
    expect(await running.all()).toEqual([])
    const { token, text } = await issueToken(await place.open(), ben, now)
    expect(await checkToken(running, text, '2026-11-28')).toEqual({ token })
    expect(await (await place.open()).revoke(token.id)).toEqual(token)
    await vi.waitUntil(async () => 'refused' in (await checkToken(running, text, '2026-11-28')), { timeout: 30_000 })
    expect(await checkToken(running, text, '2026-11-28')).toEqual({ refused: 'unknown' })
  })
  it('are all kept where many processes make and revoke at once', async () => {
    const stores = await Promise.all(Array.from({ length: 12 }, () => place.open()))
    const issued = await Promise.all(stores.map((store, at) => issueToken(store, { ...ben, name: `n${at}` }, now)))
    await Promise.all(
      stores.map((store, at) =>
        at % 2 === 0
          ? store.revoke(issued[at]?.token.id ?? '')
          : store.noteUse(issued[at]?.token.id ?? '', '2026-11-29'),
      ),
    )
    const left = (await (await place.open()).all()).map(({ name, lastUsed }) => `${name} ${lastUsed}`)
    expect(left.toSorted()).toEqual(['n1', 'n11', 'n3', 'n5', 'n7', 'n9'].map((name) => `${name} 2026-11-29`))
  })
  it('are good through their last day, and not after it', async () => {
    const store = await place.open()
    const { text } = await issueToken(store, { ...ben, expires: '2026-11-29' }, now)
    expect(await checkToken(store, text, '2026-11-29')).toHaveProperty('token')
    expect(await checkToken(store, text, '2026-11-30')).toEqual({ refused: 'expired' })
  })
})
