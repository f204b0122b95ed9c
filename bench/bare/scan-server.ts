import {
  EventStoreDBClient,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type Position,
} from '@eventstore/db-client'
import { namesOf, type LogNames } from '../../src/log/eventstore/records/names.ts'
import type { Scan } from './a-scan.ts'

/** As many events as the log itself lets the server pass before it says how far it is. */
const searchWindow = 2_000

/** Catches up with all streams of the log, filtered by the server, until the server says that this is all. */
const catchUp = (client: EventStoreDBClient, names: LogNames): Promise<number> =>
  new Promise((resolve, reject) => {
    let facts = 0
    let caughtUp = false
    const subscription = client.subscribeToAll({
      fromPosition: START,
      resolveLinkTos: false,
      filter: streamNameFilter({ prefixes: [names.prefix], maxSearchWindow: searchWindow }),
    })
    const endAtLast = (): void => {
      if (!caughtUp || subscription.readableLength > 0) return
      void subscription.unsubscribe()
      resolve(facts)
    }
    subscription.on('data', ({ event }: AllStreamResolvedEvent) => {
      if (event !== undefined && names.ofFacts(event.streamId) !== undefined) facts += 1
      endAtLast()
    })
    subscription.on('caughtUp', () => {
      caughtUp = true
      endAtLast()
    })
    subscription.on('error', reject)
  })

const firstOf = async (client: EventStoreDBClient, { prefix }: LogNames): Promise<Position> => {
  const subscription = client.subscribeToAll({
    fromPosition: START,
    resolveLinkTos: false,
    filter: streamNameFilter({ prefixes: [prefix] }),
  })
  try {
    for await (const { event } of subscription) if (event !== undefined) return event.position
    throw new Error('the log is empty')
  } finally {
    await subscription.unsubscribe()
  }
}

/**
 * `subscription`: a filtered catch-up. `readAll`: all that anybody wrote from the first event of the log on, until so
 * many of its facts have come.
 */
export const scanServer = async (connection: string, logName: string, how: string, facts: number): Promise<Scan> => {
  const client = EventStoreDBClient.connectionString(connection)
  const names = namesOf(logName)
  const fromPosition = await firstOf(client, names)
  const readAll = async (): Promise<number> => {
    let seen = 0
    for await (const { event } of client.readAll({ fromPosition, resolveLinkTos: false })) {
      if (event !== undefined && names.ofFacts(event.streamId) !== undefined) seen += 1
      if (seen === facts) break
    }
    return seen
  }
  return { run: () => (how === 'readAll' ? readAll() : catchUp(client, names)), close: () => client.dispose() }
}
