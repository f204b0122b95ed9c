import { describe, expect, it } from 'vitest'
import { cowIgo } from '../../src/sources/cow/cow-igo.ts'
import { draftsOf, imported, runsOf } from './fixtures/written-table.ts'

const header = 'ccode,year,state,un,lon'
const matrix = (...rows: string[]) => imported(cowIgo, [header, ...rows].join('\n'))

describe('a matrix of memberships by year', () => {
  it('becomes one observation for each run of years with the same standing', async () => {
    expect(await matrix('20,1944,can,-1,1', '20,1945,can,1,1', '20,1946,can,1,-1')).toEqual([
      {
        rows: [1, 2],
        stream: ['igo', { scheme: 'cow-igo', code: 'lon' }],
        type: 'MembershipObserved',
        occurred: '1944/1945',
        fact: 'observed/1944',
        references: { actor: { scheme: 'cow', code: '20', year: 1944 } },
        data: { code: 'full', firstYear: 1944, lastYear: 1945 },
        locator: 'ccode 20, column lon',
      },
      expect.objectContaining({
        rows: [2, 3],
        occurred: '1945/1946',
        stream: ['igo', { scheme: 'cow-igo', code: 'un' }],
      }),
    ])
  })
  it('reads the numbers as codes: 1 full, 2 associate, 3 observer, 0 none, -9 unknown, and -1 as nothing', async () => {
    const values = ['1', '2', '3', '0', '-9', '-1']
    expect(runsOf(await matrix(...values.map((value, n) => `20,${1950 + n},can,${value},-1`)))).toEqual([
      'full 1950-1950',
      'associate 1951-1951',
      'observer 1952-1952',
      'none 1953-1953',
      'unknown 1954-1954',
    ])
  })
  it('does not bridge an unknown year, and does not read it as leaving', async () => {
    expect(runsOf(await matrix('20,1950,can,1,-1', '20,1951,can,-9,-1', '20,1952,can,1,-1'))).toEqual([
      'full 1950-1950',
      'unknown 1951-1951',
      'full 1952-1952',
    ])
  })
  it('dates a run by its years, not by a day', async () => {
    expect(draftsOf(await matrix('20,1950,can,1,-1', '20,1951,can,1,1')).map(({ occurred }) => occurred)).toEqual([
      '1950/1951',
      '1951',
    ])
  })
  it('makes no accession of a first coded year: a state that is in from its first row is only observed', async () => {
    expect(draftsOf(await matrix('20,1945,can,1,-1', '20,1946,can,1,-1')).map(({ type }) => type)).toEqual([
      'MembershipObserved',
    ])
  })
  it('makes no accession of the year after an unknown one', async () => {
    expect(
      draftsOf(await matrix('20,1950,can,-9,-1', '20,1951,can,1,-1')).every(
        ({ type }) => type === 'MembershipObserved',
      ),
    ).toBe(true)
  })
  it(
    'keeps an organisation and its successor apart: the end of the one is no leave, ' +
      'the start of the other no accession',
    async () => {
      const yields = await imported(
        cowIgo,
        'ccode,year,state,un,lon,eec,eu\n220,1992,frn,-1,-1,1,-1\n220,1993,frn,-1,-1,-1,1',
      )
      expect(draftsOf(yields).map(({ stream, data }) => [stream[1], data['code']])).toEqual([
        [{ scheme: 'cow-igo', code: 'eec' }, 'full'],
        [{ scheme: 'cow-igo', code: 'eu' }, 'full'],
      ])
    },
  )
  it('ends a run where a state leaves the system, and begins another where it comes back', async () => {
    expect(runsOf(await matrix('255,1944,gmy,-1,0', '255,1945,gmy,-1,0', '255,1990,gmy,1,-1'))).toEqual([
      'none 1944-1945',
      'full 1990-1990',
    ])
  })
  it('keeps the two Germanies of 1990 apart: 255 and 260 are two lines of the same year', async () => {
    const drafts = draftsOf(await matrix('255,1990,gmy,1,-1', '260,1989,gfr,1,-1', '260,1990,gfr,1,-1'))
    expect(drafts.map(({ references }) => references['actor'])).toEqual([
      { scheme: 'cow', code: '255', year: 1990 },
      { scheme: 'cow', code: '260', year: 1989 },
    ])
  })
  it('ends a run of code 345 with 1991: from 1992 on the code means another actor', async () => {
    const yields = await matrix('345,1990,yug,1,-1', '345,1991,yug,1,-1', '345,1992,yug,1,-1')
    expect(runsOf(yields)).toEqual(['full 1990-1991', 'full 1992-1992'])
    expect(draftsOf(yields)[1]?.references['actor']).toEqual({ scheme: 'cow', code: '345', year: 1992 })
  })
  it('counts the year in which a state leaves the system within the year, as the Netherlands in 1940', async () => {
    expect(runsOf(await matrix('210,1939,nth,-1,1', '210,1940,nth,-1,1', '210,1945,nth,1,1'))).toEqual([
      'full 1939-1940',
      'full 1945-1945',
      'full 1945-1945',
    ])
  })
  it('skips a row in which no organisation exists, and says why', async () => {
    expect(await matrix('20,1920,can,-1,-1')).toEqual([{ rows: [1, 1], skipped: 'not-in-system' }])
  })
  it('reports a cell that is no code, naming column, value and what was expected', async () => {
    const yields = await matrix('20,1950,can,1,-1', '20,1951,can,4,-1', '20,1952,can,1,-1')
    expect(yields).toContainEqual({ rows: [2, 2], column: 'un', value: '4', expected: expect.stringContaining('-9') })
    expect(runsOf(yields)).toEqual(['full 1950-1950', 'full 1952-1952'])
  })
  it('reports a row without a year or a state', async () => {
    expect(await matrix('20,MCML,can,1,-1', ',1950,can,1,-1')).toMatchObject([
      { column: 'year', value: 'MCML' },
      { column: 'ccode', value: '' },
    ])
  })
  it('refuses a table that is not sorted, since it is read line by line', async () => {
    await expect(matrix('20,1951,can,1,-1', '20,1950,can,1,-1')).rejects.toMatchObject({ code: 'unsorted-table' })
    await expect(matrix('20,1950,can,1,-1', '2,1950,usa,1,-1', '20,1951,can,1,-1')).rejects.toMatchObject({
      code: 'unsorted-table',
    })
  })
  it('refuses a table whose first columns are others', async () => {
    await expect(imported(cowIgo, 'year,ccode,state,un,lon\n1950,20,can,1,-1')).rejects.toMatchObject({
      code: 'missing-column',
    })
  })
})
