import {
  BACKWARDS,
  FORWARDS,
  NO_STREAM,
  START,
  type AllStreamRecordedEvent,
  type EventData,
  type RecordedEvent as ServerEvent,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client'
import { badInput } from '../../../common/error.ts'
import { isType, spoilsClient, Unanswered } from './failure.ts'
import { persistently } from './retry.ts'
import type { SharedClient } from './shared-client.ts'

export interface Timing {
  /** How long a call is tried again while the server is away, in milliseconds. */
  readonly patience: number
  /** How long one call may wait for its answer; the client itself would wait for ever. */
  readonly deadline: number
}

/** The last revision of a stream on the server, in the server's own count; -1n where there is none. */
export type ServerRevision = bigint
export const noStream: ServerRevision = -1n

export interface AppendedEvent {
  readonly last: ServerRevision
  readonly at: bigint | undefined
}

/** How many events one read brings: bounds memory, and what must be read again after a failure. */
export const page = 500

const appendOnce = async (
  { shared, timing }: { readonly shared: SharedClient; readonly timing: Timing },
  stream: string,
  events: readonly EventData[],
  after: ServerRevision,
): Promise<AppendedEvent | 'conflict'> => {
  const client = await shared.client()
  try {
    const answer = client.appendToStream(stream, [...events], {
      expectedRevision: after === noStream ? NO_STREAM : after,
      deadline: timing.deadline,
    })
    const result = await answeredWithin(timing.deadline, answer)
    return result.success ? { last: result.nextExpectedRevision, at: result.position?.commit } : 'conflict'
  } catch (thrown) {
    if (isType(thrown, 'wrong-expected-version')) return 'conflict'
    if (spoilsClient(thrown)) shared.renew(client)
    if (isType(thrown, 'maximum-append-size-exceeded'))
      throw badInput('event-too-large', 'an event is larger than the server takes (1 MiB with its citation).', {
        where: stream,
        cause: thrown,
      })
    throw thrown
  }
}

/**
 * The server as the log uses it. Every call is tried again while the server is away. An append whose outcome is unknown
 * goes out again with the same event ids and the same explicit revision, which the server recognises; never with ANY.
 */
export const serverOf = (shared: SharedClient, timing: Timing) => {
  /** Appends after exactly this revision. */
  const append = (
    stream: string,
    events: readonly EventData[],
    after: ServerRevision,
  ): Promise<AppendedEvent | 'conflict'> =>
    persistently(`${stream} cannot be appended to`, timing.patience, () =>
      shared.inTurn(() => appendOnce({ shared, timing }, stream, events, after)),
    )

  /** Up to a page of a stream, from a server revision on; nothing where there is no such stream. */
  const readStream = (
    stream: string,
    { from, backwards = false, limit = page }: { from: ServerRevision | 'end'; backwards?: boolean; limit?: number },
  ): Promise<readonly ServerEvent[]> =>
    persistently(`${stream} cannot be read`, timing.patience, async () => {
      const client = await shared.client()
      try {
        const read = client.readStream(stream, {
          fromRevision: from,
          direction: backwards ? BACKWARDS : FORWARDS,
          maxCount: limit,
          resolveLinkTos: false,
        })
        return eventsOf<ServerEvent>(await allOf<ResolvedEvent>(read, timing.deadline))
      } catch (thrown) {
        if (isType(thrown, 'stream-not-found')) return []
        throw thrown
      }
    })

  /**
   * Up to so many events of the whole server from a position on, inclusive; of everybody, whatever the filter would
   * say.
   */
  const readAll = (
    from: bigint | undefined,
    limit: number,
    patience: number = timing.patience,
  ): Promise<readonly AllStreamRecordedEvent[]> => {
    // Asked for no events, a server never answers, and is busy until it is restarted.
    if (!(limit >= 1)) throw new RangeError(`${limit} events were to be read.`)
    return persistently('the log cannot be read', patience, async () => {
      const client = await shared.client()
      const fromPosition = from === undefined ? START : { commit: from, prepare: from }
      return eventsOf<AllStreamRecordedEvent>(
        await allOf(client.readAll({ fromPosition, maxCount: limit, resolveLinkTos: false }), timing.deadline),
      )
    })
  }

  return { append, readStream, readAll, client: shared.client, timing }
}

export type Server = ReturnType<typeof serverOf>

const eventsOf = <E>(resolved: readonly { readonly event?: E | undefined }[]): readonly E[] =>
  resolved.flatMap(({ event }) => (event === undefined ? [] : [event]))

const answeredWithin = async <T>(milliseconds: number, answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unanswered(milliseconds)), milliseconds)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
    answer.catch(() => undefined)
  }
}

/**
 * Everything a read brings. The client's own deadline does not reach reads, and after an error nothing but `error`
 * comes.
 */
const allOf = <T>(read: StreamingRead<T>, silence: number): Promise<readonly T[]> =>
  new Promise((resolve, reject) => {
    const items: T[] = []
    const late = () => {
      void read.cancel()
      reject(new Unanswered(silence))
    }
    let timer = setTimeout(late, silence)
    read.on('data', (item: T) => {
      items.push(item)
      if (items.length % 64 === 0) {
        clearTimeout(timer)
        timer = setTimeout(late, silence)
      }
    })
    read.on('error', (thrown) => {
      clearTimeout(timer)
      reject(thrown)
    })
    read.on('end', () => {
      clearTimeout(timer)
      resolve(items)
    })
  })
