import { describe, expect, it } from 'vitest'
import { memoryOf, memoryToGiveBack, portionWriter } from '../../../src/http/answering/portion.ts'
import type { Made } from '../../../src/http/answering/work.ts'

const madeOf = (bytes: Uint8Array): Made => ({ parts: [{ chunks: [bytes] }], done: false })
const long = ['é€😀'.repeat(9_000), 'a'.repeat(30_000), '', 'z']

describe('a portion of an answer', () => {
  it('is the bytes of its texts, of whatever characters and length', () => {
    for (const texts of [[], ['short'], long, ['€'.repeat(800_000), 'end']])
      expect(new TextDecoder().decode(portionWriter().write(texts))).toBe(texts.join(''))
  })

  it('takes its memory with it, and is written again into what comes back', () => {
    const { write, takeBack } = portionWriter()
    const first = write(long)
    const [memory] = memoryOf(madeOf(first))
    expect(memory).toBe(first.buffer)
    expect(memoryToGiveBack(madeOf(first))).toEqual([memory])
    expect(write(long).buffer).not.toBe(memory)
    takeBack([memory as ArrayBuffer])
    const again = write(['b'.repeat(40_000)])
    expect(again.buffer).toBe(memory)
    expect(new TextDecoder().decode(again)).toBe('b'.repeat(40_000))
  })

  it('does not give back the memory of a short one, nor takes that of which it is a part', () => {
    expect(memoryToGiveBack(madeOf(portionWriter().write(['short'])))).toEqual([])
    expect(memoryOf(madeOf(new Uint8Array(new ArrayBuffer(100), 10, 20)))).toEqual([])
  })

  it('keeps no more memory than a few portions need', () => {
    const { write, takeBack } = portionWriter()
    const memory = Array.from({ length: 9 }, () => write(long).buffer as ArrayBuffer)
    takeBack(memory)
    const used = Array.from({ length: 9 }, () => write(long).buffer)
    expect(used.filter((buffer) => memory.includes(buffer as ArrayBuffer))).toHaveLength(4)
  })
})
