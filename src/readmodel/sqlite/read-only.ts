import { existsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { Kysely } from 'kysely'
import { readOnly } from '../../sqlite/failure.ts'
import { openSqlite } from '../../sqlite/open.ts'
import type { Generation, GenerationState, ReadModelEngine } from '../engine.ts'
import { allGenerations, type GenerationRow, type RegistrySchema } from '../registry.ts'
import type { Schema } from '../schema.ts'
import { totalOrder } from '../total-order.ts'
import { closeBoth, dialectOf } from './dialect.ts'

/** The read model at `read.sqlite` as it stands, for a folder that can only be read: nothing is made or changed. Undefined where no generation of this shape serves. */
export const openReadOnlyReadModel = async (place: string, shape: string): Promise<ReadModelEngine | undefined> => {
  const [folder, end] = [dirname(place), extname(place)]
  const fileOf = (name: string): string => join(folder, name)
  const rows = await listIn(fileOf(`${basename(place, end)}.generations${end}`))
  const serving = rows.findLast((row) => row.shape === shape && row.state === 'serving')
  if (serving === undefined || !existsSync(fileOf(serving.name))) return undefined
  const generation = openGeneration(fileOf(serving.name), serving.name)
  const refused = () => Promise.reject(readOnly(place))
  return {
    shape,
    generation,
    sql: generation.sql,
    write: refused,
    newer: async () => undefined,
    use: () => undefined,
    build: refused,
    isBeside: async () => false,
    tidy: async () => undefined,
    generations: async () => rows.map((row) => stateOf(row, shape, row === serving, fileOf(row.name))),
    close: generation.close,
  }
}

const listIn = async (list: string): Promise<readonly GenerationRow[]> => {
  if (!existsSync(list)) return []
  const database = openSqlite(list, { readOnly: true })
  const sql = new Kysely<RegistrySchema>({ dialect: dialectOf(database, list) })
  try {
    return await allGenerations(sql)
  } finally {
    await closeBoth(sql, database)
  }
}

const openGeneration = (file: string, name: string): Generation => {
  const database = openSqlite(file, { readOnly: true })
  const sql = new Kysely<Schema>({ dialect: dialectOf(database, file) }).withPlugin(totalOrder)
  return {
    name,
    sql,
    write: () => Promise.reject(readOnly(file)),
    lateIndexes: [],
    settle: async () => undefined,
    close: () => closeBoth(sql, database),
  }
}

const stateOf = ({ name, shape, state, begun_at }: GenerationRow, own: string, used: boolean, file: string) =>
  ({
    name,
    shape,
    state: state as GenerationState['state'],
    begunAt: begun_at,
    bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
    readable: shape === own,
    used,
  }) satisfies GenerationState
