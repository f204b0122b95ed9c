import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Yield } from '../../src/sources/importer/draft.ts'
import { recognise } from '../../src/sources/index.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { dataFolder } from '../support/run/published.ts'
import { plainCsv } from './plain-csv.ts'

/** What the importer of a file makes of it, each row accounted for. */
const readWhole = async (path: string, encoding?: string): Promise<readonly Yield[]> => {
  const file = await openFile(join(dataFolder, path), encoding)
  const importer = recognise(file.header)
  const yields: Yield[] = []
  const seen = new Set<number>()
  for await (const each of importer?.rows(file) ?? []) {
    yields.push(each)
    for (let row = each.rows[0]; row <= each.rows[1]; row += 1) seen.add(row)
  }
  let rows = 0
  for await (const { row } of file.arrays()) rows = row
  expect([path, rows - seen.size, yields.filter((each) => 'expected' in each)]).toEqual([path, 0, []])
  return yields
}

const tally = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]))

const drafts = (yields: readonly Yield[]) => yields.flatMap((each) => ('type' in each ? [each] : []))
const skips = (yields: readonly Yield[]) => tally(yields.flatMap((each) => ('skipped' in each ? [each.skipped] : [])))
const ofRelations = (yields: readonly Yield[]) => tally(drafts(yields).map(({ data }) => String(data['relation'])))

/** Rows of a file by column, read without any importer. */
const cells = (path: string, column: string): readonly string[] => {
  const [header = [], ...rows] = plainCsv(path)
  return rows.map((row) => row[header.indexOf(column)] ?? '')
}
const count = (path: string, column: string, cell: string): number =>
  cells(path, column).filter((one) => one === cell).length

/** The numbers are those of the files, counted by their columns. */
describe.skipIf(!existsSync(dataFolder))('the real tables of ties', () => {
  it('contiguity: 937 spells, of which 90 are of no kind; the others keep theirs', async () => {
    const path = 'relations/cow_contiguity_spells.csv'
    const yields = await readWhole(path)
    expect(skips(yields)).toEqual({ 'no-tie': count(path, 'conttype', '0') })
    expect(tally(drafts(yields).map(({ data }) => String(data['type'])))).toEqual({
      land: count(path, 'conttype', '1'),
      'water-12': count(path, 'conttype', '2'),
      'water-24': count(path, 'conttype', '3'),
      'water-150': count(path, 'conttype', '4'),
      'water-400': count(path, 'conttype', '5'),
    })
    expect(drafts(yields).length + count(path, 'conttype', '0')).toBe(937)
    const open = drafts(yields).filter(({ data }) => data['through'] === undefined)
    const still = cells(path, 'enddate').filter(
      (end, row) => end === '2016-12-01' && cells(path, 'conttype')[row] !== '0',
    )
    expect(open.length).toBe(still.length)
  })
  it('alliances: 2,935 spells, an event for each promise in them', async () => {
    const path = 'relations/cow_alliance41_dyad_spells.csv'
    const yields = await readWhole(path)
    expect(tally(drafts(yields).map(({ data }) => String(data['type'])))).toEqual({
      defense: count(path, 'cow_defense', '1'),
      neutrality: count(path, 'cow_neutral', '1'),
      nonaggression: count(path, 'cow_nonagg', '1'),
      entente: count(path, 'cow_entente', '1'),
    })
    expect(cells(path, 'ccode1').length).toBe(2935)
    expect(new Set(drafts(yields).map(({ rows }) => rows[0])).size + (skips(yields)['no-tie'] ?? 0)).toBe(2935)
  })
  it('capabilities: 17,121 values', async () => {
    const values = drafts(await readWhole('relations/cow_cinc_v7.csv.gz'))
    const years = values.map(({ data }) => Number(data['lastYear']) - Number(data['firstYear']) + 1)
    expect(years.reduce((sum, run) => sum + run, 0)).toBe(17_121)
  })
  it('COLDAT: 161 ties, dated in two ways', async () => {
    const path = 'relations/coldat_dyads.csv'
    const yields = await readWhole(path)
    expect(count(path, 'col', '1')).toBe(161)
    expect(ofRelations(yields)).toEqual({ 'coldat-colony-max': 161, 'coldat-colony-mean': 161 })
    expect(skips(yields)).toEqual({ 'no-tie': count(path, 'col', '0') })
  })
  it('CEPII: each pair twice, and each country with itself', async () => {
    const path = 'relations/dist_cepii.csv.gz'
    const yields = await readWhole(path)
    expect(ofRelations(yields)['cepii-distance']).toBe(224 * 223)
    expect(ofRelations(yields)['cepii-contiguity']).toBe(616)
    expect(ofRelations(yields)['cepii-colony']).toBe(482)
    expect(skips(yields)).toEqual({ 'no-tie': 224 })
    const countries = await readWhole('relations/geo_cepii.csv', 'windows-1252')
    expect([drafts(countries).length, skips(countries)]).toEqual([225, { repeated: 13 }])
  })
  it('MIA: 3,961 years of 76 organisations, twice', async () => {
    const values = drafts(await readWhole('relations/mia_2021_delegation_pooling.csv.gz'))
    const years = values.map(({ data }) => Number(data['lastYear']) - Number(data['firstYear']) + 1)
    expect(years.reduce((sum, run) => sum + run, 0)).toBe(2 * 3961)
    expect(new Set(values.map(({ references }) => references['igo']?.code)).size).toBe(76)
  })
})
