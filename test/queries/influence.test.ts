import { describe, expect, it } from 'vitest'
import type { InfluenceAnswer } from '../../src/queries/convergence/influence-answer.ts'
import { tableOf } from '../../src/queries/question/question.ts'
import { questionNamed } from '../support/ask.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { convergingWorld } from '../support/converging-world.ts'

const { ask } = theWorkspaceOf((opened) => append(opened, ...convergingWorld))

const influence = (state: string, igo = 'toyo1', more: object = {}): Promise<InfluenceAnswer> =>
  ask<InfluenceAnswer>('influence', {
    state: `toy${state}`,
    igo,
    score: 'toy:score',
    from: '2000',
    to: '2002',
    years: '2',
    ...more,
  })

describe('a member of the toy world', () => {
  it('pulls the mean by 4/3, and meets 8/3', async () => {
    const [first, second] = (await influence('a')).years
    expect(first).toMatchObject({ standing: 'member', own: 8, others: 3, mean: 4 })
    expect(first?.pull).toBeCloseTo(4 / 3, 15)
    expect(first?.meanOfOthers).toBeCloseTo(8 / 3, 15)
    // In 2001 C is not rated: (8 − 11/3)/4.
    expect(second?.pull).toBeCloseTo(13 / 12, 15)
    expect(first?.decidedBy.length).toBe(2)
  })
  it.each([
    ['a', 3 / 16, 3 / 16, 0, 3],
    ['b', 1 / 3, 0, 1 / 3, 1],
    ['c', 1 / 4, 1 / 12, 1 / 6, 2],
    ['d', 0, 3 / 8, -3 / 8, 4],
  ])('%s pulls the others by %d and they it by %d: net %d, place %i', async (state, onOthers, onState, net, rank) => {
    const { years, balance } = await influence(state)
    for (const one of [years[0], balance]) {
      expect(one?.onOthers).toBeCloseTo(onOthers, 14)
      expect(one?.onState).toBeCloseTo(onState, 14)
      expect(one?.net).toBeCloseTo(net, 14)
    }
    expect(balance).toMatchObject({ rank, starts: 1 })
    expect(years[0]?.stayed).toBe(3)
  })
  it('has a balance of what it met and what it did to the mean', async () => {
    const { balance } = await influence('a')
    // Met 8/3, 11/3, 23/4: 145/36. Pulls 4/3, 13/12, 1/4: 8/9. Own 8, 8, 7.
    expect(balance.received).toBeCloseTo(145 / 36, 14)
    expect(balance.pull).toBeCloseTo(8 / 9, 14)
    expect(balance.ratio).toBeCloseTo(32 / 145, 14)
    expect(balance).toMatchObject({ years: 3, own: 23 / 3 })
  })
  it('stands in the table of every member, those without a net last', async () => {
    const { members } = await influence('a')
    expect(members.map(({ state, rank }) => [state, rank])).toEqual([
      ['toyb', 1],
      ['toyc', 2],
      ['toya', 3],
      ['toyd', 4],
      ['toye', null],
    ])
    expect(members.at(-1)).toMatchObject({
      net: null,
      reason: 'no year has it and others rated then and at the end',
      years: 2,
    })
  })
  it('adds distances of several years up', async () => {
    // B over a year: 2000 apart 2 + 0 + 8 − C is not rated in 2001. B 6; A 8, D 0: apart 8; A 8, D 1: 7; B stays: 8.
    // 2001: A 8, D 1, E 4: apart 9; then 7, 2, 12: 11; B stays: 9. Sums: apart 17, others 18, state 17.
    const { balance } = await influence('b', 'toyo1', { years: '1' })
    expect(balance.starts).toBe(2)
    expect(balance.onOthers).toBeCloseTo(-1 / 17, 14)
    expect(balance.onState).toBe(0)
  })
})

describe('what cannot be said', () => {
  it('is null, with the reason', async () => {
    const { years } = await influence('a')
    expect(years[1]).toMatchObject({ net: null, reason: '2003 lies after the years asked for' })
    expect((await influence('c', 'toyo1', { years: '1' })).years[0]).toMatchObject({
      net: null,
      reason: 'no rated member in 2001',
    })
  })
  it('is nothing of a state that is no member', async () => {
    const { years, balance, events } = await influence('h')
    expect(years[0]).toMatchObject({ standing: 'not-told', own: 1, mean: null, pull: null, others: 4 })
    expect(balance).toMatchObject({ years: 0, received: null, pull: null, ratio: null, net: null, rank: null })
    expect(balance.reason).toBe('a rated member beside others in no year')
    expect(events).toEqual([])
  })
  it('is where a member is suspended, and to be left out', async () => {
    const { years, events } = await influence('d', 'toyo1', { excludeSuspended: true })
    expect(years.map(({ standing }) => standing)).toEqual(['member', 'suspended', 'suspended'])
    expect(events).toEqual([])
  })
  it('is where a membership is uncertain or unknown', async () => {
    expect((await influence('f')).years[2]).toMatchObject({ standing: 'uncertain', pull: null })
    expect((await influence('g')).years[0]).toMatchObject({ standing: 'unknown', own: null })
  })
})

describe('the years around', () => {
  it('an entry: the same others before and after', async () => {
    const { events } = await influence('e')
    expect(events).toMatchObject([{ kind: 'entry', year: 2001, same: ['toya', 'toyb', 'toyd'], reason: null }])
    // 8, 6, 0 → 14/3; 8, 6, 1 and 7, 6, 2 → 5.
    expect(events[0]?.before).toBeCloseTo(14 / 3, 14)
    expect(events[0]?.after).toBe(5)
    expect(events[0]?.change).toBeCloseTo(1 / 3, 14)
    expect(events[0]?.window.map(({ offset }) => offset)).toEqual([-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5])
    expect(events[0]?.window[4]).toMatchObject({ year: 2000, others: 4, meanOfOthers: 4, own: 4 })
    expect(events[0]?.decidedBy.length).toBe(1)
  })
  it('an exit', async () => {
    const { events, years } = await influence('c', 'toyleft')
    expect(events).toMatchObject([{ kind: 'exit', year: 2002, same: ['toya', 'toyb'], before: 7, after: 6.5 }])
    expect(years.map(({ standing }) => standing)).toEqual(['member', 'member', 'out'])
  })
  it('the founding of an organisation: nobody was there before', async () => {
    const { events } = await influence('c', 'toynew')
    expect(events).toMatchObject([
      { kind: 'founding', year: 2001, change: null, reason: 'no other member is rated before' },
    ])
    const followed = await influence('c', 'toynew', { withPredecessors: true })
    expect(followed.events).toMatchObject([{ kind: 'entry', before: 7, after: 6.75, change: -0.25 }])
  })
})

describe('as others read it', () => {
  it.each([
    ['years', 3],
    ['events', 11],
    ['members', 5],
  ])('a table of %s', async (part, rows) => {
    const table = tableOf(questionNamed('influence'), await influence('e', 'toyo1', { part }))
    const cells = [...table.rows]
    expect(cells.length).toBe(rows)
    expect(cells.every((row) => row.length === table.columns.length)).toBe(true)
  })
  it('a text that says what it is not', async () => {
    const text = questionNamed('influence').text(await influence('b'))
    expect(text).toContain('the others came nearer to where Toyland b was, and it not to where they were')
    expect(text).toContain('reverse causality is not identified')
  })
})
