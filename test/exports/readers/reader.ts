import type { Cell, TypeName } from './typed-by-hand.ts'

/** A table as a reader has it in memory. A type is null where a reader has none but those of cells, and no cell. */
export interface TableRead {
  readonly types: readonly (readonly [column: string, type: TypeName | null])[]
  readonly rows: readonly (readonly Cell[])[]
}

export type TableFile = 'csv' | 'jsonl' | 'parquet'

/** A program that reads one format. */
export interface Reader {
  readonly name: string
  readonly format: TableFile
  /** What must be installed, and whether it is. */
  readonly needs: string
  readonly isInstalled: boolean
  /** Reads the table of the format in a folder that holds a data package. */
  readonly read: (folder: string) => Promise<TableRead>
}
