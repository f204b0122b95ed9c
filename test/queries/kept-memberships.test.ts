import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadAllMemberships } from '../../src/queries/memberships/load-memberships.ts'
import { broughtTo, loadKeptMemberships, packAll } from '../../src/queries/memberships/kept-memberships.ts'
import { loadCoverageOfMemberships } from '../../src/queries/memberships/membership-coverage.ts'
import { loadSeries } from '../../src/queries/memberships/load-spans.ts'
import { packSpans } from '../../src/queries/memberships/packed-spans.ts'
import { openSnapshot, type Snapshot } from '../../src/queries/question/snapshot.ts'
import { resolutionOf } from '../../src/time/date-policy.ts'
import { aReadModel } from '../support/a-read-model.ts'
import { corrected, retracted, said, type Said } from '../support/recorded.ts'
import { fc } from '../support/seeded.ts'

type World = Awaited<ReturnType<typeof aReadModel>>

/** As another process would find it: nothing is kept in memory for an engine that was opened anew. */
const snapshotOf = async (world: World, asKnownAt?: string): Promise<Snapshot> => {
  const { generation } = await world.engine()
  return openSnapshot(generation.sql, { asOf: '2000-01-01', asKnownAt }, new Date(), generation.beside)
}

const anew = async (snapshot: Snapshot) => packSpans(await loadAllMemberships(snapshot))
/** The files beside the read model, but that of names. */
const filesOf = (world: World): readonly string[] =>
  readdirSync(dirname(world.file()))
    .filter((name) => name.startsWith(`${world.file().slice(dirname(world.file()).length + 1)}-kept-`))
    .map((name) => `${dirname(world.file())}/${name}`)
    .filter((path) => !readFileSync(path).includes('subjects state'))

const sources = [{ citation: 'A table', kind: 'dataset' as const, series: 'cow-igo' }]
const founded = (igo: string): Said =>
  said(`igo-${igo}`, 'IgoFounded', '1945-01-01', { igo, name: `Organisation ${igo}` })
const started = (igo: string, actor: string, occurred = '1990-05-01'): Said =>
  said(`igo-${igo}`, 'MembershipStarted', occurred, { actor, kind: 'full' })
const observed = (igo: string, actor: string, firstYear: number, lastYear: number): Said =>
  said(
    `igo-${igo}`,
    'MembershipObserved',
    `${firstYear}/${lastYear}`,
    { actor, code: 'full', firstYear, lastYear },
    { sources },
  )

const anyMoment = fc.constantFrom('1980', '1985-03', '1990-05-01', '1995-07-07')
const acts = fc
  .tuple(
    fc.constantFrom('tea', 'rum', 'oil'),
    fc.constantFrom('aaa', 'bbb', 'ccc', 'ddd'),
    fc.constantFrom('start', 'end', 'notice', 'years', 'kind', 'found', 'informal'),
    anyMoment,
  )
  .map(([igo, actor, what, occurred]): Said => {
    const stream = `igo-${igo}`
    if (what === 'found')
      return said(stream, 'IgoFounded', '1945-01-01', { igo, name: igo, exit: { kind: 'notice', months: 12 } })
    if (what === 'informal') return said(stream, 'IgoFounded', occurred, { igo, name: igo, formality: 'informal' })
    if (what === 'end') return said(stream, 'MembershipEnded', occurred, { actor, names: 'firstDayOut' })
    if (what === 'notice') return said(stream, 'MembershipWithdrawalNotified', occurred, { actor })
    if (what === 'kind') return said(stream, 'MembershipKindChanged', occurred, { actor, kind: 'associate' })
    const year = Number(occurred.slice(0, 4))
    return what === 'years' ? observed(igo, actor, year, year + 4) : started(igo, actor, occurred)
  })
const histories = fc.array(fc.tuple(acts, fc.nat(3), fc.nat(2)), { minLength: 2, maxLength: 14 })

/** Each act with what becomes of it later, in commits. */
const commitsOf = (history: readonly (readonly [Said, number, number])[]): readonly (readonly Said[])[] => {
  const later = history.flatMap(([act, fate]) => {
    if (fate === 1) return [corrected(act, { occurred: '1992-02-02' })]
    return fate === 2 ? [retracted(act)] : []
  })
  const commits: Said[][] = [[]]
  for (const [index, one] of [...history.map(([act]) => act), ...later].entries()) {
    commits.at(-1)?.push(one)
    if ((history[index % history.length]?.[2] ?? 0) > 0) commits.push([])
  }
  return commits.filter((commit) => commit.length > 0)
}

const ways: readonly Partial<Snapshot>[] = [
  {},
  { sources: ['dataset'] },
  { sources: ['depositary'] },
  { resolution: resolutionOf('latest') },
]

describe('memberships that a commit touches', () => {
  it('are brought forward to what is made anew, and back, for all histories', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(20), async (history, at) => {
        const world = await aReadModel()
        try {
          const commits = commitsOf(history)
          const early = commits.slice(0, 1 + (at % commits.length))
          for (const commit of early) await world.record(...commit)
          await world.catchUp(world.readModel)
          const before = await snapshotOf(world)
          const packed = await Promise.all(ways.map((way) => anew({ ...before, ...way })))
          for (const commit of commits.slice(early.length)) await world.record(...commit)
          await world.catchUp(world.readModel)
          const after = await snapshotOf(world)
          for (const [index, way] of ways.entries()) {
            const now = await anew({ ...after, ...way })
            expect(await broughtTo({ ...after, ...way }, before, packed[index]!)).toEqual(now)
            expect(await broughtTo({ ...before, ...way }, after, now)).toEqual(packed[index])
            expect(await packAll({ ...after, ...way })).toEqual(now)
          }
        } finally {
          await world.dispose()
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('memberships without a file', () => {
  it('are brought forward in the process', async () => {
    const world = await aReadModel()
    try {
      await world.record(founded('tea'), started('tea', 'aaa'), founded('rum'))
      await world.catchUp(world.readModel)
      const { sql } = await world.engine()
      await loadKeptMemberships(await openSnapshot(sql, { asOf: '2000-01-01' }, new Date()))
      await world.record(started('rum', 'bbb'))
      await world.catchUp(world.readModel)
      const snapshot = await openSnapshot(sql, { asOf: '2000-01-01' }, new Date())
      const wanted = await anew(snapshot)
      // The rows of another organisation are not read again.
      await world.readModel.write(
        async (to) => void (await to.sql.deleteFrom('membership').where('igo', '=', 'tea').execute()),
      )
      expect(await loadKeptMemberships(snapshot)).toEqual(wanted)
      expect(wanted.organisations).toEqual(['rum', 'tea'])
    } finally {
      await world.dispose()
    }
  })
})

describe('the file of memberships', () => {
  const withWorld = async (work: (world: World) => Promise<void>): Promise<void> => {
    const world = await aReadModel()
    try {
      await world.record(founded('tea'), started('tea', 'aaa'), observed('tea', 'bbb', 1980, 1990))
      await world.record(started('tea', 'ccc'), founded('rum'), started('rum', 'aaa'))
      await world.catchUp(world.readModel)
      await work(world)
    } finally {
      await world.dispose()
    }
  }
  const contents = (world: World) => filesOf(world).map((path) => readFileSync(path))

  it('is written by the first who asks, and read by the next', () =>
    withWorld(async (world) => {
      await loadKeptMemberships(await snapshotOf(world))
      const [path = ''] = filesOf(world)
      expect(filesOf(world)).toHaveLength(1)
      const wanted = await anew(await snapshotOf(world))
      // Without the rows: it is the file that answers.
      await world.readModel.write(async ({ sql }) => void (await sql.deleteFrom('membership').execute()))
      expect(await loadKeptMemberships(await snapshotOf(world))).toEqual(wanted)
      writeFileSync(path, '')
      expect((await loadKeptMemberships(await snapshotOf(world))).states).toEqual([])
    }))

  it.each([
    ['cut off', (file: Buffer) => file.subarray(0, file.length - 9)],
    ['changed in one byte', (file: Buffer) => file.map((byte, at) => (at === file.length - 100 ? byte ^ 1 : byte))],
    ['something else', () => Buffer.from('a shopping list')],
    ['empty', () => Buffer.alloc(0)],
  ])('is made anew where it is %s', (_, damage) =>
    withWorld(async (world) => {
      await loadKeptMemberships(await snapshotOf(world))
      const [whole = Buffer.alloc(0)] = contents(world)
      writeFileSync(filesOf(world)[0] ?? '', damage(whole))
      const snapshot = await snapshotOf(world)
      expect(await loadKeptMemberships(snapshot)).toEqual(await anew(snapshot))
      expect(contents(world)).toEqual([whole])
    }),
  )

  it('is never believed where it was made from another log', () =>
    withWorld(async (world) => {
      const other = await aReadModel()
      try {
        // Of the same length, and of the same day: only what was recorded is another.
        await other.record(founded('tea'), started('tea', 'zzz'), observed('tea', 'yyy', 1980, 1990))
        await other.record(started('tea', 'xxx'), founded('rum'), started('rum', 'aaa'))
        await other.catchUp(other.readModel)
        await loadKeptMemberships(await snapshotOf(other))
        await loadKeptMemberships(await snapshotOf(world))
        writeFileSync(filesOf(world)[0] ?? '', contents(other)[0] ?? '')
        const snapshot = await snapshotOf(world)
        expect(await loadKeptMemberships(snapshot)).toEqual(await anew(snapshot))
      } finally {
        await other.dispose()
      }
    }))

  it('is of one way to believe sources, and to take dates', () =>
    withWorld(async (world) => {
      for (const way of [...ways, ...ways]) {
        const snapshot = { ...(await snapshotOf(world)), ...way }
        expect(await loadKeptMemberships(snapshot)).toEqual(await anew(snapshot))
      }
      expect(filesOf(world)).toHaveLength(ways.length)
    }))

  it('goes on with the log, and says nothing of a moment before it was written', () =>
    withWorld(async (world) => {
      const early = await snapshotOf(world)
      await loadKeptMemberships(early)
      await world.record(started('oil', 'ddd'), founded('oil'))
      await world.catchUp(world.readModel)
      const late = await snapshotOf(world)
      expect(await loadKeptMemberships(late)).toEqual(await anew(late))
      const past = await snapshotOf(world, String(early.knownAt))
      expect(past.ordinal).toBe(early.ordinal)
      expect(await loadKeptMemberships(past)).toEqual(await anew(past))
      expect((await loadKeptMemberships(await snapshotOf(world))).organisations).toEqual(['oil', 'rum', 'tea'])
    }))

  it('stands beside what is said of the series, and of who is told of, which go on too', () =>
    withWorld(async (world) => {
      const asked = async () => {
        const snapshot = await snapshotOf(world)
        const bare = { ...snapshot, beside: undefined }
        const told = await loadCoverageOfMemberships(snapshot)
        const wanted = await loadCoverageOfMemberships(bare)
        expect(told.inAll('aaa', snapshot.asOf)).toEqual(wanted.inAll('aaa', snapshot.asOf))
        expect((await loadSeries(snapshot))('cow-igo')).toEqual((await loadSeries(bare))('cow-igo'))
        return (await loadSeries(snapshot))('cow-igo')
      }
      const first = await asked()
      expect(await asked()).toEqual(first)
      await world.record(observed('oil', 'ddd', 1950, 1999))
      await world.catchUp(world.readModel)
      expect(await asked()).not.toEqual(first)
    }))
})
