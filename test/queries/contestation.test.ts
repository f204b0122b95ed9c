import { describe, expect, it } from 'vitest'
import { tableOf } from '../../src/queries/question/question.ts'
import type { Contestation } from '../../src/queries/contestation/contestation-answer.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { questionNamed } from '../support/ask.ts'
import { complete } from '../support/complete.ts'
import { toyStates } from '../support/toy-states.ts'

/**
 * Ten states of two regions, and a treaty of 1980 that four of them had consented to by 1 June 1984, the first day on
 * which a third had: the tipping date. A fifth came in 1990. Of a second one, nobody claims to hold what states did.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
const north = new Set(['a', 'b', 'c', 'f', 'g'])
const under = (treaty: string, type: string, occurred: string | undefined, data: object) => ({
  stream: `treaty-${treaty}`,
  type,
  ...(occurred !== undefined && { occurred }),
  sources,
  data,
})
const toy = (type: string, occurred: string | undefined, data: object) => under('toy', type, occurred, data)
const concluded = (treaty: string) =>
  under(treaty, 'TreatyConcluded', '1980-01-01', {
    treaty,
    title: `A convention, ${treaty}`,
    entryIntoForce: { trigger: { kind: 'count', n: 1 } },
    exit: 'silent',
    reservations: 'permitted',
  })
const norm = (id: string, core: readonly string[]) => ({
  stream: `norm-${id}`,
  type: 'NormDefined',
  sources,
  data: { norm: id, name: `Norm ${id}`, statement: 'An invented norm', coreArticles: core },
})
const linked = (id: string, instrument: string, role: string) => ({
  stream: `norm-${id}`,
  type: 'InstrumentLinked',
  sources,
  data: { instrument, role },
})
const said = (id: string, letter: string, occurred: string, stance: string, type = 'validity') => ({
  stream: `norm-${id}`,
  type: 'NormContested',
  occurred,
  sources,
  data: { actor: `toy${letter}`, type, stance },
})
const ratified = (treaty: string, letter: string, occurred: string) =>
  under(treaty, 'TreatyRatified', occurred, { actor: `toy${letter}` })
const score = (letter: string, year: number, value: number) => ({
  stream: `practice-toy-score-toy${letter}`,
  type: 'PracticeScoreRecorded',
  occurred: String(year),
  sources,
  fact: String(year),
  data: { actor: `toy${letter}`, rater: 'toy', indicator: 'score', year, value },
})
const reserved = (letter: string, occurred: string, provisions: readonly string[]) =>
  toy('ReservationMade', occurred, { actor: `toy${letter}`, reservation: '1', provisions, at: 'consent' })

const lines = [
  ...toyStates(letters, { sources, since: '1970-01-01', system: 'cow' }),
  // All but Toyland j are members of the United Nations.
  ...letters.slice(0, 9).map((letter) => ({
    stream: `state-toy${letter}`,
    type: 'StateEntered',
    occurred: '1970-01-01',
    sources,
    data: { actor: `toy${letter}`, system: 'un' },
  })),
  ...letters.map((letter) => ({
    stream: `classification-m49-region-toy${letter}`,
    type: 'ActorClassified',
    sources,
    data: {
      classification: 'm49-region',
      class: north.has(letter) ? '150' : '002',
      label: north.has(letter) ? 'North' : 'South',
      actor: `toy${letter}`,
    },
  })),
  ...complete(['toy', 'toyprot'], {
    classes: ['signature', 'consent', 'exit', 'reservation', 'declaration', 'objection'],
  }),
  {
    stream: 'source-toy-scores',
    type: 'SourceRegistered',
    sources,
    fact: 'registered',
    data: {
      source: 'toy-scores',
      citation: 'Invented scores, for tests',
      kind: 'dataset',
      scales: { 'toy:score': { direction: 'higher-is-better' } },
    },
  },
  ...['toy', 'toyprot', 'dim'].flatMap((treaty) => [
    concluded(treaty),
    under(treaty, 'TreatyOpenedForSignature', '1980-01-01', {}),
  ]),
  norm('toynorm', ['toy 2']),
  norm('dimnorm', ['dim 2']),
  norm('quietnorm', ['toy 2']),
  linked('toynorm', 'toy', 'core'),
  linked('toynorm', 'toyprot', 'monitoring'),
  linked('quietnorm', 'toy', 'core'),
  linked('dimnorm', 'dim', 'core'),
  ratified('toy', 'a', '1980-06-01'),
  ratified('toy', 'b', '1981-06-01'),
  ratified('toy', 'c', '1982-06-01'),
  ratified('toy', 'd', '1984-06-01'),
  ratified('toy', 'e', '1990-01-01'),
  ratified('toyprot', 'c', '1982-06-01'),
  ratified('toyprot', 'e', '1990-01-01'),
  reserved('a', '1980-06-01', ['2']),
  reserved('b', '1981-06-01', []),
  reserved('c', '1982-06-01', ['29']),
  toy('ObjectionMade', '1980-09-01', {
    actor: 'toyb',
    to: 'toya',
    reservation: '1',
    precludesEntryIntoForce: true,
  }),
  toy('ObjectionMade', '1980-09-02', {
    actor: 'toyc',
    to: 'toya',
    reservation: '1',
    precludesEntryIntoForce: false,
  }),
  toy('DeclarationMade', '1990-01-01', { actor: 'toye', declaration: '1', kind: 'unclassified', at: 'consent' }),
  said('toynorm', 'f', '1979-01-01', 'objecting'),
  said('toynorm', 'f', '1985-01-01', 'contesting'),
  said('toynorm', 'g', '1984-06-01', 'objecting', 'application'),
  said('toynorm', 'g', '1990-01-01', 'objecting', 'application'),
  said('toynorm', 'h', '1983-01-01', 'objecting'),
  said('toynorm', 'e', '1979-01-01', 'objecting'),
  said('toynorm', 'e', '1983-01-01', 'objecting'),
  said('toynorm', 'i', '1979-01-01', 'objecting'),
  said('toynorm', 'i', '1983-01-01', 'objecting'),
  said('toynorm', 'i', '1986-01-01', 'withdrawn'),
  said('toynorm', 'j', '1982-01-01', 'contesting', 'application'),
  said('toynorm', 'd', '1991-01-01', 'contesting'),
  ...letters.slice(0, 4).map((letter) => ratified('dim', letter, '1984-06-01')),
  said('dimnorm', 'f', '1979-01-01', 'objecting'),
  said('dimnorm', 'f', '1985-01-01', 'objecting'),
  ...[4, 3, 2, 1].map((value, i) => score('a', 1996 + i, value)),
  ...[2, 2, 2, 2].map((value, i) => score('b', 1996 + i, value)),
  score('c', 1999, 3),
  score('f', 1999, 3),
  score('g', 1999, 4),
]
const { ask } = theWorkspaceOf((opened) => append(opened, ...lines))
/** The same, with a law at home of Toyland c from 1998 on, and scores of c from 1996 and of d. */
const { ask: askWithLaw } = theWorkspaceOf((opened) =>
  append(opened, ...lines, ...[6, 5, 4].map((value, i) => score('c', 1996 + i, value)), score('d', 1999, 2), {
    stream: 'domestic-toyc-toynorm',
    type: 'ImplementingActAdopted',
    occurred: '1998-06-01',
    sources,
    data: { actor: 'toyc', norm: 'toynorm', title: 'An invented law' },
  }),
)

const asked = (input: object = {}, asOf = '2000-01-01') =>
  ask<Contestation & { asOf: string }>('contestation', { norm: 'toynorm', ...input }, { asOf })
const by = <T extends { readonly state: string }>(list: readonly T[], letter: string): T | undefined =>
  list.find(({ state }) => state === `toy${letter}`)

describe('objectors', () => {
  it('are judged at the tipping date, with every parameter of it', async () => {
    const { tipping, parameters } = await asked()
    expect(tipping).toMatchObject({ date: '1984-06-01', adopters: 4, system: 10, sustained: true })
    expect(parameters).toMatchObject({ share: '1/3', threshold: 'CONSENTED', system: 'cow', sustainedYears: 1 })
  })
  it('are sorted into classes', async () => {
    const { objectors } = await asked()
    expect(objectors.map(({ state, class: name }) => [state.slice(3), name])).toEqual([
      ['f', 'persistent'],
      ['g', 'subsequent'],
      ['h', 'single'],
      ['e', 'consented'],
      ['d', 'consented'],
      ['i', 'withdrawn'],
      ['j', 'contesting'],
    ])
  })
  it('come with what they said, its dates and its events', async () => {
    const { objectors } = await asked()
    expect(by(objectors, 'f')).toMatchObject({ objections: 2, beforeTipping: 1, first: '1979-01-01', consent: null })
    expect(by(objectors, 'f')?.statements.map(({ earliest, says, events }) => [earliest, says, events.length])).toEqual(
      [
        ['1979-01-01', 'objection', 1],
        ['1985-01-01', 'objection', 1],
      ],
    )
    expect(by(objectors, 'e')).toMatchObject({ consent: '1990-01-01' })
    expect(by(objectors, 'd')).toMatchObject({ consent: '1984-06-01' })
    const { items: events } = await ask<{ items: { id: string; occurred: string }[] }>('events', {
      stream: 'treaty-toy',
    })
    const ratification = events.find(({ occurred }) => occurred === '1990-01-01')?.id
    expect(by(objectors, 'e')?.consentEvents).toContain(ratification)
  })
  it('are others where the norm tipped on another day: a half of the system was reached in 1990', async () => {
    const { tipping, objectors } = await asked({ share: '1/2' })
    expect(tipping?.date).toBe('1990-01-01')
    expect(by(objectors, 'g')?.class).toBe('persistent')
  })
  it('are judged by what had been said by the day', async () => {
    const { objectors } = await asked({}, '1984-12-31')
    expect(by(objectors, 'f')).toMatchObject({ class: 'single', objections: 1 })
  })
  it('may be one state alone, of which nothing may be recorded', async () => {
    const { objectors } = await asked({ state: 'toya' })
    expect(objectors).toMatchObject([{ state: 'toya', class: 'none-recorded', statements: [] }])
  })
  it('are unknown where no source tells whether they consented', async () => {
    const { objectors } = await asked({ norm: 'dimnorm' })
    expect(by(objectors, 'f')).toMatchObject({ class: 'unknown' })
    expect(by(objectors, 'f')?.reasons).toContain('consent-not-covered')
  })
})

describe('contestation and legitimacy', () => {
  it('are counted by type and year', async () => {
    const { contested } = await asked()
    // Validity: f 2, h 1, e 2, i 2, d 1. Application: g 2, j 1. Taken back: that of i.
    expect(contested.validity).toEqual({ statements: 8, states: 5, standing: 4 })
    expect(contested.application).toEqual({ statements: 3, states: 2, standing: 2 })
    expect(contested.withdrawals).toBe(1)
    expect(contested.years.find(({ year }) => year === 1983)).toEqual({
      year: 1983,
      validity: 3,
      application: 0,
      withdrawals: 0,
    })
  })
  it('leave the share of those that consented and do not contest the validity: a, b, c and e of ten', async () => {
    const { legitimacy } = await asked()
    // What e said before it consented is overtaken; d contests the validity after its consent.
    expect(legitimacy).toMatchObject({
      system: 10,
      consented: 5,
      contested: 1,
      legitimate: 4,
      uncertain: 0,
      share: 0.4,
      shareIs: 'at-most',
      covered: 10,
      reason: null,
    })
    // Three in the north, one in the south: the binary entropy of ¼ in bits, 2 − ¾ · log₂ 3.
    expect(legitimacy.breadth).toBeCloseTo(2 - 0.75 * Math.log2(3), 12)
    expect(legitimacy.breadthOfSystem).toBeCloseTo(1, 12)
  })
  it('come year by year: three of ten at the end of 1983', async () => {
    const { legitimacy } = await asked()
    expect(legitimacy.years.find(({ year }) => year === 1983)).toMatchObject({
      day: '1983-12-31',
      legitimate: 3,
      share: 0.3,
      breadth: 0,
    })
    expect(legitimacy.years.map(({ year }) => year)).toEqual(Array.from({ length: 21 }, (_, i) => 1980 + i))
  })
  it('have no share where nothing that anybody said is recorded: that is no full legitimacy', async () => {
    const { legitimacy } = await asked({ norm: 'quietnorm' })
    expect(legitimacy).toMatchObject({ share: null, atMost: 0.5, reason: 'no-contestation-recorded', legitimate: 5 })
    expect(legitimacy.shareIs).toBe('unknown')
    const text = questionNamed('contestation').text(await asked({ norm: 'quietnorm' }))
    expect(text).toContain(
      'legitimacy on 2000-01-01: unknown (no-contestation-recorded): whether any of the 5 of 10 that consented contest',
    )
    expect(text).not.toContain('do not contest')
  })
})

describe('shallow commitment', () => {
  it('shows by core and sweeping reservations, and where no procedure is accepted', async () => {
    const { shallow } = await asked()
    expect(shallow.map(({ state, shallow: is, signs }) => [state.slice(3), is, signs])).toEqual([
      ['a', 'yes', ['core-reservation', 'no-procedure']],
      ['b', 'yes', ['sweeping-reservation', 'no-procedure']],
      ['c', 'no', []],
      ['d', 'yes', ['no-procedure']],
      ['e', 'unknown', []],
    ])
  })
  it('rests on the events of the reservations', async () => {
    const { shallow } = await asked()
    expect(by(shallow, 'a')?.reservations).toMatchObject([{ treaty: 'toy', reservation: '1', standing: 'yes' }])
    expect(by(shallow, 'a')?.reservations[0]?.events).toHaveLength(1)
    expect(by(shallow, 'c')?.procedures).toMatchObject([{ treaty: 'toyprot', article: null, accepted: 'yes' }])
  })
  it('is unknown, and never no, where a text is not classified', async () =>
    expect(by((await asked()).shallow, 'e')?.unknown).toEqual(['texts not classified: toy (1)']))
  it('says of which instruments no source tells who objected', async () => {
    const text = async (id: string) => questionNamed('contestation').text(await asked({ norm: id }))
    expect((await asked()).objectionsKnown).toMatchObject([{ treaty: 'toy', covered: { state: 'covered' } }])
    expect(await text('dimnorm')).toContain('0 recorded; no source says that it holds all objections under dim')
  })
  it('is not "no" where no source tells of reservations', async () => {
    const { shallow } = await asked({ norm: 'dimnorm' })
    expect(shallow.map(({ shallow: is }) => is)).not.toContain('no')
  })
  it('tells objections over parties, and those that preclude relations apart: two of five, one of them', async () => {
    const { contestedReservations } = await asked()
    expect(contestedReservations).toMatchObject([
      { state: 'toya', objectors: ['toyb', 'toyc'], precluding: ['toyb'], parties: 5, share: 0.4, core: true },
    ])
  })
})

describe('decoupling', () => {
  it('is unknown without a score', async () =>
    expect((await asked()).decoupling).toMatchObject({ reason: 'no-score-asked', states: [] }))
  it('is the rank of commitment less that of practice, equal ones by their mean rank', async () => {
    const { decoupling } = await asked({ score: 'toy:score' })
    expect(decoupling).toMatchObject({
      year: 1999,
      day: '1999-12-31',
      members: 10,
      ranked: 5,
      direction: 'higher-is-better',
    })
    // Commitment: f, g 1.5, a, b (reserved) 3.5, c 5. Practice 1, 2, 3, 3, 4: a 1, b 2, c and f 3.5, g 5.
    const gaps = ['a', 'b', 'c', 'f', 'g'].map((letter) => by(decoupling.states, letter)?.gap)
    expect(gaps).toEqual([2.5, 1.5, 1.5, -2, -3.5])
    expect(by(decoupling.states, 'a')).toMatchObject({ scaled: 0.625, commitmentRank: 3.5, practiceRank: 1 })
    expect(by(decoupling.states, 'd')).toMatchObject({ gap: null, unknown: 'no-score' })
  })
  it('is decay where practice got worse for three years under an unchanged commitment', async () => {
    const { states } = (await asked({ score: 'toy:score' })).decoupling
    expect(by(states, 'a')).toMatchObject({ decay: 'yes', slope: -1 })
    expect(by(states, 'b')).toMatchObject({ decay: 'no', slope: 0 })
    expect(by(states, 'c')).toMatchObject({ decay: 'unknown', slope: null })
  })
  // A law at home is recorded of c alone. Commitment: f, g 1.5, a, b (reserved) 3.5, c and d 5.5: both are bound. The
  // scores of c fall by one a year from 1996 to 1999, over which its law of 1998 changes no step.
  it('ranks who has domestic acts recorded no higher than who is bound', async () => {
    const { decoupling } = await askWithLaw<Contestation>(
      'contestation',
      { norm: 'toynorm', score: 'toy:score' },
      { asOf: '2000-01-01' },
    )
    expect(by(decoupling.states, 'c')).toMatchObject({ commitment: 'INSTITUTIONALIZED', commitmentRank: 5.5 })
    expect(by(decoupling.states, 'd')).toMatchObject({ commitment: 'BOUND', commitmentRank: 5.5 })
    expect(by(decoupling.states, 'c')?.decay).toBe('yes')
  })
  it('ranks all, whatever state is asked for', async () => {
    const { decoupling } = await asked({ score: 'toy:score', state: 'toya' })
    expect(decoupling.states).toMatchObject([{ state: 'toya', gap: 2.5 }])
  })
})

describe('who stayed away', () => {
  it('had signed nothing in five years, while it was in force for half of the others of its region', async () => {
    const { absent } = await asked()
    // At the end of 1984 it was in force for a, b and c of the north, and for d of the south.
    expect(absent.map(({ state, class: is, inForce, peers }) => [state.slice(3), is, inForce, peers])).toEqual([
      ['f', 'absent', 3, 4],
      ['g', 'absent', 3, 4],
      ['e', 'peers-few', 1, 4],
      ['h', 'peers-few', 1, 4],
      ['i', 'peers-few', 1, 4],
      ['j', 'unknown', 1, 4],
    ])
    expect(by(absent, 'j')).toMatchObject({ reason: 'may-not-be-open' })
    expect(by(absent, 'e')).toMatchObject({ from: '1980-01-01', until: '1984-12-31', signed: '1990-01-01' })
  })
  it('is not judged before the years are over', async () => expect((await asked({ years: '30' })).absent).toEqual([]))
  it('is unknown where no source tells', async () => {
    const { absent } = await asked({ norm: 'dimnorm' })
    expect(absent.every((one) => one.class === 'unknown' && one.reason === 'not-covered')).toBe(true)
    expect(absent).toHaveLength(6)
  })
})

describe('the parts', () => {
  const contestation = questionNamed('contestation')
  it.each([
    ['objectors', 7],
    ['legitimacy', 21],
    ['shallow', 5],
    ['reservations', 1],
    ['decoupling', 10],
    ['absent', 6],
  ])('%s is a table of its own, of %i rows', async (part, count) => {
    const found = await asked({ part, score: 'toy:score' })
    const { columns, rows } = tableOf(contestation, found)
    const all = [...rows]
    expect(all).toHaveLength(count)
    expect(all.every((row) => row.length === columns.length)).toBe(true)
  })
  it('are all read in a terminal', async () => {
    const text = contestation.text(await asked({ score: 'toy:score' }))
    expect(text).toContain('tipping: 1984-06-01, 4 of 10 = 40.0 % (1/3 of the cow system, by CONSENTED')
    expect(text).toContain('  toyf   Toyland f; consent: data through 2026-11-01 (whole-record)')
    expect(text).toContain(
      'legitimacy on 2000-01-01: at most 40.0 %, as far as statements are recorded (4 of 10 = 40.0 % consented and ' +
        'are not recorded to contest the validity',
    )
    expect(text).toContain('shallow commitment: 3 known of 5 bound; 1 known not to be shallow; not known of 1')
    expect(text).toContain('left out: localization')
  })
})
