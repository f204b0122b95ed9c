import { binaryEvent, NO_STREAM, START, streamNameFilter, UnknownError, type EventData } from '@eventstore/db-client'
import { expect } from 'vitest'
import { collect } from '../../support/collect.ts'
import { anEvent, events, failureOf, listen, positionOf, type Bench, type Row } from './row.ts'

/** The events of this row in the order of the log, from its first on: the server may hold millions of others before. */
const mine = async ({ client, stream, prefix }: Bench) => {
  const [first] = await collect(client.readStream(stream, { maxCount: 1 }))
  const all = await collect(client.readAll({ fromPosition: first?.event?.position ?? START }))
  return all.filter(({ event }) => event?.streamId.startsWith(prefix) === true)
}

export const reading: readonly Row[] = [
  {
    what: 'positions rise and are never contiguous; commit equals prepare',
    check: async (bench) => {
      await bench.client.appendToStream(bench.stream, events(20), { expectedRevision: NO_STREAM })
      const positions = (await mine(bench)).map(positionOf)
      expect(positions).toHaveLength(20)
      for (const [index, { commit, prepare }] of positions.entries()) {
        expect(commit).toBe(prepare)
        if (index > 0) expect(commit - (positions[index - 1]?.commit ?? 0n)).toBeGreaterThan(100n)
      }
    },
  },
  {
    what: 'a position to go on from is inclusive in reads, exclusive in subscriptions',
    check: async (bench) => {
      const { client, stream, prefix } = bench
      await client.appendToStream(stream, events(3), { expectedRevision: NO_STREAM })
      const all = await mine(bench)
      const fromPosition = positionOf(all[1] as (typeof all)[number])
      expect((await collect(client.readAll({ fromPosition, maxCount: 1 })))[0]?.event?.id).toBe(all[1]?.event?.id)
      expect((await collect(client.readStream(stream, { fromRevision: 1n })))[0]?.event?.revision).toBe(1n)
      const subscription = client.subscribeToAll({ fromPosition, filter: streamNameFilter({ prefixes: [prefix] }) })
      const heard = listen(subscription)
      await heard.until(() => heard.seen.includes('caughtUp') && heard.received.length > 0)
      expect(heard.received.map(({ event }) => event?.id)).toEqual([all[2]?.event?.id])
      await subscription.unsubscribe()
    },
  },
  {
    what: 'a position that is no event’s makes the handler throw',
    check: async (bench) => {
      await bench.client.appendToStream(bench.stream, events(3), { expectedRevision: NO_STREAM })
      const { commit } = positionOf((await mine(bench))[1] as never)
      const failure = await failureOf(
        collect(bench.client.readAll({ fromPosition: { commit: commit + 3n, prepare: commit + 3n } })),
      )
      expect(failure).toBeInstanceOf(UnknownError)
      expect(failure).toMatchObject({ code: 2 })
    },
  },
  {
    what: 'a position beyond the end is accepted in silence, and delivers events below it',
    check: async ({ client, stream, prefix }) => {
      const beyond = { commit: 1n << 60n, prepare: 1n << 60n }
      expect(await collect(client.readAll({ fromPosition: beyond, maxCount: 10 }))).toEqual([])
      const subscription = client.subscribeToAll({
        fromPosition: beyond,
        filter: streamNameFilter({ prefixes: [prefix] }),
      })
      const heard = listen(subscription)
      await heard.until(() => heard.seen.includes('caughtUp'))
      await client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })
      await heard.until(() => heard.received.length === 1)
      expect(positionOf(heard.received[0] as never).commit).toBeLessThan(beyond.commit)
      await subscription.unsubscribe()
    },
  },
  {
    what: 'a missing stream is not found, a tombstoned one deleted; past its end there is nothing',
    check: async ({ client, stream }) => {
      expect(await failureOf(collect(client.readStream(stream)))).toMatchObject({ type: 'stream-not-found' })
      await client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })
      expect(await collect(client.readStream(stream, { fromRevision: 7n }))).toEqual([])
      await client.tombstoneStream(stream)
      expect(await failureOf(collect(client.readStream(stream)))).toMatchObject({ type: 'stream-deleted' })
    },
  },
  {
    what: 'readAll ignores a filter, and brings the events of the system',
    check: async ({ client, prefix, stream }) => {
      await client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })
      const options = {
        fromPosition: START,
        maxCount: 50,
        filter: streamNameFilter({ prefixes: [prefix] }),
      } as Parameters<typeof client.readAll>[0]
      const streams = (await collect(client.readAll(options))).map(({ event }) => event?.streamId ?? '')
      expect(streams.some((name) => name.startsWith('$'))).toBe(true)
    },
  },
  {
    what: 'to read no events at all of a stream is an error',
    check: async ({ client, stream }) => {
      await client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })
      const failure = await failureOf(collect(client.readStream(stream, { maxCount: 0 })))
      expect(failure).toBeInstanceOf(UnknownError)
      expect(failure).toMatchObject({
        code: 2,
        message: expect.stringContaining('Unexpected ReadStreamResult: Error') as string,
      })
    },
  },
  {
    what: 'the data of a binary event comes back as bytes, not as a Buffer',
    check: async ({ client, stream }) => {
      const event = binaryEvent({ type: 'Bytes', data: Buffer.from([1, 2, 3]) }) as EventData
      await client.appendToStream(stream, event, { expectedRevision: NO_STREAM })
      const data: unknown = (await collect(client.readStream(stream)))[0]?.event?.data
      expect(data).toBeInstanceOf(Uint8Array)
      expect(Buffer.isBuffer(data)).toBe(false)
    },
  },
]
