import { setTimeout as sleep } from 'node:timers/promises'
import { messageOf, NormtrailError } from '../../common/error.ts'
import { asRefusal } from './refusal.ts'

/** What the system says of a connection that is not there. */
const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
])

/**
 * What PostgreSQL says of a server that comes or goes: shutting down, crashed, starting, full; a session that idled too
 * long.
 */
const serverCodes = new Set(['57P01', '57P02', '57P03', '53300', '25P03', '57P05'])

/** Of its own errors `pg` gives no code. */
const driverWords =
  /^(Connection terminated|timeout expired|Client has encountered a connection error|Client was closed|write after end)/

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''

/** Whether the connection failed, not the statement: on another connection, or later, it may well go through. */
const connectionFailed = (thrown: unknown): boolean => {
  const code = codeOf(thrown)
  return (
    systemCodes.has(code) ||
    serverCodes.has(code) ||
    (code.length === 5 && code.startsWith('08')) ||
    driverWords.test(messageOf(thrown))
  )
}

/**
 * What was thrown, in the words of the house where the connection failed, or the server refused. `server` is host, port
 * and database: never a password.
 */
export const asUnavailable = (thrown: unknown, server: string): unknown =>
  connectionFailed(thrown)
    ? new NormtrailError(
        'unavailable',
        'read-model-unavailable',
        `the read model at ${server} does not answer: ${messageOf(thrown) || codeOf(thrown)}`,
        {
          cause: thrown,
          hint: 'Nothing is lost: the log is elsewhere. Try again when PostgreSQL is back.',
        },
      )
    : (asRefusal(thrown, server) ?? thrown)

/** How long to wait before each further attempt. A server that restarts is back within seconds. */
const pauses = [50, 250, 1_000] as const

/** Tries again where the connection failed. Only for work that may happen twice. */
export const persistently = async <T>(server: string, work: () => Promise<T>): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await work()
    } catch (thrown) {
      if (!connectionFailed(thrown)) throw asUnavailable(thrown, server)
      await sleep(pause)
    }
  }
  try {
    return await work()
  } catch (thrown) {
    throw asUnavailable(thrown, server)
  }
}
