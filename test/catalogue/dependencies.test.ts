import { describe, expect, it } from 'vitest'
import { actors } from '../../catalogue/actors/index.ts'
import { catalogueEvents } from '../../catalogue/events.ts'
import { dependencies } from '../../catalogue/relations/dependencies.ts'
import { relations } from '../../projections/folds/relations.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { formatBound, parseDay } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { intervalsOf } from '../support/folded.ts'
import { said } from '../support/recorded.ts'

const told = catalogueEvents().filter(({ event }) => event.type === 'RelationObserved')
const rows = [...groupBy(told, ({ stream }) => stream)].flatMap(([stream, list]) =>
  intervalsOf<{ a: string; b: string; type: string; directed: number }>(
    relations,
    list.map(({ event }) => said(stream, event.type, event.occurred, event.data, { sources: event.sources })),
  ),
)
/** Who ruled a state on a day, and how. */
const rulersOf = (state: string, on: string) =>
  rows
    .filter(({ columns, from, to }) => columns.b === state && from <= parseDay(on) && parseDay(on) < to)
    .map(({ columns, certainty }) => `${columns.a} ${columns.type} ${certainty}`)
    .toSorted()

describe('dependencies', () => {
  it('are between actors of the catalogue, directed, on days in order', () => {
    const known = new Set(actors.map(({ id }) => id))
    for (const { metropole, over, from, through } of dependencies) {
      for (const id of [metropole, ...over.split(' ')]) expect(known).toContain(id)
      expect(parseDate(through).lo).toBeGreaterThan(parseDate(from).hi)
    }
    expect(rows.filter(({ columns }) => columns.directed !== 1)).toEqual([])
  })

  it('leave the overseas colonies of eight European powers to COLDAT', () => {
    const powers = new Set(['bel', 'gbr', 'fra', 'deu', 'ita', 'nld', 'prt', 'esp'])
    expect(dependencies.filter(({ metropole }) => powers.has(metropole))).toEqual([])
  })

  it.each([
    // Treaty of Annexation, in force on 29 August 1910.
    ['kor', '1910-08-28', []],
    ['kor', '1910-08-29', ['jpn colony certain']],
    ['prk', '1945-08-20', ['jpn colony possible']],
    // Treaty of Paris; independence on 4 July 1946.
    ['phl', '1898-12-10', ['usa colony certain']],
    ['phl', '1946-07-04', []],
    // Treaty of Berlin, art. XXV: occupied by one, and of the other.
    ['bih', '1900-01-01', ['cow300 occupation certain', 'tur part certain']],
    ['eri', '1993-05-24', []],
    ['eri', '1970-01-01', ['eth federation certain']],
    ['tls', '1990-01-01', ['idn annexation certain']],
    ['nam', '1990-03-20', ['zaf mandate certain']],
    ['png', '1975-09-16', []],
    ['wsm', '1950-01-01', ['nzl mandate certain']],
    ['lva', '1930-01-01', []],
    ['lva', '1980-01-01', ['rus annexation certain']],
    ['fin', '1800-01-01', ['swe part certain']],
    ['fin', '1850-01-01', ['rus union certain']],
  ])('of %s on %s are %j', (state, on, expected) => expect(rulersOf(state, on)).toEqual(expected))

  it('may begin on any day up to one on which they were so', () => {
    const greece = rows.find(({ columns }) => columns.b === 'grc')
    expect([formatBound(greece?.from ?? parseDay('1830-01-01')), greece?.certainty]).toEqual([null, 'possible'])
  })
})
