import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seal } from '../../src/events/seal.ts'
import { beginningOf, endOf } from '../../src/ingest/backdated/load-markers.ts'
import { questions } from '../../src/queries/index.ts'
import type { Instant } from '../../src/time/instant.ts'
import { version } from '../../src/package/version.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { aDataFolder } from '../exports/a-workspace.ts'
import { fakeQuestions } from '../exports/fake-questions.ts'
import { serverOver } from './a-server.ts'

/** A name that no header can carry. */
const by = { recordedBy: 'Ż. 中' }
const begun = beginningOf({ recordedAt: 'source', bundled: true, releases: ['untc-2015-03-14'], today: '2026-03-01' })

let folder: Awaited<ReturnType<typeof aDataFolder>>
let workspace: Workspace
let server: Awaited<ReturnType<typeof serverOver>>
beforeAll(async () => {
  folder = await aDataFolder()
  workspace = await openWorkspace(folder.data)
  server = await serverOver([...fakeQuestions, ...questions], workspace)
  await workspace.log.appendCommit([{ stream: 'load-backdated', expected: 'no-stream', events: [seal(begun)] }], by)
})
afterAll(async () => {
  await server.close()
  await workspace.close()
  await folder.remove()
})

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${server.address}${path}`, { headers })
const warningOf = ({ headers }: Response) => headers.get('normtrail-warning')
const question = '/v1/greeting/fra?asOf=2000-01-01'

describe('over HTTP, a log that holds a part of a load', () => {
  it('says so in its health: which load, and what to do; and is answered for all the same', async () => {
    const response = await get('/healthz')
    expect(response.status).toBe(200)
    expect(warningOf(response)).toBe('unfinished-load')
    expect(await response.json()).toEqual({
      status: 'unfinished-load',
      version,
      ordinal: 2,
      unfinished: {
        says: expect.stringMatching(
          /\(`import folder`, with the bundled case, `recordedAt` source\), begun \S+ by Ż\. 中/,
        ) as string,
        todo: expect.stringContaining('Give that command again') as string,
      },
    })
  })
  it.each([
    ['an answer', question, 200],
    ['an answer as of an earlier knowledge', `${question}&asKnownAt=2999-01-01`, 200],
    ['a table', '/v1/panel/numbers?years=1&format=csv', 200],
    ['what cannot be answered from it', '/v1/greeting/fra?asKnownAt=1990-01-01', 400],
  ])('is told of with %s', async (_, path, status) => {
    const response = await get(path)
    expect([response.status, warningOf(response)]).toEqual([status, 'unfinished-load'])
  })
  it('is told of with the word that nothing has changed', async () => {
    const tag = (await get(question)).headers.get('etag') ?? ''
    const response = await get(question, { 'if-none-match': tag, 'cache-control': 'max-age=0' })
    expect([response.status, warningOf(response)]).toEqual([304, 'unfinished-load'])
  })
  it('has its header in OpenAPI, wherever it may come', async () => {
    const { paths, components } = (await (await get('/openapi.json')).json()) as {
      paths: Record<string, { get: { responses: Record<string, { headers?: object }> } }>
      components: { responses: { Problem: { headers: object } }; headers: object }
    }
    const { responses } = paths['/v1/greeting/{state}/{subject}']?.get ?? expect.fail('no path')
    for (const { headers } of [responses[200], responses[304], components.responses.Problem] as { headers?: object }[])
      expect(headers).toMatchObject({ 'Normtrail-Warning': { $ref: '#/components/headers/Normtrail-Warning' } })
    expect(components.headers).toMatchObject({ 'Normtrail-Warning': { schema: { enum: ['unfinished-load'] } } })
  })
  it('says first that it is itself moved from elsewhere, and not all of it has come', async () => {
    await workspace.log.noteMove('2026-03-01T12:00:00.000000Z' as Instant)
    expect(await (await get('/healthz')).json()).toMatchObject({
      status: 'unfinished-load',
      unfinished: { says: expect.stringContaining('`log import` moves into it, begun 2026-03-01T12:00') as string },
    })
    await workspace.log.noteMove(undefined)
  })
  it('is told of no more when the load is complete', async () => {
    await workspace.log.appendCommit([{ stream: 'load-backdated', expected: 0, events: [seal(endOf(begun))] }], by)
    for (const path of ['/healthz', question]) expect(warningOf(await get(path))).toBeNull()
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok', version, ordinal: 3 })
  })
})
