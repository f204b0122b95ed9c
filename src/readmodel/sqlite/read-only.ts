import { existsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { readOnly } from '../../sqlite/failure.ts'
import { openSqlite } from '../../sqlite/open.ts'
import type { Generation, ReadModelEngine } from '../engine.ts'
import { allGenerations, type GenerationRow, type RegistrySchema } from '../registry.ts'
import type { Schema } from '../schema.ts'
import { servingAmong, standingEngine, statesOf, type Look } from '../standing.ts'
import { totalOrder } from '../query/total-order.ts'
import { closeBoth, dialectOf } from './dialect.ts'

/**
 * The read model at `read.sqlite` as it stands: nothing is made or changed. Undefined where no generation of this shape
 * serves.
 */
export const openReadOnlyReadModel = async (place: string, shape: string): Promise<ReadModelEngine | undefined> => {
  const fileOf = (name: string): string => join(dirname(place), name)
  const rows = await listAt(place)
  const serving = servingAmong(rows, shape)
  if (serving === undefined || !existsSync(fileOf(serving.name))) return undefined
  return standingEngine(openGeneration(fileOf(serving.name)), {
    shape,
    rows,
    serving,
    bytesOf: bytesBeside(place),
    refusal: () => readOnly(place),
  })
}

/** Looks at it, to say how it stands. */
export const lookAtFile = async (place: string, shape: string): Promise<Look> => {
  const generations = await statesOf(await listAt(place), shape, bytesBeside(place))
  const engine = await openReadOnlyReadModel(place, shape)
  const none = { database: undefined, engine: undefined, close: async () => undefined }
  if (engine === undefined) return { ...none, shape, generations }
  const { rows } = await sql<{ version: string }>`SELECT sqlite_version() AS version`.execute(engine.sql)
  return {
    database: { version: `SQLite ${rows[0]?.version}`, secondsOff: undefined },
    shape,
    generations,
    engine,
    close: engine.close,
  }
}

const bytesBeside = (place: string) => async (name: string) =>
  statSync(join(dirname(place), name), { throwIfNoEntry: false })?.size ?? 0

const listAt = async (place: string): Promise<readonly GenerationRow[]> => {
  const end = extname(place)
  const list = join(dirname(place), `${basename(place, end)}.generations${end}`)
  if (!existsSync(list)) return []
  const database = openSqlite(list, { readOnly: true })
  const listed = new Kysely<RegistrySchema>({ dialect: dialectOf(database, list) })
  try {
    return await allGenerations(listed)
  } finally {
    await closeBoth(listed, database)
  }
}

const openGeneration = (file: string): Pick<Generation, 'sql' | 'close'> => {
  const database = openSqlite(file, { readOnly: true })
  const reading = new Kysely<Schema>({ dialect: dialectOf(database, file) }).withPlugin(totalOrder)
  return { sql: reading, close: () => closeBoth(reading, database) }
}
