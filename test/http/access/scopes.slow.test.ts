import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopes } from '../../../src/access/scope.ts'
import { issueToken } from '../../../src/access/issue-token.ts'
import { callerOf } from '../../../src/http/access/caller.ts'
import { guard } from '../../../src/http/access/guard.ts'
import { requireScope } from '../../../src/http/access/require-scope.ts'
import { problemHandler } from '../../../src/http/problems/problem-handler.ts'
import { accessOnThisMachine } from '../../../src/http/service/access-settings.ts'
import { aFolderOfTokens, type StorePlace } from '../../access/stores.ts'
import { silentLog } from '../a-server.ts'

/** Routes that want each scope, behind the guard that the app has. */
describe('a route that wants a scope', () => {
  let place: StorePlace
  let address: string
  let stop: () => void
  const texts = new Map<string, string>()
  beforeAll(async () => {
    place = await aFolderOfTokens()
    const tokens = await place.open()
    for (const scope of scopes)
      texts.set(scope, (await issueToken(tokens, { scopes: [scope], name: `who may ${scope}` }, new Date())).text)
    const app = express()
    guard(app, { ...accessOnThisMachine, tokens }, silentLog)
    for (const scope of scopes)
      app.post(`/${scope}`, requireScope(scope), (request, response) => void response.json(callerOf(request)))
    app.get('/anybody', (request, response) => void response.json({ caller: callerOf(request) ?? null }))
    app.use(problemHandler(silentLog))
    const server = createServer(app).listen(0, '127.0.0.1')
    await once(server, 'listening')
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    stop = () => void server.close()
  })
  afterAll(async () => {
    stop()
    await place.remove()
  })
  const post = (scope: string, token?: string) =>
    fetch(`${address}/${scope}`, {
      method: 'POST',
      headers: token === undefined ? {} : { Authorization: `Bearer ${texts.get(token)}` },
    })

  const allowed: Readonly<Record<string, readonly string[]>> = {
    read: ['read'],
    append: ['read', 'append'],
    correct: ['read', 'correct'],
    review: ['read', 'review'],
    admin: ['read', 'append', 'correct', 'review', 'admin'],
  }
  it.each(scopes)('answers %s what it may, and says of the rest which scope is wanted', async (held) => {
    for (const wanted of scopes) {
      const response = await post(wanted, held)
      const may = allowed[held]?.includes(wanted) === true
      const body = (await response.json()) as object
      expect([wanted, response.status]).toEqual([wanted, may ? 200 : 403])
      if (may) expect(body).toEqual({ tokenId: texts.get(held)?.slice(3, 13), name: `who may ${held}`, scopes: [held] })
      else {
        expect(body).toMatchObject({ status: 403, code: 'scope-wanted' })
        expect(response.headers.get('WWW-Authenticate')).toBe(
          `Bearer realm="normtrail", error="insufficient_scope", scope="${wanted}"`,
        )
      }
    }
  })
  it('wants a token also where reading is open', async () => {
    const response = await post('append')
    expect(response.status).toBe(401)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="normtrail"')
  })
  it('knows nobody where no token came', async () =>
    expect(await (await fetch(`${address}/anybody`)).json()).toEqual({ caller: null }))
})
