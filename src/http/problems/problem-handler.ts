import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { NormtrailError } from '../../common/error.ts'
import { problemOf, sendProblem } from './problem.ts'
import { Refusal } from './refusal.ts'
import { shownUrl } from './shown-url.ts'

/** Every failure leaves the app here, as a problem document. What is nobody's bad input is logged whole. */
export const problemHandler =
  (log: Logger): ErrorRequestHandler =>
  (thrown: unknown, request, response, _next) => {
    const url = shownUrl(request.originalUrl)
    const id = response.get('X-Request-Id')
    if (response.headersSent) {
      if (!response.closed) log.error({ id, err: thrown, url }, 'failed in the middle of an answer')
      return void response.destroy()
    }
    const problem = problemOf(thrown, url)
    if (thrown instanceof Refusal) response.set(thrown.headers)
    if (thrown instanceof NormtrailError && thrown.retryAfter !== undefined)
      response.set('Retry-After', String(thrown.retryAfter))
    else if (problem.status >= 500) log.error({ id, err: thrown, url }, problem.detail)
    sendProblem(response, id === undefined ? problem : { ...problem, requestId: id })
  }
