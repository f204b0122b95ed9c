import { NO_STREAM, START, streamNameFilter, type AllStreamSubscription, type Position } from '@eventstore/db-client'
import { expect } from 'vitest'
import { anEvent, events, listen, type Row } from './row.ts'

export const subscribing: readonly Row[] = [
  {
    what: 'confirmation, events with checkpoints, caught up, then live',
    check: async ({ client, stream, prefix }) => {
      await client.appendToStream(stream, events(100), { expectedRevision: NO_STREAM })
      let checkpoints = 0
      const subscription = client.subscribeToAll({
        fromPosition: START,
        filter: streamNameFilter({ prefixes: [prefix], checkpointReached: () => void (checkpoints += 1) }),
      })
      const heard = listen(subscription)
      await heard.until(() => heard.seen.includes('caughtUp') && heard.received.length === 100)
      expect(heard.seen[0]).toBe('confirmation')
      expect(checkpoints).toBeGreaterThan(2)
      await client.appendToStream(stream, anEvent(), { expectedRevision: 99n })
      await heard.until(() => heard.received.length === 101)
      expect(heard.seen.filter((name) => name === 'caughtUp')).toHaveLength(1)
      await subscription.unsubscribe()
    },
  },
  {
    what: 'nothing is lost, doubled or out of order while three writers append',
    check: async ({ client, prefix }) => {
      const writer = async (name: string) => {
        for (let revision = -1n; revision < 49n; revision += 1n)
          await client.appendToStream(prefix + name, anEvent(), {
            expectedRevision: revision < 0n ? NO_STREAM : revision,
          })
      }
      const writers = Promise.all([writer('a'), writer('b'), writer('c')])
      const subscription = client.subscribeToAll({
        fromPosition: START,
        filter: streamNameFilter({ prefixes: [prefix] }),
      })
      const heard = listen(subscription)
      await heard.until(() => heard.received.length === 150)
      await writers
      for (const name of ['a', 'b', 'c'])
        expect(
          heard.received.flatMap(({ event }) => (event?.streamId === prefix + name ? [Number(event.revision)] : [])),
        ).toEqual(Array.from({ length: 50 }, (_, index) => index))
      await subscription.unsubscribe()
    },
  },
  {
    what: 'from each checkpoint it goes on without a gap',
    check: async ({ client, stream, prefix }) => {
      await client.appendToStream(stream, events(120), { expectedRevision: NO_STREAM })
      const marks: { position: Position; behind: number }[] = []
      const first: AllStreamSubscription = client.subscribeToAll({
        fromPosition: START,
        filter: streamNameFilter({
          prefixes: [prefix],
          checkpointReached: (_subscription, position) => void marks.push({ position, behind: -1 }),
        }),
      })
      const heard = listen(first)
      await heard.until(() => heard.received.length === 120)
      await first.unsubscribe()
      for (const { position } of marks.slice(-4)) {
        const expected = heard.received
          .filter(({ event }) => (event?.position.commit ?? 0n) > position.commit)
          .map(({ event }) => event?.id)
        const again = client.subscribeToAll({
          fromPosition: position,
          filter: streamNameFilter({ prefixes: [prefix] }),
        })
        const rest = listen(again)
        await rest.until(() => rest.seen.includes('caughtUp') && rest.received.length >= expected.length)
        expect(rest.received.map(({ event }) => event?.id)).toEqual(expected)
        await again.unsubscribe()
      }
    },
  },
  {
    what: 'a live consumer that does not read is dropped, with nothing but an error, and never comes back',
    check: async ({ client, stream, prefix }) => {
      const subscription = client.subscribeToAll({
        fromPosition: START,
        filter: streamNameFilter({ prefixes: [prefix] }),
      })
      const heard = listen(subscription)
      await heard.until(() => heard.seen.includes('caughtUp'))
      subscription.pause()
      for (let revision = -1n; revision < 4_000n && heard.failure() === undefined; revision += 100n)
        await client.appendToStream(stream, events(100, 2_000), {
          expectedRevision: revision < 0n ? NO_STREAM : revision,
        })
      await heard.until(() => heard.failure() !== undefined)
      expect(heard.failure()).toMatchObject({ type: 'timeout', code: 10 })
      expect(heard.seen.filter((name) => ['end', 'close'].includes(name))).toEqual([])
      expect(subscription.destroyed).toBe(false)
      await subscription.unsubscribe()
    },
  },
  {
    what: 'unsubscribing ends it',
    check: async ({ client, prefix }) => {
      const subscription = client.subscribeToAll({
        fromPosition: START,
        filter: streamNameFilter({ prefixes: [prefix] }),
      })
      const heard = listen(subscription)
      await heard.until(() => heard.seen.includes('caughtUp'))
      await subscription.unsubscribe()
      await heard.until(() => heard.seen.includes('end'))
    },
  },
  {
    what: 'on a missing stream it is confirmed at once, and caught up only after the first event',
    check: async ({ client, stream }) => {
      const subscription = client.subscribeToStream(stream, { fromRevision: START }) as unknown as AllStreamSubscription
      const heard = listen(subscription)
      await heard.until(() => heard.seen.includes('confirmation'))
      expect(heard.seen).toEqual(['confirmation'])
      await client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })
      await heard.until(() => heard.seen.includes('caughtUp') && heard.received.length === 1)
      await subscription.unsubscribe()
    },
  },
  {
    what: 'a filter that is no regular expression makes the handler throw',
    check: async ({ client }) => {
      const heard = listen(client.subscribeToAll({ fromPosition: START, filter: streamNameFilter({ regex: '(' }) }))
      await heard.until(() => heard.failure() !== undefined)
      expect(heard.failure()).toMatchObject({ code: 2 })
    },
  },
]
