import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { csvChunks } from '../../src/exports/csv.ts'
import type { TableCell } from '../../src/queries/question/question.ts'
import { fc } from '../support/seeded.ts'

/** As another writer of CSV has it; of a cell with a carriage return it has to be told. */
const byOthers = (rows: readonly (readonly TableCell[])[]): string =>
  stringify(rows as TableCell[][], {
    record_delimiter: '\n',
    quoted_match: /\r/,
    cast: { boolean: String, number: String },
  })

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ' ', ';', '\t', 'a', '=', 'ß') }),
)
const cells = fc.oneof(texts, fc.constant(null), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }))

describe('a table as CSV', () => {
  it('is written as others write it, whatever stands in its cells', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.array(cells, { minLength: 4, maxLength: 4 })),
        (n, all) => {
          const columns = ['one', 'two', 'three', 'four'].slice(0, n).map((name) => ({ name, description: name }))
          const rows = all.map((row) => row.slice(0, n))
          const table = { columns, rows } as unknown as Parameters<typeof csvChunks>[0]
          expect([...csvChunks(table)].join('')).toBe(byOthers([columns.map(({ name }) => name), ...rows]))
        },
      ),
    )
  })
})
