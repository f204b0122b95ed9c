import type { AllStreamRecordedEvent } from '@eventstore/db-client'
import { badInput } from '../../../common/error.ts'
import type { Server } from '../connection/server.ts'

const notThere = (at: bigint, cause?: unknown) =>
  badInput('unknown-position', `the server does not hold the event that was at position ${at}.`, {
    hint:
      'It is another server, or it has lost what it held, or was ' +
      'restored from a copy. Read the log again from its beginning.',
    ...(cause === undefined ? {} : { cause }),
  })

/**
 * Up to so many events from a position on, inclusive; makes sure that the first is the one at the position, by its id
 * where that is known. The server says "Exception was thrown" for a position between two events, and nothing at all for
 * one beyond its end.
 */
export const readFrom = async (
  server: Server,
  at: bigint,
  limit: number,
  { patience, id }: { readonly patience?: number; readonly id?: string | undefined } = {},
): Promise<readonly AllStreamRecordedEvent[]> => {
  const events = await server.readAll(at, limit, patience).catch((thrown: unknown) => {
    throw thrown instanceof Error && (thrown as { code?: unknown }).code === 2 ? notThere(at, thrown) : thrown
  })
  if (events[0]?.position.commit !== at || (id !== undefined && events[0].id !== id)) throw notThere(at)
  return events
}
