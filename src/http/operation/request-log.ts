import type { Writable } from 'node:stream'
import type { RequestHandler } from 'express'
import { pino, type Logger } from 'pino'
import { shownUrl } from '../problems/shown-url.ts'

/** Requests and failures as JSON Lines. */
export const requestLog = (stream: Writable): Logger => pino({ name: 'normtrail' }, stream)

/** One line a request, when it is answered or given up. It has no header that came, and no token. */
export const logRequests =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const start = performance.now()
    response.on('close', () => {
      const { method, originalUrl } = request
      log.info(
        {
          id: response.get('X-Request-Id'),
          method,
          url: shownUrl(originalUrl),
          status: response.statusCode,
          ms: Math.round(performance.now() - start),
          complete: response.writableFinished,
        },
        'request',
      )
    })
    next()
  }
