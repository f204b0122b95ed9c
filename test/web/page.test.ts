import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { silentLog } from '../http/a-server.ts'
import { listen } from '../../src/http/server.ts'
import { appendLines } from '../../src/ingest/index.ts'
import { questions } from '../../src/queries/index.ts'
import { aRivalWorld } from '../support/rival-world.ts'
import { openPage } from './a-page.ts'

/** Two consents of A, in a treaty that is in force with B: one was misread and is corrected, the other should not have been recorded. */
const sources = [{ citation: 'A handbook, for tests', kind: 'scholarly' }]
const misread = {
  id: '00000000-0000-4000-8000-0000000000a1',
  stream: 'treaty-toytreaty',
  type: 'TreatyRatified',
  occurred: '1996',
  sources,
  data: { actor: 'toya' },
}
const wrong = {
  id: '00000000-0000-4000-8000-0000000000a2',
  stream: 'treaty-toytreaty',
  type: 'TreatySigned',
  occurred: '1994-02-02',
  sources,
  data: { actor: 'toya' },
}
const amending = [
  {
    stream: 'treaty-toytreaty',
    type: 'EventCorrected',
    sources,
    data: { target: misread.id, reason: 'The handbook has the year only', replacement: { occurred: '1996-03-03' } },
  },
  {
    stream: 'treaty-toytreaty',
    type: 'EventRetracted',
    sources,
    data: { target: wrong.id, reason: 'It was another state' },
  },
]

let made: Awaited<ReturnType<typeof aRivalWorld>>
let server: Awaited<ReturnType<typeof listen>>
let page: Awaited<ReturnType<typeof openPage>> | undefined
let before = ''
let day = ''
beforeAll(async () => {
  made = await aRivalWorld()
  const append = (lines: readonly object[]) =>
    appendLines(
      made.workspace,
      lines.map((line, index) => ({ where: `line ${index + 1}`, text: JSON.stringify(line) })),
      { recordedBy: 'A. Scholar' },
    )
  await append([misread, wrong])
  before = String((await made.workspace.world({})).knownAt)
  await append(amending)
  day = String((await made.workspace.world({})).knownAt).slice(0, 10)
  server = await listen({ questions, workspace: made.workspace, log: silentLog }, 0, '127.0.0.1')
})
afterEach(() => page?.close())
afterAll(async () => {
  await server.close()
  await made.dispose()
})

const open = async (query: Readonly<Record<string, string>>) => {
  page = await openPage(server.address, `?${new URLSearchParams(query)}`)
  return page
}
const about = { state: 'toya', subject: 'toytreaty', asOf: '2000-01-01' }

describe('the page', () => {
  it('strikes through what was retracted, and says why and who recorded that', async () => {
    const { element } = await open(about)
    const item = element('record')
      .all('li')
      .find(({ attributes }) => attributes.get('title') === wrong.id)
    expect(item?.attributes.get('class')).toBe('retracted')
    expect(item?.all('del').map(({ textContent }) => textContent)).toEqual(['1994-02-02: treaty signed'])
    expect(item?.all('small').map(({ textContent }) => textContent)).toEqual([
      `retracted: It was another state (recorded by A. Scholar on ${day})`,
    ])
  })
  it('shows what a corrected event said, struck through, beside what it says', async () => {
    const { element } = await open(about)
    for (const list of ['record', 'events']) {
      const item = element(list)
        .all('li')
        .find(({ attributes }) => attributes.get('title') === misread.id)
      expect(item?.textContent).toBe(
        `1996-03-03: treaty ratifiedcorrected; it said 1996: treaty ratified. The handbook has the year only (recorded by A. Scholar on ${day})`,
      )
      expect(item?.all('del').map(({ textContent }) => textContent)).toEqual(['1996: treaty ratified'])
    }
  })
  it('shows corrections and retractions with what they speak of, not beside it', async () => {
    const { element } = await open(about)
    expect(
      element('record')
        .all('li')
        .map(({ attributes }) => attributes.get('title')),
    ).toEqual([wrong.id, misread.id])
    expect(
      element('events')
        .all('li')
        .map(({ textContent }) => textContent)
        .join(),
    ).not.toContain('event corrected')
  })
  it('says the same of the dots on the band', async () => {
    const { element } = await open(about)
    const dots = element('band')
      .all('circle')
      .map((dot) => [dot.attributes.get('class'), dot.textContent])
    expect(dots).toEqual([
      [
        'event retracted',
        `1994-02-02: treaty signed; retracted (It was another state; recorded by A. Scholar on ${day})`,
      ],
      [
        'event',
        `1996-03-03: treaty ratified; corrected, it said 1996: treaty ratified (The handbook has the year only; recorded by A. Scholar on ${day})`,
      ],
    ])
  })
  it('shows the record as it stood before', async () => {
    const { element } = await open({ ...about, asKnownAt: before })
    expect(
      element('record')
        .all('li')
        .map(({ textContent }) => textContent),
    ).toEqual(['1994-02-02: treaty signed', '1996: treaty ratified'])
    expect(element('record').all('del')).toEqual([])
  })
})

describe('how far the sources reach, on the page', () => {
  it('says that nothing is recorded where nobody covers it', async () => {
    const { element } = await open({ ...about, subject: 'genocide' })
    expect(element('status').textContent).toMatch(/^UnknownNothing is recorded of Toyland a and /)
    expect(element('coverage').textContent).toBe(
      'No source in this log says that it holds every act of this state under it.',
    )
  })
  it('says through which day the data go', async () => {
    const { element } = await open({ ...about, state: 'toyc' })
    expect(element('status').textContent).toMatch(/^No stepToyland c has taken no step towards /)
    expect(element('coverage').textContent).toBe('Data through 2026-11-01 (whole-record).')
  })
  it('says that an absence after that day is an older one, and draws it as carried', async () => {
    const { element } = await open({ ...about, state: 'toyc', asOf: '2026-11-02' })
    expect(element('status').textContent).toMatch(/^No stepToyland c had taken no step towards .* on 2026-11-01\.$/)
    expect(element('coverage').textContent).toBe(
      'Data through 2026-11-01 (whole-record); carried on from then, as nothing later is covered.',
    )
    const drawn = element('band')
      .all('line')
      .flatMap(({ attributes }) => attributes.get('class')?.match(/^reach (.*)/)?.[1] ?? [])
    expect(drawn).toContain('covered')
    expect(drawn.at(-1)).toBe('carried')
  })
})

describe('both clocks on the page', () => {
  it('go with every question, and are told under every answer with the last event known then', async () => {
    const { element, asked } = await open({ ...about, asKnownAt: before, sources: 'dataset,scholarly' })
    const { ordinal } = await made.workspace.world({ asKnownAt: before })
    const told = `As of 2000-01-01 · as known at ${before} · up to event ${ordinal.toLocaleString('en')} · by dataset,scholarly`
    expect([element('clocks').textContent, element('band-clocks').textContent]).toEqual([told, told])
    // The curve has both sides of the date: it is as of today.
    expect(element('curve-clocks').textContent.replace(/^As of \d{4}-\d{2}-\d{2}/, 'As of 2000-01-01')).toBe(told)
    const queries = asked
      .filter((path) => !path.startsWith('api/names'))
      .map((path) => Object.fromEntries(new URL(path, server.address).searchParams))
    expect(queries).toEqual([
      { asOf: '2000-01-01', asKnownAt: before, sources: 'dataset,scholarly' },
      { asOf: '2000-01-01', asKnownAt: before, sources: 'dataset,scholarly' },
      { asKnownAt: before, sources: 'dataset,scholarly' },
    ])
  })
  it('go with the link to the sources', async () => {
    const { element } = await open({
      state: 'toya',
      subject: 'toytreaty',
      asOf: '2000-01-01',
      asKnownAt: before,
      sources: 'depositary,scholarly',
    })
    const [link] = element('events').all('a')
    expect(link?.attributes.get('href')).toBe(
      `api/explain/status/toya/toytreaty?${new URLSearchParams({ asOf: '2000-01-01', asKnownAt: before, sources: 'depositary,scholarly' })}`,
    )
  })
  it('default to today and to all that is known', async () => {
    const { element } = await open({ state: 'toya', subject: 'toytreaty' })
    const { ordinal } = await made.workspace.world({})
    expect(element('clocks').textContent.replace(/\d{4}-\d{2}-\d{2}/, 'today')).toBe(
      `As of today · with all that is known · up to event ${ordinal.toLocaleString('en')}`,
    )
  })
  it('are refused where they are none, with the reason', async () => {
    const { element } = await open({ ...about, asKnownAt: 'noon' })
    expect([element('answer').hidden, element('problem').textContent]).toEqual([
      true,
      expect.stringContaining('asKnownAt: "noon" is no instant.'),
    ])
  })
})
