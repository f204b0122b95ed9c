import type { z } from 'zod'
import type { Column } from '../../question/columns.ts'
import type { TableCell } from '../../question/question.ts'
import type { Snapshot } from '../../question/snapshot.ts'
import type { ColumnKind } from '../columns/column-kind.ts'
import type { Recipe } from '../recipe.ts'
import type { Rests } from '../rests/rests.ts'

/** A column of a table that a recipe makes, and what its cells were made from. */
export interface TableColumn extends Column {
  readonly rests: Rests
}

/** A table that is ready to be written: its rows come page by page, and of a page nothing is kept behind it. */
export interface RecipeTable {
  readonly columns: readonly TableColumn[]
  /** The columns by which a row is known: no two rows have the same in all of them. */
  readonly key: readonly string[]
  readonly pages: () => AsyncIterable<Iterable<readonly TableCell[]>>
}

/** What a row of a table stands for. */
export interface Unit {
  readonly id: string
  /** One sentence: what a row is. */
  readonly says: string
  /** The fields of a recipe that only tables of this unit have. */
  readonly shape: z.ZodRawShape
  /** The kinds of columns that it takes, and the fields that each has for it. */
  readonly kinds: readonly ColumnKind[]
  readonly ofColumn?: z.ZodRawShape
  readonly load: (world: Snapshot, recipe: Recipe) => Promise<RecipeTable>
}
