import type { Position, Signal } from '../../port.ts'
import { follow, live } from './follow.ts'
import type { LogNames } from '../records/names.ts'
import { placeOf, positionOf } from '../records/position.ts'
import { readFrom } from './read-page.ts'
import { recordOf, type LogRecord } from '../records/record.ts'
import { replay } from './replay.ts'
import type { FactsOf } from '../records/sealed-facts.ts'
import type { Server } from '../connection/server.ts'
import { sealBehind } from './read-to-head.ts'

/** Follows the log for ever: it comes back by itself after every drop, and ends only where the signal says so. */
export const subscriber = (server: Server, names: LogNames, factsOf: FactsOf, closing: AbortSignal) =>
  async function* ({ after, signal }: { after?: Position | undefined; signal: AbortSignal }): AsyncGenerator<Signal> {
    const from = placeOf(names.logName, after)
    const over = new AbortController()
    const stop = AbortSignal.any([signal, closing, over.signal])
    async function* records(): AsyncGenerator<readonly (LogRecord | typeof live)[]> {
      if (from.at !== undefined) await readFrom(server, from.at, 1)
      yield* sealBehind(server, names, from)
      for await (const items of follow(server, { prefix: names.prefix, after: from.at, signal: stop }))
        yield items.map((item) => (item === live ? live : recordOf(names, item)))
    }
    try {
      for await (const items of replay(records(), from, factsOf))
        for (const item of items) {
          if (stop.aborted) return
          if (item === live) yield { kind: 'live' }
          else
            yield {
              kind: 'event',
              event: item.event,
              position: positionOf(names.logName, item.place),
              endsCommit: item.endsCommit,
            }
        }
    } catch (thrown) {
      if (!stop.aborted) throw thrown
    } finally {
      over.abort()
    }
  }
