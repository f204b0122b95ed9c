import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packagePath } from '../../../src/package/package-path.ts'
import { theBundledCase } from '../../support/a-workspace-of.ts'
import { collect } from '../../support/collect.ts'

interface Line {
  readonly stream: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The lines that come with normtrail, as they lie there. */
const lines = readdirSync(packagePath('examples'))
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(packagePath(join('examples', name)), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Line)

const distinct = (values: readonly unknown[]): readonly string[] => [...new Set(values.map(String))].toSorted()

type Item = Readonly<Record<string, unknown>> & { readonly id: string }
interface List {
  readonly items: readonly Item[]
  readonly total: number
}

const { ask, workspace } = theBundledCase()
const idsOf = async (name: string, input: object = {}, asOf = '2020-01-01') =>
  (await ask<List>(name, { limit: '10000', ...input }, { asOf })).items.map(({ id }) => id)

/** What the log itself holds of a type: the subjects of the catalogue are among it. */
const recorded = async (type: string, of: (event: Line) => unknown) =>
  distinct(
    (await collect(workspace().log.readAll()))
      .map(({ event }) => event as unknown as Line)
      .filter((event) => event.type === type)
      .map(of),
  )

describe('the lists of the bundled case', () => {
  it('have every campaign and all appeals of its lines', async () => {
    expect(await idsOf('campaigns')).toEqual(
      distinct(lines.map(({ stream }) => stream).filter((stream) => /^(campaign|appeals)-/.test(stream))),
    )
    const launched = distinct(lines.filter(({ type }) => type === 'CampaignLaunched').map(({ stream }) => stream))
    expect(launched.length).toBeGreaterThan(5)
    expect((await idsOf('campaigns')).filter((id) => id.startsWith('campaign-'))).toEqual(launched)
  })
  it('have every rater and indicator of its lines', async () => {
    const scored = lines.filter(({ type }) => type === 'PracticeScoreRecorded')
    const { items } = await ask<List>('raters')
    expect(items.map(({ id }) => id)).toEqual(distinct(scored.map(({ data }) => data['rater'])))
    const indicators = items.flatMap((one) => one['indicators'] as readonly { id: string; scores: number }[])
    expect(distinct(indicators.map(({ id }) => id))).toEqual(
      distinct(scored.map(({ data }) => `${String(data['rater'])}:${String(data['indicator'])}`)),
    )
    expect(indicators.reduce((sum, { scores }) => sum + scores, 0)).toBe(
      scored.filter(({ data }) => typeof data['value'] === 'number').length,
    )
  })
  it.each([
    ['states', 'ActorDefined', ({ data }: Line) => data['actor']],
    ['organisations', 'IgoFounded', ({ stream }: Line) => stream.slice('igo-'.length)],
    ['norms', 'NormDefined', ({ stream }: Line) => stream.slice('norm-'.length)],
  ] as const)('have all %s that the log defines', async (name, type, of) => {
    const ids = await idsOf(name)
    expect(ids).toEqual(expect.arrayContaining([...(await recorded(type, of))]))
    expect(ids.length).toBe((await ask<List>(name, { limit: '1', count: 'true' })).total)
  })
  it('have every registered source, by its stream', async () => {
    const { items } = await ask<{ items: { source: string }[] }>('sources', { limit: '10000' })
    expect(items.map(({ source }) => source)).toEqual(
      await recorded('SourceRegistered', ({ stream }) => stream.slice('source-'.length)),
    )
  })
  it('have the events of a stream of its lines, and of the norm that they name', async () => {
    const istanbul = lines.filter(({ stream }) => stream === 'treaty-istanbul')
    const { items } = await ask<{ items: { type: string; data: object }[] }>('events', {
      stream: 'treaty-istanbul',
      limit: '10000',
    })
    for (const type of distinct(istanbul.map((line) => line.type)))
      expect([type, items.filter((one) => one.type === type).length]).toEqual([
        type,
        istanbul.filter((line) => line.type === type).length,
      ])
    const naming = lines.filter(
      ({ stream, data }) =>
        /^(conduct|campaign|appeals|domestic|review)-/.test(stream) &&
        (data['norm'] === 'apartheid' || (data['norms'] as readonly string[] | undefined)?.includes('apartheid')),
    )
    expect(naming.length).toBeGreaterThan(20)
    const { items: found } = await ask<{ items: Line[] }>('events', { norm: 'apartheid', limit: '10000' })
    expect(found.filter(({ stream }) => /^(conduct|campaign|appeals|domestic|review)-/.test(stream))).toHaveLength(
      naming.length,
    )
    expect(distinct(found.map(({ stream }) => stream))).toEqual(
      expect.arrayContaining(['treaty-icerd', 'treaty-untc-4-7', 'norm-apartheid']),
    )
  })
  it('have the events of some days, however exactly they are dated', async () => {
    const dated = (line: Line) => (line as unknown as { occurred?: string }).occurred ?? ''
    const of1984 = lines.filter((line) => line.stream === 'treaty-cat' && /^1985(-\d\d(-\d\d)?)?$/.test(dated(line)))
    expect(of1984.length).toBeGreaterThan(10)
    const { total } = await ask<List>('events', {
      stream: 'treaty-cat',
      occurredFrom: '1985',
      occurredTo: '1985',
      limit: '1',
      count: 'true',
    })
    expect(total).toBe(of1984.length)
  })
  it('have nothing that was recorded before the log, and all that was recorded by now', async () => {
    const { recordedAt } = await workspace().log.head()
    const { ordinal } = await workspace().log.head()
    const count = async (input: object) => (await ask<List>('events', { limit: '1', count: 'true', ...input })).total
    expect(await count({ recordedTo: '2000-01-01' })).toBe(0)
    expect(await count({ recordedTo: String(recordedAt) })).toBe(ordinal)
    expect(await count({ recordedFrom: String(recordedAt) })).toBeGreaterThan(0)
  })
})

describe('what is looked for', () => {
  it.each([
    ['states', 'Turkey', ['tur']],
    ['states', 'türkiye', ['tur']],
    ['states', 'COTE d ivoire', ['civ']],
    ['states', 'ivory', ['civ']],
    ['states', '640', ['tur']],
    ['treaties', 'istanbul', ['istanbul']],
    ['treaties', 'torture degrading optional', ['opcat']],
    ['treaties', 'IV-9', ['cat']],
    ['treaties', '4-9', ['cat']],
    ['organisations', 'coal steel', ['ecsc']],
    ['norms', 'LANDMINES', ['landmines']],
    ['campaigns', 'ban landm', ['campaign-icbl']],
    ['raters', 'physint', ['cirights']],
  ])('in %s is %s', async (name, q, ids) => expect(await idsOf(name, { q })).toEqual(ids))
  it('has each of its words, in whatever order, and may be found nowhere', async () => {
    expect(await idsOf('states', { q: 'Congo democratic' })).toEqual(['cod'])
    expect(await idsOf('states', { q: 'democratic Congo nowhere' })).toEqual([])
  })
})

describe('a state', () => {
  const of = (state: string, asOf: string) => ask<Record<string, unknown>>('state', { state }, { asOf })

  it('has the codes of the day: Gleditsch-Ward have Serbia as 345 until Montenegro leaves, then as 340', async () => {
    expect((await of('srb', '2006-06-04'))['codes']).toMatchObject({ cow: '345', gw: '345' })
    expect((await of('srb', '2006-06-05'))['codes']).toMatchObject({ cow: '345', gw: '340' })
    expect((await of('srb', '1985-01-01'))['codes']).not.toHaveProperty('gw')
  })
  it('says whom it followed, and who followed it, each once', async () => {
    const { successors, predecessors } = await of('srb', '2020-01-01')
    expect([predecessors, successors]).toMatchObject([[{ id: 'yug' }], [{ id: 'mne', mode: 'separation' }]])
  })
  it('is in the list as by itself', async () => {
    const { items } = await ask<List>('states', { limit: '10000' }, { asOf: '1995-01-01' })
    for (const { id, name, kind, codes } of items.filter((_, index) => index % 40 === 0))
      expect(await of(id, '1995-01-01')).toMatchObject({ id, name, kind, codes })
  })
})

describe('one thing that nobody knows', () => {
  it.each([
    ['state', 'state', 'unknown-actor'],
    ['organisation', 'igo', 'unknown-organisation'],
    ['norm', 'norm', 'unknown-norm'],
    ['campaign', 'campaign', 'unknown-campaign'],
    ['rater', 'rater', 'unknown-rater'],
    ['source', 'source', 'unknown-source'],
    ['proposal', 'proposal', 'unknown-proposal'],
  ])('is refused: %s', async (name, field, code) =>
    expect(ask(name, { [field]: 'nonesuch' })).rejects.toMatchObject({ code, class: 'not-found' }),
  )
})
