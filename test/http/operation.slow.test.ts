import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { textColumn } from '../../src/queries/question/columns.ts'
import { question } from '../../src/queries/question/question.ts'
import { aServer } from './a-server.ts'

describe('what is asked', () => {
  let server: Awaited<ReturnType<typeof aServer>>
  beforeAll(async () => {
    server = await aServer()
  })
  afterAll(() => server.close())
  it.each([
    ['/v1/greeting/fra?state=deu', 'state: is given twice: in the path, and in the query.'],
    ['/v1/greeting/fra/cat?subject=iccpr', 'subject: is given twice: in the path, and in the query.'],
    ['/v1/greeting/fra?manner=warm&manner=cool', 'manner: is given twice.'],
    ['/v1/greeting/fra?asOf=2000-01-01&asOf=2001-01-01', 'asOf: is given twice.'],
    ['/v1/greeting/fra?format=json&format=text', 'format: is given twice.'],
    ['/v1/greeting/fra?maner=warm', 'maner: "maner" is no parameter of "greeting".'],
  ])('is refused where it is not one question: %s', async (path, detail) => {
    const response = await server.get(path)
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'bad-input', detail }),
    ])
  })
})

describe('stopping', () => {
  it('does not wait for ever for a client that does not read its answer', async () => {
    const endless = question({
      name: 'endless',
      asks: 'Never ends.',
      positional: [],
      sources: { withoutRivals: 'it is answered from nothing' },
      input: z.object({}),
      output: z.object({ rows: z.array(z.string()) }),
      text: String,
      table: { columns: [textColumn('a', 'Endless')], rows: () => rows() },
      answer: async () => ({ rows: [] }),
    })
    const rows = function* () {
      for (;;) yield ['x'.repeat(10_000)]
    }
    const server = await aServer([endless], 200)
    const deaf = connect(Number(new URL(server.address).port), '127.0.0.1')
    deaf.on('error', () => undefined)
    await once(deaf, 'connect')
    deaf.write('GET /v1/endless?format=csv HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await once(deaf, 'readable')
    await server.close()
    deaf.destroy()
  }, 5_000)
})
