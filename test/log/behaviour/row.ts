import { randomUUID } from 'node:crypto'
import {
  EventStoreDBClient,
  jsonEvent,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventData,
  type Position,
} from '@eventstore/db-client'

/** A server that the rows are checked against: the one in this process, or a real one. */
export interface Served {
  readonly connection: string
  /** Absent where the tests may not stop the server. */
  readonly restart?: () => Promise<void>
  readonly down?: () => Promise<void>
  readonly up?: () => Promise<void>
}

export interface Bench {
  readonly served: Served
  readonly client: EventStoreDBClient
  /** A stream name that no other test has. */
  readonly stream: string
  /** Begins the names of this row's streams, for filters. */
  readonly prefix: string
}

/** One line of what a real server was seen to do. */
export interface Row {
  readonly what: string
  readonly needs?: 'restart'
  readonly check: (bench: Bench) => Promise<void>
}

export const benchOf = (served: Served): Bench => {
  const prefix = `behaviour_${randomUUID()}.`
  return { served, prefix, stream: `${prefix}one`, client: EventStoreDBClient.connectionString(served.connection) }
}

export const anEvent = (more: { id?: string; bytes?: number; type?: string } = {}): EventData =>
  jsonEvent({
    id: more.id ?? randomUUID(),
    type: more.type ?? 'SomethingSaid',
    data: { text: 'x'.repeat(more.bytes ?? 200) },
  }) as EventData

export const events = (count: number, bytes?: number): EventData[] =>
  Array.from({ length: count }, () => anEvent(bytes === undefined ? {} : { bytes }))

export const failureOf = (work: Promise<unknown>): Promise<Error & Record<string, unknown>> =>
  work.then(
    () => {
      throw new Error('It succeeded, and should not have.')
    },
    (thrown: unknown) => thrown as Error & Record<string, unknown>,
  )

/** Everything that a subscription emits, in order, until it is left. */
export const listen = (subscription: AllStreamSubscription) => {
  const seen: string[] = []
  const received: AllStreamResolvedEvent[] = []
  let failure: (Error & Record<string, unknown>) | undefined
  let wake = () => {}
  const note = (name: string) => () => {
    seen.push(name)
    wake()
  }
  for (const name of ['confirmation', 'caughtUp', 'end', 'finish', 'close'] as const)
    subscription.on(name as 'end', note(name))
  subscription.on('data', (item: AllStreamResolvedEvent) => {
    received.push(item)
    note('event')()
  })
  subscription.on('error', (thrown) => {
    failure = thrown as Error & Record<string, unknown>
    note('error')()
  })
  return {
    seen,
    received,
    failure: () => failure,
    until: async (enough: () => boolean) => {
      while (!enough()) await new Promise<void>((resolve) => (wake = resolve))
    },
  }
}

export const positionOf = ({ event }: AllStreamResolvedEvent): Position => {
  if (event === undefined) throw new Error('An event that cannot be resolved.')
  return event.position
}
