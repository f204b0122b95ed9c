import { afterEach, beforeEach, describe, it } from 'vitest'
import { appending } from './appending.ts'
import { losing } from './losing.ts'
import { reading } from './reading.ts'
import { benchOf, type Bench, type Row, type Served } from './row.ts'
import { subscribing } from './subscribing.ts'

const tables: Record<string, readonly Row[]> = { appending, reading, subscribing, 'losing the server': losing }

/**
 * What a real EventStoreDB was seen to do, row by row. The server in this process must do the same, or tests on it say
 * nothing.
 */
export const behaviourTable = (name: string, served: () => Served): void => {
  describe(`${name} behaves as EventStoreDB does`, () => {
    let bench: Bench
    beforeEach(() => {
      bench = benchOf(served())
    })
    afterEach(() => bench.client.dispose())

    for (const [subject, rows] of Object.entries(tables))
      describe(subject, () => {
        for (const { what, needs, check } of rows)
          it(what, async ({ skip }) => {
            if (needs === 'restart') skip(bench.served.restart === undefined, 'the tests may not stop this server')
            await check(bench)
          })
      })
  })
}
