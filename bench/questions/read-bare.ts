import { readFileSync } from 'node:fs'
import { DatabaseSync } from '@photostructure/sqlite'
import type { RowsRead } from './rows-read.ts'

/**
 * Reads rows with nothing but SQLite, so many times, and prints how long each time took, in milliseconds. It stands
 * alone: what it loads is measured.
 */
const [, , database = '', file = '', times = '1'] = process.argv
const reads = JSON.parse(readFileSync(file, 'utf8')) as readonly RowsRead[]
const connection = new DatabaseSync(database, { readOnly: true })
const statements = reads.map(({ sql, parameters }) => ({ statement: connection.prepare(sql), parameters }))
const taken: number[] = []
for (let time = 0; time < Number(times); time += 1) {
  const start = performance.now()
  for (const { statement, parameters } of statements) statement.all(...(parameters as never[]))
  taken.push(performance.now() - start)
}
connection.close()
process.stdout.write(`${JSON.stringify(taken)}\n`)
