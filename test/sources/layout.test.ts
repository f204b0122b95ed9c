import { describe, expect, it } from 'vitest'
import { layoutOf } from '../../src/sources/files/layout.ts'
import { openFile } from '../../src/sources/files/open-file.ts'
import { collected, written } from './fixtures/written-table.ts'

const rows = [
  ['state', 'date', 'note'],
  ['FRA', '1986-02-18', 'a, b; c'],
]
const tableBy = (separator: string) => rows.map((cells) => cells.map((cell) => `"${cell}"`).join(separator)).join('\n')
const plain = [{ row: 1, cells: { state: 'FRA', date: '1986-02-18', note: 'a, b; c' } }]

describe('what sets columns apart', () => {
  it.each([',', ';', '\t', '|'])('is found out: %j', async (separator) =>
    expect(await collected((await openFile(written(tableBy(separator)))).records())).toEqual(plain),
  )
  it.each([
    ['sep=;\n', ';'],
    ['sep=,\n', ','],
    ['\uFEFFsep=;\n', ';'],
    ['"sep=|"\n', '|'],
    ['SEP=\t\n', '\t'],
  ])('is told by a first line %j, which is no header', async (line, separator) =>
    expect(await collected((await openFile(written(`${line}${tableBy(separator)}`))).records())).toEqual(plain),
  )
  it.each([
    ['state,date (d;m;y),note\nFRA,1,x', ','],
    ['state;a, b;c\nFRA;1,5;2,5', ';'],
    ['state;v\nFRA;1,5', ';'],
    ['only\n1\n2', ','],
    ['"a;b";c\n1;2', ';'],
    ['a\tb\n1\t2,3,4', '\t'],
  ])('is what the first two lines agree in: %j', (text, separator) =>
    expect(layoutOf(text, 'table.csv').separator).toBe(separator),
  )
  it('may be declared, and what is declared wrongly is refused in words', async () => {
    expect((await openFile(written('a;b\n1;2,3'), undefined, ';')).header).toEqual(['a', 'b'])
    await expect(openFile(written('a;b\n1;2'), undefined, ',')).rejects.toMatchObject({
      code: 'wrong-separator',
      message: 'The columns are set apart by semicolons, not by commas.',
    })
  })
  it('numbers lines as the file does', async () => {
    const ragged = collected((await openFile(written('sep=;\na;b\n1;2\n3\n'))).records())
    await expect(ragged).rejects.toMatchObject({ code: 'ragged-row', where: 'table.csv, line 4' })
  })
})

describe('a workbook', () => {
  it.each([
    ['PK\u0003\u0004rest', 'an Excel workbook'],
    ['\u00d0\u00cf\u0011\u00e0rest', 'an Excel workbook of the old kind'],
  ])('is refused in those words', async (bytes, words) =>
    expect(openFile(written(Buffer.from(bytes, 'latin1')))).rejects.toMatchObject({
      code: 'not-text',
      message: expect.stringContaining(words) as string,
      hint: expect.stringContaining('as CSV') as string,
    }),
  )
})
