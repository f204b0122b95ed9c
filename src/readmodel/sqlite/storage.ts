import { existsSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { openSqlite, transaction } from '../../sqlite/open.ts'
import { definitionIn } from '../definition.ts'
import type { Storage } from '../generations.ts'
import { createRegistry, type RegistrySchema } from '../registry.ts'
import { closeBoth, dialectOf } from './dialect.ts'
import { openSqliteGeneration } from './generation.ts'
import { removeUnused } from './in-use.ts'
import { inTurn } from './in-turn.ts'

const besides = ['', '-wal', '-shm'] as const

/** The list of the generations of the read model at `read.sqlite`: `read.generations.sqlite`. Each generation is a file beside it, such as `read.1f0c2a9b-1.sqlite`. */
export const storageAt = async (place: string): Promise<Storage> => {
  const [folder, end] = [dirname(place), extname(place)]
  const stem = basename(place, end)
  const fileOf = (name: string): string => join(folder, name)
  const list = fileOf(`${stem}.generations${end}`)
  const writing = openSqlite(list)
  const writer = new Kysely<RegistrySchema>({ dialect: dialectOf(writing) })
  const reading = openSqlite(list)
  const sql = new Kysely<RegistrySchema>({ dialect: dialectOf(reading) })
  const turns = inTurn()
  const write = <T>(work: (sql: Kysely<RegistrySchema>) => Promise<T>): Promise<T> =>
    turns.take(() => transaction(writing, () => work(writer)))
  const definition = await definitionIn({
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  })
  await write((database) => createRegistry(database, existsSync(place) ? basename(place) : undefined))
  return {
    registry: { sql, write },
    nameOf: (shape, number) => `${stem}.${shape}-${number}${end}`,
    open: (name, { unseen }) => openSqliteGeneration(fileOf(name), name, definition, unseen),
    remove: async (_sql, name) => removeUnused(fileOf(name)),
    bytesOf: async (name) =>
      besides.reduce(
        (bytes, beside) => bytes + (statSync(fileOf(name) + beside, { throwIfNoEntry: false })?.size ?? 0),
        0,
      ),
    close: async () => {
      await turns.ended()
      await closeBoth(writer, writing)
      await closeBoth(sql, reading)
    },
  }
}
