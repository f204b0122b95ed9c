import { messageOf, NormtrailError } from '../../../common/error.ts'

/** What a call of ours throws when the server did not answer in time: nobody knows what became of it. */
export class Unanswered extends Error {
  readonly code = 4
  constructor(milliseconds: number) {
    super(`the server did not answer within ${milliseconds} ms`)
    this.name = 'Unanswered'
  }
}

const shapeOf = (thrown: unknown): { code: unknown; type: unknown } => {
  const { code, type } = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as {
    code?: unknown
    type?: unknown
  }
  return { code, type }
}

/** gRPC: cancelled, deadline exceeded, resource exhausted, aborted, internal (a reset stream), unavailable. */
const passingCodes = new Set<unknown>([1, 4, 8, 10, 13, 14])
const passingTypes = new Set<unknown>(['unavailable', 'cancelled', 'deadline-exceeded', 'timeout', 'not-leader'])
const passingWords = new RegExp(
  'Server Is Not Ready|Server Is Busy|Could not recognize (Timeout|CANCELLED)|RST_STREAM|' +
    'write after end|Failed to discover|ECONNRE|CANCELLED|channel has been closed',
  'i',
)
const definiteTypes = new Set<unknown>([
  'wrong-expected-version',
  'maximum-append-size-exceeded',
  'access-denied',
  'stream-deleted',
  'stream-not-found',
  'no-stream',
  'invalid-argument',
])

/**
 * Whether the same call may succeed later. The client converts only some errors: the look-up of server features throws
 * a plain Error with code 14, a server that just started an `UnknownError` of which only the words say what it is.
 */
export const isPassing = (thrown: unknown): boolean => {
  if (thrown instanceof NormtrailError) return false
  const { code, type } = shapeOf(thrown)
  if (definiteTypes.has(type)) return false
  return passingCodes.has(code) || passingTypes.has(type) || passingWords.test(messageOf(thrown))
}

export const isType = (thrown: unknown, type: string): boolean => shapeOf(thrown).type === type

export const unavailable = (cause: unknown, what: string): NormtrailError =>
  new NormtrailError(
    'unavailable',
    'log-unavailable',
    `${what}: ${messageOf(cause) || shapeOf(cause).type || 'the server gives no reason'}`,
    {
      cause,
      hint: 'The log is on a server that does not answer. Nothing is lost: the same command may be given again.',
    },
  )

/**
 * Whether the client itself is spoilt: it keeps the first answer about server features, even where that was an error,
 * and forgets it only when the connection is made anew. Such an error is a plain one, since it is not converted.
 */
export const spoilsClient = (thrown: unknown): boolean => {
  const { code, type } = shapeOf(thrown)
  return !(thrown instanceof Unanswered) && type === undefined && typeof code === 'number' && code !== 1 && code !== 14
}
