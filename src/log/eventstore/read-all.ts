import type { Placed, Position } from '../port.ts'
import type { LogNames } from './names.ts'
import { placeOf, positionOf } from './place.ts'
import type { Fact, Seal } from './record.ts'
import { replay, type Replayed } from './replay.ts'
import type { Server } from './server.ts'
import { recordsToEnd } from './to-end.ts'

/** Reads the whole log in the order of ordinals, from any position on, up to its end at this time. */
export const allReader = (server: Server, names: LogNames, factsOf: (seal: Seal, skip: number) => AsyncIterable<Fact>) =>
  async function* (options: { after?: Position | undefined; limit?: number } = {}): AsyncGenerator<Placed> {
    const from = placeOf(names.logName, options.after)
    let left = options.limit ?? Number.POSITIVE_INFINITY
    if (left <= 0) return
    for await (const item of replay<never>(recordsToEnd(server, names, from), from, factsOf)) {
      const { event, place, endsCommit } = item as Replayed
      yield { event, position: positionOf(names.logName, place), endsCommit }
      left -= 1
      if (left === 0) return
    }
  }
