import { sql as statement, SqliteAdapter, type Kysely, type RawBuilder } from 'kysely'
import type { Schema } from '../readmodel/schema.ts'

/**
 * All rows of a query, or of each of its groups, as one text: a JSON array with an array of these columns for each row,
 * in the order of the columns `by`, then in that of rows. Of no rows it is null or `[]`. An engine hands over one long
 * text in a fifth of the time that thousands of rows take, and who needs none of them never reads it.
 */
export const rowsInOneText = (
  database: Kysely<Schema>,
  columns: readonly string[],
  by: readonly string[] = [],
): RawBuilder<string | null> => {
  const listed = (names: readonly string[]) => statement.join(names.map((name) => statement.ref(name)))
  const values = listed(columns)
  const order = listed([...by, 'stream', 'key', 'known_from', 'seq'])
  return database.getExecutor().adapter instanceof SqliteAdapter
    ? statement`json_group_array(json_array(${values}) order by ${order})`
    : statement`json_agg(json_build_array(${values}) order by ${order})::text`
}
