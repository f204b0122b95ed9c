import { describe, expect, it } from 'vitest'
import { theToyWorld } from './toy-world.ts'

const toy = theToyWorld()
const years = { system: 'un', from: 2001, to: 2001 }

describe('spells of states', () => {
  it('are stretches of days on which nothing changes', async () => {
    const recipe = { ...years, unit: 'state-spell', from: 2000, to: 2002, states: ['toyc'] }
    const rows = await toy.rows({ ...recipe, columns: [{ name: 'x', status: 'toytreaty', with: ['spell'] }] })
    expect(rows.map(({ from, to, x, x_spell }) => [from, to, x, x_spell])).toEqual([
      ['2000-01-01', '2000-06-06', 'NONE', 0],
      ['2000-06-06', '2001-03-01', 'IN_FORCE', 1],
      ['2001-03-01', '2002-03-01', 'EXIT_PENDING', 1],
      ['2002-03-01', null, 'EXITED', 1],
    ])
  })
  it('take nothing that may change on any day', async () =>
    expect(
      toy.rows({ ...years, unit: 'state-spell', columns: [{ name: 'x', score: 'toy:score' }] }),
    ).rejects.toMatchObject({ code: 'bad-recipe', where: '/columns/0' }))
})

describe('dyads', () => {
  const columns = [
    { name: 'shared', dyad: 'shared_igos_min' },
    { name: 'score_a', of: 'a', score: 'toy:score' },
    { name: 'score_b', of: 'b', score: 'toy:score' },
  ]
  it('are each two states once, with what they share and what each is', async () => {
    const rows = await toy.rows({ ...years, unit: 'dyad-year', columns })
    const pairs = rows.map(({ state_a, state_b, shared }) => [`${state_a} ${state_b}`, shared])
    // o1 = A B, o2 = A B C D, o3 = A C D E
    expect(Object.fromEntries(pairs)).toEqual({
      'toya toyb': 2,
      'toya toyc': 2,
      'toya toyd': 2,
      'toya toye': 1,
      'toyb toyc': 1,
      'toyb toyd': 1,
      'toyb toye': 0,
      'toyc toyd': 2,
      'toyc toye': 1,
      'toyd toye': 1,
    })
    expect(rows[0]).toMatchObject({ score_a: 9, score_b: 7 })
  })
  it('come in both orders where they are directed', async () => {
    const rows = await toy.rows({ ...years, unit: 'directed-dyad-year', states: ['toya', 'toyb'], columns })
    expect(rows.map(({ state_a, score_a, score_b, shared }) => [state_a, score_a, score_b, shared])).toEqual([
      ['toya', 9, 7, 2],
      ['toyb', 7, 9, 2],
    ])
  })
})

describe('organisations, and who is in them', () => {
  it('are counted, and the scores of members averaged', async () => {
    const columns = [
      { name: 'n', members: 'full' },
      { name: 'mean', memberScore: 'toy:score' },
      { name: 'sd', memberScore: 'toy:score', statistic: 'sd', with: ['why'] },
    ]
    const rows = await toy.rows({ ...years, unit: 'organisation-year', columns })
    const toys = rows.filter(({ igo }) => String(igo).startsWith('toy'))
    // Scores of 2001: A 9, B 7, C 3, D 1; the sample deviation of 9 and 7 is the square root of 2.
    expect(toys.map(({ igo, n, mean }) => [igo, n, mean])).toEqual([
      ['toyo1', 2, 8],
      ['toyo2', 4, 5],
      ['toyo3', 4, 13 / 3],
      ['toyo4', 1, 1],
    ])
    expect(toys[0]?.['sd']).toBeCloseTo(Math.SQRT2, 12)
    expect(toys[3]).toMatchObject({ sd: null, sd_why: 'too-few-rated' })
  })
  it('are edges', async () => {
    const rows = await toy.rows({ ...years, unit: 'membership-year', states: ['toyd'] })
    expect(rows.map(({ igo, kind, certainty }) => [igo, kind, certainty])).toEqual([
      ['toyo2', 'full', 'certain'],
      ['toyo3', 'full', 'certain'],
      ['toyo4', 'full', 'certain'],
    ])
  })
})

describe('adoptions and events', () => {
  it('are listed with the exit', async () => {
    const rows = await toy.rows({ ...years, unit: 'adoption', from: 2000, to: 2004, subjects: ['toytreaty'] })
    expect(rows.map(({ state, adopted, left }) => [state, adopted, left])).toEqual([
      ['toya', '2001-07-02', null],
      ['toyb', '2000-05-05', null],
      ['toyc', '2000-06-06', '2002-03-01'],
    ])
  })
  it('are rows of the log', async () => {
    const rows = await toy.rows({ ...years, unit: 'event', of: { stream: 'treaty-toytreaty' } })
    expect(rows.map(({ type, occurred }) => [type, occurred])).toEqual([
      ['TreatyAcceded', '2001-07-02'],
      ['TreatyWithdrawalNotified', '2001-03-01'],
    ])
  })
  it('give a history of who was at risk, with further columns of the state', async () => {
    const of = { subject: 'toytreaty', threshold: 'CONSENTED', minCoverage: 0 }
    const columns = [{ name: 'score_lag1', score: 'toy:score', lag: 1 }]
    const rows = await toy.rows({ ...years, unit: 'event-history', of, columns })
    expect(rows.map(({ state, adopted, score_lag1 }) => [state, adopted, score_lag1])).toEqual([
      ['toya', 1, 8],
      ['toyd', 0, 0],
      ['toye', 0, null],
    ])
  })
})
