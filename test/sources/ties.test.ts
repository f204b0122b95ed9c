import { describe, expect, it } from 'vitest'
import { cowAllianceMembers } from '../../src/sources/cow/cow-alliance-members.ts'
import type { HoldersOf, Importer, Yield } from '../../src/sources/importer/draft.ts'
import { recognise } from '../../src/sources/index.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { coldat } from '../../src/sources/mappings/coldat.ts'
import { cepiiDistances } from '../../src/sources/mappings/cepii.ts'
import { cowAllianceSpells, cowAlliances } from '../../src/sources/mappings/cow-alliances.ts'
import { cowContiguity, cowContiguitySpells } from '../../src/sources/mappings/cow-contiguity.ts'
import type { Mapping } from '../../src/sources/tables/mapping.ts'
import { tableImporter } from '../../src/sources/tables/table.ts'
import { parseDay } from '../../src/time/day.ts'
import { FOREVER } from '../../src/time/day.ts'
import { collected, draftsOf, imported, written } from './fixtures/written-table.ts'

/** `cow-contiguity 2 20 land 1920-01..`: whom a draft ties, how and when. */
const inShort = (yields: readonly Yield[]): readonly string[] =>
  draftsOf(yields).map(({ references, data }) => {
    const days = data['describes'] ?? `${String(data['from'])}..${String(data['through'] ?? '')}`
    const words = [data['relation'], references['actor']?.code, references['other']?.code, data['type'], data['value']]
    return [...words.filter((word) => word !== undefined), days].join(' ')
  })
const skips = (yields: readonly Yield[]) => yields.flatMap((each) => ('skipped' in each ? [each.skipped] : []))
const reading =
  (mapping: Mapping, header: string) =>
  (...rows: string[]) =>
    imported(tableImporter(mapping), [header, ...rows].join('\n'))

describe('direct contiguity', () => {
  const master = reading(cowContiguity, 'dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version')
  const spells = reading(cowContiguitySpells, '"ccode1","ccode2","conttype","stdate","enddate"')
  it('of the master file is told by the month; the end of the data is no end', async () => {
    const yields = await master(
      '2020,2,"USA",20,"CAN",1,192001,201612,"x",3.2',
      '2040,2,"USA",40,"CUB",4,190205,190609,,3.2',
    )
    expect(inShort(yields)).toEqual([
      'cow-contiguity 2 20 land 1920-01..',
      'cow-contiguity 2 40 water-150 1902-05..1906-09',
    ])
    expect(draftsOf(yields)[1]).toMatchObject({
      stream: ['relation', 'cow-contiguity', { scheme: 'cow', code: '2' }],
      occurred: '1902-05/1906-09',
      fact: 'cow-40/water-150/1902-05',
      data: { directed: false },
    })
  })
  it('in a data frame is the same: its days are first ones of months', async () => {
    expect(inShort(await spells('2,20,1,1920-01-01,2016-12-01', '2,31,5,1973-07-01,1980-09-01'))).toEqual([
      'cow-contiguity 2 20 land 1920-01..',
      'cow-contiguity 2 31 water-400 1973-07..1980-09',
    ])
  })
  it('of no kind is none', async () => {
    const yields = await spells('2,30,0,1920-01-01,2016-12-01')
    expect([inShort(yields), skips(yields)]).toEqual([[], ['no-tie']])
  })
  it('of a code that changes its holder goes on with the other', async () => {
    const on = parseDay('1992-04-27')
    const holders: HoldersOf = (_, code) =>
      code === '345'
        ? [
            { subject: 'yug', from: parseDay('1918-12-01'), to: on },
            { subject: 'srb', from: on, to: FOREVER },
          ]
        : []
    const table = '"ccode1","ccode2","conttype","stdate","enddate"\n310,345,1,1921-01-01,2016-12-01\n'
    const rows = tableImporter(cowContiguitySpells).rows(await openFile(written(table)), holders)
    const yields = await collected(rows)
    expect(inShort(yields)).toEqual([
      'cow-contiguity 310 345 land 1921-01..1992-04-26',
      'cow-contiguity 310 345 land 1992-04-27..',
    ])
    expect(draftsOf(yields).map(({ references }) => references['other']?.on)).toEqual([
      '1921-01-01/1992-04-26',
      '1992-04-27/..',
    ])
  })
})

describe('alliances', () => {
  const header =
    'version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,' +
    'dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,asymmetric,version'
  const byDyad = reading(cowAlliances, header)
  it('of a pair are a tie for each promise; -9 is a day that is not known, an empty end none', async () => {
    const yields = await byDyad(
      '7,300,Austria-Hungary,255,Germany,-9,6,1879,3,11,1918,0,0,1,0,0,1,0,4.1',
      '9,2,United States,20,Canada,4,4,1949,,,,0,1,1,0,0,0,0,4.1',
    )
    expect(inShort(yields)).toEqual([
      'cow-alliance 255 300 defense 1879-06..1918-11-03',
      'cow-alliance 255 300 entente 1879-06..1918-11-03',
      'cow-alliance 2 20 defense 1949-04-04..',
    ])
  })
  it('that a table tells both ways are told once, and two pacts of one day are two', async () => {
    const ofPact = (pact: number, one: number, other: number) =>
      `${pact},${one},A,${other},B,1,1,1950,31,12,1960,0,0,1,0,0,0,0,4.1`
    const facts = draftsOf(await byDyad(ofPact(7, 2, 20), ofPact(7, 20, 2), ofPact(8, 2, 20))).map(({ fact }) => fact)
    expect(facts).toEqual(['cow-20/defense/7/1950-01-01', 'cow-20/defense/7/1950-01-01', 'cow-20/defense/8/1950-01-01'])
  })
  it('without a promise are none', async () =>
    expect(skips(await byDyad('7,2,A,20,B,1,1,1950,,,,0,1,0,0,0,0,0,4.1'))).toEqual(['no-tie']))
  it('by runs of years go on where they reach the last year of the data', async () => {
    const spells = reading(
      cowAllianceSpells,
      '"ccode1","ccode2","cow_defense","cow_neutral","cow_nonagg","cow_entente","start_year","end_year"',
    )
    expect(inShort(await spells('2,20,1,0,0,0,1949,1961', '2,20,1,0,0,1,1962,2012'))).toEqual([
      'cow-alliance 2 20 defense 1949..1961',
      'cow-alliance 2 20 defense 1962..',
      'cow-alliance 2 20 entente 1962..',
    ])
  })
  it('by member tie two for as long as both were in', async () => {
    const columns =
      'version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,' +
      'all_end_day,all_end_month,all_end_year,ss_type,' +
      'mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,' +
      'defense,neutrality,nonaggression,entente,version'
    const member = (state: number, from: string, end: string, promises: string) =>
      `7,${state},A,,,,,,,"Type I: Defense Pact",${from},${end},0,0,${promises},4.1`
    const yields = await imported(
      cowAllianceMembers,
      [
        columns,
        member(300, '-9,6,1879', '3,11,1918', '1,0,0,1'),
        member(255, '7,10,1879', ',,', '1,0,0,1'),
        member(325, '20,5,1882', '23,5,1915', '1,0,0,0'),
        member(365, '1,1,1920', ',,', '0,1,0,0'),
      ].join('\n'),
    )
    expect(inShort(yields).toSorted()).toEqual([
      'cow-alliance 255 300 defense 1879-10-07..1918-11-03',
      'cow-alliance 255 300 entente 1879-10-07..1918-11-03',
      'cow-alliance 255 325 defense 1882-05-20..1915-05-23',
      'cow-alliance 300 325 defense 1882-05-20..1915-05-23',
    ])
    expect(yields.find((each) => 'skipped' in each)).toEqual({ rows: [4, 4], skipped: 'no-tie' })
  })
})

describe('pairs of countries by CEPII', () => {
  const header =
    'iso_o;iso_d;contig;comlang_off;comlang_ethno;colony;comcol;curcol;col45;smctry;dist;distcap;distw;distwces'
  const pairs = reading(cepiiDistances, header)
  it('are what is 1, and a distance, of the time that the table describes', async () => {
    expect(inShort(await pairs('CAN;USA;1;1;1;0;0;0;0;0;548.4;737.0;2079.3;1154.9'))).toEqual([
      'cepii-contiguity CAN USA 2010~',
      'cepii-official-language CAN USA 2010~',
      'cepii-distance CAN USA 548.4 2010~',
    ])
  })
  it('are read by the codes of the day; a dot is nothing, and nobody is tied to itself', async () => {
    const yields = await pairs('ZAR;ROM;0;0;0;0;0;0;0;0;5500.5;.;.;.', 'ROM;ROM;0;1;1;0;0;0;0;0;.;.;.;.')
    expect(inShort(yields)).toEqual(['cepii-distance COD ROU 5500.5 2010~'])
    expect(skips(yields)).toEqual(['no-tie'])
  })
})

describe('colonial ties by COLDAT', () => {
  const ties = reading(coldat, '"country","colonizer","col","colstart_max","colend_max","colstart_mean","colend_mean"')
  it('lead from the power to the colony, by each of the two datings', async () => {
    const yields = await ties('"Burundi","belgium",1,1923,1962,1922,1962', '"Albania","belgium",0,NA,NA,NA,NA')
    expect(inShort(yields)).toEqual([
      'coldat-colony-max belgium Burundi 1923..1962',
      'coldat-colony-mean belgium Burundi 1922..1962',
    ])
    expect(draftsOf(yields)[0]?.data['directed']).toBe(true)
    expect(skips(yields)).toEqual(['no-tie'])
  })
})

describe('tables of ties', () => {
  it.each<[string, Importer | Mapping, string]>([
    ['contdir.csv', cowContiguity, 'dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version'],
    ['spells of contiguity', cowContiguitySpells, 'ccode1,ccode2,conttype,stdate,enddate'],
    [
      'the directed file of alliances',
      cowAlliances,
      'version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,' +
        'dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version',
    ],
    [
      'alliances by member',
      cowAllianceMembers,
      'version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,' +
        'all_end_day,all_end_month,all_end_year,ss_type,' +
        'mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,' +
        'defense,neutrality,nonaggression,entente,version',
    ],
  ])('%s is known by its columns', (_, { name }, header) => expect(recognise(header.split(','))?.name).toBe(name))
})
