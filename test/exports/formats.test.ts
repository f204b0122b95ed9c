import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { csvChunks } from '../../src/exports/csv.ts'
import { jsonChunks } from '../../src/exports/json.ts'
import { jsonlChunks } from '../../src/exports/jsonl.ts'
import { pagedJson } from '../../src/exports/json-by-page.ts'
import { parquetChunks } from '../../src/exports/parquet.ts'
import {
  booleanColumn,
  dateColumn,
  doubleColumn,
  intColumn,
  textColumn,
  type Column,
} from '../../src/queries/question/columns.ts'
import type { AnswerTable, TableCell } from '../../src/queries/question/question.ts'
import { collect } from '../support/collect.ts'
import { parquetFile } from './parquet-file.ts'

const csv = (table: AnswerTable): string => [...csvChunks(table)].join('')
const text = (name: string): Column => textColumn(name, 'A column of a test')
const tableOf = (of: Column, ...cells: readonly TableCell[]): AnswerTable => ({
  columns: [of],
  rows: cells.map((cell) => [cell]),
})
const column = (...cells: readonly TableCell[]): AnswerTable => tableOf(text('a'), ...cells)

describe('CSV', () => {
  it('quotes what RFC 4180 quotes, and nothing else', () => {
    expect(csv(column('plain', 'a,b', 'say "no"', 'two\nlines', ' space ', 'old\rMac', 'both\r\n'))).toBe(
      'a\nplain\n"a,b"\n"say ""no"""\n"two\nlines"\n space \n"old\rMac"\n"both\r\n"\n',
    )
  })
  it('leaves a missing value empty, whatever kind of missing it is', () => {
    expect(
      csv({ columns: ['a', 'b', 'c'].map(text), rows: [[null, Number.NaN, Number.POSITIVE_INFINITY], ['x']] }),
    ).toBe('a,b,c\n,,\nx,,\n')
  })
  it('writes numbers so that they read back as the same number', () => {
    const numbers = [0.1, 1 / 3, 1e21, -0.000001, 2 ** 53, 5e-324]
    expect(
      csv(column(...numbers))
        .trimEnd()
        .split('\n')
        .slice(1)
        .map(Number),
    ).toEqual(numbers)
  })
  it('writes booleans as words', () => expect(csv(column(true, false))).toBe('a\ntrue\nfalse\n'))
  it('has a header where there are no rows', () => expect(csv(column())).toBe('a\n'))
  it('takes rows only as they are asked for', () => {
    let made = 0
    const endless = function* (): Generator<readonly TableCell[]> {
      for (;;) yield [(made += 1)]
    }
    const chunks = csvChunks({ columns: [text('a')], rows: endless() })
    chunks.next()
    chunks.next()
    expect(made).toBe(500)
  })
})

describe('JSON Lines', () => {
  it('is one object a row', () =>
    expect(
      [
        ...jsonlChunks({
          columns: ['a', 'b'].map(text),
          rows: [
            [1, null],
            ['x\n', Number.NaN],
          ],
        }),
      ].join(''),
    ).toBe('{"a":1,"b":null}\n{"a":"x\\n","b":null}\n'))
  it('is nothing where there are no rows', () => expect([...jsonlChunks(column())]).toEqual([]))
})

describe('JSON', () => {
  const json = (answer: unknown): string => [...jsonChunks(answer)].join('')
  it('is two spaces deep', () =>
    expect(json({ a: [1], b: { c: null } })).toBe(`${JSON.stringify({ a: [1], b: { c: null } }, null, 2)}\n`))
  it('writes a long list a few entries at a time, to the same bytes', () => {
    const answer = {
      before: [1],
      rows: Array.from(
        { length: 1_234 },
        (_, index) => [{ index, words: 'two\nlines', none: [] }, undefined, null][index % 3],
      ),
      after: { deep: [] },
    }
    expect([...jsonChunks(answer)].length).toBeGreaterThan(3)
    expect(json(answer)).toBe(`${JSON.stringify(answer, null, 2)}\n`)
  })
  it('writes rows that are an iterable as an array', () => {
    const answer = {
      before: { deep: [1] },
      rows: new Set([
        [1, 'a'],
        [2, null],
      ]),
      after: true,
      gone: undefined,
    }
    expect(json(answer)).toBe(
      '{\n  "before": {\n    "deep": [\n      1\n    ]\n  },\n  "rows": ' +
        '[\n    [1,"a"],\n    [2,null]\n  ],\n  "after": true\n}\n',
    )
    expect(JSON.parse(json({ rows: new Set() }))).toEqual({ rows: [] })
  })
})

describe('JSON whose rows are read by page', () => {
  const paged = async (frame: object, ...pages: readonly (readonly TableCell[])[][]) =>
    (await collect(pagedJson(frame, eachOf(pages)))).join('')
  const eachOf = async function* <T>(items: readonly T[]) {
    yield* items
  }
  const around = { columns: ['a'], deep: { rows: [] }, text: '\n  "rows": []', rows: [], after: 1 }
  it.each<[string, readonly TableCell[][][]]>([
    ['no page', []],
    ['an empty page', [[]]],
    ['pages', [[[1, 'é']], [], [[null, 'a\nb'], []]]],
    ['a long page', [Array.from({ length: 1_234 }, (_, row) => [row])]],
  ])('is that of the whole: %s', async (_what, pages) =>
    expect(await paged(around, ...pages)).toBe(`${JSON.stringify({ ...around, rows: pages.flat() }, null, 2)}\n`),
  )
})

describe('Parquet', () => {
  const typesOf = async (table: AnswerTable) =>
    parquetMetadata(await parquetFile(table))
      .schema.slice(1)
      .map(({ type, converted_type: converted }) => (converted === undefined ? type : `${type}/${converted}`))
  const read = async (table: AnswerTable, rowsAtOnce?: number) =>
    parquetReadObjects({ file: await parquetFile(table, rowsAtOnce) })
  const columns = [
    booleanColumn('flag', 'A boolean'),
    intColumn('small', 'A whole number'),
    doubleColumn('number', 'A number'),
    textColumn('text', 'A text'),
    dateColumn('day', 'A day'),
  ]
  const kinds: AnswerTable = {
    columns,
    rows: [
      [true, 1, 0.5, 'é', '1984-12-10'],
      [null, null, null, null, null],
      [false, -(2 ** 31), 2, '', '1816-01-01'],
    ],
  }
  const declared = ['BOOLEAN', 'INT32', 'DOUBLE', 'BYTE_ARRAY/UTF8', 'INT32/DATE']
  // The types are those of the Parquet format that a reader takes for these kinds; nothing of them comes from what we
  // wrote.
  it.each<[string, readonly (readonly TableCell[])[]]>([
    ['of every kind', [...kinds.rows]],
    ['none', []],
    ['of nulls', [[null, null, null, null, null]]],
    ['of whole numbers', [[true, 1, 1, '1', '1970-01-01']]],
    ['that lack their last cells', [[true]]],
    ['of numbers that are none', [[null, Number.NaN, Number.POSITIVE_INFINITY, null, null]]],
  ])('gives a column its declared type, whatever comes: rows %s', async (_what, rows) =>
    expect(await typesOf({ columns, rows })).toEqual(declared),
  )
  it('refuses a cell that is something else than its column says', async () => {
    for (const [of, cell] of [
      [intColumn('a', ''), 0.5],
      [intColumn('a', ''), 2 ** 31],
      [doubleColumn('a', ''), '1'],
      [booleanColumn('a', ''), 1],
      [dateColumn('a', ''), '1984-12'],
    ] as const)
      await expect(parquetFile(tableOf(of, cell))).rejects.toThrow()
  })
  it('reads back as it was, nulls included', async () => {
    expect(await read(kinds)).toEqual([
      { flag: true, small: 1, number: 0.5, text: 'é', day: new Date('1984-12-10') },
      { flag: null, small: null, number: null, text: null, day: null },
      { flag: false, small: -(2 ** 31), number: 2, text: '', day: new Date('1816-01-01') },
    ])
  })
  it('takes a number that is none for missing', async () =>
    expect(await read(tableOf(doubleColumn('a', ''), 1.5, Number.NaN))).toEqual([{ a: 1.5 }, { a: null }]))
  it('may have no rows', async () => expect(await read(column())).toEqual([]))
  it('keeps the order of many rows', async () => {
    const rows = Array.from({ length: 250_000 }, (_, index) => [index] as const)
    const back = await read({ columns: [intColumn('a', '')], rows })
    expect(back.length).toBe(250_000)
    expect(back.every(({ a }, index) => a === index)).toBe(true)
  })
  it('writes a group of rows when it is full, before the next row is read', async () => {
    let taken = 0
    const rows = function* () {
      for (; taken < 5; taken += 1) yield [taken] as const
    }
    const numbers = [intColumn('a', '')]
    const takenAt: number[] = []
    for await (const group of parquetChunks(numbers, [rows()], {}, 2)) takenAt.push(group.length > 0 ? taken : -1)
    // Two groups of two, the last row, and the footer.
    expect(takenAt).toEqual([1, 3, 5, 5])
    taken = 0
    const file = await parquetFile({ columns: numbers, rows: rows() }, 2)
    expect(parquetMetadata(file).row_groups.map(({ num_rows: count }) => Number(count))).toEqual([2, 2, 1])
    expect((await parquetReadObjects({ file })).map(({ a }) => a as unknown)).toEqual([0, 1, 2, 3, 4])
  })
})
