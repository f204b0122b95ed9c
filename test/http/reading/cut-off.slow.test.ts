import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { intColumn, textColumn } from '../../../src/queries/question/columns.ts'
import { question } from '../../../src/queries/question/question.ts'
import { aServer } from '../a-server.ts'

/** Breaks after many rows have been sent. */
const breaking = question({
  name: 'breaking',
  asks: 'Breaks.',
  positional: [],
  sources: { withoutRivals: 'it is answered from nothing' },
  input: z.object({}),
  output: z.object({ rows: z.array(z.string()) }),
  text: String,
  table: {
    columns: [textColumn('a', 'Long')],
    rows: function* () {
      for (let row = 0; row < 5_000; row += 1) yield [`${row}${'x'.repeat(1_000)}`]
      throw new Error('it broke')
    },
  },
  answer: async () => ({ rows: [] }),
})

/** Waits before its second page until it is let go, and breaks behind it. */
const waiting = () => {
  let go = (): void => undefined
  const letGo = new Promise<void>((resolve) => {
    go = resolve
  })
  const pages = async function* () {
    yield [[1, 'x'.repeat(1_000)]]
    await letGo
    yield [[2, 'y']]
    throw new Error('it broke')
  }
  const asked = question({
    name: 'waiting',
    asks: 'Waits.',
    positional: [],
    sources: { withoutRivals: 'it is answered from nothing' },
    input: z.object({}),
    output: z.object({ rows: z.array(z.array(z.string())) }),
    text: String,
    table: { columns: [intColumn('n', 'Which'), textColumn('a', 'Long')], rows: () => [] },
    answer: async () => ({ rows: [] }),
    frame: async () => ({ rows: [] }),
    pages,
  })
  return { asked, go: () => go() }
}

describe('an answer that is made by page', () => {
  it.each(['csv', 'jsonl', 'json'])('as %s is sent while it is made, and breaks visibly', async (format) => {
    const { asked, go } = waiting()
    const server = await aServer([asked])
    try {
      const { status, body } = await fetch(`${server.address}/v1/waiting.${format}`, {
        headers: { 'accept-encoding': 'identity' },
      })
      expect(status).toBe(200)
      const reader = (body as ReadableStream<Uint8Array>).getReader()
      let read = ''
      // The second page waits for this: were the first kept back for it, nothing would come.
      while (!read.includes('xxx')) {
        const { value, done } = await reader.read()
        if (done) break
        read += Buffer.from(value).toString()
      }
      expect(read).toContain('xxx')
      expect(read).not.toContain('y')
      go()
      await expect(
        (async () => {
          while (!(await reader.read()).done);
        })(),
      ).rejects.toThrow()
    } finally {
      await server.close()
    }
  })
})

describe('a table that cannot be finished', () => {
  it.each(['identity', 'gzip'])('breaks visibly, %s: no reader takes it for a whole', async (coding) => {
    const server = await aServer([breaking])
    try {
      const response = await fetch(`${server.address}/v1/breaking.csv`, { headers: { 'accept-encoding': coding } })
      expect([response.status, response.headers.get('content-encoding')]).toEqual([
        200,
        coding === 'gzip' ? 'gzip' : null,
      ])
      await expect(response.text()).rejects.toThrow()
    } finally {
      await server.close()
    }
  })
  it('as a file is refused, and nothing is kept of it', async () => {
    const server = await aServer([breaking])
    try {
      for (let turn = 0; turn < 2; turn += 1) {
        const response = await fetch(`${server.address}/v1/breaking.parquet`)
        expect([response.status, response.headers.get('etag')]).toEqual([500, null])
        expect(await response.json()).toMatchObject({ code: 'internal' })
      }
    } finally {
      await server.close()
    }
  })
})
