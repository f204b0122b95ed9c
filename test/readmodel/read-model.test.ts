import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catchUp } from '../../src/readmodel/catch-up.ts'
import { rebuild } from '../../src/readmodel/rebuild.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { formatDay, type Day } from '../../src/time/day.ts'
import { aReadModel, rowsKnown, rowsOfTable } from '../support/a-read-model.ts'
import { corrected, retracted, said } from '../support/recorded.ts'
import { theTreaty } from '../support/treaty-clauses.ts'

let world: Awaited<ReturnType<typeof aReadModel>>
beforeEach(async () => {
  world = await aReadModel()
})
afterEach(() => world.dispose())

const signed = (actor: string, occurred: string) => said('treaty-cat', 'TreatySigned', occurred, { actor })
const ratified = (actor: string, occurred: string) => said('treaty-cat', 'TreatyRatified', occurred, { actor })
const joined = (actor: string, occurred: string) =>
  said('igo-un', 'MembershipStarted', occurred, { actor, kind: 'full' })

/** The acts known at an ordinal, as actor, class and day. */
const acts = async (ordinal?: number) =>
  (await rowsKnown(world.readModel, 'treaty_act', ordinal))
    .map((row) => `${String(row.actor)} ${String(row.class)} ${formatDay(row.valid_from as Day)}`)
    .toSorted()

const clean = async () => expect((await verifyReadModel(world.readModel, world.log)).differences).toEqual([])

describe('catching up', () => {
  it('commit by commit makes the rows that a rebuild makes, closed ones included', async () => {
    const wrong = ratified('usa', '1994-10-12')
    await world.record(...theTreaty('cat').said(), signed('usa', '1988-04-18'))
    await catchUp(world.readModel, world.log)
    await world.record(wrong, joined('usa', '1945-10-24'))
    await catchUp(world.readModel, world.log)
    await world.record(corrected(wrong, { occurred: '1994-10-21' }), signed('dnk', '1985-02-04'))
    await catchUp(world.readModel, world.log)
    await clean()
    const other = await world.engine('other.sqlite')
    await rebuild(other, world.log)
    for (const table of ['treaty', 'treaty_act', 'membership'] as const)
      expect(await rowsOfTable(other, table)).toEqual(await rowsOfTable(world.readModel, table))
  })

  it('twice changes nothing', async () => {
    await world.record(...theTreaty('cat').said(), signed('usa', '1988-04-18'))
    const ordinal = await catchUp(world.readModel, world.log)
    const before = await rowsOfTable(world.readModel, 'treaty_act')
    expect(await catchUp(world.readModel, world.log)).toBe(ordinal)
    expect(await rowsOfTable(world.readModel, 'treaty_act')).toEqual(before)
  })

  it('on an empty log is at nought', async () => {
    expect(await catchUp(world.readModel, world.log)).toBe(0)
    await clean()
  })

  it('by two projectors at once ends with the rows that one makes', async () => {
    for (let year = 1985; year < 2000; year += 1)
      await world.record(
        signed('usa', `${year}-01-01`),
        joined('usa', `${year}-06-01`),
        ratified('dnk', `${year}-01-01`),
      )
    const [first, second] = [world.readModel, await world.engine()]
    const ordinals = await Promise.all([
      catchUp(first, world.log),
      catchUp(second, world.log),
      catchUp(first, world.log),
    ])
    expect(new Set(ordinals)).toEqual(new Set([45]))
    await clean()
  })

  it('takes the events of one stream from as many commits as they stand in', async () => {
    await world.record(signed('usa', '1988-04-18'))
    await world.record(signed('dnk', '1985-02-04'))
    await world.record(ratified('usa', '1994-10-21'), ratified('dnk', '1987-05-27'))
    await catchUp(world.readModel, world.log)
    expect(await acts()).toEqual([
      'dnk consent 1987-05-27',
      'dnk signature 1985-02-04',
      'usa consent 1994-10-21',
      'usa signature 1988-04-18',
    ])
    await clean()
  })
})

describe('what was known at an earlier event', () => {
  it('leaves later commits out, corrections and retractions among them', async () => {
    const wrong = ratified('usa', '1994-10-12')
    const never = signed('fra', '1985-02-04')
    const first = await world.record(wrong, never)
    const second = await world.record(corrected(wrong, { occurred: '1994-10-21' }))
    const third = await world.record(retracted(never))
    await catchUp(world.readModel, world.log)
    expect(await acts(first)).toEqual(['fra signature 1985-02-04', 'usa consent 1994-10-12'])
    expect(await acts(second)).toEqual(['fra signature 1985-02-04', 'usa consent 1994-10-21'])
    expect(await acts(third)).toEqual(['usa consent 1994-10-21'])
    expect(await acts()).toEqual(await acts(third))
  })

  it('is known with the first event of its commit: nothing of a commit is half known', async () => {
    const first = await world.record(joined('usa', '1945-10-24'))
    const last = await world.record(
      signed('usa', '1988-04-18'),
      joined('fra', '1945-10-24'),
      ratified('usa', '1994-10-21'),
    )
    await catchUp(world.readModel, world.log)
    expect(await acts(first)).toEqual([])
    expect(await acts(last)).toHaveLength(2)
    for (const row of await rowsOfTable(world.readModel, 'treaty_act')) expect(row.known_from).toBe(first + 1)
  })
})

describe('what a commit writes', () => {
  it("are only the rows that differ: an act of one actor closes nobody else's, nor its own others", async () => {
    await world.record(...theTreaty('cat').said(), signed('usa', '1988-04-18'), signed('dnk', '1985-02-04'))
    await world.record(ratified('usa', '1994-10-21'))
    await catchUp(world.readModel, world.log)
    const rows = await rowsOfTable(world.readModel, 'treaty_act')
    expect(rows).toHaveLength(3)
    expect(await rowsKnown(world.readModel, 'treaty_act')).toHaveLength(3)
    expect(await rowsOfTable(world.readModel, 'treaty')).toHaveLength(1)
  })
  it('is nothing where a correction changes nothing that a row says, but for who decided it', async () => {
    const one = signed('usa', '1988-04-18')
    await world.record(one)
    await world.record(corrected(one, { confidence: 'probable' }))
    await catchUp(world.readModel, world.log)
    const [current] = await rowsKnown(world.readModel, 'treaty_act')
    expect(JSON.parse(String(current?.decided_by))).toHaveLength(2)
    await clean()
  })
})

describe('verifying', () => {
  beforeEach(async () => {
    await world.record(
      ...theTreaty('cat').said(),
      signed('usa', '1988-04-18'),
      joined('usa', '1945-10-24'),
      signed('dnk', '1985-02-04'),
    )
    await world.record(ratified('usa', '1994-10-21'))
    await catchUp(world.readModel, world.log)
  })
  const behindItsBack = (sql: string) => {
    const database = new DatabaseSync(world.file())
    database.exec(sql)
    database.close()
  }
  const found = async () => (await verifyReadModel(world.readModel, world.log)).differences.length

  it('finds nothing where nothing was done', clean)
  it.each([
    ['a row changed', "UPDATE treaty_act SET valid_from = valid_from + 1 WHERE actor = 'usa' AND class = 'consent'"],
    ['a deciding event changed', `UPDATE treaty_act SET decided_by = '[]' WHERE actor = 'dnk'`],
    ['a row taken away', "DELETE FROM membership WHERE actor = 'usa'"],
    [
      'a row added',
      "INSERT INTO membership SELECT stream, 'fra', valid_from, valid_to, certainty, decided_by, known_from, " +
        "known_to, seq, igo, 'fra', kind, track, first_year, last_year, first_admission, told_by FROM membership",
    ],
    ['a row doubled', 'INSERT INTO membership SELECT * FROM membership'],
    [
      'a row of a stream that the log has not',
      "INSERT INTO membership SELECT 'igo-no', key, valid_from, valid_to, certainty, decided_by, known_from, " +
        'known_to, seq, igo, actor, kind, track, first_year, last_year, first_admission, told_by FROM membership',
    ],
    ['a row known from another day', "UPDATE treaty_act SET known_from = 1 WHERE class = 'consent'"],
    ['an event taken away', 'DELETE FROM event WHERE ordinal = 3'],
    ['an event changed', "UPDATE event SET body = replace(body, '1988-04-18', '1988-04-19')"],
    ['an event under another key', "UPDATE event SET key = 'dnk' WHERE key = 'usa'"],
    ['a commit known from another moment', "UPDATE commit_known SET recorded_at = '1999-01-01T00:00:00.000000Z'"],
    ['a commit taken away', 'DELETE FROM commit_known WHERE first_ordinal = 1'],
  ])('notices %s behind its back', async (_, sql) => {
    behindItsBack(sql)
    expect(await found()).toBeGreaterThan(0)
  })
  it('is content again after a rebuild', async () => {
    behindItsBack('DELETE FROM membership; UPDATE treaty_act SET valid_from = 0; DELETE FROM event WHERE ordinal = 3')
    await rebuild(world.readModel, world.log)
    await clean()
  })
})
