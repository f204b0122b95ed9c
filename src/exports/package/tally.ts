import type { Column } from '../../queries/question/columns.ts'
import type { TableCell } from '../../queries/question/question.ts'
import { cellOrMissing } from '../cell.ts'

/** What is told of a column once its cells have gone by. */
export interface ColumnTally {
  /** Rows that have a value, and rows that have none. */
  readonly n: number
  readonly missing: number
  /** Of a column of numbers or days: the least and the most. */
  readonly min: number | string | null
  readonly max: number | string | null
  /** Years of the first and the last row with a value, where rows have a year. */
  readonly firstYear: number | null
  readonly lastYear: number | null
  /** How often each text comes, where there are few of them; undefined where there are more, or no texts. */
  readonly values?: ReadonlyMap<string, number>
}

export interface TableTally {
  readonly rows: number
  readonly columns: readonly ColumnTally[]
  /** The first of the rows with the most values; null where there is no row. */
  readonly example: readonly TableCell[] | null
}

/** So many different texts of a column are counted: more of them are no categories. */
const mostValues = 40

interface Counting {
  n: number
  missing: number
  min: number | string | null
  max: number | string | null
  firstYear: number | null
  lastYear: number | null
  values: Map<string, number> | undefined
}

const begun = ({ type }: Column): Counting => ({
  n: 0,
  missing: 0,
  min: null,
  max: null,
  firstYear: null,
  lastYear: null,
  values: type === 'string' ? new Map() : undefined,
})

const countText = (counting: Counting, text: string): void => {
  const { values } = counting
  if (values === undefined) return
  values.set(text, (values.get(text) ?? 0) + 1)
  if (values.size > mostValues) counting.values = undefined
}

const widen = (counting: Counting, value: number | string): void => {
  if (counting.min === null || value < counting.min) counting.min = value
  if (counting.max === null || value > counting.max) counting.max = value
}

const widenYears = (counting: Counting, year: TableCell | undefined): void => {
  if (typeof year !== 'number') return
  counting.firstYear = counting.firstYear === null ? year : Math.min(counting.firstYear, year)
  counting.lastYear = counting.lastYear === null ? year : Math.max(counting.lastYear, year)
}

const take = (counting: Counting, { type }: Column, cell: TableCell, year: TableCell | undefined): void => {
  if (cell === null) {
    counting.missing += 1
    return
  }
  counting.n += 1
  widenYears(counting, year)
  if (type === 'string') countText(counting, String(cell))
  else if (typeof cell !== 'boolean') widen(counting, cell)
}

/**
 * Counts cells as rows go by: nothing of them is kept but one row, so that a table of any length needs the memory of
 * its columns.
 */
export const begunTally = (columns: readonly Column[]) => {
  const countings = columns.map(begun)
  const yearAt = columns.findIndex(({ name, type }) => name === 'year' && type === 'int')
  let [rows, most] = [0, -1]
  let example: readonly TableCell[] | null = null
  return {
    take: (row: readonly TableCell[]): void => {
      rows += 1
      let filled = 0
      for (const [index, column] of columns.entries()) {
        const cell = cellOrMissing(row[index])
        if (cell !== null) filled += 1
        take(countings[index] as Counting, column, cell, row[yearAt])
      }
      if (filled <= most) return
      ;[most, example] = [filled, columns.map((_, index) => cellOrMissing(row[index]))]
    },
    told: (): TableTally => ({ rows, columns: countings.map(finished), example }),
  }
}

const finished = ({ values, ...counted }: Counting): ColumnTally => ({
  ...counted,
  ...(values !== undefined && { values: new Map([...values].toSorted(([a], [b]) => (a < b ? -1 : 1))) }),
})

/** Why a column has no value, and how often, as the column beside it says; undefined where none does. */
export const reasonsOf = (
  columns: readonly Column[],
  { columns: tallies }: Pick<TableTally, 'columns'>,
  name: string,
): ReadonlyMap<string, number> | undefined => tallies[columns.findIndex((one) => one.name === `${name}_why`)]?.values
