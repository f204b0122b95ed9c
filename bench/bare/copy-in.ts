import type { Client, Connection, Submittable } from 'pg'
import type { Cell } from './built-tables.ts'

/** What the connection of `pg` can do, and its types do not say. */
interface Copying extends Connection {
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const textOf = (cell: Cell): string => {
  if (cell === null) return '\\N'
  return typeof cell === 'number' ? String(cell) : cell.replaceAll(/[\\\n\r\t]/g, (one) => escapes[one] ?? one)
}

/** COPY … FROM STDIN: the fastest way that PostgreSQL has to take rows in. */
export const copyIn = (client: Client, into: string, rows: readonly (readonly Cell[])[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const chunk = Buffer.from(rows.map((row) => `${row.map(textOf).join('\t')}\n`).join(''))
    let failure: unknown
    const query: Submittable & Readonly<Record<`handle${string}`, (first: never, second: never) => void>> = {
      submit: (connection) => connection.query(`COPY ${into} FROM STDIN`),
      handleCopyInResponse: (connection: Copying) => {
        connection.sendCopyFromChunk(chunk)
        connection.endCopyFrom()
      },
      handleCommandComplete: () => undefined,
      handleError: (thrown: unknown) => {
        failure = thrown
        reject(thrown)
      },
      handleReadyForQuery: () => {
        if (failure === undefined) resolve()
      },
    }
    client.query(query)
  })
