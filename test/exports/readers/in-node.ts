import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import type { Reader } from './reader.ts'
import type { Cell, TypeName } from './typed-by-hand.ts'

/** Types of Parquet, with what they stand for. */
const names: Readonly<Record<string, TypeName>> = {
  'BYTE_ARRAY UTF8': 'string',
  'INT32 ': 'integer',
  'DOUBLE ': 'number',
  'BOOLEAN ': 'boolean',
  'INT32 DATE': 'date',
}

const cellOf = (cell: unknown): Cell => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell as Cell))

/** Node with a reader of Parquet that is no relative of any other. */
export const inNode: readonly Reader[] = [
  {
    name: 'hyparquet',
    format: 'parquet',
    needs: 'Node',
    isInstalled: true,
    read: async (folder) => {
      const file = new Uint8Array(await readFile(join(folder, 'data.parquet'))).buffer
      const { schema } = parquetMetadata(file)
      return {
        types: schema.slice(1).map(({ name, type, converted_type: as = '' }) => [name, names[`${type} ${as}`] ?? null]),
        rows: (await parquetReadObjects({ file })).map((row) => Object.values(row).map(cellOf)),
      }
    },
  },
]
