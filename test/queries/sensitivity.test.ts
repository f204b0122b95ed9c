import { describe, expect, it } from 'vitest'
import { theBundledCase, theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/** The toy world of docs/exposure.md: A = 8, B = 6, C = 2, D = 0, E not rated. */
const sources = [{ citation: 'An invented world, for tests', kind: 'organisation' }]
const registered = { ref: 'toy-ties', locator: 'row 7' }
const since = '1990-01-01'
const lines = [
  ...toyStates(['a', 'b', 'c', 'd', 'e'], { sources, since, system: 'un' }),
  ...toyOrganisation('toyo1', ['a', 'b'], { sources, since }),
  ...toyOrganisation('toyo2', ['a', 'b', 'c', 'd'], { sources, since }),
  ...toyOrganisation('toyo3', ['a', 'c', 'd', 'e'], { sources, since }),
  { stream: 'igo-toyo3', type: 'IgoRenamed', occurred: '2000-03-01', sources, data: { name: 'Toy union' } },
  ...Object.entries({ a: 8, b: 6, c: 2, d: 0 }).map(([letter, value]) => ({
    stream: `practice-toy-score-toy${letter}`,
    type: 'PracticeScoreRecorded',
    occurred: '2000',
    sources,
    data: { actor: `toy${letter}`, rater: 'toy', indicator: 'score', year: 2000, value },
  })),
  {
    stream: 'source-toy-ties',
    type: 'SourceRegistered',
    sources,
    fact: 'registered',
    data: {
      source: 'toy-ties',
      citation: 'A list of borders',
      version: '2',
      kind: 'dataset',
      series: 'toy-ties',
      licence: 'CC BY 4.0',
      redistributable: 'yes',
    },
  },
  {
    stream: 'relation-cow-contiguity-toya',
    type: 'RelationObserved',
    occurred: '1990',
    sources: [registered],
    data: { relation: 'cow-contiguity', actor: 'toya', other: 'toyb', directed: false, type: 'land', from: since },
  },
]
const toy = theWorkspaceOf((opened) => append(opened, ...lines))
const bundled = theBundledCase()

interface Moved {
  without: number | null
  change: number | null
}
interface Sensitivity {
  organisations: (Moved & { organisation: string; name: string })[]
  partners: (Moved & { partner: string; name: string })[]
  types: (Moved & { type: string; members: number; unknown: string[] })[]
}
interface Explained {
  value: number
  sensitivity: Sensitivity
  terms: { igo?: string; group?: string; name: string; partners?: { partner: string; name: string }[] }[]
  channels?: { channel: string; value: number; sensitivity: Sensitivity; terms: { group: string; name: string }[] }[]
  evidence: { id: string; type: string; sources: object[] }[]
}
const explain = (input: object, ask = toy.ask, asOf = '2001-06-01') =>
  ask<Explained>('explain exposure', { ...input }, { asOf })
const ofA = (more: object = {}) => explain({ state: 'toya', score: 'toy:score', ...more })

describe('how the value moves without one thing', () => {
  it('is most for that which moves it most, which is not the largest term', async () => {
    const { sensitivity, value } = await ofA()
    expect(value).toBeCloseTo(29 / 9, 14)
    // Means 6, 8/3 and 1: without o1 (8/3 + 1)/2 = 11/6, without o3 (6 + 8/3)/2 = 13/3, without o2 7/2.
    expect(sensitivity.organisations.map(({ organisation }) => organisation)).toEqual(['toyo1', 'toyo3', 'toyo2'])
    expect(sensitivity.organisations.map(({ without }) => without)).toEqual(
      [11 / 6, 13 / 3, 7 / 2].map((exact) => expect.closeTo(exact, 12)),
    )
    // Without B 1; without D (6 + 4 + 2)/3 = 4; without C (6 + 3 + 0)/3 = 3. E is not rated, and moves nothing.
    expect(sensitivity.partners).toEqual([
      { partner: 'toyb', name: 'Toyland b', without: expect.closeTo(1, 12), change: expect.closeTo(-20 / 9, 12) },
      { partner: 'toyd', name: 'Toyland d', without: expect.closeTo(4, 12), change: expect.closeTo(7 / 9, 12) },
      { partner: 'toyc', name: 'Toyland c', without: expect.closeTo(3, 12), change: expect.closeTo(-2 / 9, 12) },
    ])
  })
  it('says that there is no value without the only organisation', async () => {
    const { sensitivity } = await ofA({ igos: 'toyo1' })
    expect(sensitivity.organisations).toEqual([
      { organisation: 'toyo1', name: 'Toy organisation o1', without: null, change: null },
    ])
  })
  it('is said in a terminal', async () => {
    const text = questionNamed('explain exposure').text(await ofA())
    expect(text).toContain('  without toyo1, Toy organisation o1: 3.2222 -> 1.8333 (-1.3889)')
    expect(text).toContain('  without partner toyd, Toyland d: 3.2222 -> 4.0000 (+0.7778)')
  })
})

const asked = [
  {},
  { formula: 'dc' },
  { formula: 'bin' },
  { formula: 'spmon' },
  { formula: 'ti' },
  { formula: 'raw' },
  { formula: 'max' },
  { formula: 'years' },
  { minPartners: '3' },
]
describe.each(asked)('without an organisation by $formula$minPartners', (more) => {
  it('it is what the same question says that leaves it out: of an invented world', async () => {
    const { sensitivity } = await ofA(more)
    expect(sensitivity.organisations.length).toBeGreaterThan(0)
    for (const { organisation, without } of sensitivity.organisations) {
      const again = await ofA({ ...more, igos: `!${organisation}` })
      expect(without === null ? null : without).toEqual(again.value === null ? null : expect.closeTo(again.value, 12))
    }
  })
  it('and of the bundled case, and so by class', async () => {
    const usa = { state: 'usa', adoption: 'cat', system: 'un', ...more }
    const { sensitivity } = await explain(usa, bundled.ask, '1995-06-01')
    expect(sensitivity.organisations.length).toBeGreaterThan(1)
    expect(sensitivity.types.map(({ type }) => type).toSorted()).toEqual(['regional', 'universal'])
    for (const { left, without } of [
      ...sensitivity.organisations.map((one) => ({ left: one.organisation, without: one.without })),
      ...sensitivity.types.map((one) => ({ left: one.type, without: one.without })),
    ]) {
      // The value alone: to explain it would be to leave out all others, too.
      const again = await bundled.ask<Explained>('exposure', { ...usa, igos: `!${left}` }, { asOf: '1995-06-01' })
      expect(without).toEqual(again.value === null ? null : expect.closeTo(again.value, 12))
    }
  })
})

describe('other channels', () => {
  it('of ties tell of partners alone: without B there is no value', async () => {
    const { channels } = await ofA({ channel: 'igo,contiguity' })
    expect(channels?.[1]).toMatchObject({
      channel: 'contiguity',
      value: 6,
      sensitivity: { organisations: [], partners: [{ partner: 'toyb', without: null, change: null }], types: [] },
    })
  })
  it('call ties and groups by their names, down to the row, its source and licence', async () => {
    const answer = await ofA({ channel: 'contiguity' })
    expect(answer.terms).toMatchObject([{ group: 'toya-toyb', name: 'Toyland a – Toyland b' }])
    const row = answer.evidence.find(({ type }) => type === 'RelationObserved')
    expect(row?.sources).toEqual([
      {
        source: 'toy-ties',
        title: 'A list of borders, version 2',
        licence: 'CC BY 4.0',
        redistributable: 'yes',
        locator: 'row 7',
      },
    ])
    const text = questionNamed('explain exposure').text(answer)
    expect(text).toContain(`event ${row?.id} · A list of borders, version 2 (toy-ties; CC BY 4.0)`)
  })
})

describe('names', () => {
  it('stand beside the ids of organisations and partners', async () => {
    const { terms } = await ofA()
    expect(terms.map(({ igo, name }) => [igo, name])).toEqual([
      ['toyo1', 'Toy organisation o1'],
      ['toyo2', 'Toy organisation o2'],
      ['toyo3', 'Toy union'],
    ])
    expect(terms[0]?.partners).toMatchObject([{ partner: 'toyb', name: 'Toyland b' }])
  })
  it('are those of the day on which memberships are read', async () => {
    const nameOn = async (asOf: string) =>
      (await explain({ state: 'toya', score: 'toy:score' }, toy.ask, asOf)).terms.find(({ igo }) => igo === 'toyo3')
        ?.name
    expect(await nameOn('2001-02-01')).toBe('Toy organisation o3')
    expect(await nameOn('2001-04-01')).toBe('Toy union')
  })
})
