import { join } from 'node:path'
import { folds } from '../../projections/index.ts'
import { columnsOf } from '../../src/readmodel/intervals.ts'
import { eventColumns } from '../../src/readmodel/stored-event.ts'
import { inFolder } from '../../src/workspace/settings.ts'
import { openSqlite } from '../../src/sqlite/open.ts'
import { generationOf } from '../bare/generation-of.ts'
import { measured, type Measured } from '../phase.ts'

/** One table of the built read model, as it is to be filled again without any folding. */
interface Copy {
  readonly rows: () => Iterable<readonly (string | number | null)[]>
  readonly insert: { run: (...values: never[]) => unknown }
}

/**
 * The bare work behind a rebuild: scan the log, JSON.parse every event, insert as many rows as the read model holds,
 * with the same bytes, into tables of the same columns without an index. The rows are read from the read model that was
 * built before; that reading is part of neither side, so it is timed apart and taken off.
 */
export const barePipeline = async (folder: string): Promise<Measured> => {
  const log = openSqlite(join(folder, 'log.sqlite'))
  const built = openSqlite(join(folder, await generationOf(inFolder(folder))))
  const target = openSqlite(join(folder, 'bare-read.sqlite'))
  target.exec('PRAGMA synchronous = NORMAL')
  const copyOf = (table: string, columns: readonly string[]): Copy => {
    const names = columns.map((column) => `"${column}"`).join(', ')
    target.exec(`CREATE TABLE "${table}" (${names})`)
    const insert = target.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
    const select = built.prepare(`SELECT ${names} FROM "${table}"`)
    return {
      *rows() {
        for (const row of select.iterate() as Iterable<Record<string, string | number | null>>)
          yield columns.map((column) => row[column] ?? null)
      },
      insert,
    }
  }
  const copies = [
    copyOf('event', eventColumns),
    ...[...new Map(folds.map((fold) => [fold.table, fold])).values()].map((fold) =>
      copyOf(fold.table, columnsOf(fold)),
    ),
  ]
  let reading = 0n
  const result = await measured(() => {
    let events = 0
    for (const row of log.prepare('SELECT header, data FROM events ORDER BY ordinal').iterate() as Iterable<{
      header: string
      data: string
    }>) {
      JSON.parse(row.header)
      JSON.parse(row.data)
      events += 1
    }
    for (const { rows, insert } of copies) {
      target.exec('BEGIN')
      const iterator = rows()[Symbol.iterator]()
      for (;;) {
        const before = process.hrtime.bigint()
        const { done, value } = iterator.next()
        reading += process.hrtime.bigint() - before
        if (done === true) break
        insert.run(...(value as never[]))
      }
      target.exec('COMMIT')
    }
    return events
  })
  return { ...result, seconds: result.seconds - Number(reading) / 1e9 }
}
