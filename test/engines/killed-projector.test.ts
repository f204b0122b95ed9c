import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEventStoreLog } from '../../src/log/eventstore/log.ts'
import { readCheckpoint } from '../../src/readmodel/same-log.ts'
import { aChild, type Halt } from '../readmodel/postgres/a-child.ts'
import { recordMany } from '../readmodel/postgres/histories.ts'
import { onPostgres } from '../readmodel/postgres/on-postgres.ts'
import { startLogServer, type LogServer } from '../support/eventstore.ts'
import { waitFor } from '../support/wait-for.ts'

/**
 * 90 commits of fifty events; at the fastest, the projector's transactions end after 1,000, 2,000, 3,000, 4,000 and at
 * the end.
 */
const commits = 90
const events = 50 * commits
const batch = 1_000

/**
 * Where each projector is killed: where it halts, or `anywhere` after it has said for the first time that it works. In
 * its first transaction: early, at the last event, before and after its end; in the next ones, and at the last event.
 */
const kills: readonly (Halt | 'anywhere')[] = [
  { at: 77 },
  { at: 999 },
  { before: 1_000 },
  'anywhere',
  { after: 1_000 },
  { at: 2_005 },
  { before: 3_000 },
  'anywhere',
  { at: events - 1 },
]

/**
 * Where the read model may stand after a kill: at the end of a transaction that was committed. A transaction ends after
 * so many events, or after some seconds, so where exactly depends on the machine.
 */
const expectCommitted = (halt: Halt, left: number, before: number, where: string): void => {
  expect(left % 50, where).toBe(0)
  expect(left, where).toBeGreaterThanOrEqual('after' in halt ? halt.after : before)
  if (!('after' in halt)) expect(left, where).toBeLessThan('at' in halt ? halt.at : halt.before)
}

const postgres = onPostgres()

describe('a projector on EventStoreDB and PostgreSQL', () => {
  let server: LogServer
  beforeAll(async () => {
    server = await startLogServer()
  })
  afterAll(() => server.stop())

  it(`killed ${kills.length} times in the middle of its catch-up leaves what a rebuild makes`, async () => {
    const logName = server.freshLogName()
    const log = openEventStoreLog(server.connection, { logName })
    const engine = await postgres.engine(logName)
    await recordMany(log, commits)
    expect((await log.head()).ordinal).toBe(events)

    const task = { log: server.connection, read: postgres.server().connection, logName, batch } as const
    const standing = async () => (await readCheckpoint(engine.sql)).ordinal
    let rolledBack = 0
    for (const kill of kills) {
      const before = await standing()
      const child = aChild({ ...task, work: 'project', ...(kill !== 'anywhere' && { halt: kill }) })
      await child.until(({ kind }) => kind === (kill === 'anywhere' ? 'catching-up' : 'halted'))
      await child.kill()
      const reached = child.said.at(-1)?.ordinal ?? 0
      const left = await standing()
      const where = `${JSON.stringify(kill)}: from ${before}, had read ${reached}, left ${left}`
      expect(
        child.said.filter(({ kind }) => kind === 'following'),
        where,
      ).toEqual([])
      expect(reached, where).toBeGreaterThan(before)
      expect(left, where).toBeLessThan(events)
      if (kill === 'anywhere') expect(left, where).toBeGreaterThanOrEqual(before)
      else expectCommitted(kill, left, before, where)
      if (left < reached) rolledBack += 1
    }
    expect(rolledBack).toBeGreaterThanOrEqual(6)

    const last = aChild({ ...task, work: 'project once' })
    expect(await waitFor(engine, events, { timeout: 60_000 })).toBe(events)
    expect(await last.ended, last.complaints()).toBe(0)
    await postgres.expectAsRebuilt(engine, log)
    await log.close()
  })
})
