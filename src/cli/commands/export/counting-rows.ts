import { countedPages } from '../../../exports/counted.ts'
import type { ReleasedTable } from '../../../queries/recipes/table-of-recipe.ts'
import type { ProgressLine } from '../../context/progress.ts'

/** A line that says of a table how far it is, and how many rows have been taken of it so far. */
export const countingRows = (show: ProgressLine['show']) => {
  const tally = { rows: 0 }
  return {
    progress: (words: string, done: number, of: number): void => show(words, done, of, `${tally.rows} rows`),
    counted: <T extends Pick<ReleasedTable, 'pages'>>(table: T): T => ({
      ...table,
      pages: () => countedPages(table.pages(), tally),
    }),
  }
}
