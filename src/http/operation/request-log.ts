import type { Writable } from 'node:stream'
import type { RequestHandler } from 'express'
import { pino, type Logger } from 'pino'

/** Requests and failures as JSON Lines. */
export const requestLog = (stream: Writable): Logger => pino({ name: 'normtrail' }, stream)

/** One line a request, when it is answered or given up. */
export const logRequests =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const start = performance.now()
    response.on('close', () => {
      const { method, originalUrl: url } = request
      log.info(
        {
          method,
          url,
          status: response.statusCode,
          ms: Math.round(performance.now() - start),
          complete: response.writableFinished,
        },
        'request',
      )
    })
    next()
  }
