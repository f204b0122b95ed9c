import { describe, expect, it } from 'vitest'
import { ciri } from '../../src/sources/mappings/ciri.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { draftsOf, imported, scoresOf } from './fixtures/written-table.ts'

const read = (...rows: string[]) =>
  imported(tableImporter(ciri), ['CTRY,YEAR,CIRI,COW,DISAP,KILL,POLPRIS,TORT', ...rows].join('\n'))

describe('a row of CIRI', () => {
  it('has the sum of its four rights as physint', async () => {
    expect(scoresOf(await read('Canada,1999,160,20.0,2.0,2.0,2.0,1.0'))).toEqual([
      'disap 1999 2',
      'kill 1999 2',
      'polpris 1999 2',
      'tort 1999 1',
      'physint 1999 7',
    ])
  })
  it('reads 20.0 as the code 20', async () => {
    expect(draftsOf(await read('Canada,1999,160,20.0,2,2,2,1'))[0]?.references['actor']).toEqual({
      scheme: 'cow',
      code: '20',
      year: 1999,
    })
  })
  it('keeps the reason of a missing code: -999 missing, -77 interregnum, -66 interruption', async () => {
    expect(scoresOf(await read('Nowhere,1999,1,999,-999.0,-77.0,-66.0,'))).toEqual([
      'disap 1999 missing',
      'kill 1999 interregnum',
      'polpris 1999 interruption',
      'tort 1999 not-rated',
      'physint 1999 component-missing',
    ])
  })
  it('has no sum where one right is missing', async () => {
    expect(scoresOf(await read('Nowhere,1999,1,999,2,-999,2,1')).at(-1)).toBe('physint 1999 component-missing')
  })
  it('has an interregnum of the sum where all four have one', async () => {
    expect(scoresOf(await read('Nowhere,1999,1,999,-77,-77,-77,-77')).at(-1)).toBe('physint 1999 interregnum')
  })
  it('goes by name where the file has no COW number', async () => {
    expect(draftsOf(await read('Kosovo,2009,1,,2,2,2,1'))[0]?.references['actor']).toEqual({
      scheme: 'name',
      code: 'Kosovo',
      year: 2009,
    })
  })
  it('without any cell says nothing: the table is filled up to all names and years', async () => {
    expect(await read('Soviet Union,2005,1,365.0,,,,')).toEqual([{ rows: [1, 1], skipped: 'no-value' }])
  })
  it('with a fault in one right is reported once, though the sum needs it too', async () => {
    const yields = await read('Canada,1999,160,20,2,2,2,3')
    expect(yields.filter((each) => 'expected' in each)).toEqual([
      { rows: [1, 1], column: 'TORT', value: '3', expected: expect.stringContaining('a whole number from 0 to 2') },
    ])
    expect(scoresOf(yields)).toHaveLength(3)
  })
})
