import type { Client } from 'pg'
import type { Lead } from '../engine.ts'
import type { Server } from './server.ts'
import { asUnavailable } from './unavailable.ts'
import { writerSettings } from './write.ts'

/** How long one wait lasts: PostgreSQL does not notice that a waiting client has gone. */
const patience = "SET lock_timeout = '1s'"
const lockNotAvailable = '55P03'

/**
 * Waits for the lead: a lock that a session of its own holds for as long as it lives. When the leader dies, PostgreSQL gives the lock to the next in the queue.
 * The lead only saves work; what makes writing safe is the lock of each transaction.
 */
export const leadIn = (server: Server) => async (signal: AbortSignal): Promise<Lead> => {
  try {
    const client = await server.connect([...writerSettings, patience])
    const giveUp = () => void end(client)
    signal.addEventListener('abort', giveUp)
    try {
      signal.throwIfAborted()
      while (!(await tryToLead(client, server.schema))) signal.throwIfAborted()
      signal.throwIfAborted()
      return leadOn(client)
    } catch (thrown) {
      await end(client)
      throw thrown
    } finally {
      signal.removeEventListener('abort', giveUp)
    }
  } catch (thrown) {
    signal.throwIfAborted()
    throw asUnavailable(thrown, server.name)
  }
}

const end = (client: Client): Promise<void> => client.end().catch(() => undefined)

const tryToLead = async (client: Client, schema: string): Promise<boolean> => {
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`normtrail projector ${schema}`])
    return true
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === lockNotAvailable) return false
    throw thrown
  }
}

const leadOn = (client: Client): Lead => {
  const lost = new AbortController()
  client.on('end', () => lost.abort())
  return { lost: lost.signal, release: () => end(client) }
}
