import { gzipSync } from 'node:zlib'
import { join, dirname } from 'node:path'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../src/sources/files/open-file.ts'
import { collected, written } from './fixtures/written-table.ts'

const table = 'iso2,name\nNA,Namibia\nCI,"Côte d\'Ivoire"\n'
const rowsOf = async (path: string) => collected((await openFile(path)).records())
const failure = async (path: string) => rowsOf(path).catch((thrown: unknown) => thrown)

describe('a table on disk', () => {
  it('is read by column name, rows counting from 1 after the header', async () => {
    expect(await rowsOf(written(table))).toEqual([
      { row: 1, cells: { iso2: 'NA', name: 'Namibia' } },
      { row: 2, cells: { iso2: 'CI', name: "Côte d'Ivoire" } },
    ])
  })
  it('keeps "NA" as text: it is the code of Namibia', async () => {
    expect((await rowsOf(written(table)))[0]?.cells['iso2']).toBe('NA')
  })
  it('is the same with a byte order mark', async () => {
    expect(await rowsOf(written(`\uFEFF${table}`))).toEqual(await rowsOf(written(table)))
  })
  it('is the same with the line ends of Windows and an empty last line', async () => {
    expect(await rowsOf(written(`${table.replaceAll('\n', '\r\n')}\r\n`))).toEqual(await rowsOf(written(table)))
  })
  it('is the same compressed, whatever its name', async () => {
    const zipped = gzipSync(table)
    expect(await rowsOf(written(zipped, 'table.csv'))).toEqual(await rowsOf(written(table)))
    expect(await rowsOf(written(table, 'table.csv.gz'))).toEqual(await rowsOf(written(table)))
  })
  it.each<[what: string, bytes: Buffer, encoding: string | undefined]>([
    ['in UTF-16 with a mark, as Excel saves "Unicode text"', Buffer.from(`\uFEFF${table}`, 'utf16le'), undefined],
    ['in windows-1252, as declared', Buffer.from(table, 'latin1'), 'windows-1252'],
    ['in windows-1252 and compressed', gzipSync(Buffer.from(table, 'latin1')), 'windows-1252'],
  ])('is the same %s', async (_, bytes, encoding) => {
    const file = await openFile(written(bytes), encoding)
    expect(await collected(file.records())).toEqual(await rowsOf(written(table)))
  })
  it('keeps U+FFFD that the file itself holds: damage done before', async () => {
    expect(await rowsOf(written('a\nr\uFFFDserve\n'))).toEqual([{ row: 1, cells: { a: 'r\uFFFDserve' } }])
  })
  it('can be read twice, also without column names', async () => {
    const file = await openFile(written(table))
    const once = await collected(file.arrays())
    expect(await collected(file.arrays())).toEqual(once)
    expect(once[0]).toEqual({ row: 1, cells: ['NA', 'Namibia'] })
  })
  it('can be left in the middle', async () => {
    const file = await openFile(written(`a,b\n${'1,x\n'.repeat(100_000)}`))
    for await (const { row } of file.arrays()) if (row === 2) break
    expect(file.header).toEqual(['a', 'b'])
  })
  it('finds a file beside it, plain or compressed, or none', async () => {
    const path = written(table)
    writeFileSync(join(dirname(path), 'list.csv.gz'), gzipSync('a,b\n1,x\n'))
    const file = await openFile(path)
    expect((await file.beside('list.csv'))?.header).toEqual(['a', 'b'])
    expect(await file.beside('other.csv')).toBeUndefined()
  })
})

describe('a broken table', () => {
  it.each([
    ['an empty file', '', { code: 'empty-file', where: 'table.csv' }],
    ['a file of blank lines', '\n\n', { code: 'empty-file' }],
    ['a file that begins with data', '1,2\n3,4\n', { code: 'bad-header', where: 'table.csv, line 1' }],
    ['a column name that occurs twice', 'a,b,a\n1,2,3\n', { code: 'bad-header' }],
    ['a column without a name', 'a,,b\n1,2,3\n', { code: 'bad-header' }],
    ['a row with too few cells', 'a,b\n1,x\n2\n', { code: 'ragged-row', where: 'table.csv, line 3' }],
    // Where it is opened, not where the file ends.
    ['a quote that is never closed', 'a,b\n1,"x\n2,y\n', { code: 'broken-quotes', where: 'table.csv, row 1' }],
    [
      'a quote that is never closed, later',
      'a,b\n"1\n1",2\n"3,x\n2,y\n4,5\n',
      { code: 'broken-quotes', where: 'table.csv, row 2', message: expect.stringContaining('cell 1 is not closed') },
    ],
    ['a quote in the middle of a cell', 'a,b\n1,x"y"\n', { code: 'broken-quotes', where: 'table.csv, line 2' }],
  ])('is refused, naming file and line: %s', async (_, content, fault) => {
    expect(await failure(written(content))).toMatchObject({ class: 'bad-input', ...fault })
  })
  it('says what a ragged row holds, and what was expected', async () => {
    expect(await failure(written('a,b\n1,x,y\n'))).toMatchObject({
      message: 'The row has 3 cells, beginning "1,x,y". Expected as many as the header.',
    })
  })
  it('is refused where the compressed data is cut off', async () => {
    const zipped = gzipSync(`a,b\n${Array.from({ length: 5000 }, (_, n) => `${n},${n * 7919}`).join('\n')}\n`)
    expect(await failure(written(zipped.subarray(0, zipped.length / 2)))).toMatchObject({
      code: 'broken-gzip',
      where: 'table.csv',
    })
  })
  it('is refused where the compressed data is damaged', async () => {
    const zipped = Buffer.from(gzipSync(table))
    zipped.fill(0xff, 12, 24)
    expect(await failure(written(zipped))).toMatchObject({ code: 'broken-gzip' })
  })
  it.each<[what: string, bytes: Buffer, where: string]>([
    ['within the table', Buffer.from("iso2,name\nCI,Cote d'Ivoire\nCI,C\xf4te\n", 'latin1'), 'table.csv, line 3'],
    [
      'far behind its beginning',
      Buffer.from(`a,b\n${'1,x\n'.repeat(100_000)}2,\xe9\n`, 'latin1'),
      'table.csv, line 100002',
    ],
    ['in its header', Buffer.from('ann\xe9e,b\n1,x\n', 'latin1'), 'table.csv, line 1'],
    ['at its end, within a letter', Buffer.from('a,b\n1,x\xe2\x82', 'latin1'), 'table.csv, line 2'],
  ])('is refused where a byte is no UTF-8: %s', async (_, bytes, where) => {
    for (const content of [bytes, gzipSync(bytes)])
      expect(await failure(written(content))).toMatchObject({ class: 'bad-input', code: 'undecodable-text', where })
  })
  it('is refused where there is no file, or a folder', async () => {
    expect(await failure('no-such-file.csv')).toMatchObject({ code: 'unreadable-file', where: 'no-such-file.csv' })
    expect(await failure(dirname(written(table)))).toMatchObject({ code: 'unreadable-file' })
  })
})
