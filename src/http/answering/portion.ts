import type { Chunk } from '../../exports/write-answer.ts'
import type { Made } from './work.ts'

/** About so many characters or bytes of a body are made and sent at a time: one row at a time would be slow. */
export const portion = 262_144

/** How many bytes of memory a portion is written into: enough for a good one, of whatever characters. */
const room = 1_048_576
/** What is shorter is not worth it. */
const short = 32_768
/** How many of them wait to be used again. */
const most = 4

const bytesOfText = (texts: readonly string[]): Uint8Array => new TextEncoder().encode(texts.join(''))

/** Writes texts one after the other into memory that has room for them. */
const writtenInto = (memory: ArrayBuffer, texts: readonly string[]): Uint8Array => {
  const encoder = new TextEncoder()
  let at = 0
  for (const text of texts) at += encoder.encodeInto(text, new Uint8Array(memory, at)).written
  return new Uint8Array(memory, 0, at)
}

/**
 * Writes portions of text as the bytes that go to the client. The memory of long ones goes with them to another thread,
 * and is used again when it comes back: to have it collected there, and to ask for more here, would keep both waiting.
 */
export const portionWriter = () => {
  const free: ArrayBuffer[] = []
  return {
    write: (texts: readonly string[]): Uint8Array => {
      const length = texts.reduce((sum, text) => sum + text.length, 0)
      // A unit of text takes three bytes at most.
      if (length < short || 3 * length > room) return bytesOfText(texts)
      return writtenInto(free.pop() ?? new ArrayBuffer(room), texts)
    },
    takeBack: (memory: readonly ArrayBuffer[]): void => void free.push(...memory.slice(0, most - free.length)),
  }
}

const bytesIn = (made: Made | undefined): readonly Exclude<Chunk, string>[] =>
  (made?.parts ?? [])
    .flatMap((part) => ('chunks' in part ? part.chunks : []))
    .filter((chunk) => typeof chunk !== 'string')

/** The memory that a portion takes with it instead of a copy: that of bytes that have it for themselves. */
export const memoryOf = (made: Made | undefined): readonly ArrayBuffer[] =>
  bytesIn(made)
    .filter(({ buffer, byteLength }) => buffer.byteLength === room || buffer.byteLength === byteLength)
    .map(({ buffer }) => buffer as ArrayBuffer)

/** The memory of it that is worth giving back. */
export const memoryToGiveBack = (made: Made): readonly ArrayBuffer[] =>
  memoryOf(made).filter(({ byteLength }) => byteLength === room)
