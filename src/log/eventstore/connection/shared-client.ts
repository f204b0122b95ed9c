import { EventStoreDBClient } from '@eventstore/db-client'
import { badInput, messageOf } from '../../../common/error.ts'
import { Unanswered } from './failure.ts'

/**
 * How many appends are under way at once: of more than 16 messages that it could not send yet, the client's write queue
 * may reject what nobody awaits.
 */
export const appendsAtOnce = 15

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
 * The client keeps its pending appends in one map for the whole module: disposing one client rejects the appends of
 * another, though they were written, and the next answer then throws where nobody can catch it. So a process has one
 * client at a time.
 */
let held: Held | undefined
let disposing: Promise<void> = Promise.resolve()
let running = 0
/**
 * Appends that got no answer in time: their messages may still wait to be sent, until any answer shows that the
 * connection works, or an error that it is gone.
 */
let unanswered = 0
const waiting: (() => void)[] = []

const atOnce = (): number => Math.max(1, appendsAtOnce - unanswered)

const inTurn = async <T>(append: () => Promise<T>): Promise<T> => {
  if (running >= atOnce()) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    const result = await append()
    unanswered = 0
    return result
  } catch (thrown) {
    unanswered = thrown instanceof Unanswered ? unanswered + 1 : 0
    throw thrown
  } finally {
    running -= 1
    while (waiting.length > 0 && running < atOnce()) {
      running += 1
      waiting.shift()?.()
    }
  }
}

const connect = (connection: string): EventStoreDBClient => {
  try {
    return EventStoreDBClient.connectionString(connection)
  } catch (cause) {
    throw badInput(
      'bad-connection',
      `"${connection.replace(/\/\/[^@/]*@/, '//…@')}" is no connection string: ${messageOf(cause)}.`,
      {
        hint: 'Expected something like esdb://localhost:2113?tls=false',
      },
    )
  }
}

/** The one client of this process. Throws `second-server` while a log on another server is open. */
export const shareClient = (connection: string): SharedClient => {
  if (held !== undefined && held.connection !== connection)
    throw badInput(
      'second-server',
      'a log on another server is open in this process. Close it ' +
        'first: the client cannot append to two servers at once.',
    )
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
