import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseChecksums } from '../../../src/exports/package/checksums.ts'
import { licenceOf } from '../../../src/exports/package/licences.ts'
import { begunTally } from '../../../src/exports/package/tally.ts'
import { jsonDifferences } from '../../../src/exports/verify/compare-json.ts'
import { tableDifferences } from '../../../src/exports/verify/compare-tables.ts'
import { doubleColumn, intColumn, textColumn } from '../../../src/queries/question/columns.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-compare-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const differences = (found: string, made: string): Promise<readonly string[]> => {
  const paths = [join(folder, 'found.csv'), join(folder, 'made.csv')] as const
  writeFileSync(paths[0], found)
  writeFileSync(paths[1], made)
  return tableDifferences(...paths, ['id'])
}

describe('two tables', () => {
  it('are compared row by row, also where a cell holds commas, quotes and line ends', async () => {
    const made = 'id,note,n\n1,"a, ""b""\nc",1\n2,plain,2\n'
    expect(await differences(made, made)).toEqual([])
    expect(await differences(made.replace('c",1', 'c",'), made)).toEqual([
      'row 1 (id 1), column n: empty stands there, 1 is made',
    ])
    expect(await differences(made.replace('\nc"', '\nd"'), made)).toEqual([
      'row 1 (id 1), column note: "a, ""b""\nd" stands there, "a, ""b""\nc" is made',
    ])
  })
  it('differ in their columns before they differ in rows', async () => {
    expect(await differences('id,m\n1,2\n', 'id,n\n1,2\n')).toEqual(['its columns are id,m; id,n are made'])
  })
  it('differ by a row at the end', async () => {
    expect(await differences('id,n\n1,2\n2,2\n', 'id,n\n1,2\n')).toEqual(['it has 2 rows; 1 are made'])
  })
})

it('two descriptors differ at a place', () => {
  expect(jsonDifferences({ a: [1, { 'b/c': 2 }] }, { a: [1, { 'b/c': 3 }], d: 4 })).toEqual([
    '/a/1/b~1c: 2 stands there, 3 is made',
    '/d: nothing stands there, 4 is made',
  ])
})

it('a list of checksums names files beside it, and nothing else', () => {
  const sum = 'a'.repeat(64)
  expect(parseChecksums(`${sum}  data.csv\n`)).toEqual([{ name: 'data.csv', sha256: sum }])
  expect(parseChecksums(`${sum}  ../data.csv\n`)).toBeUndefined()
  expect(parseChecksums('nothing\n')).toBeUndefined()
  expect(parseChecksums('')).toBeUndefined()
})

it('a licence has an id where its words are those of one, and none by likeness', () => {
  expect(licenceOf({ licence: 'CC BY 4.0 (a package)', redistributable: 'yes' }).name).toBe('CC-BY-4.0')
  expect(licenceOf({ licence: 'CC BY-NC-SA 4.0', redistributable: 'yes' }).name).toBe('CC-BY-NC-SA-4.0')
  expect(licenceOf({ licence: 'CC BY-SA', redistributable: 'yes' })).toEqual({ name: 'other-open', title: 'CC BY-SA' })
  expect(licenceOf({ licence: undefined, redistributable: 'unknown' }).title).toBe('Terms not recorded')
})

it('a tally counts cells as they go by: a number that is none is missing', () => {
  const columns = [
    intColumn('year', 'The year'),
    doubleColumn('n', 'A number', 'none'),
    textColumn('s', 'Words', 'none'),
  ]
  const tally = begunTally(columns)
  for (const row of [
    [1990, null, 'b'],
    [1991, Number.NaN, null],
    [1992, -2, 'a'],
    [1993, 10, 'a'],
  ])
    tally.take(row)
  const { rows, columns: told, example } = tally.told()
  expect([rows, example]).toEqual([4, [1992, -2, 'a']])
  expect(told[1]).toEqual({ n: 2, missing: 2, min: -2, max: 10, firstYear: 1992, lastYear: 1993 })
  expect([...(told[2]?.values ?? [])]).toEqual([
    ['a', 2],
    ['b', 1],
  ])
})
