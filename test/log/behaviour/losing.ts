import { NO_STREAM, START, streamNameFilter } from '@eventstore/db-client'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { collect } from '../../support/collect.ts'
import { anEvent, failureOf, listen, type Row } from './row.ts'

export const losing: readonly Row[] = [
  {
    what:
      'while the server is down an append fails with a plain Error of code 14; ' +
      'the same client appends again when it is back',
    needs: 'restart',
    check: async ({ client, stream, served }) => {
      await client.appendToStream(stream, anEvent(), { expectedRevision: NO_STREAM })
      await served.down?.()
      await failureOf(client.appendToStream(stream, anEvent(), { expectedRevision: 0n }))
      const failure = await failureOf(client.appendToStream(stream, anEvent(), { expectedRevision: 0n }))
      expect(failure).toMatchObject({ code: 14 })
      expect(failure['type']).toBeUndefined()
      await served.up?.()
      for (let tries = 0; tries < 100; tries += 1) {
        const back = await client.appendToStream(stream, anEvent(), { expectedRevision: 0n }).catch(() => undefined)
        if (back !== undefined) break
        await sleep(20)
      }
      expect(await collect(client.readStream(stream))).toHaveLength(2)
    },
  },
  {
    what: 'a subscription does not come back after the server',
    needs: 'restart',
    check: async ({ client, prefix, served }) => {
      const subscription = client.subscribeToAll({
        fromPosition: START,
        filter: streamNameFilter({ prefixes: [prefix] }),
      })
      const heard = listen(subscription)
      await heard.until(() => heard.seen.includes('caughtUp'))
      await served.restart?.()
      await heard.until(() => heard.failure() !== undefined)
      expect(heard.seen).not.toContain('end')
    },
  },
]
