import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemOf } from './problem.ts'
import { Refusal } from './refusal.ts'

/** What cannot be read as a request at all, by the word of the parser. */
const refusals: Readonly<Record<string, () => Refusal>> = {
  HPE_HEADER_OVERFLOW: () => new Refusal(431, 'head-too-large', 'the head of the request is larger than is read.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: () => new Refusal(413, 'body-too-large', 'the body says more of itself than is read.'),
  HPE_INVALID_URL: () =>
    new Refusal(400, 'not-escaped', 'the path or query holds characters that no URL may.', {
      hint: 'Expected UTF-8 with each byte that is no ASCII letter or digit as % and two hexadecimal digits.',
    }),
  ERR_HTTP_REQUEST_TIMEOUT: () => new Refusal(408, 'too-slow', 'the request did not come in time.'),
}

const unreadable = (): Refusal => new Refusal(400, 'not-http', 'what came is no request of HTTP/1.1.')

/** What the parser of Node gives up on. */
interface Unread extends Error {
  readonly code?: string
  readonly rawPacket?: Uint8Array
}

/**
 * Whether it may be HEAD, whose answer has no body: of what came only the last part may be at hand, without the method.
 */
const mayBeHead = ({ rawPacket = new Uint8Array() }: Unread): boolean =>
  !/^(?!HEAD )[A-Z]+ /.test(Buffer.from(rawPacket.subarray(0, 20)).toString('latin1'))

/** Refuses what never became a request: there is nothing that could answer it but the socket. */
export const refuseUnread = (thrown: Unread, socket: Duplex): void => {
  if (thrown.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = problemOf((refusals[thrown.code ?? ''] ?? unreadable)(), '')
  const body = mayBeHead(thrown) ? '' : `${JSON.stringify(problem, null, 2)}\n`
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
