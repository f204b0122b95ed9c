import { describe, expect, it } from 'vitest'
import { loadRelations } from '../../src/queries/relations/load-relations.ts'
import { parseDay } from '../../src/time/day.ts'
import { theWorkspaceOf } from '../support/a-workspace-of.ts'
import { append } from '../support/append.ts'
import { toyStates } from '../support/toy-states.ts'

/*
 * Ties told by the year, the month, the day and several years. What a membership that is coded by years means is in
 * docs/exposure.md; a tie of 1990 to 1995 is to mean the same.
 */
const sources = [{ citation: 'An invented world, for tests', kind: 'dataset' }]
const tie = (type: string, from: string, through?: string) => ({
  stream: 'relation-toy-pact-toya',
  type: 'RelationObserved',
  occurred: '1990',
  sources,
  data: {
    relation: 'toy-pact',
    actor: 'toya',
    other: 'toyb',
    directed: false,
    type,
    from,
    ...(through !== undefined && { through }),
  },
})

const { workspace } = theWorkspaceOf((opened) =>
  append(
    opened,
    ...toyStates(['a', 'b'], { sources, since: '1950-01-01', system: 'cow' }),
    tie('years', '1990', '1995'),
    tie('one-year', '1980', '1980'),
    tie('joined', '1949', '1961'),
    tie('joined', '1962', '1964'),
    tie('month', '2000-03', '2001-03'),
    tie('some-years', '1970/1975', '1979-12-31'),
    tie('half-a-year', '2004-01-01/2004-06-30', '2009-12-31'),
  ),
)

const read = async (yearCodes: 'edges' | 'whole') => {
  const { on } = await loadRelations(await workspace().world({}), 'toy-pact', yearCodes)
  return (type: string, date: string) => {
    const found = on(parseDay(date)).filter((one) => one.type === type)
    expect(found.length).toBeLessThan(2)
    return found[0]?.certainty ?? 'none'
  }
}

describe('a tie that is told by the year', () => {
  it.each([
    ['years', '1989-12-31', 'none', 'none'],
    ['years', '1990-01-01', 'possible', 'certain'],
    ['years', '1990-12-30', 'possible', 'certain'],
    ['years', '1990-12-31', 'certain', 'certain'],
    ['years', '1993-06-01', 'certain', 'certain'],
    ['years', '1995-01-01', 'certain', 'certain'],
    ['years', '1995-01-02', 'possible', 'certain'],
    ['years', '1995-12-31', 'possible', 'certain'],
    ['years', '1996-01-01', 'none', 'none'],
    ['one-year', '1979-12-31', 'none', 'none'],
    ['one-year', '1980-01-01', 'possible', 'certain'],
    ['one-year', '1980-06-01', 'possible', 'certain'],
    ['one-year', '1980-12-31', 'possible', 'certain'],
    ['one-year', '1981-01-01', 'none', 'none'],
    ['joined', '1949-06-01', 'possible', 'certain'],
    ['joined', '1961-12-31', 'certain', 'certain'],
    ['joined', '1964-12-31', 'possible', 'certain'],
    ['month', '2000-03-10', 'possible', 'possible'],
    ['month', '2000-03-31', 'certain', 'certain'],
    ['some-years', '1972-06-01', 'possible', 'possible'],
    ['half-a-year', '2004-02-01', 'possible', 'possible'],
  ])('%s on %s: %s with edges, %s as whole years', async (type, date, edges, whole) => {
    expect([(await read('edges'))(type, date), (await read('whole'))(type, date)]).toEqual([edges, whole])
  })
  it('is one from its first year to its last, by the same event', async () => {
    const { on } = await loadRelations(await workspace().world({}), 'toy-pact', 'whole')
    const years = on(parseDay('1993-06-01')).find(({ type }) => type === 'years')
    expect([years?.from, years?.to]).toEqual([parseDay('1990-01-01'), parseDay('1996-01-01')])
    expect(years?.decidedBy).toHaveLength(1)
  })
})
