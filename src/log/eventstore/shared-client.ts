import { EventStoreDBClient } from '@eventstore/db-client'
import { badInput, messageOf } from '../../error.ts'

/** How many appends are under way at once: fewer than the 16 messages at which the client's write queue may reject what nobody awaits. */
const appendsAtOnce = 8

export interface SharedClient {
  readonly client: () => Promise<EventStoreDBClient>
  /** Runs an append when its turn comes. */
  readonly inTurn: <T>(append: () => Promise<T>) => Promise<T>
  /** Replaces a client that will never append again. */
  readonly renew: (broken: EventStoreDBClient) => void
  /** Gives the client back; the last one disposes it, or the process would not exit. */
  readonly release: () => Promise<void>
}

interface Held {
  readonly connection: string
  client: EventStoreDBClient
  users: number
  /** Replaced, but perhaps still read from; disposing one would reject the appends of the other. */
  readonly retired: EventStoreDBClient[]
}

/*
 * The client keeps its pending appends in one map for the whole module: disposing one client rejects the appends of another,
 * though they were written, and the next answer then throws where nobody can catch it. So a process has one client at a time.
 */
let held: Held | undefined
let disposing: Promise<void> = Promise.resolve()
let running = 0
const waiting: (() => void)[] = []

const inTurn = async <T>(append: () => Promise<T>): Promise<T> => {
  if (running >= appendsAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await append()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

const connect = (connection: string): EventStoreDBClient => {
  try {
    return EventStoreDBClient.connectionString(connection)
  } catch (cause) {
    throw badInput('bad-connection', `"${connection.replace(/\/\/[^@/]*@/, '//…@')}" is no connection string: ${messageOf(cause)}.`, {
      hint: 'Expected something like esdb://localhost:2113?tls=false',
    })
  }
}

/** The one client of this process. Throws `second-server` while a log on another server is open. */
export const shareClient = (connection: string): SharedClient => {
  if (held !== undefined && held.connection !== connection)
    throw badInput('second-server', 'a log on another server is open in this process. Close it first: the client cannot append to two servers at once.')
  held ??= { connection, client: connect(connection), users: 0, retired: [] }
  const mine = held
  mine.users += 1
  let released = false
  return {
    client: async () => {
      await disposing
      return mine.client
    },
    inTurn,
    renew: (broken) => {
      if (mine.client !== broken) return
      mine.retired.push(broken)
      mine.client = connect(connection)
    },
    release: async () => {
      if (released) return
      released = true
      mine.users -= 1
      if (mine.users > 0) return
      held = undefined
      disposing = disposing.then(async () => {
        for (const client of [...mine.retired, mine.client]) await client.dispose()
      })
      await disposing
    },
  }
}
