import { describe, expect, it } from 'vitest'
import { questionNamed } from '../support/ask.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { toyStates } from '../support/toy-states.ts'
import { tableOf } from '../../src/queries/question/question.ts'

/**
 * Toyland a founded the club in 1990. b applied in 1992 and entered in 1994; c applied in 1995 and withdrew in 1996;
 * d applied in 1993, entered in 1995 and left in 1997; e entered in 1996, and nobody tells of an application. What is
 * said of b after its entry was recorded later.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const inClub = (type: string, occurred: string, letter: string, data: object = {}) => ({
  stream: 'igo-toyclub',
  type,
  occurred,
  sources,
  data: { actor: `toy${letter}`, ...data },
})
const entered = (occurred: string, letter: string, mode = 'accession') =>
  inClub('MembershipStarted', occurred, letter, { kind: 'full', mode })

const scores: Readonly<Record<string, readonly [number, readonly (number | undefined)[]]>> = {
  a: [1990, [6, 6, 6, 6, 6, 6, 6, 6, 6]],
  b: [1990, [2, 2, 3, 4, 5, 5, 6, 6]],
  c: [1994, [0, 1, 2]],
  d: [1991, [0, 1, 2, 2, 3, 5, 2, 1]],
}
const scored = Object.entries(scores).flatMap(([letter, [first, values]]) =>
  values.map((value, k) => ({
    stream: `practice-toy-score-toy${letter}`,
    type: 'PracticeScoreRecorded',
    occurred: String(first + k),
    sources,
    data: { actor: `toy${letter}`, rater: 'toy', indicator: 'score', year: first + k, value },
  })),
)

const earlier = [
  ...toyStates(['a', 'b', 'c', 'd', 'e'], { sources, since: '1980-01-01', system: 'un' }),
  {
    stream: 'igo-toyclub',
    type: 'IgoFounded',
    occurred: '1990-01-01',
    sources,
    data: { igo: 'toyclub', name: 'Toy club' },
  },
  entered('1990-01-01', 'a', 'original'),
  inClub('MembershipApplied', '1992-06-01', 'b'),
  inClub('AccessionStepTaken', '1993-06-01', 'b', { step: 'opinion', outcome: 'positive', by: 'the board' }),
  inClub('ConditionAttached', '1993-06-01', 'b', { condition: 'Better scores' }),
  inClub('MembershipApplied', '1995-03-01', 'c'),
  inClub('MembershipApplicationEnded', '1996-03-01', 'c', { how: 'withdrawn' }),
  inClub('MembershipApplied', '1993-02-01', 'd'),
  entered('1995-01-01', 'd'),
  inClub('MembershipEnded', '1997-01-01', 'd', { names: 'firstDayOut', mode: 'withdrawal' }),
  entered('1996-07-01', 'e'),
  ...scored,
]
const later = [
  inClub('ConditionResolved', '1994-06-01', 'b', { condition: 'Better scores', outcome: 'met' }),
  entered('1994-07-01', 'b'),
]

let before = ''
const { ask } = theWorkspaceOf(async (opened) => {
  await append(opened, ...earlier)
  before = String((await opened.world({})).knownAt)
  await append(opened, ...later)
})
/** The same, with a list that claims to hold every application to 1996, and every member. */
const { ask: askCovered } = theWorkspaceOf((opened) =>
  append(
    opened,
    {
      stream: 'source-toy-list',
      type: 'SourceRegistered',
      sources,
      fact: 'registered',
      data: { source: 'toy-list', citation: 'An invented list', kind: 'dataset' },
    },
    {
      stream: 'source-toy-list',
      type: 'CoverageClaimed',
      sources,
      fact: 'coverage',
      data: {
        organisations: ['toyclub'],
        actors: ['toya', 'toyb', 'toyc', 'toyd', 'toye'],
        classes: ['membership', 'accession'],
        through: '1996-12-31',
      },
    },
    ...earlier,
    ...later,
  ),
)

interface Phase {
  phase: string
  states: number
  years: number
  mean: number | null
  slope: number | null
  change: number | null
  changeOf: number
}
interface Accession {
  count: Record<string, number>
  unknown: Record<string, number>
  states: {
    state: string
    on: { entry: string; reason: string | null }[]
    spells: { entry: string; number: number; from: string | null; to: string | null; decidedBy: string[] }[]
    acts: { step: string; on: string; outcome: string | null; by: string | null; decidedBy: string[] }[]
    conditions: { condition: string; to: string | null; outcome: string | null; isOpen: boolean }[]
  }[]
  study: {
    pooled: Phase[] | null
    states: { state: string; isEntrant: boolean; phases: Phase[] }[]
    entrants: string[]
    founders: string[]
    unknown: string[]
    missing: Record<string, number>
    years: { state: string; year: number; distance: number | null; missing: string | null }[]
  }
}
const accession = (more: object = {}, clocks: object = {}) =>
  ask<Accession>('accession', { igo: 'toyclub', ...more }, { asOf: '1995-01-31', ...clocks })
const spells = (found: Accession, letter: string) =>
  found.states.find(({ state }) => state === `toy${letter}`)?.spells.map(({ entry, from, to }) => [entry, from, to])

describe('the way of states into an organisation', () => {
  it('is told spell by spell, with the events', async () => {
    const found = await accession({}, { asOf: '1998-12-31' })
    expect(spells(found, 'a')?.at(-1)).toEqual(['founder', '1990-01-01', null])
    expect(spells(found, 'b')).toEqual([
      ['candidate', '1992-06-01', '1994-07-01'],
      ['probation', '1994-07-01', '1997-07-01'],
      ['settled', '1997-07-01', null],
    ])
    expect(spells(found, 'c')).toEqual([['candidate', '1995-03-01', '1996-03-01']])
    expect(spells(found, 'd')?.map(([entry]) => entry)).toEqual(['candidate', 'probation', 'left'])
    expect(found.states.flatMap((one) => one.spells).every(({ decidedBy }) => Array.isArray(decidedBy))).toBe(true)
    expect(found.states.find(({ state }) => state === 'toyb')?.spells[1]?.decidedBy).toHaveLength(2)
  })

  it('holds nothing that came after the day asked about', async () => {
    const found = await accession({}, { asOf: '1994-01-01' })
    // On 1 January 1994 b and d were candidates; c applied in 1995, e entered in 1996.
    expect(found.states.map(({ state }) => state)).toEqual(['toya', 'toyb', 'toyd'])
    expect(spells(found, 'b')).toEqual([['candidate', '1992-06-01', null]])
    expect(found.states[1]?.conditions).toMatchObject([{ to: null, outcome: null, isOpen: true }])
    expect(spells(found, 'd')).toEqual([['candidate', '1993-02-01', null]])
    expect(found.states[2]?.acts).toHaveLength(1)
    const [b] = (await accession({ state: 'toyb' }, { asOf: '1993-01-01' })).states
    expect([b?.acts.length, b?.conditions]).toEqual([1, []])
  })

  it('is counted as it stands on the day asked about', async () => {
    // On 31 January 1995 b and d are on probation, a is the founder; of c and e nothing is told before they applied or
    // entered. On 1 April 1996 c has withdrawn.
    expect((await accession()).count).toEqual({ founder: 1, probation: 2 })
    expect((await accession({}, { asOf: '1996-04-01' })).count).toEqual({ founder: 1, probation: 2, outside: 1 })
    expect((await accession({}, { asOf: '1996-12-31' })).unknown).toEqual({ 'no-application-known': 1 })
  })

  it('comes with the acts and the conditions', async () => {
    const [b] = (await accession({ state: 'toyb' })).states
    expect(b?.acts.map(({ step, on, outcome, by }) => [step, on, outcome, by])).toEqual([
      ['application', '1992-06-01', null, null],
      ['opinion', '1993-06-01', 'positive', 'the board'],
    ])
    expect(b?.conditions).toMatchObject([
      { condition: 'Better scores', to: '1994-06-01', outcome: 'met', isOpen: false },
    ])
    expect((await accession({ state: 'toyb' }, { asOf: '1994-01-01' })).states[0]?.conditions[0]?.isOpen).toBe(true)
  })

  it('is what was known then', async () => {
    const found = await accession({ state: 'toyb' }, { asKnownAt: before })
    expect(spells(found, 'b')).toEqual([['candidate', '1992-06-01', null]])
    expect(found.states[0]?.conditions[0]).toMatchObject({ to: null, outcome: null, isOpen: true })
  })

  it('is unknown, and never settled, of a member of whose application nobody tells', async () => {
    expect((await accession({ state: 'toye' }, { asOf: '2010-01-01' })).states[0]?.on).toMatchObject([
      { entry: 'unknown', reason: 'no-application-known' },
    ])
  })

  it('refuses years without a score', async () => {
    await expect(accession({ from: '1990' })).rejects.toThrow('from and to bound the years of a score; came no score.')
    await expect(accession({ score: 'toy:score', from: '1996', to: '1995' })).rejects.toThrow('from is 1996, after to')
  })
})

/**
 * Distances on 31 December, worked out by hand from the scores above, with a probation of one year and two years before
 * an application. The others of b are a alone until 1994, a and d in 1995 and 1996 (4.5 and 5.5), a in 1997; those of d
 * a, and from 1994 on a and b (5.5, 5.5, 6, 6), in 1998 a.
 *
 *     b  before 1990, 1991: 4, 4 · candidate 1992, 1993: 3, 2 · probation 1994: 1 · settled 1995 to 1997: 0.5, 0.5, 0
 *     c  before 1994: 5.5 · candidate 1995: |1 − (6 + 5 + 3)/3| = 11/3
 *     d  before 1991, 1992: 6, 5 · candidate 1993, 1994: 4, 3.5 · probation 1995: 2.5 · settled 1996: 1 · left 4, 5
 */
describe('how far states were from the other members', () => {
  const study = async (more: object = {}) =>
    (await accession({ score: 'toy:score', probation: 1, before: 2, ...more }, { asOf: '1998-12-31' })).study
  const phasesOf = (phases: readonly Phase[] | undefined) =>
    phases?.map(({ phase, years, mean, slope }) => [phase, years, mean, slope])

  it('by state and phase', async () => {
    const { states } = await study()
    const of = (letter: string) => phasesOf(states.find(({ state }) => state === `toy${letter}`)?.phases)
    expect(of('b')).toEqual([
      ['before', 2, 4, 0],
      ['candidate', 2, 2.5, -1],
      ['probation', 1, 1, null],
      ['settled', 3, 1 / 3, expect.closeTo(-1 / 4, 12)],
      ['left', 0, null, null],
    ])
    expect(of('c')).toEqual([
      ['before', 1, 5.5, null],
      ['candidate', 1, expect.closeTo(11 / 3, 12), null],
      ['probation', 0, null, null],
      ['settled', 0, null, null],
      ['left', 0, null, null],
    ])
    expect(of('d')).toEqual([
      ['before', 2, 5.5, -1],
      ['candidate', 2, 3.75, -0.5],
      ['probation', 1, 2.5, null],
      ['settled', 1, 1, null],
      ['left', 2, 4.5, 1],
    ])
  })

  it('together over the entrants, each about its own mean', async () => {
    const found = await study()
    expect(found.entrants).toEqual(['toyb', 'toyd'])
    // Slopes weighted by Σ(t − t̄)²: before (0·½ − 1·½)/1, candidate (−1·½ − ½·½)/1; settled that of b alone.
    expect(phasesOf(found.pooled ?? undefined)).toEqual([
      ['before', 4, 19 / 4, -0.5],
      ['candidate', 4, 3.125, -0.75],
      ['probation', 2, 1.75, null],
      ['settled', 4, 0.5, expect.closeTo(-1 / 4, 12)],
      ['left', 2, 4.5, 1],
    ])
    // b 2.5 − 4 and d 3.75 − 5.5; 1 − 2.5 and 2.5 − 3.75; 1/3 − 1 and 1 − 2.5; d alone 4.5 − 1.
    expect(found.pooled?.map(({ change, changeOf }) => [change, changeOf])).toEqual([
      [null, 0],
      [-1.625, 2],
      [-1.375, 2],
      [expect.closeTo(-13 / 12, 12), 2],
      [3.5, 1],
    ])
    expect((await study({ from: '1995' })).entrants).toEqual(['toyd'])
    expect((await study({ state: 'toyb' })).pooled).toBeNull()
  })

  it('names who is not studied, and counts the years without a distance', async () => {
    const found = await study()
    expect(found.founders).toEqual(['toya'])
    expect(found.unknown).toEqual(['toye'])
    // e in 1996 to 1998 is unknown; b in 1998 and c in 1993 have no score.
    expect(found.missing).toEqual({ 'no-own-score': 2, 'entry-unknown': 3 })
  })

  it('says which is the last year with a score', async () => {
    // Toyland a, d are scored until 1998, and nobody later.
    const answer = await accession({ score: 'toy:score' }, { asOf: '2010-01-01' })
    expect(answer.study).toMatchObject({ to: 2010, lastScored: 1998 })
    expect(questionNamed('accession').text(answer)).toContain('(scores to 1998; before')
    expect((await accession({ score: 'toy:score', to: '2005' }, { asOf: '1995-06-01' })).study).toMatchObject({
      to: 1995,
      lastScored: 1995,
    })
  })

  it('ends where it is asked to', async () => {
    const { years } = await study({ to: '1995' })
    expect(Math.max(...years.map(({ year }) => year))).toBe(1995)
  })

  it('is a table of states and years, or of spells', async () => {
    const question = questionNamed('accession')
    const rowsIn = async (more: object) => {
      const answer = await accession(more)
      const { columns, rows } = tableOf(question, answer)
      return [...rows].map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]])))
    }
    expect((await rowsIn({ score: 'toy:score', probation: 1 })).find(({ year }) => year === 1992)).toMatchObject({
      igo: 'toyclub',
      state: 'toyb',
      phase: 'candidate',
      own: 3,
      mean: 6,
      rated: 1,
      distance: 3,
      missing: null,
    })
    expect((await rowsIn({}))[1]).toMatchObject({ state: 'toya', entry: 'founder', from: '1990-01-01', to: null })
  })

  it('says in words what either account would expect, and concludes nothing', async () => {
    const answer = await accession({ score: 'toy:score' }, { asOf: '1998-12-31' })
    const text = questionNamed('accession').text(answer)
    expect(text).toContain('instrumental: alignment for the sake of admission would show')
    expect(text).toContain('neither is concluded here')
    expect(text).toContain('not studied: founders 1 (toya), members whose entry is unknown 1 (toye)')
  })
})

describe('where somebody claims that all applications are told', () => {
  const covered = (more: object = {}, asOf = '1998-12-31') =>
    askCovered<Accession & { applications: { state: string }; coverage: { state: string } }>(
      'accession',
      { igo: 'toyclub', ...more },
      { asOf },
    )

  it('a member without one had none: it is on probation and settled by its entry alone', async () => {
    const found = await covered()
    expect(spells(found, 'e')?.map(([entry, from]) => [entry, from])).toEqual([['probation', '1996-07-01']])
    expect((await covered({}, '2000-01-01')).states.find(({ state }) => state === 'toye')?.on).toMatchObject([
      { entry: 'settled' },
    ])
    expect([found.applications.state, found.coverage.state]).toEqual(['carried', 'carried'])
  })

  it('a year after the last of which the members are known tells no distance', async () => {
    const { years, missing, entrants } = (await covered({ score: 'toy:score', probation: 1, before: 2 })).study
    expect(years.find(({ state, year }) => state === 'toyb' && year === 1996)?.distance).toBe(0.5)
    expect(years.find(({ state, year }) => state === 'toyb' && year === 1997)?.missing).toBe('memberships-not-covered')
    // Of 1997 and 1998: b, d, who left, and e; in 1996 e has no score, and in 1993 c.
    expect(missing).toEqual({ 'memberships-not-covered': 6, 'no-own-score': 2 })
    // e had no candidacy: it is no entrant of those that are compared.
    expect(entrants).toEqual(['toyb', 'toyd'])
  })
})
