import { folds } from '../../projections/index.ts'

export type Cell = string | number | null

/** All tables that a projector fills, but for its checkpoint. */
export const builtTables: readonly string[] = ['event', 'commit_known', ...new Set(folds.map(({ table }) => table))]

/** How many rows are read and written at a time. */
export const rowsAtOnce = 5_000

/**
 * The rows of a built read model, to be filled in again without any folding; all columns, in the order of the table.
 */
export interface Refill {
  readonly rows: (table: string) => AsyncIterable<readonly (readonly Cell[])[]>
  readonly fill: (table: string, rows: readonly (readonly Cell[])[]) => Promise<void>
  readonly begin: () => Promise<void>
  readonly commit: () => Promise<void>
  readonly close: () => Promise<void>
}
