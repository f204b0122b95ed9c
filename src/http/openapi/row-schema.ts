import type { Column, ColumnType } from '../../queries/question/columns.ts'
import type { QuestionTable } from '../../queries/question/question.ts'
import type { JsonSchema } from './json-schema.ts'

const cells: Readonly<Record<ColumnType, JsonSchema>> = {
  string: { type: 'string' },
  int: { type: 'integer' },
  double: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
}

/**
 * A row of a table, by column: a line of JSON Lines as it is, and what the columns of CSV and Parquet mean. Where
 * columns follow from what is asked, those that are named here may be missing, and others may come.
 */
export const rowSchema = (table: QuestionTable<never>): JsonSchema => ({
  type: 'object',
  ...(table.note !== undefined && { description: table.note }),
  properties: Object.fromEntries(table.columns.map((column) => [column.name, cellSchema(column)])),
  ...(table.columnsOf === undefined && {
    required: table.columns.map(({ name }) => name),
    additionalProperties: false,
  }),
})

const cellSchema = ({ type, description, empty }: Column): JsonSchema => {
  const cell = cells[type]
  if (empty === undefined) return { ...cell, description, 'x-column-type': type }
  return { ...cell, type: [cell['type'], 'null'], description, 'x-column-type': type, 'x-empty': empty }
}
