import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jsonDifferences } from './compare-json.ts'
import { tableDifferences } from './compare-tables.ts'

const blockLength = 65_536

const hex = (byte: number | undefined): string =>
  byte === undefined ? 'the end' : `0x${byte.toString(16).padStart(2, '0')}`

/** The first byte in which two files differ. */
export const byteDifference = async (found: string, made: string): Promise<string | undefined> => {
  const files = [await open(found), await open(made)] as const
  try {
    for (let from = 0; ; from += blockLength) {
      const [there, right] = await Promise.all(
        files.map(async (file) => {
          const { buffer, bytesRead } = await file.read(Buffer.alloc(blockLength), 0, blockLength, from)
          return buffer.subarray(0, bytesRead)
        }),
      )
      if (there === undefined || right === undefined) return undefined
      const index = firstDifference(there, right)
      if (index !== undefined) return `byte ${from + index + 1} is ${hex(there[index])}; ${hex(right[index])} is made`
      if (there.length < blockLength) return undefined
    }
  } finally {
    await Promise.all(files.map((file) => file.close()))
  }
}

const firstDifference = (one: Uint8Array, other: Uint8Array): number | undefined => {
  const length = Math.max(one.length, other.length)
  for (let index = 0; index < length; index += 1) if (one[index] !== other[index]) return index
  return undefined
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const ofJson = async (found: string, made: string): Promise<readonly string[]> => {
  const [there, right] = [parsed(await readFile(found, 'utf8')), parsed(await readFile(made, 'utf8'))]
  return there === undefined ? ['it is no JSON any more'] : jsonDifferences(there, right)
}

const ofText = async (found: string, made: string): Promise<readonly string[]> => {
  const [there, right] = [await readFile(found, 'utf8'), await readFile(made, 'utf8')].map((text) => text.split('\n'))
  const line = (right ?? []).findIndex((text, index) => text !== there?.[index])
  return [`line ${line < 0 ? (right?.length ?? 0) + 1 : line + 1} is not as it is made`]
}

/** How a file of a package differs from the one that is made, as its kind of file can say it. */
export const fileDifferences = async (
  folder: string,
  rebuilt: string,
  name: string,
  key: readonly string[],
): Promise<readonly string[]> => {
  const [found, made] = [join(folder, name), join(rebuilt, name)]
  const byte = await byteDifference(found, made)
  if (byte === undefined) return []
  if (name.endsWith('.csv')) return inWords(await tableDifferences(found, made, key), byte)
  if (name.endsWith('.json')) return inWords(await ofJson(found, made), byte)
  if (/\.(md|html|cff|bib|txt|jsonl)$/.test(name)) return [...(await ofText(found, made)), byte]
  return [byte]
}

/** What says the same in other bytes differs in its bytes alone. */
const inWords = (told: readonly string[], byte: string): readonly string[] => (told.length === 0 ? [byte] : told)
