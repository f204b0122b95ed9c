import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEventStoreLog } from '../../src/log/eventstore/log.ts'
import { asRefusal } from '../../src/log/eventstore/connection/refusal.ts'
import { startServer, type TestServer } from '../log/eventstore/server/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** Whoever waits until patience ends is not done before the test is over. */
const head = async (connection: string): Promise<unknown> => {
  const log = openEventStoreLog(connection, { logName: 'main', patience: 3_600_000, deadline: 5_000 })
  try {
    return await log.head().catch((thrown: unknown) => thrown)
  } finally {
    await log.close()
  }
}

describe('a log on a server', () => {
  it('that speaks without TLS says so at once where it is asked with TLS, and how to ask', async () => {
    expect(await head(`esdb://127.0.0.1:${server.port}`)).toMatchObject({
      code: 'tls-refused',
      exitCode: 4,
      message: expect.stringMatching(/asked with TLS, and the server speaks without\.$/) as string,
      hint: expect.stringContaining('?tls=false') as string,
    })
  })
  it('is answered without TLS', async () => {
    expect(await head(`esdb://127.0.0.1:${server.port}?tls=false`)).toMatchObject({ ordinal: 0 })
  })
})

describe('what a server says that will not', () => {
  // The words are those of grpc-js and OpenSSL, the types those of the client.
  it.each([
    [Object.assign(new Error('Access denied'), { type: 'access-denied' }), 'login-refused'],
    [Object.assign(new Error('16 UNAUTHENTICATED: bad credentials'), { code: 16 }), 'login-refused'],
    [Object.assign(new Error('7 PERMISSION_DENIED: Access Denied'), { code: 7 }), 'login-refused'],
    [
      Object.assign(new Error('14 UNAVAILABLE: self-signed certificate in certificate chain'), { code: 14 }),
      'tls-refused',
    ],
    [
      Object.assign(new Error("14 UNAVAILABLE: Hostname/IP does not match certificate's altnames"), { code: 14 }),
      'tls-refused',
    ],
    [Object.assign(new Error('14 UNAVAILABLE: connect ECONNREFUSED'), { code: 14 }), undefined],
    [Object.assign(new Error('4 DEADLINE_EXCEEDED'), { code: 4 }), undefined],
  ])('is told as what it is: %s', (thrown, code) => {
    expect(asRefusal(thrown, 'the log cannot be read')?.code).toBe(code)
  })
})
