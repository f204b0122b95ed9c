import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueToken } from '../../src/access/issue-token.ts'
import { aFolderOfTokens, type StorePlace } from './stores.ts'

const now = new Date('2026-11-28T12:00:00Z')
const ben = { scopes: ['append'], name: 'Ben' }

describe('access.json', () => {
  let place: StorePlace
  beforeEach(async () => {
    place = await aFolderOfTokens()
  })
  afterEach(() => place.remove())

  it('stands in the data folder, for its owner alone, and holds no secret', async () => {
    const store = await place.open()
    const { text } = await issueToken(store, ben, now)
    expect(store.place).toMatch(/\/data\/access\.json$/)
    expect(statSync(store.place).mode & 0o777).toBe(0o600)
    const kept = readFileSync(store.place, 'utf8')
    expect(kept).toContain('"name": "Ben"')
    for (const part of [text.slice(14, 57), text.slice(14, 30), text]) expect(kept).not.toContain(part)
  })
  it('keeps its mode when it is changed, and leaves nothing half written beside it', async () => {
    const store = await place.open()
    const { token } = await issueToken(store, ben, now)
    await store.noteUse(token.id, '2026-11-28')
    await store.revoke(token.id)
    expect(statSync(store.place).mode & 0o777).toBe(0o600)
    expect(readdirSync(dirname(store.place)).toSorted()).toEqual(['access.json', 'access.lock'])
  })
  it.each(['', '{', '{"version":2,"tokens":[]}', '{"version":1,"tokens":[{"id":"a"}]}', '[]'])(
    'lets nobody in where it is damaged: %j',
    async (text) => {
      const store = await place.open()
      mkdirSync(dirname(store.place), { recursive: true })
      writeFileSync(store.place, text)
      await expect(store.find('0123456789')).rejects.toMatchObject({ code: 'access-damaged', httpStatus: 503 })
      await expect(issueToken(store, ben, now)).rejects.toMatchObject({ code: 'access-damaged' })
      expect(readFileSync(store.place, 'utf8')).toBe(text)
    },
  )
  it('may go: then there are no tokens', async () => {
    const store = await place.open()
    await issueToken(store, ben, now)
    rmSync(store.place)
    expect(await store.all()).toEqual([])
  })
})

describe('what is asked for', () => {
  it.each([
    [{ ...ben, name: '' }, 'bad-name'],
    [{ ...ben, name: ' \t ' }, 'bad-name'],
    [{ ...ben, name: 'Ben\nAda' }, 'bad-name'],
    [{ ...ben, name: 'Ben\u001b[2J' }, 'bad-name'],
    [{ ...ben, name: 'Ben\u202enimda' }, 'bad-name'],
    [{ ...ben, name: 'Ben\ud800' }, 'bad-name'],
    [{ ...ben, name: 'n'.repeat(201) }, 'bad-name'],
    [{ ...ben, scopes: [] }, 'bad-scope'],
    [{ ...ben, scopes: ['write'] }, 'bad-scope'],
    [{ ...ben, scopes: ['append', 'Admin'] }, 'bad-scope'],
    [{ ...ben, expires: '2026-11-27' }, 'bad-expiry'],
    [{ ...ben, expires: 'tomorrow' }, 'bad-date'],
    [{ ...ben, expires: '2027-02-29' }, 'bad-date'],
  ])('is refused, and nothing is made: %j', async (wish, code) => {
    const place = await aFolderOfTokens()
    const store = await place.open()
    await expect(issueToken(store, wish, now)).rejects.toMatchObject({ code })
    expect(await store.all()).toEqual([])
    await place.remove()
  })
})
