import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApiOf } from '../../src/http/openapi/document.ts'
import { questions } from '../../src/queries/index.ts'
import { fc } from '../support/seeded.ts'
import { aBundledServer } from './a-bundled-server.ts'
import { faultsOf } from './fuzz/judge.ts'
import { requests } from './fuzz/requests.ts'
import { sender } from './fuzz/send.ts'
import { describedIn } from './fuzz/targets.ts'
import { documented } from './openapi/documented.ts'

/** `npm run fuzz` asks twenty times as much, and other things each time; it prints the seed. */
const isLong = process.env['MODE'] === 'fuzz'
const given = process.env['NORMTRAIL_FUZZ_SEED']
const seed = Number(given ?? (isLong ? Date.now() % 2 ** 31 : 20261128))
const most = isLong ? 10_000 : 500

const document = openApiOf(questions)
const held = documented(document)

interface Kind {
  readonly numRuns: number
  readonly openReading: boolean
  readonly requireIfMatch: boolean
  /** How often each status comes at least: enough of it is understood for this to mean something. */
  readonly reached: Readonly<Record<number, number>>
}
/** What a server comes to that records: a key that comes again, a stream that stands elsewhere. */
const recording = { 200: most / 10, 201: 10, 409: 1, 412: 1, 422: 5 }
const kinds: readonly (readonly [string, Kind])[] = [
  ['whoever asks may read', { numRuns: most, openReading: true, requireIfMatch: false, reached: recording }],
  ['reading wants a token', { numRuns: most, openReading: false, requireIfMatch: false, reached: recording }],
  [
    'who records has to say where the stream stands',
    { numRuns: most / 4, openReading: true, requireIfMatch: true, reached: { 200: 10, 412: 1, 428: 5 } },
  ],
]

describe.each(kinds)(`requests that nobody would send, seed ${seed}, where %s`, (_, kind) => {
  const { numRuns, openReading, requireIfMatch, reached } = kind
  let server: Awaited<ReturnType<typeof aBundledServer>>
  let client: ReturnType<typeof sender>
  beforeAll(async () => {
    server = await aBundledServer({ openReading }, { requireIfMatch })
    client = sender(server.address)
  })
  afterAll(async () => {
    client.close()
    await server.close()
  })

  it('are answered, or refused in words; what is refused changes nothing', async () => {
    const tokens = Object.values(server.tokens)
    const places = Object.values(server.workspace.settings).map(String)
    const secrets = [...places.filter((place) => place.includes('/')), ...tokens]
    const head = async () => JSON.stringify(await server.workspace.log.head())
    const statuses = new Map<number, number>()
    let before = await head()
    await fc.assert(
      fc.asyncProperty(requests(describedIn(document, held.resolved), tokens), async (request) => {
        const answer = await client.send(request)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        expect(faultsOf(held, request, answer, secrets)).toEqual([])
        const after = await head()
        if (answer.status >= 300) expect(after).toBe(before)
        before = after
      }),
      { numRuns, seed, endOnFailure: isLong },
    )
    const counted = Object.fromEntries([...statuses].toSorted(([a], [b]) => a - b))
    if (isLong) console.log(`seed ${seed}`, counted)
    for (const [status, least] of Object.entries(reached))
      expect(statuses.get(Number(status)) ?? 0, `${status} of ${JSON.stringify(counted)}`).toBeGreaterThanOrEqual(least)
    expect((await client.send({ method: 'GET', target: '/healthz', headers: {}, path: '/healthz' })).status).toBe(200)
  }, 1_800_000)
})
