import type { Row, Writing } from '../engine.ts'
import type { Table } from '../schema.ts'
import type { Run } from './dialect.ts'

/** How many rows of one table are gathered before they are written. */
const most = 2_000

/**
 * From this many new rows on a table's statistics are taken anew: the planner cannot know what one transaction has
 * brought.
 */
const many = 10_000

const quoted = (name: string): string => `"${name}"`

/** The types of the columns of a table, by name; asked for once. */
const columnTypes = (run: Run) => {
  const types = new Map<Table, ReadonlyMap<string, string>>()
  return async (table: Table): Promise<ReadonlyMap<string, string>> => {
    const known = types.get(table)
    if (known !== undefined) return known
    const { rows } = await run<{ name: string; type: string }>(
      'SELECT attname::text AS name, format_type(atttypid, atttypmod) AS type FROM ' +
        'pg_catalog.pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped',
      [quoted(table)],
    )
    const read = new Map(rows.map(({ name, type }) => [name, type]))
    types.set(table, read)
    return read
  }
}

/**
 * Gathers rows and writes them as `INSERT … SELECT … FROM unnest(…)`: one array for each column, whatever the number of
 * rows. For rows of an interval table that is 2.5 times as fast as `VALUES` with a parameter for each cell, and one
 * statement for many small inserts. Whoever reads in the same transaction flushes first.
 */
export const bulkInsert = (run: Run) => {
  const typesOf = columnTypes(run)
  const waiting = new Map<Table, { readonly columns: readonly string[]; rows: Row[] }>()
  const written = new Map<Table, number>()

  const write = async (table: Table): Promise<void> => {
    const { columns, rows } = waiting.get(table) ?? { columns: [], rows: [] }
    if (rows.length === 0) return
    waiting.delete(table)
    const typeOf = await typesOf(table)
    const arrays = columns.map((column, index) => `$${index + 1}::${typeOf.get(column) ?? 'text'}[]`)
    await run(
      `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) SELECT * FROM unnest(${arrays.join(', ')})`,
      columns.map((column) => rows.map((row) => row[column] ?? null)),
    )
    written.set(table, (written.get(table) ?? 0) + rows.length)
  }

  const insert: Writing['insert'] = async (table, columns, rows) => {
    const held = waiting.get(table)
    if (held !== undefined && held.columns.join() !== columns.join()) await write(table)
    const gathering = waiting.get(table)
    if (gathering === undefined) waiting.set(table, { columns, rows: [...rows] })
    else for (const row of rows) gathering.rows.push(row)
    if ((waiting.get(table)?.rows.length ?? 0) >= most) await write(table)
  }

  const close: Writing['close'] = async (table, closures) => {
    await write(table)
    await run(
      `UPDATE ${quoted(table)} AS t SET known_to = c.known_to
        FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])
          AS c (stream, key, known_from, first_seq, last_seq, known_to)
        WHERE t.stream = c.stream AND t.key = c.key AND t.known_from = c.known_from
          AND t.seq BETWEEN c.first_seq AND c.last_seq`,
      (['stream', 'key', 'knownFrom', 'firstSeq', 'lastSeq', 'knownTo'] as const).map((name) =>
        closures.map((closure) => closure[name]),
      ),
    )
  }

  const flush = async (): Promise<void> => {
    for (const table of waiting.keys()) await write(table)
  }

  return {
    insert,
    close,
    /** Writes what is waiting, in the order in which the tables were first named. */
    flush,
    /** The last of it, before the commit. */
    finish: async (): Promise<void> => {
      await flush()
      for (const [table, rows] of written) if (rows >= many) await run(`ANALYZE ${quoted(table)}`, [])
    },
  }
}
