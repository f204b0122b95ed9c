import { describe, expect, it } from 'vitest'
import { migo, migoSpells } from '../../src/sources/igos/migo.ts'
import { recognise } from '../../src/sources/index.ts'
import { collected, draftsOf, imported, runsOf, written } from './fixtures/written-table.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { day } from '../support/folded.ts'

const spells = (...rows: string[]) => imported(migoSpells, ['igo,ccode,value,start_year,end_year', ...rows].join('\n'))
const packaged = 'igoID,stateID,StateName,membership,Year,Begin,End,cowID,active'
const years = (...rows: string[]) => imported(migo, [packaged, ...rows].join('\n'))

describe('memberships of informal organisations, as runs of years', () => {
  it('become an organisation under its own scheme, and one observation a run', async () => {
    expect(await spells('XYZ,20,1,1976,2010')).toEqual([
      {
        rows: [1, 1],
        stream: ['igo', { scheme: 'migo', code: 'xyz' }],
        type: 'IgoFounded',
        occurred: '../1976',
        fact: 'founded',
        references: { igo: { scheme: 'migo', code: 'xyz' } },
        data: { name: 'XYZ', formality: 'informal' },
        locator: 'XYZ, igo',
      },
      expect.objectContaining({ type: 'IdentifierMapped', data: { scheme: 'migo', code: 'xyz' } }),
      {
        rows: [1, 1],
        stream: ['igo', { scheme: 'migo', code: 'xyz' }],
        type: 'MembershipObserved',
        occurred: '1976/2010',
        fact: 'observed/1976',
        references: { actor: { scheme: 'cow', code: '20', year: 1976 } },
        data: { code: 'full', firstYear: 1976, lastYear: 2010 },
        locator: 'XYZ, ccode 20',
      },
    ])
  })
  it('are there by the first year in which anybody belongs to it', async () => {
    const founded = draftsOf(await spells('XYZ,2,1,1980,2010', 'XYZ,20,1,1976,1977', 'ABC,20,1,1990,1990')).filter(
      ({ type }) => type === 'IgoFounded',
    )
    expect(founded.map(({ data, occurred }) => [data['name'], occurred])).toEqual([
      ['XYZ', '../1976'],
      ['ABC', '../1990'],
    ])
  })
  it('read the value as a code: 1 full, 2 associate, 3 observer, and nothing else', async () => {
    const yields = await spells('XYZ,20,1,1950,1951', 'XYZ,20,2,1952,1952', 'XYZ,20,3,1953,1955', 'XYZ,20,0,1956,1957')
    expect(runsOf(yields).slice(2)).toEqual(['full 1950-1951', 'associate 1952-1952', 'observer 1953-1955'])
    expect(yields).toContainEqual({ rows: [4, 4], column: 'value', value: '0', expected: 'one of 1, 2, 3' })
  })
  it.each([
    [',20,1,1950,1951', 'igo', ''],
    ['XYZ,can,1,1950,1951', 'ccode', 'can'],
    ['XYZ,20,1,MCML,1951', 'start_year', 'MCML'],
    ['XYZ,20,1,1950,1949', 'end_year', '1949'],
  ])('name what is wrong with a row: %s', async (row, column, value) =>
    expect(await spells(row)).toEqual([{ rows: [1, 1], column, value, expected: expect.any(String) }]),
  )
  it('say of two rows about the same years that one repeats or contradicts the other', async () => {
    const yields = await spells('XYZ,20,1,1950,1960', 'XYZ,20,1,1955,1956', 'XYZ,20,3,1960,1961')
    expect(runsOf(yields).slice(2)).toEqual(['full 1950-1960'])
    expect(yields.filter((each) => 'skipped' in each)).toEqual([
      { rows: [2, 2], skipped: 'repeated' },
      { rows: [3, 3], skipped: 'contradicted' },
    ])
  })
  // 345 is the Federal Republic of Yugoslavia from 27 April 1992 on.
  it('are broken in the year in which the number begins to mean another state', async () => {
    const file = await openFile(written('igo,ccode,value,start_year,end_year\nGATT,345,1,1966,1994\n'))
    const holders = [
      { subject: 'yug', from: day('1918-12-01'), to: day('1992-04-27') },
      { subject: 'srb', from: day('1992-04-27'), to: day('2999-01-01') },
    ]
    const drafts = draftsOf(await collected(migoSpells.rows(file, () => holders)))
    expect(runsOf(drafts).slice(2)).toEqual(['full 1966-1991', 'full 1992-1994'])
    expect(drafts.at(-1)?.references['actor']).toEqual({ scheme: 'cow', code: '345', year: 1992 })
  })
})

describe('memberships of informal organisations, state by year', () => {
  it('are known by their columns', () => {
    expect(recognise(packaged.split(','))?.name).toBe('migo')
    expect(recognise(['igo', 'ccode', 'value', 'start_year', 'end_year'])?.name).toBe('migo-spells')
  })
  it('are not taken for COW IGO as runs of years, which has the letters of the state', () => {
    expect(recognise(['ccode', 'stateabb', 'igo', 'value', 'start_year', 'end_year'])).toBeUndefined()
  })
  it('are read by Year: Begin and End are those of the state', async () => {
    const yields = await years(
      'XYZ,RUS,Russia,1,1998,1925,2010,365,1',
      'XYZ,RUS,Russia,1,1999,1925,2010,365,1',
      'XYZ,CAN,Canada,1,1999,1925,2010,20,1',
      'XYZ,RUS,Russia,1,2001,1925,2010,365,1',
      'XYZ,RUS,Russia,2,2002,1925,2010,365,1',
    )
    expect(runsOf(yields).slice(2)).toEqual([
      'full 1998-1999',
      'full 2001-2001',
      'associate 2002-2002',
      'full 1999-1999',
    ])
    expect(draftsOf(yields)[2]).toMatchObject({ rows: [1, 2], locator: 'XYZ, cowID 365' })
  })
})
