import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { catchUp } from '../../../src/readmodel/catch-up.ts'
import { readCheckpoint } from '../../../src/readmodel/same-log.ts'
import { fill } from '../../../src/readmodel/fill.ts'
import type { EventLog } from '../../../src/log/port.ts'
import { rebuild } from '../../../src/readmodel/rebuild.ts'
import { verifyReadModel } from '../../../src/readmodel/verify.ts'
import { record } from '../../support/a-read-model.ts'
import { corrected, retracted, said } from '../../support/recorded.ts'
import { aChild } from './a-child.ts'
import { joined, ratified, recordMany, recordSome, signed } from './histories.ts'
import { everyRow, onPostgres } from './on-postgres.ts'

const postgres = onPostgres()

describe('catching up', () => {
  it('commit by commit makes the rows that a rebuild makes, and that SQLite holds', async () => {
    const [engine, embedded, log] = [await postgres.engine(), await postgres.onSqlite(), postgres.log()]
    await recordSome(log)
    await catchUp(engine, log)
    const never = signed('fra', '1985-02-04')
    for (const commit of [
      [never, joined('coe', 'fra')],
      [retracted(never)],
      [corrected(never, { occurred: '1985-02-05' })],
    ]) {
      await record(log, ...commit)
      expect(await catchUp(engine, log)).toBe((await log.head()).ordinal)
    }
    await postgres.expectAsRebuilt(engine, log)
    await catchUp(embedded, log)
    expect(await everyRow(engine)).toEqual(await everyRow(embedded))
  })

  it.each([
    ['remembers nothing and reads single keys back', { batch: 120, window: 30, mostEvents: 0, earlierForEach: 0 }],
    ['remembers nothing and reads whole streams back', { batch: 300, window: 60, mostEvents: 0, earlierForEach: 50 }],
    ['remembers some', { batch: 200, window: 1, mostEvents: 100, earlierForEach: 1 }],
  ])('makes the same rows where it %s', async (_, portions) => {
    const [engine, embedded, log] = [await postgres.engine(), await postgres.onSqlite(), postgres.log()]
    await recordSome(log)
    await recordMany(log, 10)
    await fill(engine.generation, log, undefined, portions)
    await postgres.expectAsRebuilt(engine, log)
    await catchUp(embedded, log)
    expect(await everyRow(engine)).toEqual(await everyRow(embedded))
  })

  it('twice changes nothing, and an empty log is at nought', async () => {
    const [engine, log] = [await postgres.engine(), postgres.log()]
    expect(await catchUp(engine, log)).toBe(0)
    await recordSome(log)
    await catchUp(engine, log)
    const rows = await everyRow(engine)
    await catchUp(engine, log)
    expect(await everyRow(engine)).toEqual(rows)
  })

  it('keeps texts that PostgreSQL would refuse', async () => {
    const [engine, log] = [await postgres.engine(), postgres.log()]
    const note = 'before\0after \uD800 \u0001 ไทย "quoted" \\'
    await record(
      log,
      said(
        'treaty-odd',
        'TreatySigned',
        '1988-04-18',
        { actor: 'usa' },
        { note, sources: [{ citation: note, kind: 'press' }] },
      ),
    )
    await record(
      log,
      said('source-odd', 'SourceRegistered', undefined, { source: 'odd', citation: 'a\0b', kind: 'press' }),
    )
    await catchUp(engine, log)
    const [event] = await engine.sql.selectFrom('event').select('body').where('stream', '=', 'treaty-odd').execute()
    expect(JSON.parse(String(event?.body))).toMatchObject({ note, sources: [{ citation: note }] })
    expect(await engine.sql.selectFrom('source').select('citation').execute()).toEqual([{ citation: 'a\0b' }])
    await postgres.expectAsRebuilt(engine, log)
  })

  it('by many projectors at once ends with the rows that one makes', async () => {
    const name = postgres.logName()
    const log = postgres.log()
    await recordMany(log, 30)
    const engines = await Promise.all([postgres.engine(name), postgres.engine(name), postgres.engine(name)])
    const ordinals = await Promise.all([...engines, ...engines].map((engine) => catchUp(engine, log)))
    expect(new Set(ordinals)).toEqual(new Set([1_500]))
    await postgres.expectAsRebuilt(engines[0] as (typeof engines)[number], log)
  })
})

describe('a projector that is killed', () => {
  it('five times in the middle of its work leaves what a rebuild makes', async () => {
    const name = postgres.logName()
    const engine = await postgres.engine(name)
    const file = join(postgres.folder(), 'log.sqlite')
    const log = postgres.log(file)
    await recordMany(log, 48)
    const left: number[] = []
    const halts = [300, 800, 1_200, 1_800, 2_300]
    for (const haltAt of halts) {
      const child = aChild({
        work: 'catch up',
        log: `sqlite:${file}`,
        read: postgres.server().connection,
        logName: name,
        batch: 1_000,
        halt: { at: haltAt },
      })
      await child.until(({ kind }) => kind === 'halted')
      await child.kill()
      left.push((await readCheckpoint(engine.sql)).ordinal)
    }
    // A transaction ends after 1,000 events, or after some seconds: where exactly depends on the machine.
    for (const [index, ordinal] of left.entries()) {
      expect(ordinal).toBeGreaterThanOrEqual(left[index - 1] ?? 0)
      expect(ordinal).toBeLessThan(halts[index] as number)
      expect(ordinal % 50).toBe(0)
    }
    expect(left.at(-1)).toBeGreaterThan(0)
    expect(await catchUp(engine, log)).toBe(2_400)
    await postgres.expectAsRebuilt(engine, log)
  })
})

describe('verifying', () => {
  let log: EventLog
  let name: string
  const tampered = async (statement: string) => {
    const engine = await postgres.engine(name)
    await catchUp(engine, log)
    await postgres.server().query(`SET search_path = ${engine.generation.name}; ${statement}; RESET search_path`)
    return engine
  }
  beforeEach(async () => {
    name = postgres.logName()
    log = postgres.log()
    await recordSome(log)
  })
  it.each([
    ['a row changed', "UPDATE treaty_act SET valid_from = valid_from + 1 WHERE actor = 'usa' AND class = 'consent'"],
    ['a row taken away', "DELETE FROM membership WHERE actor = 'usa'"],
    ['a row doubled', 'INSERT INTO membership SELECT * FROM membership'],
    ['an event changed', "UPDATE event SET body = replace(body, '1988-04-18', '1988-04-19')"],
    ['an event taken away', 'DELETE FROM event WHERE ordinal = 3'],
    ['a commit taken away', 'DELETE FROM commit_known WHERE first_ordinal = 1'],
  ])('notices %s behind its back, and is content after a rebuild', async (_, statement) => {
    const engine = await tampered(statement)
    expect((await verifyReadModel(engine, log)).differences).not.toEqual([])
    await rebuild(engine, log)
    expect((await verifyReadModel(engine, log)).differences).toEqual([])
  })
})

describe('rebuilding while others work', () => {
  it('never shows them a read model without tables', async () => {
    const name = postgres.logName()
    const [engine, other, log] = [await postgres.engine(name), await postgres.engine(name), postgres.log()]
    await recordMany(log, 10)
    await catchUp(engine, log)
    const over = new AbortController()
    const asking = (async () => {
      let asked = 0
      for (; !over.signal.aborted; asked += 1) {
        await catchUp(other, log)
        await other.sql.selectFrom('membership').select('actor').limit(1).execute()
      }
      return asked
    })()
    for (let round = 0; round < 3; round += 1) await rebuild(engine, log)
    over.abort()
    expect(await asking).toBeGreaterThan(0)
    await record(log, ratified('usa'))
    await catchUp(other, log)
    await postgres.expectAsRebuilt(engine, log)
  })
})
