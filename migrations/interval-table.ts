import type { CreateTableBuilder, Kysely } from 'kysely'

/** The columns of a table, by name, with their types; those that end in a question mark may be empty. */
export type Columns = Readonly<Record<string, 'text' | 'text?' | 'integer' | 'integer?' | 'double precision?'>>

/**
 * What ends every index of a table of intervals: rows that were not known are passed over in the index, so that what
 * was taken back costs no look at the table.
 */
const knowledge = ['known_from', 'known_to'] as const

/** An index of a table of intervals, by the columns that questions ask for. */
export const createIntervalIndex = async (
  database: Kysely<unknown>,
  name: string,
  table: string,
  columns: readonly string[],
): Promise<void> =>
  database.schema
    .createIndex(name)
    .on(table)
    .columns([...columns, ...knowledge])
    .execute()

/**
 * A table of intervals: what held on the days [valid_from, valid_to), known from one ordinal until before another, and
 * the events that decided it. `seq` numbers the rows that one commit added to one key of one stream, so that a row can
 * be named. Days are integers since 1970-01-01; an open end is the day 10000-01-01, an open ordinal the largest safe
 * integer.
 */
export const createIntervalTable = async (
  database: Kysely<unknown>,
  table: string,
  columns: Columns,
): Promise<void> => {
  let builder: CreateTableBuilder<string, string> = database.schema
    .createTable(table)
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('valid_from', 'integer', (column) => column.notNull())
    .addColumn('valid_to', 'integer', (column) => column.notNull())
    .addColumn('certainty', 'text', (column) => column.notNull())
    .addColumn('decided_by', 'text', (column) => column.notNull())
    .addColumn('known_from', 'bigint', (column) => column.notNull())
    .addColumn('known_to', 'bigint', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
  for (const [name, type] of Object.entries(columns)) {
    const optional = type.endsWith('?')
    const sqlType = type.replace('?', '') as 'text' | 'integer' | 'double precision'
    builder = builder.addColumn(name, sqlType, (column) => (optional ? column : column.notNull()))
  }
  await builder.execute()
  await createIntervalIndex(database, `${table}_by_stream`, table, ['stream', 'key'])
}
