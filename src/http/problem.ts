import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { closest } from '../common/closest.ts'
import { messageOf, notFound, NormtrailError } from '../common/error.ts'
import type { Question } from '../queries/question/question.ts'
import { pathOf } from './service.ts'

/** A problem document, RFC 9457. `code` is the word that the command line prints too. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly hint?: string
  /** The path and query that it is about. */
  readonly instance: string
}

/**
 * Every failure leaves the app here, as a problem document. What is nobody's bad input is logged whole and told in one
 * sentence.
 */
export const problemHandler =
  (log: Logger): ErrorRequestHandler =>
  (thrown: unknown, request, response, _next) => {
    if (response.headersSent) {
      if (!response.closed) log.error({ err: thrown, url: request.originalUrl }, 'failed in the middle of an answer')
      return void response.destroy()
    }
    const problem = problemOf(thrown, request.originalUrl)
    if (thrown instanceof NormtrailError && thrown.retryAfter !== undefined)
      response.set('Retry-After', String(thrown.retryAfter))
    else if (problem.status >= 500) log.error({ err: thrown, url: request.originalUrl }, problem.detail)
    sendProblem(response, problem)
  }

const problemOf = (thrown: unknown, instance: string): Problem => {
  if (thrown instanceof NormtrailError) {
    const { httpStatus, code, where, message, hint } = thrown
    const detail = where === undefined ? message : `${where}: ${message}`
    return problem(httpStatus, code, detail.replaceAll(/\n\s*/g, ' '), instance, hint)
  }
  const status = statusOf(thrown)
  if (status < 500) return problem(status, 'bad-request', messageOf(thrown), instance)
  return problem(500, 'internal', 'Something failed that should not. The log of the server says what.', instance)
}

const problem = (status: number, code: string, detail: string, instance: string, hint?: string): Problem => ({
  type: `urn:normtrail:problem:${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  code,
  ...(hint !== undefined && { hint }),
  instance,
})

const sendProblem = (response: Response, body: Problem): void => {
  for (const name of ['ETag', 'Normtrail-Release']) response.removeHeader(name)
  response
    .status(body.status)
    .set({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`${JSON.stringify(body, null, 2)}\n`)
}

/** The status that Express gives to a request it cannot read, such as a path with a broken escape. */
const statusOf = (thrown: unknown): number =>
  thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' && thrown.status >= 400
    ? thrown.status
    : 500

/** A path that is none of ours, with the one that was probably meant. */
export const noSuchPath = (questions: readonly Question[]): RequestHandler => {
  const known = [...questions.map(pathOf), '/api', '/openapi.json', '/healthz', '/readyz', '/']
  return (request) => {
    const near =
      known.find((path) => path.length > '/api'.length && request.path.startsWith(`${path}/`)) ??
      closest(request.path, known, 1)[0]
    throw notFound('no-such-path', `"${request.path}" is no path here.`, {
      hint: near === undefined ? '/api lists all questions.' : `Closest: ${near}; /api lists all questions.`,
    })
  }
}

/** The log is written by the command line; over HTTP one reads. */
export const onlyReading: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  response.set('Allow', 'GET, HEAD')
  sendProblem(
    response,
    problem(
      405,
      'method-not-allowed',
      `${request.method} is not answered here.`,
      request.originalUrl,
      'Everything is read with GET.',
    ),
  )
}
