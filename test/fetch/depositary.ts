import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

export type Responder = (response: ServerResponse, request: IncomingMessage) => void

/**
 * A server on loopback that publishes hand-made files where the depositary does. What nobody put there is not found.
 */
export const depositary = async () => {
  const asked: Asked[] = []
  const responders = new Map<string, Responder[]>()
  const server = createServer((request, response) => {
    const path = decodeURI(request.url ?? '')
    asked.push({ path, headers: request.headers })
    const there = responders.get(path) ?? []
    const respond = there.length > 1 ? there.shift() : there[0]
    if (respond === undefined) answer(404, 'text/html', '<html>Not found</html>')(response, request)
    else respond(response, request)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    address: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    /** Every request so far, in order. */
    asked,
    /** What answers at a path: several answer in turn, and the last of them from then on. */
    at: (path: string, ...answers: Responder[]) => responders.set(path, answers),
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

export type Depositary = Awaited<ReturnType<typeof depositary>>

export const answer =
  (status: number, type: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Responder =>
  (response) =>
    void response.writeHead(status, { 'content-type': type, ...headers }).end(body)

export const xml = (body: string, headers: Readonly<Record<string, string>> = {}): Responder =>
  answer(200, 'text/xml', Buffer.from(body, 'latin1'), headers)

/** A file that the server knows by a tag: it is not sent again to who has it. */
export const tagged =
  (etag: string, body: string): Responder =>
  (response, request) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else xml(body, { etag })(response, request)
  }

/** Where the depositary keeps a file. */
export const placeOf = (volume: 'I' | 'II', chapter: string, file: string): string =>
  `/doc/Publication/MTDSG/Volume ${volume}/Chapter ${chapter}/${file}.en.xml`

/** A status file, as little of it as tells what it is. */
export const statusFile = (chapter: string, section: string, title = 'A convention'): string =>
  `<?xml version="1.0" encoding="iso-8859-1"?>\n<Document><Treaty><Header><Chapter><Header>CHAPTER ` +
  `${chapter}</Header></Chapter>` +
  `<ExternalData><Numsect>${section}</Numsect><Titlesect>${title}` +
  `</Titlesect></ExternalData></Header></Treaty></Document>\n`

/** What a server in trouble sends, with status 200. */
export const maintenance: Responder = answer(
  200,
  'text/html; charset=utf-8',
  '<!DOCTYPE html>\n<html><head><title>Under maintenance</title></head><body>Please come back later.</body></html>',
)
