import { describe, expect, it } from 'vitest'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { toyOrganisation, toyStates } from '../support/toy-states.ts'

/**
 * Shared organisations AB 2, AC 2, AD 2, BC 1, BD 1, CD 2 (o1 = {A, B}, o2 = {A, B, C, D}, o3 = {A, C, D}); A adopts in
 * 2001, B in 2002, C in 2003, D never. By hand, at lag 1: A 0, B 1/2, C 3/5; of those at risk 1/4, 1/3, 1/2 adopt.
 * S enters the system on 2003-07-01, and notifies in 2005 that it succeeded on the day it entered. Z leaves the
 * treaty in 2006 that it had acceded to in 2004, and comes back in 2008.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'depositary' }]
const act = (treaty: string, letter: string, type: string, occurred: string, more: object = {}) => ({
  stream: `treaty-${treaty}`,
  type,
  occurred,
  sources,
  data: { actor: `toy${letter}`, ...more },
})
const concluded = (treaty: string, on: string) => ({
  stream: `treaty-${treaty}`,
  type: 'TreatyConcluded',
  occurred: on,
  sources,
  data: {
    treaty,
    title: `The ${treaty} convention`,
    entryIntoForce: { trigger: { kind: 'count', n: 1 } },
    exit: { notice: { years: 1 } },
  },
})
const claim = (treaty: string, letters: readonly string[]) => ({
  stream: 'source-table',
  type: 'CoverageClaimed',
  sources: [{ ref: 'table' }],
  data: {
    treaties: [treaty],
    actors: letters.map((letter) => `toy${letter}`),
    classes: ['signature', 'consent', 'exit'],
    through: '2020-12-31',
  },
})
const { ask } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates([...'abcd'], { sources, since: '1990-01-01', system: 'cow' }),
    ...toyStates(['s'], { sources, since: '2003-07-01', system: 'cow' }),
    ...toyStates(['z'], { sources, since: '1990-01-01', system: 'gw' }),
    ...toyOrganisation('toyo1', ['a', 'b'], { sources, since: '1990-01-01' }),
    ...toyOrganisation('toyo2', ['a', 'b', 'c', 'd'], { sources, since: '1990-01-01' }),
    ...toyOrganisation('toyo3', ['a', 'c', 'd'], { sources, since: '1990-01-01' }),
    concluded('toy', '2001-01-01'),
    { stream: 'treaty-toy', type: 'TreatyOpenedForSignature', occurred: '2001-01-01', sources, data: {} },
    {
      stream: 'source-table',
      type: 'SourceRegistered',
      sources,
      data: { source: 'table', citation: 'The depositary, for tests', kind: 'depositary', series: 'table' },
    },
    claim('toy', [...'abcds']),
    act('toy', 'a', 'TreatyAcceded', '2001-05-01'),
    act('toy', 'b', 'TreatyAcceded', '2002-05-01'),
    act('toy', 'c', 'TreatyAcceded', '2003-05-01'),
    act('toy', 's', 'TreatySucceeded', '2005-02-01', { effectFrom: '2003-07-01' }),
    concluded('back', '2004-01-01'),
    claim('back', ['z']),
    act('back', 'z', 'TreatyAcceded', '2004-03-01'),
    act('back', 'z', 'TreatyWithdrawalNotified', '2005-03-01'),
    act('back', 'z', 'TreatyAcceded', '2008-06-01'),
  ),
)

interface Adopter {
  state: string
  date: string
  spell: number
  threshold: number | null
  exposure: Record<string, number | null>
  class: { sd: string; rogers: string; threshold: string } | null
  role: string | null
  infectiousness: number | null
  susceptibility: number | null
  exits: string | null
}
interface Spread {
  part: string | null
  adopters: Adopter[]
  neverAdopted: { state: string; exposure: Record<string, number | null>; possible: boolean }[]
  tipping: { date: string; adopters: number; system: number; share: number; sustained: boolean | null } | null
  phases: { phase: string; from: string; to: string | null }[]
  knownThrough: string | null
  curve: {
    year: number
    adopters: number
    atRisk: number
    unknown: number
    hazard: number | null
    consented: { count: number; share: number | null }
    entered: number
    change: { byAdoptions: number; byExits: number; byMembers: number }
  }[]
  regions: { group: string | null; system: number; adopters: number }[]
}
const spread = (input: object, asOf: string) => ask<Spread>('spread', { system: 'cow', ...input }, { asOf })
const toy = (more: object = {}, asOf = '2004-12-31') => spread({ subject: 'toy', ...more }, asOf)
const adopterOf = (found: Spread, state: string) => found.adopters.find((one) => one.state === `toy${state}`)

describe('the toy world of four', () => {
  it('has thresholds 0, 1/2, 3/5 at lag 1; who never adopted was exposed to all', async () => {
    const found = await toy()
    expect(found.adopters.map(({ state, threshold }) => [state, threshold])).toEqual([
      ['toya', 0],
      ['toyb', 1 / 2],
      ['toyc', 3 / 5],
    ])
    for (const { threshold, exposure } of found.adopters) expect(exposure).toEqual({ igo: threshold })
    // At the end of 2003; S sits in no organisation.
    expect(found.neverAdopted).toMatchObject([
      { state: 'toyd', exposure: { igo: 1 }, possible: false },
      { state: 'toys', exposure: { igo: null } },
    ])
  })
  it('has the hazard 1/4, 1/3, 1/2, and then S is at risk, too', async () => {
    const { curve } = await toy()
    expect(curve.map(({ year, adopters, atRisk, hazard }) => [year, adopters, atRisk, hazard])).toEqual([
      [2001, 1, 4, 1 / 4],
      [2002, 1, 3, 1 / 3],
      [2003, 1, 3, 1 / 3],
      [2004, 0, 2, 0],
    ])
  })
  it('sorts adopters into classes, and says who led', async () => {
    const found = await toy()
    // Years 2001 to 2003: mean 2002, sd 1. Ranks 1/6, 3/6, 5/6. Exposures: at most 0.0452 very low, 0.6881 high.
    expect(found.adopters.map((one) => [one.class?.sd, one.class?.rogers, one.class?.threshold, one.role])).toEqual([
      ['early adopters', 'early majority', 'very low', 'leader'],
      ['early majority', 'early majority', 'high', null],
      ['late majority', 'late majority', 'high', null],
    ])
  })
  it('says who followed whom: B at once after A, with 2 of the 4 shared with those who followed it', async () => {
    const found = await toy()
    expect(found.adopters.map((one) => [one.infectiousness, one.susceptibility])).toEqual([
      [1 / 2, null],
      [1, 1],
      [null, 1 / 3],
    ])
  })
  it('does not say who followed before the year after is over', async () =>
    expect(adopterOf(await toy({}, '2002-06-01'), 'a')?.infectiousness).toBeNull())
  it('tips with B, 2 of 4; with C where it is critical; not where nine tenths are asked for', async () => {
    expect((await toy()).tipping).toMatchObject({ date: '2002-05-01', adopters: 2, system: 4, sustained: true })
    expect((await toy({ critical: 'toyc', criticalShare: '1/1' })).tipping).toMatchObject({ date: '2003-05-01' })
    expect((await toy({ share: '0.9' })).tipping).toBeNull()
    expect((await toy()).phases).toEqual([
      { phase: 'emergence', from: '2001-01-01', to: '2002-05-01' },
      { phase: 'cascade', from: '2002-05-01', to: null },
    ])
  })
  it('tells the dilution by S from what C added in 2003: +1/4, then 3/5 − 3/4', async () => {
    const { change, entered } = (await toy()).curve[2] ?? { change: undefined, entered: 0 }
    expect([change?.byAdoptions, change?.byExits, entered]).toEqual([1 / 4, 0, 1])
    expect(change?.byMembers).toBeCloseTo(3 / 5 - 3 / 4, 15)
  })
  it('knows no regions where nobody has recorded any', async () =>
    expect((await toy()).regions).toMatchObject([{ group: null, system: 5, adopters: 3 }]))
})

describe('where sources end, on 2020-12-31', () => {
  it('nobody is said not to have adopted since: no hazard, and no stall', async () => {
    const found = await toy({}, '2025-12-31')
    expect(found.curve.slice(-6).map(({ year, atRisk, unknown, hazard }) => [year, atRisk, unknown, hazard])).toEqual([
      [2020, 1, 0, 0],
      ...[2021, 2022, 2023, 2024, 2025].map((year) => [year, 1, 1, null]),
    ])
    // The last to adopt is S, on 2005-02-01: a stall from 2010-02-01, known to be one through 2020.
    expect(found.phases.slice(1)).toEqual([
      { phase: 'cascade', from: '2002-05-01', to: '2010-02-01' },
      { phase: 'stalled cascade', from: '2010-02-01', to: '2021-01-01' },
      { phase: 'unknown', from: '2021-01-01', to: null },
    ])
    expect(found.knownThrough).toBe('2020-12-31')
  })
})

describe('within a year', () => {
  const in2003 = async (asOf: string) => (await toy({}, asOf)).curve.at(-1)
  it('who enters later is not at risk yet, and who did nothing yet still may', async () => {
    // On 2003-06-30: C and D were at risk, C has adopted; S enters a day later, and D has half a year left.
    expect(await in2003('2003-06-30')).toMatchObject({ system: 4, atRisk: 2, adopters: 1, unknown: 1, hazard: null })
    expect(await in2003('2003-07-01')).toMatchObject({ system: 5, atRisk: 3, adopters: 1, unknown: 2, hazard: null })
  })
})

describe('what has no effect', () => {
  it.each([
    ['a share of critical states without these', { criticalShare: '1/2' }, /needs critical/],
    ['borders without that channel', { contiguity: 'any' }, /contiguity is read by/],
    ['alliances without that channel', { alliance: 'defense' }, /alliance is read by/],
  ])('%s is refused', async (_, more, message) => expect(toy(more)).rejects.toThrow(message))
})

describe('a succession', () => {
  const dated = async (more: object) => adopterOf(await toy(more, '2006-12-31'), 's')?.date
  it('counts from its notification; where that is asked for, from its effect', async () => {
    expect(await dated({})).toBe('2005-02-01')
    expect(await dated({ retroactive: 'true' })).toBe('2003-07-01')
  })
  it('no curve counts it before', async () => {
    const counts = async (more: object) => (await toy(more, '2006-12-31')).curve.map(({ consented }) => consented.count)
    expect(await counts({})).toEqual([1, 2, 3, 3, 4, 4])
    expect(await counts({ retroactive: 'true' })).toEqual([1, 2, 4, 4, 4, 4])
  })
})

describe('a state that left and came back', () => {
  const spells = async (choice: string) =>
    (await spread({ subject: 'back', system: 'gw', spells: choice }, '2010-12-31')).adopters.map(
      ({ date, spell, exits }) => [date, spell, exits],
    )
  it('is listed by its first adoption, its last, or both', async () => {
    expect(await spells('first')).toEqual([['2004-03-01', 1, '2006-03-01']])
    expect(await spells('last')).toEqual([['2008-06-01', 2, null]])
    expect(await spells('all')).toEqual([
      ['2004-03-01', 1, '2006-03-01'],
      ['2008-06-01', 2, null],
    ])
  })
})

describe('the tables of a spread', () => {
  const tableOf = async (part?: string) => {
    const question = questionNamed('spread')
    const answer = await toy(part === undefined ? {} : { part })
    const columns = question.table?.columnsOf?.(answer) ?? []
    return { columns: columns.map(({ name }) => name), rows: [...(question.table?.rows(answer) ?? [])] }
  }
  it.each([
    [undefined, 'year', 4],
    ['curve', 'year', 4],
    ['adopters', 'order', 3],
    ['never', 'state', 2],
    ['regions', 'group', 1],
    ['hazard', 'year', 4],
  ] as const)('part %s has rows that begin with %s, %i of them', async (part, first, count) => {
    const { columns, rows } = await tableOf(part)
    expect([columns[0], rows.length]).toEqual([first, count])
    for (const row of rows) expect(row).toHaveLength(columns.length)
  })
  it('names the channel and the lag of each exposure', async () =>
    expect((await tableOf('adopters')).columns).toEqual(
      expect.arrayContaining(['exposure_igo_lag1', 'covered_igo_lag1']),
    ))
})
