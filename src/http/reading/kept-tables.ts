import { hash } from 'node:crypto'
import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { temporaryFolder } from '../../common/temporary-folder.ts'
import type { Chunk } from '../../exports/write-answer.ts'

/** A table as a file, with the headers that go with it. */
export interface KeptTable {
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

/** What makes a table: its headers and pieces, in their order. */
export type MakesTable = AsyncIterable<
  { readonly headers: Readonly<Record<string, string>> } | { readonly chunks: readonly Chunk[] } | object
>

interface Kept extends KeptTable {
  readonly bytes: number
}

const mostBytes = 512 * 1024 * 1024
const mostFiles = 64
/** Those that were asked for last are about to be opened: they stay, however large they are. */
const spared = 4

/**
 * Tables that are read piece by piece, as files, by the tag of the answer: each is written once, however many ask for
 * it at the same time, and whole before anybody reads of it. Those that were not asked for longest go where there are
 * too many, or too much of them. The folder goes with the process.
 */
export const keptTables = ({ bytes: most = mostBytes, files = mostFiles } = {}) => {
  const kept = new Map<string, Kept>()
  const making = new Map<string, Promise<KeptTable>>()
  let folder: string | undefined
  const held = (): number => [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  const makeRoom = (): void => {
    for (const [tag, { file }] of [...kept].slice(0, -spared)) {
      if (kept.size <= files && held() <= most) return
      kept.delete(tag)
      // Whoever reads it still holds it open.
      rmSync(file, { force: true })
    }
  }
  const make = async (tag: string, parts: MakesTable): Promise<KeptTable> => {
    folder ??= temporaryFolder().folder
    const file = join(folder, `${hash('sha256', tag, 'hex').slice(0, 32)}.parquet`)
    const headers = await writeFile(`${file}.part`, parts)
    await rename(`${file}.part`, file)
    const table = { file, headers, bytes: statSync(file).size }
    kept.set(tag, table)
    makeRoom()
    return table
  }
  return {
    /** The table of a tag, where it is kept or being written. */
    find: (tag: string): Promise<KeptTable> | undefined => {
      const table = kept.get(tag)
      if (table === undefined) return making.get(tag)
      kept.delete(tag)
      // Somebody may have tidied up.
      if (!existsSync(table.file)) return undefined
      kept.set(tag, table)
      return Promise.resolve(table)
    },
    /** Writes it. Rejects with what its parts throw; then nothing is kept of it. */
    write: (tag: string, parts: MakesTable): Promise<KeptTable> => {
      const work = make(tag, parts).finally(() => making.delete(tag))
      making.set(tag, work)
      return work
    },
  }
}

const writeFile = async (file: string, parts: MakesTable): Promise<Readonly<Record<string, string>>> => {
  const stream = createWriteStream(file)
  const headers: Record<string, string> = {}
  try {
    for await (const part of parts) {
      if ('headers' in part) Object.assign(headers, part.headers)
      if ('chunks' in part) for (const chunk of part.chunks as readonly Chunk[]) await written(stream, chunk)
    }
    stream.end()
    await finished(stream)
    return headers
  } catch (thrown) {
    stream.destroy()
    rmSync(file, { force: true })
    throw thrown
  }
}

const written = (stream: NodeJS.WritableStream, chunk: Chunk): Promise<void> =>
  new Promise((resolve, reject) => void stream.write(chunk, (thrown) => (thrown ? reject(thrown) : resolve())))
