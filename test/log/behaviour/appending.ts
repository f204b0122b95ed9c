import { randomUUID } from 'node:crypto'
import {
  EventStoreDBClient,
  MaxAppendSizeExceededError,
  NO_STREAM,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client'
import { expect } from 'vitest'
import { collect } from '../../support/collect.ts'
import { anEvent, events, failureOf, type Row } from './row.ts'

export const appending: readonly Row[] = [
  {
    what: 'a conflict has a type, an empty message, and the versions as bigints or words',
    check: async ({ client, stream }) => {
      const missing = await failureOf(client.appendToStream(stream, anEvent(), { expectedRevision: 4n }))
      expect(missing).toBeInstanceOf(WrongExpectedVersionError)
      expect(missing).toMatchObject({
        type: 'wrong-expected-version',
        message: '',
        expectedVersion: 4n,
        actualVersion: 'no_stream',
      })
      await client.appendToStream(stream, events(2), { expectedRevision: NO_STREAM })
      expect(await failureOf(client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM }))).toMatchObject({
        expectedVersion: 'no_stream',
        actualVersion: 1n,
      })
    },
  },
  {
    what: 'of fifty writers that race for a new stream, one wins',
    check: async ({ client, stream }) => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 50 }, () => client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    },
  },
  {
    what: 'the same id after the same explicit revision succeeds with the first result, even 60 events later',
    check: async ({ client, stream, served }) => {
      const one = anEvent()
      await client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })
      const first = await client.appendToStream(stream, one, { expectedRevision: 0n })
      for (let revision = 1n; revision <= 60n; revision += 1n)
        await client.appendToStream(stream, anEvent(), { expectedRevision: revision })
      await served.restart?.()
      const again = await client
        .appendToStream(stream, one, { expectedRevision: 0n })
        .catch(() => client.appendToStream(stream, one, { expectedRevision: 0n }))
      expect(again.nextExpectedRevision).toBe(first.nextExpectedRevision)
      expect(await collect(client.readStream(stream))).toHaveLength(62)
    },
  },
  {
    what: 'the same id with ANY is recognised while the server stays up',
    check: async ({ client, stream }) => {
      const one = anEvent()
      await client.appendToStream(stream, one)
      await client.appendToStream(stream, one)
      expect(await collect(client.readStream(stream))).toHaveLength(1)
    },
  },
  {
    what: 'the same id with ANY is written twice after a restart',
    needs: 'restart',
    check: async ({ client, stream, served }) => {
      const one = anEvent()
      await client.appendToStream(stream, one)
      await served.restart?.()
      await client.appendToStream(stream, one).catch(() => client.appendToStream(stream, one))
      expect(await collect(client.readStream(stream))).toHaveLength(2)
    },
  },
  {
    what: 'the same id twice in one batch is written twice',
    check: async ({ client, stream }) => {
      const one = anEvent()
      await client.appendToStream(stream, [one, one], { expectedRevision: NO_STREAM })
      expect(await collect(client.readStream(stream))).toHaveLength(2)
    },
  },
  {
    what: 'a known id together with a new one is a conflict',
    check: async ({ client, stream }) => {
      const one = anEvent()
      await client.appendToStream(stream, one, { expectedRevision: NO_STREAM })
      expect(
        await failureOf(client.appendToStream(stream, [one, anEvent()], { expectedRevision: NO_STREAM })),
      ).toBeInstanceOf(WrongExpectedVersionError)
    },
  },
  {
    what: 'an empty append succeeds with a misleading revision, and makes no stream',
    check: async ({ client, stream }) => {
      expect(await client.appendToStream(stream, [], { expectedRevision: NO_STREAM })).toMatchObject({
        success: true,
        nextExpectedRevision: 0n,
      })
      expect(await failureOf(collect(client.readStream(stream)))).toMatchObject({ type: 'stream-not-found' })
    },
  },
  {
    what: 'more than 1 MiB in one append is refused, whatever each event has',
    check: async ({ client, stream }) => {
      const tooMuch = await failureOf(
        client.appendToStream(stream, events(11, 100_000), { expectedRevision: NO_STREAM }),
      )
      expect(tooMuch).toBeInstanceOf(MaxAppendSizeExceededError)
      expect(tooMuch).toMatchObject({ maxAppendSize: 1_048_576 })
      await client.appendToStream(stream, events(10, 100_000), { expectedRevision: NO_STREAM })
    },
  },
  {
    what: 'a bad id, an empty type and an empty stream name are bad requests that the client does not recognise',
    check: async ({ client, stream }) => {
      for (const append of [
        () => client.appendToStream(stream, anEvent({ id: 'no uuid' }), { expectedRevision: NO_STREAM }),
        () => client.appendToStream(stream, anEvent({ type: '' }), { expectedRevision: NO_STREAM }),
        () => client.appendToStream('', anEvent(), { expectedRevision: NO_STREAM }),
      ]) {
        const failure = await failureOf(append())
        expect(failure).toBeInstanceOf(UnknownError)
        expect(failure.message).toContain('Could not recognize BadRequest')
      }
    },
  },
  {
    what: 'throwOnAppendFailure=false answers a conflict with revision 1, whatever the truth',
    check: async ({ client, served, stream }) => {
      await client.appendToStream(stream, events(5), { expectedRevision: NO_STREAM })
      await client.dispose()
      const quiet = EventStoreDBClient.connectionString(
        `${served.connection}${served.connection.includes('?') ? '&' : '?'}throwOnAppendFailure=false`,
      )
      expect(await quiet.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })).toMatchObject({
        success: false,
        nextExpectedRevision: 1n,
      })
      await quiet.dispose()
    },
  },
  {
    what: 'names and types in every script round trip intact',
    check: async ({ client, prefix }) => {
      const stream = `${prefix}norm-förbud / 中国 🕊`
      const type = 'Подписано ✓'
      await client.appendToStream(stream, anEvent({ type }), { expectedRevision: NO_STREAM })
      expect((await collect(client.readStream(stream)))[0]?.event).toMatchObject({ streamId: stream, type })
    },
  },
  {
    what: '256 appends at once are fine',
    check: async ({ client, prefix }) => {
      await Promise.all(
        Array.from({ length: 256 }, (_, index) =>
          client.appendToStream(`${prefix}${index}-${randomUUID()}`, anEvent(), { expectedRevision: NO_STREAM }),
        ),
      )
    },
  },
]
