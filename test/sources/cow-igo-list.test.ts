import { describe, expect, it } from 'vitest'
import { cowIgoImputed } from '../../src/sources/cow/cow-igo-imputed.ts'
import { cowIgoList } from '../../src/sources/cow/cow-igo-list.ts'
import { draftsOf, imported } from './fixtures/written-table.ts'

const columns =
  'ioname,orgname,longorgname,ionum,sdate,deaddate,dead,integrated,replaced,first_year,last_year,accuracy_pre1965'
const list = (...rows: string[]) => imported(cowIgoList, [columns, ...rows].join('\n'))
const alive = 'XYZ,Example Org,Example Organisation (XYZ),1,1950,,0,0,0,1950,2014,Within 5 years'
const dead = 'OldO,Old Org,Old Org,2,1920,1946.0,1,0,1,1920,1946,Completely accurate'

describe('the list of organisations', () => {
  it('founds each one in its year, under the lower-case name of the matrix', async () => {
    expect((await list(alive))[0]).toEqual({
      rows: [1, 1],
      stream: ['igo', { scheme: 'cow-igo', code: 'xyz' }],
      type: 'IgoFounded',
      occurred: '1950',
      fact: 'founded',
      references: { igo: { scheme: 'cow-igo', code: 'xyz' } },
      data: { name: 'Example Org', longName: 'Example Organisation (XYZ)' },
      locator: 'XYZ, sdate',
      note: 'Memberships before 1965: Within 5 years.',
    })
  })
  it('says what each one is for, where the list sorts it: numbers as a data frame writes them', async () => {
    const fields = async (cells: string) =>
      draftsOf(await imported(cowIgoList, `${columns},political,social,economic\n${alive},${cells}`))[0]?.data['fields']
    expect(await fields('1.0,0.0,1')).toEqual(['political', 'economic'])
    expect(await fields('0.0,0.0,0.0')).toEqual([])
    expect(await fields(',,')).toBeUndefined()
  })
  it('maps the code and both names', async () => {
    expect(
      draftsOf(await list(alive))
        .filter(({ type }) => type === 'IdentifierMapped')
        .map(({ data }) => data),
    ).toEqual([
      { scheme: 'cow-igo', code: 'xyz' },
      { scheme: 'cow-igo-number', code: '1' },
      { scheme: 'name', code: 'Example Org' },
      { scheme: 'name', code: 'Example Organisation (XYZ)' },
    ])
  })
  it('maps no name that two organisations share', async () => {
    const drafts = draftsOf(await list(alive, 'XYB,Example Org,Example Bank,3,1960,,0,0,0,1960,2014,'))
    expect(drafts.flatMap(({ data }) => (data['scheme'] === 'name' ? [data['code']] : []))).toEqual([
      'Example Organisation (XYZ)',
      'Example Bank',
    ])
  })
  it('dissolves a dead one with its last year in, to the year', async () => {
    expect(draftsOf(await list(dead)).find(({ type }) => type === 'IgoDissolved')).toMatchObject({
      occurred: '1946',
      data: { names: 'lastDayIn' },
      fact: 'dissolved',
    })
  })
  it('makes up no successor for an organisation flagged as replaced: the flag does not name one', async () => {
    const drafts = draftsOf(await list(dead))
    expect(drafts.some(({ type }) => type === 'IgoSucceeded')).toBe(false)
    expect(drafts.find(({ type }) => type === 'IgoDissolved')?.note).toBe(
      'Flagged as replaced; the list does not say by what.',
    )
  })
  it('ends one whose memberships outlast its deaddate with its last membership', async () => {
    const dissolved = draftsOf(await list(dead.replace('1946.0', '1940.0'))).find(({ type }) => type === 'IgoDissolved')
    expect(dissolved).toMatchObject({ occurred: '1946', note: expect.stringContaining('The list says 1940') })
  })
  it('does not dissolve one that is not called dead', async () => {
    const drafts = draftsOf(await list(dead.replace('1946.0,1,0,1', '1946.0,0,0,0')))
    expect(drafts.some(({ type }) => type === 'IgoDissolved')).toBe(false)
    expect(drafts[0]?.note).toContain('does not call the organisation dead')
  })
  it('dates a founding to the first year of the data where no other is given', async () => {
    expect((await list(alive.replace('1950,,', ',,')))[0]).toMatchObject({ occurred: '1950' })
  })
  it('reports a row without a name or with a year that is none', async () => {
    expect(await list(alive.replace('XYZ,', ','), alive.replace('1950,,', 'MCML,,'))).toMatchObject([
      { column: 'ioname' },
      { column: 'sdate', value: 'MCML' },
    ])
  })
})

describe('the years that upstream filled in', () => {
  const imputed = (...rows: string[]) => imported(cowIgoImputed, ['ioname,year', ...rows].join('\n'))

  it('are one assertion for each run of years of an organisation', async () => {
    expect(await imputed('XYZ,1951', 'XYZ,1952', 'XYZ,1954', 'ABC,1952')).toMatchObject([
      {
        rows: [1, 2],
        stream: ['igo', { scheme: 'cow-igo', code: 'xyz' }],
        occurred: '1951/1952',
        fact: 'imputed/1951',
        data: { firstYear: 1951, lastYear: 1952 },
      },
      { rows: [3, 3], occurred: '1954' },
      { rows: [4, 4], stream: ['igo', { scheme: 'cow-igo', code: 'abc' }] },
    ])
  })
  it('may come in any order, and twice', async () => {
    expect(await imputed('XYZ,1952', 'XYZ,1951', 'XYZ,1952')).toMatchObject([
      { rows: [3, 3], skipped: 'repeated' },
      { rows: [1, 2], occurred: '1951/1952' },
    ])
  })
  it('are reported where they are no years', async () => {
    expect(await imputed('XYZ,', ',1951')).toMatchObject([{ column: 'year' }, { column: 'ioname' }])
  })
})
