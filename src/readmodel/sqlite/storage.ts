import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { Kysely } from 'kysely'
import { openSqlite, transaction } from '../../sqlite/open.ts'
import { definitionInSqlite } from '../definition.ts'
import type { Storage } from '../generations.ts'
import { createRegistry, enlistFound, type GenerationRow, type RegistrySchema } from '../registry.ts'
import { closeBoth, dialectOf } from './dialect.ts'
import { openSqliteGeneration } from './generation.ts'
import { removeUnused } from './in-use.ts'
import { inTurn } from '../../sqlite/serial.ts'

const besides = ['', '-wal', '-shm'] as const

/**
 * The list of the generations of the read model at `read.sqlite`: `read.generations.sqlite`. Each generation is a file
 * beside it, such as `read.1f0c2a9b-1.sqlite`. `anew` makes another list where the one that stands there cannot be
 * read.
 */
export const storageAt = async (place: string, anew = false): Promise<Storage> => {
  const [folder, end] = [dirname(place), extname(place)]
  const stem = basename(place, end)
  const fileOf = (name: string): string => join(folder, name)
  const list = fileOf(`${stem}.generations${end}`)
  if (anew && !isReadable(list)) for (const beside of [...besides, '-journal']) rmSync(list + beside, { force: true })
  const writing = openSqlite(list)
  const writer = new Kysely<RegistrySchema>({ dialect: dialectOf(writing, list) })
  const reading = openSqlite(list)
  const sql = new Kysely<RegistrySchema>({ dialect: dialectOf(reading, list) })
  const turns = inTurn()
  const write = <T>(work: (sql: Kysely<RegistrySchema>) => Promise<T>): Promise<T> =>
    turns.take(() => transaction(writing, () => work(writer)))
  await write(async (database) => {
    await createRegistry(database, existsSync(place) ? basename(place) : undefined)
    await enlistFound(database, generationsIn(folder, stem, end))
  })
  return {
    registry: { sql, write },
    nameOf: (shape, number) => `${stem}.${shape}-${number}${end}`,
    open: (name, { unseen }) => openSqliteGeneration(fileOf(name), name, definitionInSqlite, unseen),
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

/** The files of generations that stand in a folder. */
const generationsIn = (
  folder: string,
  stem: string,
  end: string,
): readonly Pick<GenerationRow, 'name' | 'shape' | 'number'>[] =>
  readdirSync(folder).flatMap((name) => {
    if (!name.startsWith(`${stem}.`) || !name.endsWith(end)) return []
    const [, shape, number] = /^([0-9a-f]{8})-(\d+)$/.exec(name.slice(stem.length + 1, name.length - end.length)) ?? []
    return shape === undefined ? [] : [{ name, shape, number: Number(number) }]
  })

/** Whether a list of generations can be read; one that is not there yet can be. */
const isReadable = (list: string): boolean => {
  if (!existsSync(list)) return true
  try {
    const database = openSqlite(list)
    try {
      database.prepare('SELECT name, shape, number, state, begun_at FROM generation').all()
      return true
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}
