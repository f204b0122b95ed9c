import type { ColumnType } from '../../queries/question/columns.ts'
import { sourcesOfColumn, type PackagedColumn, type PackageOf } from './package-of.ts'

/** Types of columns as a Table Schema calls them. */
const types: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  int: 'integer',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
}

type Described = Pick<PackageOf, 'columns' | 'key' | 'table' | 'sources'>

/** The cells that a column may have, where they are few texts and say not which row it is. */
const categoriesOf = ({ columns, key, table }: Described, column: PackagedColumn): readonly string[] => {
  const values = table.columns[columns.indexOf(column)]?.values
  return values === undefined || key.includes(column.name) || column.asked === undefined ? [] : [...values.keys()]
}

/** What an empty cell means, as labelled missing values say it; a column without one is required. */
const absence = ({ empty }: PackagedColumn, isKey: boolean) =>
  empty === undefined || isKey ? { constraints: { required: true } } : { missingValues: [{ value: '', label: empty }] }

const fieldOf = (described: Described, column: PackagedColumn, index: number) => {
  const categories = categoriesOf(described, column)
  const example = described.table.example?.[index] ?? null
  return {
    name: column.name,
    type: types[column.type],
    description: column.description,
    ...(example !== null && { example: String(example) }),
    ...absence(column, described.key.includes(column.name)),
    ...(categories.length > 0 && { categories: categories.map((value) => ({ value, label: value })) }),
    sources: sourcesOfColumn(described, column)
      .filter(({ isRegistered }) => isRegistered)
      .map(({ id }) => id),
  }
}

/** The columns as a Table Schema 2.0, typed, with what an empty cell means in each. */
export const tableSchemaOf = (described: Described) => ({
  $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
  fields: described.columns.map((column, index) => fieldOf(described, column, index)),
  missingValues: [{ value: '', label: 'No value: the description of the column says why' }],
  primaryKey: described.key,
})
