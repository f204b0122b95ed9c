import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'

/** What is taken over from whoever asks, or from a proxy before it: it goes into logs. */
const sane = /^[\w.:+/=-]{1,128}$/

/**
 * A name for each request: the one that it brings, or a new one. It goes back with the answer, and stands in the log
 * and in problem documents.
 */
export const nameRequest: RequestHandler = (request, response, next) => {
  const brought = request.get('X-Request-Id')
  response.set('X-Request-Id', brought !== undefined && sane.test(brought) ? brought : randomUUID())
  next()
}
