import { randomUUID } from 'node:crypto'
import { jsonEvent, type EventData } from '@eventstore/db-client'
import type { Instant } from '../../../time/instant.ts'
import type { LogNames } from '../records/names.ts'
import { noStream, type Server } from '../connection/server.ts'

/**
 * The stream that says whether another log is being moved into this one: `MoveBegun`, then `MoveEnded`; the last of
 * them counts.
 */
export const moveStreamOf = (server: Server, names: LogNames) => {
  const read = async () => {
    const [last] = await server.readStream(names.moveStream, { from: 'end', backwards: true, limit: 1 })
    return {
      revision: last?.revision ?? noStream,
      begunAt: last?.type === 'MoveBegun' ? (last.data as { at: Instant }).at : undefined,
    }
  }
  return {
    begunAt: async (): Promise<Instant | undefined> => (await read()).begunAt,
    note: async (begunAt: Instant | undefined): Promise<void> => {
      for (;;) {
        const last = await read()
        if (last.begunAt === begunAt) return
        const event = jsonEvent({
          id: randomUUID(),
          type: begunAt === undefined ? 'MoveEnded' : 'MoveBegun',
          data: begunAt === undefined ? {} : { at: begunAt },
        })
        if ((await server.append(names.moveStream, [event as EventData], last.revision)) !== 'conflict') return
      }
    },
  }
}
