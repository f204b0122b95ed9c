import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packagePath } from '../../src/package/package-path.ts'
import { asker } from '../support/ask.ts'
import { loadBundledCase, type BundledCase } from './bundled-case.ts'

interface Line {
  readonly stream: string
  readonly type: string
  readonly occurred?: string
  readonly sources: readonly { readonly citation?: string; readonly ref?: string }[]
  readonly fact: string
  readonly data: Readonly<Record<string, unknown>>
}

const linesOf = (file: string): readonly Line[] =>
  readFileSync(join(packagePath('examples'), file), 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Line)

const chile = linesOf('chile-and-torture.jsonl')
const apartheid = linesOf('apartheid.jsonl')

const daysOf = (lines: readonly Line[], type: string, where: (data: Line['data']) => boolean = () => true) =>
  lines.filter((line) => line.type === type && where(line.data)).map(({ occurred }) => occurred)

let bundled: BundledCase
beforeAll(async () => {
  bundled = await loadBundledCase()
})
afterAll(() => bundled.remove())

const ask = asker(() => bundled.workspace)

describe.each([
  [
    'chile-and-torture.jsonl',
    chile,
    'chl',
    ['torture', 'enforced-disappearance'],
    [
      'campaign-chile-human-rights',
      'conduct-torture-chl',
      'domestic-chl',
      'review-cat-chl',
      'review-iacthr-chl',
      'treaty-iacpt',
      'treaty-iccpr-op1',
    ],
  ],
  [
    'apartheid.jsonl',
    apartheid,
    'zaf',
    ['apartheid'],
    [
      'campaign-anti-apartheid',
      'conduct-apartheid-zaf',
      'domestic-zaf',
      'norm-apartheid',
      'source-trc-legislation',
      'treaty-icerd',
    ],
  ],
] as const)('%s', (_, lines, state, norms, streams) => {
  it('stands in the streams of its state and its norm', () => {
    expect([...new Set(lines.map(({ stream }) => stream))].toSorted()).toEqual(streams)
    for (const { data } of lines) {
      if (data['actor'] !== undefined) expect(data['actor']).toBe(state)
      if (data['norm'] !== undefined) expect(norms).toContain(data['norm'])
    }
  })

  it('says of each violation, pressure, answer and concession which norm it is about', () => {
    const conduct = lines.filter(({ stream }) => stream.startsWith('conduct-'))
    expect(conduct.length).toBeGreaterThan(40)
    for (const { stream, data } of conduct) expect(stream).toBe(`conduct-${String(data['norm'])}-${state}`)
  })

  it('cites each line, and dates each but the definition of a source', () => {
    for (const { type, sources, occurred } of lines) {
      expect(sources.length).toBeGreaterThan(0)
      for (const { citation, ref } of sources) expect((citation ?? ref ?? '').length).toBeGreaterThan(6)
      expect(occurred === undefined).toBe(type === 'SourceRegistered')
    }
  })

  it('takes back only what was given, and after it was', () => {
    const given = lines.filter(({ type }) => type === 'ConcessionMade')
    const reversals = lines.filter(({ type }) => type === 'ConcessionReversed')
    expect(reversals.length).toBeGreaterThan(0)
    for (const reversal of reversals)
      expect(
        given.some(({ data, occurred }) => data['kind'] === reversal.data['kind'] && occurred! < reversal.occurred!),
        reversal.fact,
      ).toBe(true)
  })

  it('has a campaign on the norm with organisations of the country and of others', () => {
    const bases = lines.filter(({ type }) => type === 'CampaignJoined').map(({ data }) => data['base'])
    expect(bases.filter((base) => base === state).length).toBeGreaterThanOrEqual(3)
    expect(bases.filter((base) => base !== state).length).toBeGreaterThanOrEqual(2)
  })
})

describe('the days of Chile', () => {
  // General Assembly resolution 40/145, preamble, recites its own resolutions on Chile with number and date.
  it('are those on which the General Assembly says that it resolved', () =>
    expect(
      chile
        .filter(({ data }) => String(data['title']).startsWith('General Assembly resolution') && data['by'] === 'un')
        .map(({ occurred, data }) => [/resolution (.*?), /.exec(String(data['title']))?.[1], occurred])
        .filter(([, day]) => day! < '1985-01-01'),
    ).toEqual([
      ['3219 (XXIX)', '1974-11-06'],
      ['3448 (XXX)', '1975-12-09'],
      ['31/124', '1976-12-16'],
      ['32/118', '1977-12-16'],
      ['33/175', '1978-12-20'],
      ['34/179', '1979-12-17'],
      ['35/188', '1980-12-15'],
      ['36/157', '1981-12-16'],
      ['37/183', '1982-12-17'],
      ['38/102', '1983-12-16'],
      ['39/121', '1984-12-14'],
    ]))

  // One a year in its twenty-ninth to forty-fourth sessions, 1974 to 1989.
  it('count sixteen resolutions of the General Assembly', () => {
    const resolutions = daysOf(chile, 'ThirdPartyPressure', ({ by, title }) =>
      by === 'un' ? String(title).startsWith('General Assembly') : false,
    )
    expect(resolutions.map((day) => Number(day?.slice(0, 4))).toSorted()).toEqual(
      Array.from({ length: 16 }, (_, year) => 1974 + year),
    )
  })

  // Commission on Human Rights resolution 8 (XXXI), preamble, on its telegram; Inter-American Commission, annual report
  // 1986-1987 on the state of siege and report of 1985, chapter V, paragraph 50, on the Official Gazette of that day.
  it('are those of other documents than the ones cited', () => {
    expect(daysOf(chile, 'ThirdPartyPressure', ({ kind }) => kind === 'statement')).toEqual(['1974-03-01'])
    expect(daysOf(chile, 'ConcessionMade', ({ kind }) => kind === 'DINA dissolved')).toEqual(['1977-08-13'])
    expect(daysOf(chile, 'ConcessionReversed', ({ kind }) => kind === 'end of the state of siege')).toEqual([
      '1984-11-06',
      '1986-09-07',
    ])
  })
})

describe('the days of South Africa', () => {
  // Truth and Reconciliation Commission, Report, volume 3, chapter 1 (chronology) on Sharpeville and the ban; its
  // glossary on the states of emergency; the acts of 1991 in their own short titles and commencement clauses.
  it.each([
    ['ViolationReported', 'Sharpeville: police fire on demonstrators against the pass laws', '1960-03-21'],
    ['ViolationReported', 'African National Congress and Pan Africanist Congress banned', '1960-04-08'],
    ['ViolationReported', 'State of emergency in 36 districts', '1985-07-20'],
    ['ViolationReported', 'State of emergency in the whole country', '1986-06-12'],
    ['LegislationEnacted', 'Population Registration Act Repeal Act, No. 114 of 1991', '1991-06-28'],
    ['LegislationEnacted', 'Abolition of Racially Based Land Measures Act, No. 108 of 1991', '1991-06-30'],
  ])('%s, %s: %s', (type, title, day) =>
    expect(daysOf(apartheid, type, (data) => data['title'] === title)).toEqual([day]),
  )

  it.each([
    ['end of the state of emergency', ['1986-03-07', '1990-06-08']],
    ['repeal of the pass laws', ['1986-07-01']],
    ['release of Nelson Mandela', ['1990-02-11']],
  ])('gave way: %s on %j', (kind, days) =>
    expect(daysOf(apartheid, 'ConcessionMade', (data) => data['kind'] === kind)).toEqual(days),
  )

  // The boomerang over five years: violation, campaign inside and outside, a third party, a concession, in this order.
  it('has the four steps in order between the law of 1982 and the repeal of the pass laws', () => {
    const steps = [
      daysOf(apartheid, 'ViolationReported', ({ title }) => String(title).startsWith('Internal Security Act')),
      daysOf(apartheid, 'CampaignAction', ({ title }) => String(title).startsWith('Demonstration in London')),
      daysOf(apartheid, 'ThirdPartyPressure', ({ title }) => String(title).includes('resolution 554')),
      daysOf(apartheid, 'ConcessionMade', ({ kind }) => kind === 'repeal of the pass laws'),
    ].flat()
    expect(steps).toEqual(['1982-07-02', '1984-06-02', '1984-08-17', '1986-07-01'])
  })
})

describe('in a log', () => {
  it('the acts stand under their norm, and those of the judgment on the amnesty under none', async () => {
    await bundled.workspace.catchUp()
    const rows = await bundled.workspace.readModel.sql
      .selectFrom('conduct_act')
      .select(['actor', 'norm', 'act'])
      .where('actor', 'in', ['chl', 'zaf'])
      .execute()
    const has = (actor: string, norm: string | null, act: string) =>
      rows.some((row) => row.actor === actor && row.norm === norm && row.act === act)
    for (const act of ['violation', 'pressure', 'response', 'concession', 'reversal']) {
      expect(has('chl', 'torture', act), act).toBe(true)
      expect(has('zaf', 'apartheid', act), act).toBe(true)
    }
    expect(has('chl', null, 'violation')).toBe(true)
  })

  // Convention on the Elimination of All Forms of Racial Discrimination, art 19(2): thirty days after the deposit of
  // 10 December 1998.
  it('South Africa is bound to the prohibition of apartheid from 9 January 1999', async () => {
    const on = async (asOf: string) =>
      (await ask<{ status: string }>('status', { state: 'zaf', subject: 'apartheid' }, { asOf })).status
    expect(await on('1999-01-08')).not.toBe('INSTITUTIONALIZED')
    expect(await on('1999-01-09')).toBe('INSTITUTIONALIZED')
  })
})
