import { sql as statement, type Expression, type SqlBool } from 'kysely'
import { groupBy } from '../common/group-by.ts'
import type { Row, Writing } from './engine.ts'
import { idsIn, keyIn, type KnownStream } from './cached-stream.ts'
import { foldsOf } from './projector.ts'
import { STILL_KNOWN, type IntervalTable } from './schema.ts'
import { eventOfRow } from './stored-event.ts'

/** What one statement names at most. */
const atOnce = 500

export type Streams = ReadonlyMap<string, KnownStream>

/** Reads back all keys of the given streams. */
export const readStreams = async (writing: Writing, streams: Streams): Promise<void> => {
  const names = [...streams.keys()]
  for (let from = 0; from < names.length; from += atOnce) {
    const some = names.slice(from, from + atOnce)
    await readWhere(writing, streams, some, statement<SqlBool>`stream IN (${statement.join(some)})`)
  }
}

/** Reads back some keys of the given streams. */
export const readKeys = async (
  writing: Writing,
  streams: Streams,
  pairs: readonly (readonly [stream: string, key: string])[],
): Promise<void> => {
  for (let from = 0; from < pairs.length; from += atOnce) {
    const some = pairs.slice(from, from + atOnce)
    const values = statement.join(some.map(([stream, key]) => statement`(${stream}, ${key})`))
    await readWhere(
      writing,
      streams,
      [...new Set(some.map(([stream]) => stream))],
      statement<SqlBool>`(stream, key) IN (VALUES ${values})`,
    )
  }
}

/** Events, and the rows that hold of every fold that reads them; rows in the order in which they became known. */
const readWhere = async (
  { sql }: Writing,
  streams: Streams,
  names: readonly string[],
  where: Expression<SqlBool>,
): Promise<void> => {
  const inStream = (name: string): KnownStream => streams.get(name) as KnownStream
  for (const row of await sql
    .selectFrom('event')
    .selectAll()
    .where(where)
    .orderBy('stream')
    .orderBy('key')
    .orderBy('ordinal')
    .execute())
    keyIn(inStream(row.stream), row.key).events.push(eventOfRow(row))
  for (const fold of new Set(names.flatMap((name) => foldsOf(name)))) {
    const rows = (await sql
      .selectFrom(fold.table as IntervalTable)
      .selectAll()
      .where(where)
      .where('known_to', '=', STILL_KNOWN)
      .orderBy('stream')
      .orderBy('key')
      .orderBy('known_from')
      .orderBy('seq')
      .execute()) as unknown as readonly Row[]
    for (const [name, ofStream] of groupBy(rows, ({ stream }) => String(stream))) {
      if (!foldsOf(name).includes(fold)) continue
      for (const [key, ofKey] of groupBy(ofStream, (row) => String(row.key)))
        keyIn(inStream(name), key).held.set(
          fold,
          ofKey.map((row) => ({ row, decidedBy: undefined })),
        )
    }
  }
}

/** Reads back under which keys events of a stream stand: a correction stands under the key of its target. */
export const readIds = async (
  { sql }: Writing,
  name: string,
  stream: KnownStream,
  ids: readonly string[],
): Promise<void> => {
  const known = idsIn(stream)
  for (let from = 0; from < ids.length; from += atOnce) {
    const rows = await sql
      .selectFrom('event')
      .select(['id', 'key'])
      .where('stream', '=', name)
      .where('id', 'in', ids.slice(from, from + atOnce))
      .execute()
    for (const { id, key } of rows) known.set(id, key)
  }
}
