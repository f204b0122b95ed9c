import { NormtrailError, type ErrorClass, type Fault } from './error.ts'

/** A failure as it goes from one thread to another, which would keep of it only what every error has. */
export interface SentFailure {
  readonly message: string
  readonly stack: string | undefined
  /** The words of its cause, which may hold what cannot be sent, such as a connection. */
  readonly cause: string | undefined
  /** What it says beside its message, such as the code of a system: texts and numbers. */
  readonly said: Readonly<Record<string, string | number>>
  /** What it is, where it is one of ours. */
  readonly ours?: {
    readonly class: ErrorClass
    readonly code: string
    readonly where: string | undefined
    readonly hint: string | undefined
    readonly retryAfter: number | undefined
    readonly faults: readonly Fault[]
  }
}

export const sentFailure = (thrown: unknown): SentFailure => {
  if (!(thrown instanceof Error)) return { message: String(thrown), stack: undefined, cause: undefined, said: {} }
  const { message, stack } = thrown
  const plain = { message, stack, cause: wordsOf(thrown.cause), said: saidBy(thrown) }
  if (!(thrown instanceof NormtrailError)) return plain
  const { class: kind, code, where, hint, retryAfter, faults } = thrown
  return { ...plain, ours: { class: kind, code, where, hint, retryAfter, faults } }
}

const wordsOf = (cause: unknown): string | undefined => {
  if (cause === undefined) return undefined
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}

const saidBy = (error: Error): SentFailure['said'] =>
  Object.fromEntries(
    Object.entries(error).filter(
      (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )

/** The same failure in the thread that hears of it. */
export const heardFailure = ({ message, stack, cause, said, ours }: SentFailure): Error => {
  const heard = ours === undefined ? Object.assign(new Error(message, { cause }), said) : ourError(message, cause, ours)
  if (stack !== undefined) heard.stack = stack
  return heard
}

const ourError = (message: string, cause: string | undefined, ours: Required<SentFailure>['ours']): NormtrailError => {
  const { class: kind, code, where, hint, retryAfter, faults } = ours
  return new NormtrailError(kind, code, message, {
    ...(where !== undefined && { where }),
    ...(hint !== undefined && { hint }),
    ...(retryAfter !== undefined && { retryAfter }),
    faults,
    ...(cause !== undefined && { cause }),
  })
}
