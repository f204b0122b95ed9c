import type { Placed, Position } from '../port.ts'
import type { LogNames } from './names.ts'
import { placeOf, positionOf } from './place.ts'
import { replay, type Replayed } from './replay.ts'
import type { FactsOf } from './sealed-facts.ts'
import type { Server } from './server.ts'
import { recordsToEnd } from './to-end.ts'

/** Reads the whole log in the order of ordinals, from any position on, up to its end at this time. */
export const allReader = (server: Server, names: LogNames, factsOf: FactsOf) =>
  async function* (options: { after?: Position | undefined; limit?: number } = {}): AsyncGenerator<Placed> {
    const from = placeOf(names.logName, options.after)
    let left = options.limit ?? Number.POSITIVE_INFINITY
    if (left <= 0) return
    for await (const items of replay<never>(recordsToEnd(server, names, from), from, factsOf))
      for (const { event, place, endsCommit } of items as readonly Replayed[]) {
        yield { event, position: positionOf(names.logName, place), endsCommit }
        left -= 1
        if (left === 0) return
      }
  }
