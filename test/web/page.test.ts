import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { silentLog } from '../http/a-server.ts'
import { answerHere } from '../../src/http/answering/answer-parts.ts'
import { listen } from '../../src/http/server.ts'
import { appendLines } from '../../src/ingest/index.ts'
import { questions } from '../../src/queries/index.ts'
import { aRivalWorld } from '../support/rival-world.ts'
import { openPage, type FakeElement } from './a-page.ts'

/**
 * Two consents of A, in a treaty that is in force with B: one was misread and is corrected, the other should not have
 * been recorded.
 */
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
  server = await listen(
    { questions, workspace: made.workspace, answering: answerHere(questions, made.workspace), log: silentLog },
    0,
    '127.0.0.1',
  )
})
afterEach(() => page?.close())
afterAll(async () => {
  await server.close()
  await made.dispose()
})

const open = async (query: Readonly<Record<string, string>>) => {
  page = await openPage(server.address, `?${new URLSearchParams(query)}`)
  await page.settled()
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
        '1996-03-03: treaty ratifiedcorrected; it said 1996: treaty ratified. ' +
          `The handbook has the year only (recorded by A. Scholar on ${day})`,
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
        '1996-03-03: treaty ratified; corrected, it said 1996: treaty ratified (The handbook has the year ' +
          `only; recorded by A. Scholar on ${day})`,
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
    expect(element('status').textContent).toMatch(
      /^No stepOn 1\u00a0January\u00a02000, Toyland c had taken no step towards /,
    )
    expect(element('coverage').textContent).toBe('Data through 1\u00a0November\u00a02026 (whole-record).')
  })
  it('says of a state that is bound that withdrawals may be lacking, where no source holds them', async () => {
    const withdrawals = 'Withdrawals are not known to be complete.'
    expect((await open(about)).element('coverage').textContent).not.toContain(withdrawals)
    page?.close()
    const { element } = await open({ ...about, asOf: '2026-11-02' })
    expect(element('coverage').textContent).toContain(withdrawals)
  })
  it('says that an absence after that day is an older one, and draws it as carried', async () => {
    const { element } = await open({ ...about, state: 'toyc', asOf: '2026-11-02' })
    expect(element('status').textContent).toMatch(
      /^No stepToyland c had taken no step towards .* on 1\u00a0November\u00a02026\.$/,
    )
    expect(element('coverage').textContent).toBe(
      'Data through 1\u00a0November\u00a02026 (whole-record); carried on from then, ' +
        'with what later acts somebody recorded.',
    )
    const drawn = element('band')
      .all('line')
      .flatMap(({ attributes }) => attributes.get('class')?.match(/^reach (.*)/)?.[1] ?? [])
    expect(drawn).toContain('covered')
    expect(drawn.at(-1)).toBe('carried')
    expect(element('band-reach').textContent).toBe(
      'Line above the band: data through 1\u00a0November\u00a02026; dotted: carried on from the last covered day.',
    )
  })
  it('tells what nobody covers from what nobody did, on the band and in the curve', async () => {
    const words = (within: FakeElement) => within.all('g').map(({ attributes }) => attributes.get('aria-label'))
    const nobodyDid = await open({ ...about, state: 'toyc' })
    expect(words(nobodyDid.element('band'))).toEqual(['the beginning to now: No step'])
    expect(nobodyDid.element('curve-note').textContent).toMatch(/^2000: signed \d+ \(\d+ %\), consented \d+ /)
    nobodyDid.close()
    const nobodyCovers = await open({ ...about, subject: 'genocide' })
    // Opened for signature on 9 December 1948 (its Article XI); before, nobody could act.
    expect(words(nobodyCovers.element('band'))).toEqual([
      'the beginning to 9\u00a0December\u00a01948: No step',
      '9\u00a0December\u00a01948 to now: Not covered',
    ])
    expect(nobodyCovers.element('band-reach').textContent).toBe(
      'Where no line stands above the band, no source covers the days.',
    )
    expect(nobodyCovers.element('curve-note').textContent).toMatch(/^2000: nothing is recorded of the 4 states\.$/)
  })
  it('draws the curve unbroken where it is covered, broken where it is carried, and says so', async () => {
    const { element } = await open(about)
    const kinds = new Set(
      element('curve')
        .all('polyline')
        .map(({ attributes }) => attributes.get('class')?.split(' ').at(-1)),
    )
    expect(kinds).toContain('covered')
    expect(element('curve-reach').textContent).toMatch(/^Unbroken: data through \d{4}/)
  })
})

describe('the first sentence', () => {
  it('has the day asked and the treaty by its name, so that it can be quoted', async () => {
    const { element, document } = await open(about)
    expect(element('status').textContent).toMatch(
      /On 1\u00a0January\u00a02000, Toyland a (was|had) .*, since \d+\u00a0[A-Z][a-z]+\u00a0\d{4}\.$/,
    )
    expect(document.title).toMatch(/^Toyland a · /)
  })
  it('is about today, where no day is asked', async () => {
    const { element } = await open({ state: 'toya', subject: 'toytreaty' })
    expect(element('status').textContent).not.toMatch(/On \d/)
  })
})

describe('the page without a question', () => {
  it('shows the examples and no answer, also after going back to it', async () => {
    const { element, document, goTo } = await open(about)
    expect([element('answer').hidden, element('examples').hidden]).toEqual([false, true])
    goTo('')
    expect([element('answer').hidden, element('examples').hidden, document.title]).toEqual([true, false, 'normtrail'])
  })
})

describe('the curve by keyboard', () => {
  it('goes a year back and forth, and keeps its place when a note of another length changes the height', async () => {
    const { element, resized } = await open(about)
    const drawing = element('curve').all('svg')[0]
    const year = () => Number(element('curve-note').textContent.slice(0, 4))
    expect([drawing?.attributes.get('role'), year()]).toEqual(['slider', 2000])
    drawing?.press('ArrowRight')
    resized('answer')
    expect([element('curve').all('svg')[0] === drawing, year()]).toEqual([true, 2001])
    expect(drawing?.attributes.get('aria-valuetext')).toBe(element('curve-note').textContent)
    element('answer').clientWidth = 300
    resized('answer')
    expect(element('curve').all('svg')[0] === drawing).toBe(false)
  })
})

describe('both clocks on the page', () => {
  it('go with every question, and are told under every answer with the last event known then', async () => {
    const { element, asked } = await open({ ...about, asKnownAt: before, sources: 'dataset,scholarly' })
    const { ordinal } = await made.workspace.world({ asKnownAt: before })
    const told =
      `As of 2000-01-01 · as known at ${before} · up to event ${ordinal.toLocaleString('en')} · by ` +
      'dataset,scholarly'
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
      'api/explain/status/toya/toytreaty?' +
        `${new URLSearchParams({ asOf: '2000-01-01', asKnownAt: before, sources: 'depositary,scholarly' })}`,
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
