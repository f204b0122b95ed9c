import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCheckpoint } from '../../../src/readmodel/same-log.ts'
import { fill } from '../../../src/readmodel/fill.ts'
import { columnsOf } from '../../../src/readmodel/intervals.ts'
import { igoMembership } from '../../../projections/folds/igo-membership.ts'
import { verifyReadModel } from '../../../src/readmodel/verify.ts'
import { aReadModel } from '../../support/a-read-model.ts'
import { corrected, retracted, said } from '../../support/recorded.ts'

const portions = { batch: 7, window: 3, mostEvents: 4, earlierForEach: 0, bulk: 5 }

let world: Awaited<ReturnType<typeof aReadModel>>
beforeEach(async () => void (world = await aReadModel()))
afterEach(() => world.dispose())

/** The way to write from a second thread; it needs the compiled files. */
const inBulk = () => {
  const { inBulk: work } = world.readModel.generation
  if (work === undefined) throw new Error('there is no compiled thread: npm run build')
  return work
}

describe('a generation that much is written to at once', () => {
  it('holds what it would hold otherwise: rows that later commits take back are closed', async () => {
    const started = Array.from({ length: 40 }, (_, index) =>
      said(`igo-toy${index % 3}`, 'MembershipStarted', `${1950 + index}`, { actor: `s${index % 5}`, kind: 'full' }),
    )
    for (const one of started) await world.record(one)
    await world.record(...started.slice(0, 9).map((one) => corrected(one, { occurred: '1999-09-09' })))
    await world.record(retracted(started[20] as (typeof started)[number]))
    let used = 0
    const { generation } = world.readModel
    const counted = { ...generation, inBulk: (work: never) => ((used += 1), inBulk()(work)) } as typeof generation
    expect(await fill(counted, world.log, undefined, portions)).toEqual({ ordinal: 50, becameWhole: true })
    expect(used).toBe(1)
    expect(await verifyReadModel(world.readModel, world.log)).toMatchObject({ events: 50, differences: [] })
    await world.record(said('igo-toy0', 'MembershipEnded', '2001', { actor: 's0', mode: 'withdrawal' }))
    await fill(generation, world.log, undefined, portions)
    expect(await verifyReadModel(world.readModel, world.log)).toMatchObject({ events: 51, differences: [] })
  })

  it('holds nothing of a transaction whose work fails, and takes the next one', async () => {
    const { sql: reading } = world.readModel
    const checkpoint = { name: 'projector', position: 'x', ordinal: 1 }
    await inBulk()(async (write) => {
      const failing = write(async (writing) => {
        await writing.insert('checkpoint', Object.keys(checkpoint), [checkpoint])
        throw new Error('given up')
      })
      await expect(failing).rejects.toThrow('given up')
      expect(await readCheckpoint(reading)).toMatchObject({ ordinal: 0 })
      await write((writing) => writing.insert('checkpoint', Object.keys(checkpoint), [checkpoint]))
    })
    expect(await readCheckpoint(reading)).toMatchObject({ ordinal: 1 })
  })

  it('says what the rows fail with that were handed over and not waited for', async () => {
    const columns = columnsOf(igoMembership)
    const row = Object.fromEntries(columns.map((column) => [column, null]))
    await inBulk()(async (write) => {
      const failing = write((writing) => writing.insert('membership', columns, [row]))
      await expect(failing).rejects.toMatchObject({ code: 'read-model-damaged', message: /NOT NULL/ })
    })
  })

  it('keeps nothing of a transaction in which one row of several failed, though nobody waited for it', async () => {
    const checkpoint = { name: 'projector', position: 'x', ordinal: 1 }
    const columns = columnsOf(igoMembership)
    const bad = Object.fromEntries(columns.map((column) => [column, null]))
    await inBulk()(async (write) => {
      const failing = write(async (writing) => {
        await writing.insert('checkpoint', Object.keys(checkpoint), [checkpoint])
        await writing.insert('membership', columns, [bad])
      })
      await expect(failing).rejects.toMatchObject({ code: 'read-model-damaged' })
    })
    expect(await readCheckpoint(world.readModel.sql)).toMatchObject({ ordinal: 0 })
  })

  it('writes nothing after a disk is full, whatever was handed over meanwhile', async () => {
    const large = { name: 'large', position: 'x'.repeat(10_000_000), ordinal: 1 }
    const small = (index: number) => ({ name: `small ${index}`, position: 'x', ordinal: index })
    await inBulk()(async (write) => {
      const failing = write(async (writing) => {
        await sql`PRAGMA max_page_count = 200`.execute(writing.sql)
        await writing.insert('checkpoint', Object.keys(large), [large])
        for (let index = 0; index < 6; index += 1)
          await writing.insert('checkpoint', Object.keys(large), [small(index)])
      })
      await expect(failing).rejects.toMatchObject({ code: 'write-failed' })
    })
    expect(await world.readModel.sql.selectFrom('checkpoint').selectAll().execute()).toEqual([])
  })

  it('sees in its transaction what it has written, and nobody else does', async () => {
    const checkpoint = { name: 'projector', position: 'x', ordinal: 3 }
    await inBulk()((write) =>
      write(async (writing) => {
        await writing.insert('checkpoint', Object.keys(checkpoint), [checkpoint])
        expect(await readCheckpoint(writing.sql)).toMatchObject({ ordinal: 3 })
        expect(await readCheckpoint(world.readModel.sql)).toMatchObject({ ordinal: 0 })
      }),
    )
  })
})
