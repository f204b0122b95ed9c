import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seal } from '../../src/events/seal.ts'
import { groupBy } from '../../src/common/group-by.ts'
import type { EventLog, Expected } from '../../src/log/port.ts'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import { catchUp } from '../../src/readmodel/catch-up.ts'
import type { ReadModelEngine } from '../../src/readmodel/engine.ts'
import { STILL_KNOWN, type IntervalTable } from '../../src/readmodel/schema.ts'
import { openSqliteReadModel } from '../../src/readmodel/sqlite/engine.ts'
import type { Said } from './recorded.ts'

/** Records what was said as one commit, whatever streams it stands in. */
export const record = async (log: EventLog, ...list: readonly Said[]): Promise<number> => {
  const parts = []
  for (const [stream, ofStream] of groupBy(list, (one) => one.stream)) {
    let expected: Expected = 'no-stream'
    for await (const { revision } of log.readStream(stream, { direction: 'backwards', limit: 1 })) expected = revision
    parts.push({ stream, expected, events: ofStream.map(({ event }) => seal(event)) })
  }
  return (await log.appendCommit(parts, { recordedBy: 'a test' })).lastOrdinal
}

/** Every row of a table, without its place in it. */
export const rowsOfTable = async (
  { sql }: ReadModelEngine,
  table: IntervalTable,
): Promise<readonly Record<string, unknown>[]> =>
  (await sql.selectFrom(table).selectAll().execute()).toSorted((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  )

/** The rows of a table as they were known at an ordinal; now, where none is given. */
export const rowsKnown = async (
  engine: ReadModelEngine,
  table: IntervalTable,
  ordinal = STILL_KNOWN - 1,
): Promise<readonly Record<string, unknown>[]> =>
  (await rowsOfTable(engine, table)).filter(
    (row) => Number(row.known_from) <= ordinal && ordinal < Number(row.known_to),
  )

/** A log and a read model in a folder of their own, and the way to be rid of them. */
export const aReadModel = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'normtrail-read-'))
  const log = openSqliteLog(join(folder, 'log.sqlite'))
  const place = join(folder, 'read.sqlite')
  const open: ReadModelEngine[] = []
  const engine = async (name = place): Promise<ReadModelEngine> => {
    const opened = await openSqliteReadModel(name)
    open.push(opened)
    return opened
  }
  const readModel = await engine()
  return {
    log,
    place,
    /** The file of the generation that is in use. */
    file: () => join(folder, readModel.generation.name),
    /** Another opening of the same read model, or of one under another name. */
    engine: (name?: string) => engine(name === undefined ? place : join(folder, name)),
    readModel,
    record: (...list: readonly Said[]) => record(log, ...list),
    catchUp: async (which: ReadModelEngine) => catchUp(which, log),
    dispose: async () => {
      for (const opened of open) await opened.close()
      await log.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
