import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { textColumn } from '../../../src/queries/question/columns.ts'
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
