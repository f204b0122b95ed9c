import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventLog } from '../../src/log/port.ts'
import { openSqliteLog } from '../../src/log/sqlite/log.ts'
import { exportLog, importLog } from '../../src/log/transfer.ts'
import { catchUp, checkLog } from '../../src/readmodel/catch-up.ts'
import type { ReadModelEngine } from '../../src/readmodel/engine.ts'
import { rebuild } from '../../src/readmodel/rebuild.ts'
import { openSqliteReadModel } from '../../src/readmodel/sqlite/engine.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { record, rowsKnown } from '../support/a-read-model.ts'
import { said } from '../support/recorded.ts'

const acceded = (actor: string) => said('treaty-cat', 'TreatyAcceded', '2020-01-15', { actor })

let folder: string
let readModel: ReadModelEngine
const file = (name: string): string => join(folder, `${name}.sqlite`)
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'normtrail-another-'))
  readModel = await openSqliteReadModel(file('read'))
})
afterEach(async () => {
  await readModel.close()
  rmSync(folder, { recursive: true })
})

/** Work with the log of a file. */
const using = async <T>(name: string, work: (log: EventLog) => Promise<T>): Promise<T> => {
  const log = openSqliteLog(file(name))
  try {
    return await work(log)
  } finally {
    await log.close()
  }
}
const append = (name: string, ...actors: readonly string[]) =>
  using(name, async (log) => {
    for (const actor of actors) await record(log, acceded(actor))
  })
/**
 * With what SQLite keeps beside a file: a connection that was closed lasts until the garbage collector has found its
 * last statement.
 */
const copy = (from: string, to: string): void => {
  for (const end of ['', '-wal']) if (existsSync(file(from) + end)) copyFileSync(file(from) + end, file(to) + end)
}
const parties = async (engine: ReadModelEngine) =>
  (await rowsKnown(engine, 'treaty_act')).map(({ actor }) => String(actor)).toSorted()

/** What stands in the place of a log of which the read model knows three commits: of usa, dnk and fsm. */
const others: readonly (readonly [string, words: string, make: () => Promise<void>, actors: readonly string[]])[] = [
  ['an empty log', 'the log ends at event 0', async () => append('now'), []],
  ['an earlier copy of it', 'the log ends at event 2', async () => copy('copy', 'now'), ['dnk', 'usa']],
  [
    'an earlier copy that went on otherwise, as long',
    'the log holds another history up to there',
    async () => {
      copy('copy', 'now')
      await append('now', 'plw')
    },
    ['dnk', 'plw', 'usa'],
  ],
  [
    'an earlier copy that went on otherwise, longer',
    'the log holds another history up to there',
    async () => {
      copy('copy', 'now')
      await append('now', 'plw', 'mhl')
    },
    ['dnk', 'mhl', 'plw', 'usa'],
  ],
  [
    'an earlier copy to which the same was appended again',
    'the log holds another history up to there',
    async () => {
      copy('copy', 'now')
      await append('now', 'fsm')
    },
    ['dnk', 'fsm', 'usa'],
  ],
  [
    'a log of its own, as long',
    'the log holds another history up to there',
    async () => append('now', 'usa', 'dnk', 'fsm'),
    ['dnk', 'fsm', 'usa'],
  ],
]

describe('a read model that was made from another log', () => {
  beforeEach(async () => {
    await append('log', 'usa', 'dnk')
    copy('log', 'copy')
    await append('log', 'fsm')
    await using('log', (log) => catchUp(readModel, log))
  })

  it.each(others)('is refused by name, and made anew on request: %s', async (_, words, make, actors) => {
    await make()
    await using('now', async (log) => {
      const refusal = { code: 'another-log', exitCode: 1, message: expect.stringContaining(words) as string }
      for (const work of [catchUp, checkLog]) await expect(work(readModel, log)).rejects.toMatchObject(refusal)
      expect(await parties(readModel)).toEqual(['dnk', 'fsm', 'usa'])
      await rebuild(readModel, log)
      expect(await parties(readModel)).toEqual(actors)
      expect((await verifyReadModel(readModel, log)).differences).toEqual([])
      await checkLog(readModel, log)
    })
  })

  it('is none where the log has only grown, or is the same in another file', async () => {
    copy('log', 'now')
    await append('now', 'plw')
    expect(await using('now', (log) => catchUp(readModel, log))).toBe(4)
    await using('now', async (log) => {
      const lines: string[] = []
      for await (const line of exportLog(log)) lines.push(line)
      await using('moved', (moved) =>
        importLog(
          moved,
          (async function* () {
            yield* lines
          })(),
        ),
      )
    })
    expect(await using('moved', (log) => catchUp(readModel, log))).toBe(4)
  })

  it('is refused also where it was made from another log while this process filled it', async () => {
    const [mine, theirs] = [await openSqliteReadModel(file('shared')), await openSqliteReadModel(file('shared'))]
    await append('now', 'plw', 'mhl')
    const outcomes = await Promise.allSettled([
      using('log', (log) => catchUp(mine, log)),
      using('now', (log) => catchUp(theirs, log)),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'another-log' } })
    expect([
      ['dnk', 'fsm', 'usa'],
      ['mhl', 'plw'],
    ]).toContainEqual(await parties(mine))
    await mine.close()
    await theirs.close()
  })
})

it('a read model goes on with a log if and only if it knows no more than the two logs have in common', async () => {
  let runs = 0
  const count = fc.integer({ min: 0, max: 3 })
  await fc.assert(
    fc.asyncProperty(count, count, count, fc.nat(), async (common, mine, theirs, some) => {
      runs += 1
      const [left, right] = [`left-${runs}`, `right-${runs}`]
      const known = some % (common + mine + 1)
      const engine = await openSqliteReadModel(file(`read-${runs}`))
      try {
        const actors = ['usa', 'dnk', 'fsm', 'plw', 'mhl', 'nru']
        await append(left, ...actors.slice(0, Math.min(known, common)))
        if (known <= common) await using(left, (log) => catchUp(engine, log))
        await append(left, ...actors.slice(Math.min(known, common), common))
        copy(left, right)
        await append(left, ...actors.slice(common, Math.max(known, common)))
        if (known > common) await using(left, (log) => catchUp(engine, log))
        await append(right, ...actors.slice(common, common + theirs).toReversed())
        const outcome = await using(right, (log) => catchUp(engine, log)).catch((thrown: unknown) => thrown)
        if (known <= common) expect(outcome).toBe(common + theirs)
        else expect(outcome).toMatchObject({ code: 'another-log' })
      } finally {
        await engine.close()
      }
    }),
    { numRuns: 25, seed: 20261126 },
  )
})
