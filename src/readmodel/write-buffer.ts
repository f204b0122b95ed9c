import { groupBy } from '../common/group-by.ts'
import type { Closure, Row, Writing } from './engine.ts'
import type { IntervalTable, Table } from './schema.ts'

/** What the projector is about to write. A row that is closed before it was written is written closed. */
export interface Outbox {
  readonly add: (table: Table, columns: readonly string[], row: Row) => void
  /** Rows of one key of a stream that are known no longer from an ordinal on. */
  readonly close: (table: IntervalTable, rows: readonly Row[], known: number) => void
  readonly flush: (writing: Writing) => Promise<void>
}

export const outbox = (): Outbox => {
  const added = new Map<Table, { readonly columns: readonly string[]; readonly rows: Row[] }>()
  const closed = new Map<IntervalTable, Closure[]>()
  const waiting = new Set<Row>()
  return {
    add: (table, columns, row) => {
      const gathered = added.get(table)
      if (gathered === undefined) added.set(table, { columns, rows: [row] })
      else gathered.rows.push(row)
      if ('known_to' in row) waiting.add(row)
    },
    close: (table, rows, known) => {
      for (const row of rows) if (waiting.has(row)) (row as { known_to: number }).known_to = known
      const written = rows.filter((row) => !waiting.has(row))
      if (written.length === 0) return
      const gathered = closed.get(table)
      if (gathered === undefined) closed.set(table, closuresOf(written, known))
      else gathered.push(...closuresOf(written, known))
    },
    flush: async ({ insert, close }) => {
      for (const [table, { columns, rows }] of added) await insert(table, columns, rows)
      for (const [table, closures] of closed) await close(table, closures)
      added.clear()
      closed.clear()
      waiting.clear()
    },
  }
}

/** Rows that became known together are mostly closed together: a new release revises a whole series. */
const closuresOf = (rows: readonly Row[], known: number): Closure[] =>
  [...groupBy(rows, ({ known_from: since }) => since).values()].flatMap((together) => {
    const closures: Closure[] = []
    for (const { stream, key, known_from: since, seq } of together.toSorted((a, b) => Number(a.seq) - Number(b.seq))) {
      const last = closures.at(-1)
      if (last !== undefined && last.lastSeq + 1 === seq) closures[closures.length - 1] = { ...last, lastSeq: seq }
      else
        closures.push({
          stream: String(stream),
          key: String(key),
          knownFrom: Number(since),
          firstSeq: Number(seq),
          lastSeq: Number(seq),
          knownTo: known,
        })
    }
    return closures
  })
