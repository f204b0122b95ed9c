import { NormtrailError, type ErrorClass } from '../../common/error.ts'

/** A failure as it goes from one thread to another, which keeps of a class of our own only what any error has. */
export interface SentFailure {
  readonly error: unknown
  readonly ours?: {
    readonly class: ErrorClass
    readonly code: string
    readonly where: string | undefined
    readonly hint: string | undefined
  }
}

export const sentFailure = (thrown: unknown): SentFailure =>
  thrown instanceof NormtrailError
    ? {
        error: Object.assign(new Error(thrown.message, { cause: textOf(thrown.cause) }), { stack: thrown.stack }),
        ours: { class: thrown.class, code: thrown.code, where: thrown.where, hint: thrown.hint },
      }
    : { error: thrown instanceof Error ? thrown : new Error(String(thrown)) }

/** A cause may hold what cannot be sent, such as a connection: its words can. */
const textOf = (cause: unknown): string | undefined => {
  if (cause === undefined) return undefined
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}

/** The same failure in the thread that hears of it. */
export const heardFailure = ({ error, ours }: SentFailure): unknown => {
  if (ours === undefined || !(error instanceof Error)) return error
  const { class: kind, code, where, hint } = ours
  const heard = new NormtrailError(kind, code, error.message, {
    ...(where !== undefined && { where }),
    ...(hint !== undefined && { hint }),
    cause: error.cause,
  })
  if (error.stack !== undefined) heard.stack = error.stack
  return heard
}
