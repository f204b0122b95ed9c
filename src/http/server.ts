import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Request, Response } from 'express'
import { messageOf, NormtrailError } from '../common/error.ts'
import { appOf, type Served } from './app.ts'
import { bornWith } from './born-with.ts'
import { refuseUnread } from './problems/unread.ts'

export interface Listening {
  /** `http://127.0.0.1:8080`, with the real port. */
  readonly address: string
  /**
   * Takes no new connection, answers what has begun, then closes; a client that does not read its answer is waited for
   * only so long.
   */
  readonly close: () => Promise<void>
}

/** How many milliseconds a stop waits for answers: less than those that a container is given to end by itself. */
const defaultPatience = 20_000

/** Serves the app. Throws `cannot-listen` (unavailable) where the address is taken or not ours. */
export const listen = async (
  service: Served,
  port: number,
  host: string,
  patience = defaultPatience,
): Promise<Listening> => {
  const app = appOf(service)
  const waiting = new Set<Socket>()
  const classes = {
    IncomingMessage: bornWith(IncomingMessage, app.request),
    ServerResponse: bornWith(ServerResponse, app.response),
  }
  app.request = classes.IncomingMessage.prototype as Request
  app.response = classes.ServerResponse.prototype as Response
  const server = createServer(classes, (request, response) => {
    waiting.delete(request.socket)
    response.once('close', () => {
      if (!server.listening) request.socket.destroySoon()
      else if (!request.socket.destroyed) waiting.add(request.socket)
    })
    app(request, response)
  })
  server.on('clientError', refuseUnread)
  server.on('connection', (socket) => {
    waiting.add(socket)
    socket.once('close', () => waiting.delete(socket))
  })
  await new Promise<void>((done, fail) => {
    server.once('error', (cause) =>
      fail(
        new NormtrailError(
          'unavailable',
          'cannot-listen',
          `${host}:${port} cannot be listened on: ${messageOf(cause)}.`,
          { hint: 'Choose another port; 0 takes a free one.', cause },
        ),
      ),
    )
    server.listen(port, host, done)
  })
  return {
    address: addressOf(server.address() as AddressInfo),
    close: () =>
      new Promise((done) => {
        const enough = setTimeout(() => server.closeAllConnections(), patience)
        server.close(() => {
          clearTimeout(enough)
          done()
        })
        // Connections that wait for a request, such as those that browsers open in advance, would keep the server up
        // for a minute.
        for (const socket of waiting) socket.destroy()
        void service.feed?.close()
      }),
  }
}

const addressOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
