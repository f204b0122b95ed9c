import { describe, expect, it } from 'vitest'
import { pts } from '../../src/sources/mappings/pts.ts'
import { shippedMappings } from '../../src/sources/mappings/index.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { draftsOf, imported, scoresOf } from './fixtures/written-table.ts'

const header = 'Country,Year,COW_Code_A,COW_Code_N,Region,PTS_A,PTS_H,PTS_S,NA_Status_A,NA_Status_H,NA_Status_S'
const read = (...rows: string[]) => imported(tableImporter(pts), [header, ...rows].join('\n'))

describe('a row of the Political Terror Scale', () => {
  it('has one score for each report that was read', async () => {
    expect(scoresOf(await read('Canada,2015,CAN,20.0,na,1.0,2.0,1.0,0,0,0'))).toEqual([
      'amnesty 2015 1',
      'hrw 2015 2',
      'state 2015 1',
    ])
  })
  it('says why a score is missing, by the code of the file', async () => {
    expect(scoresOf(await read('Canada,2015,CAN,20,na,,,1,99,88,0'))).toEqual([
      'amnesty 2015 na-status-99',
      'hrw 2015 na-status-88',
      'state 2015 1',
    ])
  })
  it('keeps a score that the file has although its status says none', async () => {
    expect(scoresOf(await read('Canada,2015,CAN,20,na,1,,1,88,88,0'))[0]).toBe('amnesty 2015 1')
  })
  it('is not rated where the status says a score and there is none', async () => {
    expect(scoresOf(await read('Canada,2015,CAN,20,na,,,1,0,88,0'))[0]).toBe('amnesty 2015 not-rated')
  })
  it('with 77 for all three reports is a state that did not exist that year', async () => {
    expect(await read('Armenia,1980,ARM,371,eca,,,,77,77,77')).toMatchObject([
      { rows: [1, 1], skipped: 'not-in-system' },
    ])
  })
  it('goes by name where the file has no COW number', async () => {
    expect(draftsOf(await read('Western Sahara,2015,,,mena,3,,2,0,88,0'))[0]?.references['actor']).toEqual({
      scheme: 'name',
      code: 'Western Sahara',
      year: 2015,
    })
  })
  it('with an unknown status is reported', async () => {
    expect(await read('Canada,2015,CAN,20,na,,1,1,55,0,0')).toContainEqual(
      expect.objectContaining({ column: 'NA_Status_A', value: '55' }),
    )
  })
  it('of the Yugoslavia that existed in 1991 outweighs the other of the same number', async () => {
    const drafts = draftsOf(
      await read(
        '"Yugoslavia, Federal Republic of",1991,YUG,345,eca,3,,5,0,99,0',
        '"Yugoslavia, Socialist Federal Republic of",1991,YUG,345,eca,4,,5,0,88,0',
      ),
    )
    const amnesty = drafts.filter(({ data }) => data['indicator'] === 'amnesty')
    expect(amnesty.map(({ data }) => data['value'])).toEqual([3, 4])
    expect(amnesty[1]?.weight).toBeGreaterThan(amnesty[0]?.weight ?? 9)
  })
})

describe('the direction of a score', () => {
  it('is said by the mapping and never changes the value: a 5 of the Political Terror Scale stays a 5', async () => {
    expect(scoresOf(await read('Nowhere,2015,XXX,999,eca,5,,5,0,88,0'))[0]).toBe('amnesty 2015 5')
  })
  it(
    'is up for CIRIGHTS, CIRI, latent scores and V-Dem, down for the Political Terror Scale, ' +
      'Hathaway and Freedom House',
    () => {
      const directions = Object.fromEntries(
        shippedMappings.flatMap(({ name, rows }) => (rows.kind === 'scores' ? [[name, rows.direction]] : [])),
      )
      expect(directions).toEqual({
        cirights: 'higher-is-better',
        ciri: 'higher-is-better',
        lhrs: 'higher-is-better',
        vdem: 'higher-is-better',
        democracy: 'higher-is-better',
        pts: 'higher-is-worse',
        hathaway: 'higher-is-worse',
        'freedom-house': 'higher-is-worse',
      })
    },
  )
})
