import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questions } from '../../../src/queries/index.ts'
import { aWorkspaceOf } from '../../support/a-workspace-of.ts'
import { append } from '../../support/append.ts'
import { copyBundledCaseTo } from '../../support/made-once.ts'
import { serverOver } from '../a-server.ts'

let made: Awaited<ReturnType<typeof aWorkspaceOf>>
let server: Awaited<ReturnType<typeof serverOver>>
beforeAll(async () => {
  made = await aWorkspaceOf(async (workspace) => workspace.catchUp(), copyBundledCaseTo)
  const { workspace } = made
  server = await serverOver(questions, workspace)
})
afterAll(async () => {
  await server.close()
  await made.dispose()
})

interface Page {
  readonly items: readonly { readonly id: string }[]
  readonly next: string | null
  readonly total?: number
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(new URL(path, server.address), { headers })
const page = async (path: string) => (await (await get(path)).json()) as Page

/** RFC 8288: the target of the link whose relation is `next`. */
const nextOf = (response: Response): string | undefined =>
  /<([^>]*)>\s*;\s*rel="next"/.exec(response.headers.get('link') ?? '')?.[1]

const afghanistan = (actor: string) => ({
  stream: 'treaty-cat',
  type: 'TreatySigned',
  occurred: '1999-01-01',
  sources: [{ citation: 'a test', kind: 'press' }],
  data: { actor },
})

describe('a list over HTTP', () => {
  it('is gone through by its links, whatever is appended meanwhile', async () => {
    const whole = await page('/v1/events?stream=treaty-cat&limit=10000')
    const ids: string[] = []
    for (let path: string | undefined = '/v1/events?stream=treaty-cat&limit=100'; path !== undefined;) {
      const response: Response = await get(path)
      const { items, next } = (await response.json()) as Page
      ids.push(...items.map(({ id }) => id))
      path = nextOf(response)
      expect(path === undefined).toBe(next === null)
      await append(made.workspace, afghanistan('afg'))
      await made.workspace.catchUp()
    }
    expect(ids).toEqual(whole.items.map(({ id }) => id))
    expect(whole.items.length).toBeGreaterThan(100)
  })

  it('keeps its filters, limit and format in the link', async () => {
    const link = nextOf(await get('/v1/states?q=republic&kind=state&limit=2&format=json')) ?? ''
    const { pathname, searchParams } = new URL(link, server.address)
    expect([pathname, Object.fromEntries(searchParams)]).toMatchObject([
      '/v1/states',
      { q: 'republic', kind: 'state', limit: '2', format: 'json' },
    ])
    expect((await get(link)).status).toBe(200)
  })

  it('counts where that is preferred, says that it did, and never by itself', async () => {
    const plain = await get('/v1/states?limit=1')
    expect(await plain.json()).not.toHaveProperty('total')
    expect(plain.headers.get('preference-applied')).toBeNull()
    for (const prefer of ['count=exact', 'respond-async, count="exact"; x=1']) {
      const response = await get('/v1/states?limit=1', { prefer })
      const { items, total } = (await response.json()) as Page
      expect([items.length, total]).toEqual([1, (await page('/v1/states?limit=10000')).items.length])
      expect(response.headers.get('preference-applied')).toBe('count=exact')
      expect(response.headers.get('vary')).toMatch(/\bPrefer\b/)
      expect(await page(nextOf(response) ?? '')).not.toHaveProperty('total')
    }
    const estimated = await get('/v1/states?limit=1', { prefer: 'count=estimated' })
    expect(await estimated.json()).not.toHaveProperty('total')
    expect((await get('/v1/info', { prefer: 'count=exact' })).headers.get('preference-applied')).toBeNull()
    expect((await get('/v1/states?format=csv', { prefer: 'count=exact' })).headers.get('preference-applied')).toBeNull()
  })

  it('is whole as a table, whatever its limit, with its header once', async () => {
    const { items } = await page('/v1/events?limit=1')
    expect(items).toHaveLength(1)
    const { ordinal } = await made.workspace.log.head()
    const csv = await (await get('/v1/events?format=csv&limit=1')).text()
    expect(csv.match(/^ordinal,id,/gm)).toHaveLength(1)
    const jsonl = await (await get('/v1/events?format=jsonl&limit=1')).text()
    expect(jsonl.match(/\n/g)).toHaveLength(ordinal)
  })

  it.each([
    ['/v1/states?limit=10001', 400],
    ['/v1/states?limit=0', 400],
    ['/v1/states?after=x', 400],
    ['/v1/states?q=%2C', 400],
    ['/v1/states?kind=planet', 400],
    ['/v1/events?norm=nothing', 404],
  ])('refuses %s', async (path, status) => expect((await get(path)).status).toBe(status))

  it.each([
    ['/v1/states/fra', '/v1/state/fra'],
    ['/v1/treaties/cat?asOf=1990-01-01', '/v1/treaty/cat?asOf=1990-01-01'],
    ['/v1/organisations/eu', '/v1/organisation/eu'],
    ['/v1/norms/torture', '/v1/norm/torture'],
    ['/v1/campaigns/icbl', '/v1/campaign/icbl'],
    ['/v1/raters/pts', '/v1/rater/pts'],
    ['/v1/sources/pts-table', '/v1/source/pts-table'],
  ])('has one of its things below it: %s is %s', async (below, itself) => {
    const [one, other] = [await get(below), await get(itself)]
    expect([one.status, await one.text()]).toEqual([200, await other.text()])
  })

  it('has no such thing below it where it is not, nor below the paths of before', async () => {
    expect((await get('/v1/states/nowhere')).status).toBe(404)
    expect((await get('/v1/proposals/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await get('/v1/proposals/agreement')).status).toBe(200)
    expect((await get('/api/states/fra')).status).toBe(404)
    const posted = await fetch(new URL('/v1/states/fra', server.address), { method: 'POST' })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, expect.stringContaining('GET')])
  })

  it('has the shape of before where it was before, for one release', async () => {
    const events = (await (await get('/api/events?limit=2')).json()) as Record<string, unknown>
    expect(Object.keys(events)).toEqual(['events', 'more', 'next', 'asOf', 'asKnownAt', 'ordinal', 'releaseId'])
    expect([events['more'], events['next']]).toEqual([true, expect.stringMatching(/^2-[0-9a-f]{16}$/)])
    const after = (await (await get(`/api/events?limit=1&after=${String(events['next'])}`)).json()) as {
      events: { ordinal: number }[]
    }
    expect(after.events[0]?.ordinal).toBe(3)
    const sources = (await (await get('/api/sources')).json()) as Record<string, unknown>
    expect(Object.keys(sources)).toEqual(['sources', 'citedInFull', 'asOf', 'asKnownAt', 'ordinal', 'releaseId'])
    const { rows } = (await (await get('/api/proposals')).json()) as { rows: unknown }
    expect(rows).toEqual([])
    const plain = await get('/api/events?limit=2')
    expect(plain.headers.get('link')).not.toContain('rel="next"')
  })
})
