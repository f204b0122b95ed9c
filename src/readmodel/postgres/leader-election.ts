import type { Client } from 'pg'
import type { Lead } from '../engine.ts'
import { beatsInLease, leaderSettings } from './lease.ts'
import type { PostgresServer } from './server.ts'
import { asUnavailable } from './unavailable.ts'

/** How long one wait lasts: PostgreSQL does not notice that a waiting client has gone. */
const patience = "SET lock_timeout = '1s'"
const lockNotAvailable = '55P03'

/**
 * Waits for the lead in keeping one shape of a read model: a lock that a session of its own holds for as long as it
 * lives. When the leader dies, PostgreSQL gives the lock to the next in the queue; when it says nothing for as long as
 * the lease, PostgreSQL ends its session first. The lead only saves work; what makes writing safe is the lock of each
 * transaction.
 */
export const leadIn =
  (server: PostgresServer, what: string, lease: number) =>
  async (signal: AbortSignal): Promise<Lead> => {
    try {
      const client = await server.connect([...leaderSettings(lease), patience])
      const giveUp = () => void end(client)
      signal.addEventListener('abort', giveUp)
      try {
        signal.throwIfAborted()
        while (!(await tryToLead(client, what))) signal.throwIfAborted()
        signal.throwIfAborted()
        return leadOn(client, lease)
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

const tryToLead = async (client: Client, what: string): Promise<boolean> => {
  try {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`normtrail projector ${what}`])
    return true
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === lockNotAvailable) return false
    throw thrown
  }
}

/** The client answers for itself: where a beat fails, its session ends, and with it the lead. */
const leadOn = (client: Client, lease: number): Lead => {
  const lost = new AbortController()
  const beat = setInterval(() => void client.query('SELECT 1').catch(() => end(client)), lease / beatsInLease)
  client.on('end', () => {
    clearInterval(beat)
    lost.abort()
  })
  return { lost: lost.signal, release: () => end(client) }
}
