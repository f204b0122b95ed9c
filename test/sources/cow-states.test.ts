import { describe, expect, it } from 'vitest'
import { cowStates } from '../../src/sources/mappings/cow-states.ts'
import { gwStates } from '../../src/sources/mappings/gw-states.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { draftsOf, imported } from './fixtures/written-table.ts'

const header = 'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version'
const cow = (...rows: string[]) => imported(tableImporter(cowStates), [header, ...rows].join('\n'))
const gw = (...rows: string[]) =>
  imported(tableImporter(gwStates), ['gwcode,stateabb,statename,startdate,enddate', ...rows].join('\n'))
const acts = (yields: Awaited<ReturnType<typeof cow>>) =>
  draftsOf(yields).map(
    ({ type, occurred, references, fact }) =>
      `${type} ${occurred} ${references['actor']?.code} read in ${references['actor']?.on} ${fact}`,
  )

describe('the state system of the Correlates of War', () => {
  it('has a state enter, and not leave where its spell ends with the data', async () => {
    expect(await cow('CAN,20,Canada,1920,1,10,2016,12,31,2016')).toEqual([
      {
        rows: [1, 1],
        stream: ['state', { scheme: 'cow', code: '20', on: '1920-01-10/2016-12-31' }],
        type: 'StateEntered',
        occurred: '1920-01-10',
        fact: 'cow-20/1/entered',
        references: { actor: { scheme: 'cow', code: '20', on: '1920-01-10/2016-12-31' } },
        data: { system: 'cow' },
        locator: 'cow 20, spell 1, styear',
      },
    ])
  })
  it('has a state spells, not a lifetime: Germany leaves in 1945, and is back in 1990 by the same number', async () => {
    expect(
      acts(await cow('GMY,255,Germany,1816,1,1,1945,5,8,2016', 'GMY,255,Germany,1990,10,3,2016,12,31,2016')),
    ).toEqual([
      'StateEntered 1816-01-01 255 read in 1816-01-01/1945-05-08 cow-255/1/entered',
      'StateEnded 1945-05-08 255 read in 1816-01-01/1945-05-08 cow-255/1/ended',
      'StateEntered 1990-10-03 255 read in 1990-10-03/2016-12-31 cow-255/2/entered',
    ])
  })
  it('names the date of an end as the last day in', async () => {
    expect(draftsOf(await cow('GDR,265,East Germany,1954,3,25,1990,10,2,2016'))[1]?.data).toEqual({
      system: 'cow',
      names: 'lastDayIn',
    })
  })
  it('splits the one line of code 345 where the code begins to mean Serbia', async () => {
    const yields = await cow('YUG,345,Yugoslavia,1944,10,20,2016,12,31,2016')
    expect(acts(yields)).toEqual([
      'StateEntered 1944-10-20 345 read in 1944-10-20/1992-04-26 cow-345/1/entered',
      'StateEnded 1992-04-26 345 read in 1944-10-20/1992-04-26 cow-345/1/ended',
      'StateEntered 1992-04-27 345 read in 1992-04-27/2016-12-31 cow-345/2/entered',
    ])
    expect(draftsOf(yields)[1]?.note).toContain('one line')
  })
  it('is as precise as the row: a spell known only to the month', async () => {
    expect(draftsOf(await cow('XXX,999,Nowhere,1920,5,,1930,,,2016')).map(({ occurred }) => occurred)).toEqual([
      '1920-05',
      '1930',
    ])
  })
  it.each([
    ['a day that the calendar does not have', '1920,2,30,1930,1,1', 'stday'],
    ['a year that is none', 'x,2,3,1930,1,1', 'styear'],
    ['an end that is missing', '1920,2,3,,1,1', 'endyear'],
    ['an end before the start', '1920,2,3,1910,1,1', 'endyear'],
  ])('reports %s', async (_, dates, column) => {
    expect(await cow(`XXX,999,Nowhere,${dates},2016`)).toMatchObject([{ rows: [1, 1], column }])
  })
})

describe('the list of Gleditsch and Ward', () => {
  it('has other codes and dates for the same states, and stands beside COW', async () => {
    expect(acts(await gw('260,GFR,German Federal Republic,1949-09-21,2017-12-31'))).toEqual([
      'StateEntered 1949-09-21 260 read in 1949-09-21/2017-12-31 gw-260/1/entered',
    ])
  })
  it('has Serbia under 345 to 2006 and under 340 from the next day on', async () => {
    expect(acts(await gw('345,YUG,Yugoslavia,1918-12-01,2006-06-04', '340,SER,Serbia,2006-06-05,2017-12-31'))).toEqual([
      'StateEntered 1918-12-01 345 read in 1918-12-01/1992-04-26 gw-345/1/entered',
      'StateEnded 1992-04-26 345 read in 1918-12-01/1992-04-26 gw-345/1/ended',
      'StateEntered 1992-04-27 345 read in 1992-04-27/2006-06-04 gw-345/2/entered',
      'StateEnded 2006-06-04 345 read in 1992-04-27/2006-06-04 gw-345/2/ended',
      'StateEntered 2006-06-05 340 read in 2006-06-05/2017-12-31 gw-340/1/entered',
    ])
  })
})
