import { describe, expect, it } from 'vitest'
import { metropoleRelations } from '../../src/queries/channels/colony.ts'
import { questionNamed, rowsOf } from '../support/ask.ts'
import { theBundledCase, theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { toyStates } from '../support/toy-states.ts'

/*
 * Four states since 1990, and D since July 2001. All by hand:
 *
 * | | o1 | o2 | o3 | o4 | o5 |
 * |---|---|---|---|---|---|
 * | A | full | full | full | full | full |
 * | B | full | full | associate | full since some day of 2000 | a source cannot tell |
 * | C | | full | | | |
 * | pooling, delegation | 0.3, not given | 0, 0 | | not told | |
 *
 * A source holds all members from 1990 to 2005, another all borders of the same years; nobody claims to hold alliances.
 * A and B border by land; A and C by water, since some day of 2000. A and B are allied, twice. A speaks xaa and xbb, B
 * xaa, D xcc; of C nobody says. E ruled A and B. Nobody sorts them into sub-regions, and of
 * the relations that tell who ruled whom not all were recorded.
 */
const cited = [{ ref: 'toy-list' }]
const invented = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const toy = (letter: string) => `toy${letter}`
const since = '1990-01-01'

const claim = (data: object) => ({
  stream: 'source-toy-list',
  type: 'CoverageClaimed',
  sources: cited,
  data: { actors: 'all', from: since, through: '2005-12-31', ...data },
})
const founded = (igo: string) => ({
  stream: `igo-${igo}`,
  type: 'IgoFounded',
  occurred: since,
  sources: invented,
  data: { igo, name: `Toy organisation ${igo}` },
})
const started = (igo: string, letter: string, occurred = since, kind = 'full') => ({
  stream: `igo-${igo}`,
  type: 'MembershipStarted',
  occurred,
  sources: invented,
  data: { actor: toy(letter), kind },
})
const tie = (relation: string, [a = '', b = '']: string, data: object) => ({
  stream: `relation-${relation}-${toy(a)}`,
  type: 'RelationObserved',
  occurred: '1990',
  sources: invented,
  data: { relation, actor: toy(a), other: toy(b), directed: false, ...data },
})
const speaks = (letter: string, name: string) => ({
  stream: `classification-official-language-${toy(letter)}`,
  type: 'ActorClassified',
  sources: invented,
  data: { classification: 'official-language', class: name, label: `Language ${name}`, actor: toy(letter) },
})
const figure = (attribute: string, entity: object, value: number) => ({
  stream: `attribute-${attribute}-${Object.values(entity).join()}`,
  type: 'AttributeObserved',
  occurred: '1990/2010',
  sources: invented,
  data: {
    attribute,
    of: 'actor' in entity ? 'state' : 'igo',
    ...entity,
    firstYear: 1990,
    lastYear: 2010,
    value,
  },
})
const organisations = ['toyo1', 'toyo2', 'toyo3', 'toyo4', 'toyo5']
const colony = metropoleRelations[0]

const { ask, workspace } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates(['a', 'b', 'c', 'e'], { sources: invented, since, system: 'cow' }),
    ...toyStates(['d'], { sources: invented, since: '2001-07-01', system: 'cow' }),
    {
      stream: 'source-toy-list',
      type: 'SourceRegistered',
      sources: invented,
      data: { source: 'toy-list', citation: 'An invented list', kind: 'dataset', series: 'toy-list' },
    },
    ...organisations.flatMap((igo) => [founded(igo), started(igo, 'a')]),
    started('toyo1', 'b'),
    started('toyo2', 'b'),
    started('toyo2', 'c'),
    started('toyo3', 'b', since, 'associate'),
    started('toyo4', 'b', '2000'),
    {
      stream: 'igo-toyo5',
      type: 'MembershipObserved',
      occurred: '1990/2005',
      sources: cited,
      data: { actor: 'toyb', code: 'unknown', firstYear: 1990, lastYear: 2005 },
    },
    claim({ organisations, classes: ['membership'] }),
    claim({ relations: ['cow-contiguity'], system: 'cow', classes: ['relation'] }),
    tie('cow-contiguity', 'ab', { type: 'land', from: since }),
    tie('cow-contiguity', 'ca', { type: 'water-12', from: '2000' }),
    tie('cow-alliance', 'ab', { type: 'defense', from: '1995-01-01', through: '2005-12-31' }),
    tie('cow-alliance', 'ba', { type: 'entente', from: '1999-03-01' }),
    tie(colony, 'ea', { directed: true, from: '1800', through: '1900' }),
    tie(colony, 'eb', { directed: true, from: '1850-01-01', through: '1900' }),
    ...[
      ['a', 'xaa'],
      ['a', 'xbb'],
      ['b', 'xaa'],
      ['d', 'xcc'],
    ].map(([letter = '', name = '']) => speaks(letter, name)),
    figure('cow-nmc-cinc', { actor: 'toya' }, 0.5),
    figure('cow-nmc-cinc', { actor: 'toyb' }, 0.2),
    figure('mia-pooling', { igo: 'toyo1' }, 0.3),
    figure('mia-pooling', { igo: 'toyo2' }, 0),
    figure('mia-delegation', { igo: 'toyo2' }, 0),
  ),
)

interface Found {
  readonly answer: string
  readonly reason: string | null
  readonly reach: string
}
interface Dyad {
  readonly sharedIgos: object & { readonly organisations: readonly { readonly igo: string; readonly decidedBy: [] }[] }
  readonly contiguity: Found & { readonly ties: readonly object[] }
  readonly alliances: Found & { readonly ties: readonly object[] }
  readonly languages: Found
  readonly region: Found
  readonly metropole: Found
  readonly capabilities: object
}
const dyad = ([a = '', b = '']: string, asOf = '2000-06-01') => ask<Dyad>('dyad', { a: toy(a), b: toy(b) }, { asOf })

describe('the organisations that two states share', () => {
  it('are those of which both are full members; an uncertain one is counted in, and told apart', async () => {
    const { sharedIgos } = await dyad('ab')
    expect(sharedIgos).toMatchObject({ count: 3, min: 2, max: 3, untold: 1, reason: null })
    expect(sharedIgos.organisations).toMatchObject([
      { igo: 'toyo1', certainty: 'certain', structure: 'structured', pooling: 0.3, delegation: null },
      { igo: 'toyo2', certainty: 'certain', structure: 'unstructured', pooling: 0, delegation: 0 },
      { igo: 'toyo4', certainty: 'possible', structure: 'unknown', pooling: null, delegation: null },
    ])
    expect(sharedIgos.organisations.map(({ decidedBy }) => decidedBy.length)).toEqual([2, 2, 2])
  })
  it('are structured where pooling or delegation is above 0; of which nobody says it are apart', async () => {
    expect((await dyad('ab')).sharedIgos).toMatchObject({ structured: { count: 1, unknown: 1, reason: null } })
    expect((await dyad('ac')).sharedIgos).toMatchObject({ count: 1, structured: { count: 0, unknown: 0 } })
  })
  it('are the same seen from the other side', async () =>
    expect((await dyad('ba')).sharedIgos).toMatchObject({ count: 3, min: 2, max: 3, untold: 1 }))
  it('are none where a source holds all members and tells of none', async () =>
    expect((await dyad('ce')).sharedIgos).toMatchObject({ count: 0, min: 0, max: 0, reason: null }))
  it('are unknown after the last day of the sources, but for the least that they can be', async () =>
    expect((await dyad('ab', '2006-06-01')).sharedIgos).toMatchObject({
      count: null,
      min: 3,
      max: null,
      reason: 'not-covered',
      structured: { count: null, reason: 'not-covered' },
    }))
})

describe('what else two states have in common', () => {
  it('is a border, since a day or since one of several', async () => {
    expect((await dyad('ab')).contiguity).toMatchObject({
      answer: 'yes',
      reach: 'covered',
      ties: [{ type: 'land', since, certainty: 'certain', assumed: false }],
    })
    const [early, late] = [await dyad('ac'), await dyad('ac', '2003-01-01')]
    expect(early.contiguity).toMatchObject({ answer: 'possible', ties: [{ since: '2000-01-01/2000-12-31' }] })
    expect(late.contiguity).toMatchObject({ answer: 'yes', ties: [{ since: '2000-01-01/2000-12-31' }] })
  })
  it('is none where the source holds the day, and unknown where it does not', async () => {
    expect((await dyad('bc')).contiguity).toMatchObject({ answer: 'no', reason: null })
    const after = await dyad('bc', '2006-06-01')
    expect(after.contiguity).toMatchObject({ answer: 'unknown', reason: 'not-covered', reach: 'carried' })
    // D is no state of the system yet, of whose states the source speaks.
    expect((await dyad('bd')).contiguity).toMatchObject({ answer: 'unknown', reason: 'not-covered', reach: 'none' })
  })
  it('is every alliance, each with its type', async () => {
    const { alliances } = await dyad('ab')
    expect(alliances).toMatchObject({
      answer: 'yes',
      ties: [
        { type: 'defense', since: '1995-01-01' },
        { type: 'entente', since: '1999-03-01' },
      ],
    })
    expect((await dyad('ac')).alliances).toMatchObject({ answer: 'unknown', reason: 'not-covered', reach: 'none' })
  })
  it('is an official language; two of which the languages are told share none', async () => {
    expect((await dyad('ab')).languages).toMatchObject({ answer: 'yes', shared: [{ class: 'xaa' }] })
    expect((await dyad('ad')).languages).toMatchObject({ answer: 'no', shared: [] })
    expect((await dyad('ac')).languages).toMatchObject({ answer: 'unknown', reason: 'not-covered' })
  })
  it('is who ruled both; that nobody did is known only where all that tell of it were recorded', async () => {
    expect((await dyad('ab')).metropole).toMatchObject({ answer: 'yes', shared: [{ state: 'toye' }] })
    expect((await dyad('ac')).metropole).toMatchObject({ answer: 'unknown', reason: 'not-recorded' })
  })
  it('is no sub-region that is known where nobody sorts them', async () =>
    expect((await dyad('ab')).region).toMatchObject({ answer: 'unknown', reason: 'not-covered', shared: [] }))
  it('is how much stronger the stronger is: 0.5 over 0.2, whoever is named first', async () => {
    expect((await dyad('ab')).capabilities).toMatchObject({ a: { value: 0.5 }, b: { value: 0.2 }, ratio: 2.5 })
    expect((await dyad('ba')).capabilities).toMatchObject({ a: { value: 0.2 }, b: { value: 0.5 }, ratio: 2.5 })
    expect((await dyad('ac')).capabilities).toMatchObject({ b: { value: null }, ratio: null, reason: 'not-covered' })
  })
  it('is asked of two states', async () => expect(dyad('aa')).rejects.toMatchObject({ code: 'bad-input', where: 'b' }))
})

describe('a dyad of which nobody has recorded borders, alliances or capabilities', () => {
  const bundled = theBundledCase()
  it('is answered all the same, with the reason for each', async () => {
    const found = await bundled.ask<Dyad>('dyad', { a: 'aut', b: 'deu' }, { asOf: '2000-01-01' })
    const unknown = { answer: 'unknown', reason: 'not-recorded', reach: 'not-recorded' }
    expect(found).toMatchObject({
      sharedIgos: { structured: { count: null, reason: 'not-recorded' } },
      contiguity: unknown,
      alliances: unknown,
      metropole: unknown,
      capabilities: { a: { value: null }, ratio: null, reason: 'not-recorded' },
      // M49: both lie in Western Europe (155).
      region: { answer: 'yes', shared: [{ class: '155', label: 'Western Europe' }] },
    })
  })
})

interface Panel {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly parameters: object
}
const panel = async (more: object = {}) =>
  rowsOf(await ask<Panel>('panel dyads', { from: '2000', to: '2001', ...more }))

describe('the panel of dyads', () => {
  it('has each pair of states of the system once a year: of 4 states 6, and of 5 10', async () => {
    const rows = await panel()
    const named = (year: number) =>
      rows.filter((row) => row['year'] === year).map((row) => [row['state_a'], row['state_b']])
    expect(named(2000)).toEqual([
      ['toya', 'toyb'],
      ['toya', 'toyc'],
      ['toya', 'toye'],
      ['toyb', 'toyc'],
      ['toyb', 'toye'],
      ['toyc', 'toye'],
    ])
    expect(named(2001)).toHaveLength(10)
  })
  it('counts on the last day of the year, or on another, as dyad does', async () => {
    const [last] = await panel({ states: 'toya,toyb' })
    expect(last).toMatchObject({ shared_igos: 3, shared_igos_min: 3, shared_igos_max: 3, shared_igos_untold: 1 })
    const [june] = await panel({ states: 'toyb,toya', at: '06-01' })
    expect(june).toMatchObject({
      state_a: 'toya',
      state_b: 'toyb',
      year: 2000,
      shared_igos: 3,
      shared_igos_min: 2,
      shared_igos_max: 3,
      shared_structured: 1,
      structured_unknown: 1,
      contiguity: 'land',
      contiguity_possible: null,
      alliances: 'defense entente',
      same_language: 1,
      same_region: null,
      same_metropole: 1,
      cinc_a: 0.5,
      cinc_b: 0.2,
      cinc_ratio: 2.5,
      covered: 'covered',
      contiguity_covered: 'covered',
      alliances_covered: 'none',
      region_covered: 'none',
    })
  })
  it('says none and 0 where sources tell nothing, and leaves empty what nobody knows', async () => {
    const rows = await panel({ at: '06-01' })
    const of = (a: string, b: string) => rows.find((row) => row['state_a'] === toy(a) && row['state_b'] === toy(b))
    expect(of('b', 'c')).toMatchObject({ contiguity: 'none', alliances: null, same_language: null, cinc_ratio: null })
    // A border since some day of 2000, told by the year: throughout it, unless its first year is to stay uncertain.
    expect(of('a', 'c')).toMatchObject({ contiguity: 'water-12', contiguity_possible: null })
    expect(of('c', 'e')).toMatchObject({ shared_igos: 0, shared_structured: 0, same_metropole: null })
    const edges = await panel({ at: '06-01', states: 'toya,toyc', yearCodes: 'edges' })
    expect(edges[0]).toMatchObject({ contiguity: null, contiguity_possible: 'water-12' })
  })
  it('leaves shared organisations empty where no source covers them', async () => {
    const [row] = await panel({ from: '2006', to: '2006', states: 'toya,toyb' })
    expect(row).toMatchObject({
      shared_igos: null,
      shared_igos_min: 3,
      shared_igos_max: null,
      shared_structured: null,
      covered: 'carried',
    })
  })
  it('comes a year at a time', async () => {
    const question = questionNamed('panel dyads')
    const input = question.input.parse({ from: '2000', to: '2001' })
    const sizes: number[] = []
    for await (const page of question.pages?.(await workspace().world({}), input) ?? []) sizes.push([...page].length)
    expect(sizes).toEqual([6, 10])
  })
  it('makes each row as it is taken, and holds none', async () => {
    const question = questionNamed('panel dyads')
    const input = question.input.parse({ from: '2000', to: '2000' })
    for await (const page of question.pages?.(await workspace().world({}), input) ?? []) {
      expect(Array.isArray(page)).toBe(false)
      expect([...page]).toHaveLength(6)
      expect([...page]).toEqual([])
    }
  })
  it('refuses one state alone, and one that nobody knows', async () => {
    await expect(panel({ states: 'toya' })).rejects.toMatchObject({ code: 'bad-input', where: 'states' })
    await expect(panel({ states: 'toya,nobody at all' })).rejects.toMatchObject({ code: 'unknown-actor' })
  })
})
