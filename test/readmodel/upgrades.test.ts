import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EventLog } from '../../src/log/port.ts'
import { catchUp } from '../../src/readmodel/catch-up.ts'
import { readCheckpoint } from '../../src/readmodel/same-log.ts'
import type { ReadModelEngine } from '../../src/readmodel/engine.ts'
import { openPostgresReadModel } from '../../src/readmodel/postgres/engine.ts'
import { rebuild } from '../../src/readmodel/rebuild.ts'
import { openSqliteReadModel } from '../../src/readmodel/sqlite/engine.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { record } from '../support/a-read-model.ts'
import { said } from '../support/recorded.ts'
import { aTreaty } from '../support/treaty-clauses.ts'
import { aChild, type Halt, type Task } from './postgres/a-child.ts'
import { joined, recordMany } from './postgres/histories.ts'
import { everyRow, onPostgres } from './postgres/on-postgres.ts'

const postgres = onPostgres()

/** The shape of a version that is not this one. */
const older = '0a0a0a0a'

/** A log, and a read model on one of the engines that several processes open. */
const aHouse = (engine: 'SQLite' | 'PostgreSQL') => {
  const folder = postgres.folder()
  const logName = postgres.logName()
  const file = join(folder, 'log.sqlite')
  const read = engine === 'SQLite' ? `sqlite:${join(folder, 'read.sqlite')}` : postgres.server().connection
  const log = postgres.log(file)
  return {
    log,
    open: (shape?: string): Promise<ReadModelEngine> => {
      const options = shape === undefined ? {} : { shape }
      return engine === 'SQLite'
        ? openSqliteReadModel(join(folder, 'read.sqlite'), options)
        : openPostgresReadModel(read, { logName, ...options })
    },
    child: (task: Pick<Task, 'work'> & Partial<Task>) => aChild({ log: `sqlite:${file}`, read, logName, ...task }),
  }
}

/**
 * A treaty that one state after the other signs, behind some thousand events of other kinds; says how many had signed
 * at which ordinal.
 */
const aSigner = async (log: EventLog, others: number) => {
  await record(log, ...aTreaty().said())
  await recordMany(log, others)
  const signedAt = new Map([[(await log.head()).ordinal, 0]])
  return {
    signedAt,
    sign: async (): Promise<number> => {
      const nth = signedAt.size
      const memberships = Array.from({ length: 10 }, (_, index) => joined(`sign${nth}`, `a${index}`))
      const before = (await log.head()).ordinal
      // In the middle of the append an answer may know it before the signer does.
      signedAt.set(before + 1 + memberships.length, nth)
      return record(log, said('treaty-toy', 'TreatySigned', '1988-04-18', { actor: `s${nth}` }), ...memberships)
    },
  }
}

const answersOf = (child: ReturnType<typeof aChild>) =>
  child.said.filter(({ kind }) => kind === 'answer') as readonly {
    ordinal: number
    count: number
    generation: string
  }[]

/** No answer falls behind the one before it, and each says what was so at its ordinal. */
const expectSound = (child: ReturnType<typeof aChild>, signedAt: ReadonlyMap<number, number>): void => {
  const answers = answersOf(child)
  expect(answers.length, child.complaints()).toBeGreaterThan(5)
  for (const [index, { ordinal, count }] of answers.entries()) {
    expect(ordinal).toBeGreaterThanOrEqual(answers[index - 1]?.ordinal ?? 0)
    expect(count, `as of event ${ordinal}`).toBe(signedAt.get(ordinal))
  }
}

const expectSame = async (engine: ReadModelEngine, log: EventLog): Promise<void> =>
  expect((await verifyReadModel(engine, log)).differences).toEqual([])
const states = async (engine: ReadModelEngine) =>
  (await engine.generations()).map(({ shape, state }) => `${shape === engine.shape ? 'own' : shape} ${state}`)

describe.each(['SQLite', 'PostgreSQL'] as const)('on %s', (kind) => {
  it('a read model of another version is left alone, a new one built beside it, both kept up to the log', async () => {
    const { log, open, child } = aHouse(kind)
    const { sign, signedAt } = await aSigner(log, 20)
    const theirs = child({ work: 'ask', shape: older })
    await theirs.until(({ kind: what }) => what === 'answer')

    const ours = await open()
    expect(await ours.isBeside()).toBe(true)
    expect((await readCheckpoint(ours.sql)).ordinal).toBe(0)
    await catchUp(ours, log)
    expect(await ours.isBeside()).toBe(false)
    await expectSame(ours, log)
    const signed = await sign()
    await theirs.until(({ ordinal }) => ordinal === signed)
    expect(await catchUp(ours, log)).toBe(signed)
    expect(await states(ours)).toEqual(expect.arrayContaining(['own serving', `${older} serving`]))
    expectSound(theirs, signedAt)
    await ours.close()

    await theirs.kill()
    const again = await open()
    expect(await states(again)).toEqual(['own serving'])
    await expectSame(again, log)
    await again.close()

    // And the other way round: the older version finds none of its shape, and builds its own.
    const back = await open(older)
    expect(await back.isBeside()).toBe(true)
    expect(await catchUp(back, log)).toBe(signed)
    await back.close()
  })

  it('who asks all through two rebuilds, while events come in, is always answered and never falls behind', async () => {
    const { log, open, child } = aHouse(kind)
    const { sign, signedAt } = await aSigner(log, 20)
    const engine = await open()
    await catchUp(engine, log)
    const first = engine.generation.name
    const asking = [child({ work: 'ask' }), child({ work: 'ask' })]
    for (const one of asking) await one.until(({ kind: what }) => what === 'answer')

    const over = new AbortController()
    const signing = (async () => {
      while (!over.signal.aborted) {
        await sign()
        await sleep(40)
      }
    })()
    for (let round = 0; round < 2; round += 1) {
      const builder = child({ work: 'rebuild' })
      expect(await builder.ended, builder.complaints()).toBe(0)
      const { ordinal: last } = await log.head()
      for (const one of asking) await one.until(({ ordinal = 0 }) => ordinal >= last)
    }
    over.abort()
    await signing
    const { ordinal: head } = await log.head()
    expect(await catchUp(engine, log)).toBe(head)
    expect(engine.generation.name).not.toBe(first)
    for (const one of asking) {
      await one.until(({ ordinal }) => ordinal === head)
      await one.kill()
      expectSound(one, signedAt)
      expect(new Set(answersOf(one).map(({ generation }) => generation)).size).toBe(3)
    }
    await expectSame(engine, log)
    await engine.close()
    const again = await open()
    expect(await states(again)).toEqual(['own serving'])
    await again.close()
  })

  it('a rebuild that is killed, seven times, leaves the read model that serves as it was, nothing behind', async () => {
    const { log, open, child } = aHouse(kind)
    await recordMany(log, 24)
    const { ordinal: head } = await log.head()
    const before = await open()
    await catchUp(before, log)
    const rows = await everyRow(before)
    const serving = before.generation.name
    await before.close()

    // Each kind of moment, at the beginning, in between and at the end: in a transaction, before and after its commit.
    const kills: readonly (Halt | 'anywhere')[] = [
      { at: 1 },
      { at: 603 },
      { before: 1 },
      'anywhere',
      { after: 1 },
      { before: head },
      { after: head },
    ]
    for (const kill of kills) {
      const builder = child({ work: 'rebuild', ...(kill !== 'anywhere' && { halt: kill }) })
      await builder.until(({ kind: what }) => what === (kill === 'anywhere' ? 'catching-up' : 'halted'))
      const meanwhile = await open()
      expect(meanwhile.generation.name).toBe(serving)
      expect(await states(meanwhile)).toEqual(['own serving', 'own building'])
      if (kill !== 'anywhere')
        await expect(rebuild(meanwhile, log)).rejects.toMatchObject({ code: 'already-building', class: 'conflict' })
      await builder.kill()
      expect((await readCheckpoint(meanwhile.sql)).ordinal).toBe(head)
      await meanwhile.close()
    }
    const after = await open()
    expect(await states(after)).toEqual(['own serving'])
    expect(after.generation.name).toBe(serving)
    expect(await everyRow(after)).toEqual(rows)
    expect(await rebuild(after, log)).toBe(head)
    expect(after.generation.name).not.toBe(serving)
    expect(await everyRow(after)).toEqual(rows)
    await expectSame(after, log)
    await after.close()
    const again = await open()
    expect(await states(again)).toEqual(['own serving'])
    await again.close()
  })
})
