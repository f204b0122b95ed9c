import { STATUS_CODES } from 'node:http'
import type { Response } from 'express'
import { messageOf, NormtrailError, type Fault } from '../../common/error.ts'

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
  /** As in the header `X-Request-Id`, and in the log of the server. */
  readonly requestId?: string
  /** Each thing that is wrong with what was given, where more can be said of it. */
  readonly errors?: readonly ProblemError[]
}

/**
 * One thing that is wrong: with a parameter or header, by its name, or with a place in the body, by its JSON pointer or
 * its line.
 */
export type ProblemError = ProblemPlace & {
  readonly detail: string
  readonly came?: string
  readonly expected?: string
}

/** What was thrown, as a client is told it. What is nobody's bad input is told in one sentence. */
export const problemOf = (thrown: unknown, instance: string): Problem => {
  if (thrown instanceof NormtrailError) {
    const { httpStatus, code, where, message, hint, faults } = thrown
    const detail = where === undefined ? message : `${where}: ${message}`
    return {
      ...plainProblem(httpStatus, code, detail.replaceAll(/\n\s*/g, ' '), instance),
      ...(hint !== undefined && { hint }),
      instance,
      ...(faults.length > 0 && { errors: faults.map(errorOf) }),
    }
  }
  const status = statusOf(thrown)
  if (status < 500) return plainProblem(status, 'bad-request', messageOf(thrown), instance)
  return plainProblem(500, 'internal', 'Something failed that should not. The log of the server says what.', instance)
}

const plainProblem = (status: number, code: string, detail: string, instance: string): Problem => ({
  type: `urn:normtrail:problem:${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  code,
  instance,
})

type ProblemPlace = { readonly parameter: string } | { readonly pointer: string } | { readonly line: number }

const placeOf = (where: string): ProblemPlace => {
  const line = /^line (\d+)$/.exec(where)?.[1]
  if (line !== undefined) return { line: Number(line) }
  return where === '' || where.startsWith('/') ? { pointer: where } : { parameter: where }
}

const errorOf = ({ where, message, came, expected }: Fault): ProblemError => ({
  ...placeOf(where),
  detail: message,
  ...(came !== undefined && { came }),
  ...(expected !== undefined && { expected }),
})

/** The status that Express gives to a request it cannot read, such as a path with a broken escape. */
const statusOf = (thrown: unknown): number =>
  thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' && thrown.status >= 400
    ? thrown.status
    : 500

/** Sends it in place of an answer, whatever had been said of that. */
export const sendProblem = (response: Response, body: Problem): void => {
  for (const name of ofAnswers) response.removeHeader(name)
  response
    .status(body.status)
    .set({ 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(`${JSON.stringify(body, null, 2)}\n`)
}

const ofAnswers = [
  'ETag',
  'Normtrail-Release',
  'Content-Disposition',
  'Accept-Ranges',
  'Link',
  'Trailer',
  'Content-Encoding',
]
