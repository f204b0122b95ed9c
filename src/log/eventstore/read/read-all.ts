import type { Placed, ReadAll } from '../../port.ts'
import type { LogNames } from '../records/names.ts'
import { placeOf, positionOf } from '../records/position.ts'
import { strangerText, type LogRecord } from '../records/record.ts'
import { replay, type Replayed } from './replay.ts'
import type { FactsOf } from '../records/sealed-facts.ts'
import type { Server } from '../connection/server.ts'
import { recordsToEnd } from './read-to-head.ts'

/** Reads the whole log in the order of ordinals, from any position on, up to its end at this time. */
export const allReader = (server: Server, names: LogNames, factsOf: FactsOf) =>
  async function* (options: ReadAll = {}): AsyncGenerator<Placed> {
    const from = placeOf(names.logName, options.after)
    let left = options.limit ?? Number.POSITIVE_INFINITY
    if (left <= 0) return
    const records = noting(recordsToEnd(server, names, from), options.onStranger)
    for await (const items of replay<never>(records, from, factsOf))
      for (const { event, place, endsCommit } of items as readonly Replayed[]) {
        yield { event, position: positionOf(names.logName, place), endsCommit }
        left -= 1
        if (left === 0) return
      }
  }

async function* noting(
  records: AsyncIterable<readonly LogRecord[]>,
  onStranger: ReadAll['onStranger'],
): AsyncGenerator<readonly LogRecord[]> {
  for await (const some of records) {
    if (onStranger !== undefined)
      for (const record of some) if (record.kind === 'stranger') onStranger(strangerText(record))
    yield some
  }
}
