import { describe, expect, it } from 'vitest'
import type { ConvergenceAnswer } from '../../src/queries/convergence/convergence-answer.ts'
import { tableOf } from '../../src/queries/question/question.ts'
import { questionNamed } from '../support/ask.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { convergingWorld } from '../support/converging-world.ts'

const { ask } = theWorkspaceOf((opened) => append(opened, ...convergingWorld))

const converged = (igo: string, more: object = {}): Promise<ConvergenceAnswer> =>
  ask<ConvergenceAnswer>('convergence', {
    igo,
    score: 'toy:score',
    from: '2000',
    to: '2002',
    system: 'gw',
    draws: '20',
    ...more,
  })

describe('an organisation that grew while its members converged', () => {
  it('has the mean and σ of the rated members of each year', async () => {
    const { years, mean, sigma } = await converged('toyo1')
    expect(
      years.map(({ year, members, rated, uncertain, unknown }) => [year, members, rated, uncertain, unknown]),
    ).toEqual([
      [2000, 4, 4, 0, 1],
      [2001, 5, 4, 0, 0],
      [2002, 5, 5, 1, 0],
    ])
    // 2001: 8, 6, 1, 4: mean 19/4, Σ y² 117, σ² 117/4 − 361/16 = 107/16. 2002: 7, 6, 3, 2, 12: mean 6, σ² 62/5.
    expect(years.map((one) => one.mean)).toEqual([4, 19 / 4, 6])
    expect(years[0]?.sigma).toBeCloseTo(Math.sqrt(10), 14)
    expect(years[1]?.sigma).toBeCloseTo(Math.sqrt(107 / 16), 14)
    expect(years[2]?.sigma).toBeCloseTo(Math.sqrt(62 / 5), 14)
    expect(mean.change).toBe(2)
    // The slope over three years is half of the last less the first.
    expect(sigma.slope).toBeCloseTo((Math.sqrt(12.4) - Math.sqrt(10)) / 2, 14)
    expect(sigma.years).toBe(3)
  })
  it('has the toy world as its stayers: σ 3.162 → 2.062, β −0.35, mean +1/2', async () => {
    const { stayers } = await converged('toyo1')
    expect(stayers).toMatchObject({ n: 4, states: ['toya', 'toyb', 'toyc', 'toyd'], beta: -0.35, reason: null })
    expect(stayers.sigma.first).toBeCloseTo(3.162, 3)
    expect(stayers.sigma.last).toBeCloseTo(2.062, 3)
    expect(stayers.mean.change).toBe(0.5)
    expect(stayers.betaOnGap).toBeCloseTo((-0.35 * 3) / 4, 14)
  })
  it('takes the change of σ² apart: +2.4 = −5.75 within stayers − 0.85 of E + 9 between', async () => {
    const { variance } = await converged('toyo1')
    // E alone has no spread: 1/5 (0 − 4.25). Between: 4/25 (12 − 4.5)².
    expect(variance?.change).toBeCloseTo(2.4, 13)
    expect(variance?.withinStayers).toBe(-5.75)
    expect(variance?.entrants).toBeCloseTo(-0.85, 14)
    expect(variance?.leavers).toBe(0)
    expect(variance?.between).toBeCloseTo(9, 13)
    expect(variance?.counts).toEqual({ stayers: 4, entrants: 1, leavers: 0 })
  })
  it('has a fixed panel of those that are rated in every year: not C', async () => {
    const { panel, years } = await converged('toyo1')
    expect(panel.states).toEqual(['toya', 'toyb', 'toyd'])
    // 8, 6, 0: 100/3 − (14/3)² = 104/9. 7, 6, 2: mean 5, (4 + 1 + 9)/3.
    expect(panel.sigma.first).toBeCloseTo(Math.sqrt(104 / 9), 14)
    expect(panel.sigma.last).toBeCloseTo(Math.sqrt(14 / 3), 14)
    expect(panel.slope).toBeCloseTo((Math.sqrt(14 / 3) - Math.sqrt(104 / 9)) / 2, 14)
    expect(years[1]).toMatchObject({ panelMean: 5 })
  })
  it('names who is not counted, and why', async () => {
    const { missing } = await converged('toyo1')
    expect(missing.map(({ state, why, years }) => [state, why, years])).toEqual([
      ['toyc', 'not-rated', [2001]],
      ['toyf', 'uncertain-membership', [2002]],
      ['toyg', 'unknown-membership', [2000]],
    ])
  })
  it('says of each member what it is, by which events', async () => {
    const { members } = await converged('toyo1')
    expect(members.map(({ state, role, because, change, inPanel }) => [state, role, because, change, inPanel])).toEqual(
      [
        ['toya', 'stayer', null, -1, true],
        ['toyb', 'stayer', null, 0, true],
        ['toyc', 'stayer', null, 1, false],
        ['toyd', 'stayer', null, 2, true],
        ['toye', 'entrant', 'joined', null, false],
      ],
    )
    // A stayer: its membership and two scores; E: its membership and one.
    expect(members.map(({ decidedBy }) => decidedBy.length)).toEqual([3, 3, 3, 3, 2])
    expect(members[3]?.gap).toBeCloseTo(-16 / 3, 14)
  })
  it('counts who may have entered by the day that stands for it', async () => {
    const { years, members } = await converged('toyo1', { dates: 'earliest' })
    expect(years[2]).toMatchObject({ members: 6, rated: 6, uncertain: 0 })
    expect(members.find(({ state }) => state === 'toyf')).toMatchObject({ role: 'entrant', last: 3 })
    expect((await converged('toyo1', { dates: 'latest' })).years[2]).toMatchObject({ members: 5, uncertain: 0 })
  })
})

describe('a suspended member', () => {
  it('is a member, unless it is asked for without', async () => {
    expect((await converged('toyo1')).years.map(({ members }) => members)).toEqual([4, 5, 5])
    const found = await converged('toyo1', { excludeSuspended: true })
    expect(found.years.map(({ members }) => members)).toEqual([4, 4, 4])
    expect(found.members.find(({ state }) => state === 'toyd')).toMatchObject({ role: 'leaver', because: 'suspended' })
    // And no non-member: the pool is that of H to K.
    expect(found.placebo?.measures[0]).toMatchObject({ size: 3, pool: 4 })
  })
})

describe('drawn groups', () => {
  it('are of non-members that are rated in the same years: of four H to K there is one group', async () => {
    const { placebo } = await converged('toyo1')
    // None of them moves. F may have been a member, and G was not rated: neither is drawn.
    expect(placebo?.measures.map(({ measure, size, pool }) => [measure, size, pool])).toEqual([
      ['beta', 4, 4],
      ['betaOnGap', 4, 4],
      ['sigmaChange', 4, 4],
      ['meanChange', 4, 4],
      ['panelSigmaSlope', 3, 4],
    ])
    expect(placebo?.measures[0]).toMatchObject({ own: -0.35, mean: 0, low: 0, high: 0, below: 0, above: 20 })
    expect(placebo?.measures[3]).toMatchObject({ own: 0.5, mean: 0, below: 20, above: 0 })
  })
  it('are none where the pool is smaller than the group, and none where none are asked for', async () => {
    // Of the six only F, I, J and K are outside.
    const { placebo } = await converged('toybig')
    expect(placebo?.measures[0]).toMatchObject({
      size: 6,
      pool: 4,
      defined: 0,
      mean: null,
      below: null,
      reason: 'only 4 non-members in the system are rated in the same years',
    })
    expect((await converged('toyo1', { draws: '0' })).placebo).toBeNull()
    await expect(converged('toyo1', { system: 'cow' })).rejects.toMatchObject({ code: 'unknown-system' })
  })
})

describe('an organisation that took the place of another', () => {
  it('had no member before, and nothing is compared', async () => {
    const { variance, stayers, years, sigma } = await converged('toynew')
    expect(years[0]).toMatchObject({ members: 0, rated: 0, mean: null, sigma: null })
    expect(variance).toBeNull()
    expect(stayers).toMatchObject({ n: 0, beta: null, reason: '0 rated members in both years: sigma takes two' })
    expect(sigma).toMatchObject({ first: null, change: null, years: 2 })
  })
  it('has the members of the other before the day on which it did, where that is asked for', async () => {
    const { variance, predecessors, years } = await converged('toynew', { withPredecessors: true })
    expect(predecessors).toMatchObject([{ igo: 'toyold', until: '2001-03-01' }])
    expect(years.map(({ members }) => members)).toEqual([2, 3, 3])
    // 8, 6 → 7, 6: 1 → 1/4. C enters with 3: 1/3 (0 − 1/4), 2/9 (3 − 6.5)².
    expect(variance?.withinStayers).toBe(-3 / 4)
    expect(variance?.entrants).toBeCloseTo(-1 / 12, 15)
    expect(variance?.between).toBeCloseTo(49 / 18, 14)
  })
})

describe('a member that left', () => {
  it('is a leaver, whose spread is taken away', async () => {
    const { members, variance } = await converged('toyleft')
    expect(members.map(({ state, role, because }) => [state, role, because])).toContainEqual(['toyc', 'leaver', 'left'])
    // 8, 6 → 7, 6. C scored 2: 1/3 (0 − 1) = −1/3, between −2/9 (2 − 7)² = −50/9.
    expect(variance?.leavers).toBeCloseTo(-1 / 3, 15)
    expect(variance?.between).toBeCloseTo(-50 / 9, 14)
    expect(variance?.change).toBeCloseTo(-3 / 4 + 1 / 3 - 50 / 9, 14)
  })
})

describe('what is asked', () => {
  it('is refused where the years are none that change, and where nobody has recorded the score', async () => {
    await expect(converged('toyo1', { to: '2000' })).rejects.toMatchObject({ code: 'bad-years' })
    await expect(converged('toyo1', { score: 'toy:other' })).rejects.toMatchObject({ code: 'unknown-score' })
    await expect(converged('nothing')).rejects.toMatchObject({ code: 'unknown-organisation' })
  })
  it.each([
    ['years', 3],
    ['measures', 15],
    ['members', 5],
  ])('comes as a table of %s', async (part, rows) => {
    const table = tableOf(questionNamed('convergence'), await converged('toyo1', { part }))
    const cells = [...table.rows]
    expect(cells.length).toBe(rows)
    expect(cells.every((row) => row.length === table.columns.length)).toBe(true)
  })
  it('reads as text', async () => {
    const text = questionNamed('convergence').text(await converged('toyo1'))
    expect(text).toContain('variance 10.0000 → 12.4000 (+2.4000) = within stayers + entrants − leavers + between')
    expect(text).toContain('−5.7500  within the 4 stayers: enlargement netted out')
    expect(text).toContain('−0.8500  entrants (1: 1 joined)')
    expect(text).toContain('not counted, uncertain-membership: toyf (2002)')
  })
})
