import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NormtrailError } from '../../src/common/error.ts'
import { familyOf } from '../../src/events/registry.ts'
import type { RecordedEvent } from '../../src/events/envelope.ts'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { record } from '../support/a-read-model.ts'
import { asker } from '../support/ask.ts'
import { copyBundledCaseTo } from '../support/made-once.ts'
import { corrected, retracted } from '../support/recorded.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { fc } from '../support/seeded.ts'

/**
 * A server keeps what it made of rows for as long as nothing is recorded that matters to it. Whatever is recorded: an
 * answer from what was kept is that of a process that has kept nothing.
 */
const clocks = { asOf: '2010-06-01' }
type Asked = readonly (readonly [string, Readonly<Record<string, unknown>>])[]

const asked: Asked = [
  ['status', { state: 'usa', subject: 'cat' }],
  ['status', { state: 'srb', subject: 'torture' }],
  ['explain status', { state: 'gbr', subject: 'torture' }],
  ['explain status', { state: 'fra', subject: 'ottawa' }],
  ['world', { subject: 'ottawa' }],
  ['treaty', { treaty: 'rome' }],
  ['reservations', { treaty: 'cedaw' }],
  ['memberships', { state: 'hun' }],
  ['members', { igo: 'coe' }],
  ['exposure', { state: 'hun', adoption: 'cat' }],
  ['accession', { igo: 'eu' }],
  ['pressure', { state: 'chl' }],
  ['coverage', { subject: 'cat' }],
  ['names', {}],
]

/** As long as all others together take: asked after every other commit. What is out of date stays so till then. */
const askedSeldom: Asked = [
  ['exposure', { state: 'chl', score: 'pts:state', channel: 'igo,treaties' }],
  ['spread', { subject: 'ottawa' }],
  ['spiral', { state: 'chl', norm: 'torture', score: 'pts:state' }],
  ['contestation', { norm: 'landmines' }],
]
const askedAfter = (commits: number): Asked => (commits % 2 === 0 ? [...asked, ...askedSeldom] : asked)

/** Streams that tell of what is asked. */
const tellsOf: ReadonlySet<string> = new Set([
  'treaty-ottawa',
  'igo-coe',
  'state-srb',
  'norm-torture',
  'domestic-gbr',
  'practice-pts-state-chl',
  'conduct-torture-chl',
])

let folder: string
let keeping: Workspace
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'normtrail-kept-'))
  await copyBundledCaseTo(folder)
  keeping = await openWorkspace(folder)
}, 60_000)
afterAll(async () => {
  await keeping.close()
  await rm(folder, { recursive: true, force: true })
})

const answersOf = async (workspace: Workspace, those: Asked): Promise<readonly string[]> => {
  const ask = asker(() => workspace)
  const answers: string[] = []
  for (const [name, input] of those)
    answers.push(
      await ask(name, input, clocks).then(JSON.stringify, (thrown: unknown) => {
        if (thrown instanceof NormtrailError) return thrown.report
        throw thrown
      }),
    )
  return answers
}

const anew = async (those: Asked): Promise<readonly string[]> => {
  const workspace = await openWorkspace(folder)
  try {
    return await answersOf(workspace, those)
  } finally {
    await workspace.close()
  }
}

const eventsByFamily = async (): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> => {
  const events: RecordedEvent[] = []
  for await (const { event } of keeping.log.readAll()) if (!event.type.startsWith('Event')) events.push(event)
  return groupBy(events, ({ stream }) => familyOf(stream))
}

describe('what a server has kept', () => {
  it('is never what another commit has changed', async () => {
    const families = [...(await eventsByFamily()).entries()].filter(([family]) => family !== 'load')
    expect(families.length).toBeGreaterThan(8)
    const before = await answersOf(keeping, askedAfter(0))
    expect(before).toEqual(await anew(askedAfter(0)))
    let changed = 0
    let last = before
    const picks = fc.sample(fc.nat(100_000), families.length)
    for (const [index, [, all]] of families.entries()) {
      const telling = all.filter(({ stream, type }) => tellsOf.has(stream) && !type.endsWith('Defined'))
      const events = telling.length > 0 ? telling : all
      const event = events[(picks[index] ?? 0) % events.length] as RecordedEvent
      await record(keeping.log, retracted({ stream: event.stream, event }))
      const those = askedAfter(index + 1)
      const now = await answersOf(keeping, those)
      expect(now, `after a retraction in ${event.stream}`).toEqual(await anew(those))
      // The ordinal is in every answer: what else is another one?
      if (withoutOrdinal(now) !== withoutOrdinal(last)) changed += 1
      last = now
    }
    expect(changed).toBeGreaterThan(2)
  }, 300_000)
  it('is no title of a treaty that was corrected since', async () => {
    const concluded = (await eventsByFamily())
      .get('treaty')
      ?.find(({ stream, type }) => stream === 'treaty-cat' && type === 'TreatyConcluded') as RecordedEvent
    const told = () => asker(() => keeping)('explain status', { state: 'usa', subject: 'cat' }, clocks)
    expect(JSON.stringify(await told())).not.toContain('the Pact of Toyland')
    const data = { ...concluded.data, shortTitle: 'the Pact of Toyland' }
    await record(keeping.log, corrected({ stream: 'treaty-cat', event: concluded }, { data }))
    expect(JSON.stringify(await told())).toContain('the Pact of Toyland')
  })
})

/** Of what is asked after every commit. */
const withoutOrdinal = (answers: readonly string[]): string =>
  answers
    .slice(0, asked.length)
    .join('\n')
    .replaceAll(/"ordinal":\d+/g, '')
