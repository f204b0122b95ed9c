import { describe, expect, it } from 'vitest'
import { theToyWorld } from './toy-world.ts'

const toy = theToyWorld()

const years = { unit: 'state-year', system: 'un', from: 2001, to: 2001 }
const score = 'toy:score'

/** One column of the rows, by state. */
const column = async (columns: readonly object[], more: object = {}, name = 'x') => {
  const rows = await toy.rows({ ...years, columns, ...more })
  return Object.fromEntries(rows.map((row) => [row['state'], row[name]]))
}

describe('a column of a recipe', () => {
  it('is the score of the year, with the reason where there is none', async () => {
    const rows = await toy.rows({ ...years, columns: [{ name: 'x', score, with: ['why'] }] })
    expect(rows.map(({ state, year, x, x_why }) => [state, year, x, x_why])).toEqual([
      ['toya', 2001, 9, null],
      ['toyb', 2001, 7, null],
      ['toyc', 2001, 3, null],
      ['toyd', 2001, 1, null],
      ['toye', 2001, null, 'not-rated'],
    ])
  })
  it('reads years before or after the row', async () => {
    expect(await column([{ name: 'x', score, lag: 1 }])).toMatchObject({ toya: 8, toyd: 0 })
    expect(await column([{ name: 'x', score, lead: 1 }], { from: 2000, to: 2000 })).toMatchObject({ toya: 9, toyd: 1 })
  })
  it('is an exposure, read a lag before: the toy world of exposures, by hand', async () => {
    const exposure = { score, lag: 1, minCoverage: 0 }
    const columns = [
      { name: 'mm', exposure: { ...exposure, formula: 'mm' } },
      { name: 'dc', exposure: { ...exposure, formula: 'dc' } },
    ]
    const rows = await toy.rows({ ...years, columns })
    const [mm, dc] = ['mm', 'dc'].map((name) => rows.map((row) => row[name] as number))
    ;[29 / 9, 17 / 3, 13 / 3, 31 / 6, 10 / 3].forEach((value, i) => expect(mm?.[i]).toBeCloseTo(value, 12))
    ;[8 / 3, 9 / 2, 22 / 5, 26 / 5, 10 / 3].forEach((value, i) => expect(dc?.[i]).toBeCloseTo(value, 12))
  })
  it('is a status, or whether it is one or more', async () => {
    expect(await column([{ name: 'x', status: 'toytreaty' }])).toMatchObject({
      toya: 'IN_FORCE',
      toyb: 'IN_FORCE',
      toyc: 'EXIT_PENDING',
      toyd: 'NONE',
    })
    expect(await column([{ name: 'x', status: 'toytreaty', holds: 'IN_FORCE' }])).toMatchObject({ toya: 1, toyd: 0 })
  })
  it.each([
    // A acceded on 2 July 2001: 183 of the 365 days are left.
    ['anyTime', 1, 1, 0],
    ['fullYear', 0, 1, 0],
    ['share', 183 / 365, 1, 0],
    ['eventYear', 1, 0, 0],
  ])('counts over the year by %s', async (over, a, b, d) => {
    const columns = [{ name: 'x', status: 'toytreaty', holds: 'IN_FORCE', over }]
    expect(await column(columns)).toMatchObject({ toya: a, toyb: b, toyd: d })
  })
  it('is how long ago it came to be bound, or left', async () => {
    const at2003 = { from: 2003, to: 2003 }
    const since = { status: 'toytreaty', holds: 'IN_FORCE' }
    expect(await column([{ name: 'x', since }], at2003)).toMatchObject({ toya: 2, toyb: 3, toyd: null })
    expect(await column([{ name: 'x', since: { ...since, turn: 'exit' } }], at2003)).toMatchObject({
      toyc: 1,
      toya: null,
    })
    expect(await column([{ name: 'x', since, with: ['why'] }], at2003, 'x_why')).toMatchObject({ toyd: 'never' })
    // 2 July to 31 December 2003: 912 days.
    expect(await column([{ name: 'x', since: { ...since, unit: 'days' } }], at2003)).toMatchObject({ toya: 912 })
  })
  it('is a membership, or a count of them', async () => {
    expect(await column([{ name: 'x', membership: 'toyo1' }])).toMatchObject({ toya: 1, toyb: 1, toyc: null })
    expect(await column([{ name: 'x', membership: 'toyo1', with: ['why'] }], {}, 'x_why')).toMatchObject({
      toyc: 'not-covered',
    })
    expect(await column([{ name: 'x', count: 'full' }])).toMatchObject({ toya: 3, toyb: 2, toyc: 2, toyd: 3, toye: 1 })
    expect(await column([{ name: 'x', count: 'treaties' }])).toMatchObject({ toya: 1, toyd: 0 })
  })
  it('says behind the last day of its sources that it is carried', async () => {
    const columns = [{ name: 'x', status: 'toytreaty', holds: 'IN_FORCE', with: ['coverage'] }]
    const rows = await toy.rows({ ...years, from: 2004, to: 2006, states: ['toyd'], columns })
    expect(rows.map(({ year, x, x_covered, x_covered_through }) => [year, x, x_covered, x_covered_through])).toEqual([
      [2004, 0, 'covered', '2004-12-31'],
      [2005, 0, 'carried', '2004-12-31'],
      [2006, 0, 'carried', '2004-12-31'],
    ])
  })
})

describe('a table of state-years', () => {
  it('leaves out rows that miss what they may not', async () => {
    const rows = await toy.rows({ ...years, columns: [{ name: 'x', score }], require: ['x'] })
    expect(rows.map(({ state }) => state)).toEqual(['toya', 'toyb', 'toyc', 'toyd'])
  })
  it('is by year and state, and no two rows have one key', async () => {
    const recipe = { ...years, from: 2000, columns: [] }
    const keys = (await toy.rows(recipe)).map(({ state, year }) => `${year} ${state}`)
    expect(keys).toEqual(keys.toSorted())
    expect(new Set(keys).size).toBe(10)
    expect((await toy.table(recipe)).key).toEqual(['state', 'year'])
  })
  it('has one release, however the moment of knowledge is written and whatever is remarked', async () => {
    const columns = [{ name: 'x', score }]
    const { releaseId, pinned } = await toy.table({ ...years, columns })
    expect((await toy.table(pinned)).releaseId).toBe(releaseId)
    expect((await toy.table({ '//': 'a remark', ...years, columns })).releaseId).toBe(releaseId)
    expect((await toy.table({ ...years, columns: [{ name: 'y', score }] })).releaseId).not.toBe(releaseId)
  })
  it('says of each column whether it is what a source published', async () => {
    const columns = [
      { name: 'x', score },
      { name: 'mm', exposure: { score } },
    ]
    const { columns: made } = await toy.table({ ...years, columns })
    const rests = Object.fromEntries(made.map((one) => [one.name, one.rests]))
    const streams = async (name: string) => (await rests[name]?.on())?.map(({ stream }) => stream)
    expect([rests['x']?.raw, await streams('x')]).toEqual([true, ['practice-toy-score-']])
    expect([rests['mm']?.raw, await streams('mm')]).toEqual([false, ['igo-', 'practice-toy-score-']])
  })
})
