/**
 * The one error class of the house: a stable code, what came, what was expected, what to do. A code belongs to a class
 * of failure, and the class decides the exit code of the command line and the status over HTTP.
 */
export type ErrorClass = 'bad-input' | 'not-found' | 'check-failed' | 'conflict' | 'unavailable'

const faces: Record<ErrorClass, { readonly exitCode: number; readonly httpStatus: number }> = {
  'check-failed': { exitCode: 1, httpStatus: 500 },
  'bad-input': { exitCode: 2, httpStatus: 400 },
  'not-found': { exitCode: 2, httpStatus: 404 },
  conflict: { exitCode: 3, httpStatus: 409 },
  unavailable: { exitCode: 4, httpStatus: 503 },
}

/** One thing that is wrong with what was given: a field or a line, what came, what was expected. */
export interface Fault {
  /** A field by its name, or a place in a body by its JSON pointer. */
  readonly where: string
  readonly message: string
  readonly came?: string
  readonly expected?: string
}

export interface ErrorDetails {
  readonly where?: string
  readonly hint?: string
  readonly retryAfter?: number
  /** Each thing that is wrong, where several may be, or where more can be said of one. */
  readonly faults?: readonly Fault[]
  readonly cause?: unknown
}

export class NormtrailError extends Error {
  /** Stable, for scripts: `unknown-actor`, `wrong-expected-revision`, … */
  readonly code: string
  readonly class: ErrorClass
  /** Where it was seen, when that is known: a field, a file and line, a stream. */
  readonly where: string | undefined
  /** What the reader can do about it. */
  readonly hint: string | undefined
  /** After how many seconds it is worth while to ask again, where that is known. */
  readonly retryAfter: number | undefined
  /** Each thing that is wrong, where several may be; empty where the message says it all. */
  readonly faults: readonly Fault[]

  constructor(kind: ErrorClass, code: string, message: string, more: ErrorDetails = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'NormtrailError'
    this.class = kind
    this.code = code
    this.where = more.where
    this.hint = more.hint
    this.retryAfter = more.retryAfter
    this.faults = more.faults ?? []
  }

  get exitCode(): number {
    return faces[this.class].exitCode
  }

  get httpStatus(): number {
    return faces[this.class].httpStatus
  }

  /** The whole error in the words of a terminal. */
  get report(): string {
    const where = this.where === undefined ? '' : `${this.where}: `
    const hint = this.hint === undefined ? '' : `\n  ${this.hint}`
    return `${this.code}: ${where}${this.message}${hint}`
  }
}

export const badInput = (code: string, message: string, more?: ErrorDetails): NormtrailError =>
  new NormtrailError('bad-input', code, message, more)

export const notFound = (code: string, message: string, more?: ErrorDetails): NormtrailError =>
  new NormtrailError('not-found', code, message, more)

export const conflict = (code: string, message: string, more?: ErrorDetails): NormtrailError =>
  new NormtrailError('conflict', code, message, more)

/** The message of whatever was thrown. */
export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))
