import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventLog } from '../../../src/log/port.ts'
import { catchUp } from '../../../src/readmodel/catch-up.ts'
import { readCheckpoint } from '../../../src/readmodel/same-log.ts'
import type { ReadModelEngine } from '../../../src/readmodel/engine.ts'
import { defaultLease } from '../../../src/readmodel/postgres/lease.ts'
import { runProjector, type ProjectorState } from '../../../src/readmodel/projector-loop.ts'
import { record } from '../../support/a-read-model.ts'
import { waitFor } from '../../support/wait-for.ts'
import { aChild, type Halt } from './a-child.ts'
import { joined, recordMany, recordSome } from './histories.ts'
import { onPostgres } from './on-postgres.ts'

const postgres = onPostgres()
/** No takeover takes longer than the lease. */
const long = { timeout: defaultLease }

/** A projector in this process: what it says, and the way to end it. */
const projecting = (engine: ReadModelEngine, log: EventLog) => {
  const stopping = new AbortController()
  const states: ProjectorState[] = []
  const waiting = new Set<() => void>()
  const done = runProjector(engine, log, {
    signal: stopping.signal,
    onState: (state) => {
      states.push(state)
      for (const wake of waiting) wake()
    },
  })
  return {
    states,
    until: async (wanted: (states: readonly ProjectorState[]) => boolean) => {
      while (!wanted(states))
        await new Promise<void>((resolve) => {
          waiting.add(resolve)
        })
    },
    stop: async () => {
      stopping.abort()
      await done
    },
  }
}
const kinds = (states: readonly ProjectorState[]) => states.map(({ kind }) => kind)

describe('a projector', () => {
  it('takes in what is there and what comes, on either engine', async () => {
    for (const engine of [await postgres.engine(), await postgres.onSqlite()]) {
      const log = postgres.log()
      await recordSome(log)
      const projector = projecting(engine, log)
      await waitFor(engine, (await log.head()).ordinal, long)
      for (const actor of ['fra', 'che'])
        expect(await waitFor(engine, await record(log, joined('un', actor)), long)).toBe((await log.head()).ordinal)
      await projector.stop()
      expect((await readCheckpoint(engine.sql)).ordinal).toBe((await log.head()).ordinal)
      expect(projector.states.at(-1)).toEqual({ kind: 'following', ordinal: (await log.head()).ordinal })
    }
  })

  it('stands by while another leads, and takes over when that one is killed', async () => {
    const name = postgres.logName()
    const engine = await postgres.engine(name)
    const file = join(postgres.folder(), 'log.sqlite')
    const log = postgres.log(file)
    await recordSome(log)
    const leader = aChild({ work: 'project', log: `sqlite:${file}`, read: postgres.server().connection, logName: name })
    await leader.until(({ kind }) => kind === 'following')
    const standby = projecting(engine, log)
    await standby.until((states) => kinds(states).includes('standby'))
    const before = await record(log, joined('un', 'fra'))
    await leader.until(({ ordinal }) => ordinal === before)
    await waitFor(engine, before, long)
    expect(kinds(standby.states)).toEqual(['standby'])
    await leader.kill()
    await waitFor(engine, await record(log, joined('un', 'che')), long)
    await standby.until((states) => kinds(states).includes('following'))
    await standby.stop()
    await postgres.expectAsRebuilt(engine, log)
  })

  describe('that hangs, its connections open, loses its lease', () => {
    const lease = 2_000
    const hanging = async (halt?: Halt) => {
      const name = postgres.logName()
      const engine = await postgres.engine(name, { lease })
      const file = join(postgres.folder(), 'log.sqlite')
      const log = postgres.log(file)
      await recordSome(log)
      const leader = aChild({
        work: 'project',
        log: `sqlite:${file}`,
        read: postgres.server().connection,
        logName: name,
        lease,
        ...(halt !== undefined && { halt }),
      })
      return { engine, log, leader }
    }

    it('while it waits for events: the standby takes over, and it stands by when it is back', async () => {
      const { engine, log, leader } = await hanging()
      await leader.until(({ kind }) => kind === 'following')
      const standby = projecting(engine, log)
      await standby.until((states) => kinds(states).includes('standby'))
      leader.freeze()
      await waitFor(engine, await record(log, joined('un', 'fra')), long)
      const before = leader.said.length
      leader.thaw()
      await leader.until((line) => leader.said.indexOf(line) >= before && line.kind === 'standby')
      await waitFor(engine, await record(log, joined('un', 'che')), long)
      expect(kinds(standby.states).at(-1)).toBe('following')
      await standby.stop()
      await leader.until((line) => leader.said.indexOf(line) >= before && line.kind === 'following')
      await leader.kill()
      await postgres.expectAsRebuilt(engine, log)
    })

    it('in the middle of a transaction: neither the standby nor a question waits longer for it', async () => {
      const { engine, log, leader } = await hanging({ before: 1 })
      await leader.until(({ kind }) => kind === 'halted')
      const standby = projecting(engine, log)
      const { ordinal } = await log.head()
      expect(await catchUp(engine, log)).toBe(ordinal)
      await standby.until((states) => kinds(states).includes('following'))
      await standby.stop()
      await leader.kill()
      await postgres.expectAsRebuilt(engine, log)
    })
  })

  it('ends when it is told to, also as a standby', async () => {
    const name = postgres.logName()
    const log = postgres.log()
    await recordSome(log)
    const [first, second] = [projecting(await postgres.engine(name), log), projecting(await postgres.engine(name), log)]
    await Promise.race([first, second].map(({ until }) => until((states) => kinds(states).includes('following'))))
    await Promise.all([first.stop(), second.stop()])
    expect([...kinds(first.states), ...kinds(second.states)].filter((kind) => kind === 'following')).toHaveLength(1)
  })

  it('goes on after PostgreSQL has ended its sessions', async () => {
    const name = postgres.logName()
    const [engine, log] = [await postgres.engine(name), postgres.log()]
    await recordSome(log)
    const projector = projecting(engine, log)
    for (const actor of ['fra', 'che', 'swe']) {
      await projector.until((states) => kinds(states).at(-1) === 'following')
      await postgres
        .server()
        .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
          `normtrail ${name}`,
        ])
      await waitFor(engine, await record(log, joined('un', actor)), long)
    }
    await projector.stop()
    expect(kinds(projector.states).filter((kind) => kind === 'standby').length).toBeGreaterThan(1)
    await postgres.expectAsRebuilt(engine, log)
  })

  it('gives up its transaction where it is stopped in the middle', async () => {
    const [engine, log] = [await postgres.engine(), postgres.log()]
    await recordMany(log, 60)
    const stopping = new AbortController()
    await runProjector(engine, log, {
      signal: stopping.signal,
      onState: ({ kind }) => kind === 'catching-up' && stopping.abort(),
    })
    // It is stopped within a thousand events. What a transaction of a second had committed by then stays.
    expect((await readCheckpoint(engine.sql)).ordinal).toBeLessThanOrEqual(2_000)
  })
})

describe('waiting for an event', () => {
  it('says how far the read model is where nobody projects', async () => {
    const engine = await postgres.engine()
    await expect(waitFor(engine, 3, { timeout: 0 })).rejects.toMatchObject({
      code: 'read-model-behind',
      class: 'unavailable',
    })
    expect(await waitFor(engine, 0, { timeout: 0 })).toBe(0)
  })
})

describe('a process that closes its read model', () => {
  it.each(['catch up', 'project once'] as const)('ends by itself: %s', async (work) => {
    const file = join(postgres.folder(), 'log.sqlite')
    const log = postgres.log(file)
    await recordSome(log)
    const child = aChild({
      work,
      log: `sqlite:${file}`,
      read: postgres.server().connection,
      logName: postgres.logName(),
    })
    expect(await child.ended, child.complaints()).toBe(0)
    expect(child.said.at(-1)).toEqual({ kind: 'closed' })
  })
})
