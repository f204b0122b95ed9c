import { once } from 'node:events'
import { connect } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aServer } from '../a-server.ts'

let server: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  server = await aServer()
})
afterAll(() => server.close())

it.each(['identity', 'gzip'])('a table goes to a client of HTTP/1.0, which knows no trailers: %s', async (coding) => {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`GET /v1/panel/numbers.csv?years=3 HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: ${coding}\r\n\r\n`)
  const all = await buffer(socket)
  const end = all.indexOf('\r\n\r\n')
  const [head, body] = [String(all.subarray(0, end)), all.subarray(end + 4)]
  expect(head).toMatch(/^HTTP\/1\.1 200 /)
  expect(head).not.toMatch(/trailer/i)
  expect(
    String(coding === 'gzip' ? gunzipSync(body) : body)
      .trimEnd()
      .split('\n'),
  ).toHaveLength(4)
  expect((await server.get('/healthz')).status).toBe(200)
})
