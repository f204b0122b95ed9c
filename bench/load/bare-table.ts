import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGzip } from 'node:zlib'
import { DatabaseSync } from '@photostructure/sqlite'
import { parse } from 'csv-parse/sync'
import express from 'express'

const quoted = (cell: unknown): string => {
  const text = cell === null ? '' : String(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows that one query brings. */
const page = 5_000

/**
 * A table in SQLite, and an Express app that sends all of it as CSV, packed, page by page: what a server costs that
 * does nothing else.
 */
export const bareTable = async (csv: string): Promise<{ address: string; stop: () => Promise<void> }> => {
  const [columns = [], ...rows] = parse(csv) as readonly (readonly string[])[]
  const database = new DatabaseSync(':memory:')
  const names = columns.map((name) => `"${name}"`)
  database.exec(`CREATE TABLE panel (row INTEGER PRIMARY KEY, ${names.map((name) => `${name} TEXT`).join(', ')})`)
  const add = database.prepare(`INSERT INTO panel (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
  database.exec('BEGIN')
  for (const row of rows) add.run(...row.map((cell) => (cell === '' ? null : cell)))
  database.exec('COMMIT')
  const next = database.prepare('SELECT * FROM panel WHERE row > ? ORDER BY row LIMIT ?')
  const app = express()
  app.get('/panel.csv', async (_request, response) => {
    response.set({ 'Content-Type': 'text/csv', 'Content-Encoding': 'gzip' })
    const packed = createGzip()
    packed.pipe(response)
    packed.write(`${columns.join(',')}\n`)
    for (let after = 0; ;) {
      const found = next.all(after, page) as unknown as readonly Readonly<Record<string, unknown>>[]
      if (found.length === 0) break
      const text = found.map((row) => `${columns.map((name) => quoted(row[name])).join(',')}\n`).join('')
      if (!packed.write(text)) await once(packed, 'drain')
      after = Number(found.at(-1)?.['row'])
    }
    packed.end()
  })
  const server = createServer(app)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/panel.csv`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => {
          database.close()
          stopped()
        })
        server.closeAllConnections()
      }),
  }
}
