import { fc } from '../support/seeded.ts'
import { describe, expect, it } from 'vitest'
import { catchUp } from '../../src/readmodel/catch-up.ts'
import { readCheckpoint } from '../../src/readmodel/same-log.ts'
import { fill } from '../../src/readmodel/fill.ts'
import { rebuild } from '../../src/readmodel/rebuild.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { aReadModel, rowsOfTable } from '../support/a-read-model.ts'
import { someDeeds, done } from '../support/arbitrary-history.ts'
import { corrected, retracted, said, type Said } from '../support/recorded.ts'

/** What happens to one event later: nothing, a correction, a retraction. */
const later = (target: Said, fate: number): readonly Said[] => {
  if (fate === 1) return [corrected(target, { occurred: '1999-09-09' })]
  return fate === 2 ? [retracted(target)] : []
}

/** Deeds under a treaty, memberships beside them, each in some commit, and the fates of some. */
const histories = fc.tuple(
  someDeeds,
  fc.array(fc.tuple(fc.constantFrom('aaa', 'bbb'), fc.integer({ min: 1950, max: 2000 })), { maxLength: 4 }),
  fc.array(fc.nat(2), { minLength: 16, maxLength: 16 }),
  fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
)

/** Each history in its commits, with what is to be done after each of them. */
const inCommits = async (
  [deeds, memberships, fates, cuts]: typeof histories extends fc.Arbitrary<infer H> ? H : never,
  record: (commit: readonly Said[], index: number) => Promise<void>,
): Promise<void> => {
  const events = [
    ...done(deeds).map(({ under }) => under('treaty-toy')),
    ...memberships.map(([actor, year]) => said('igo-toy', 'MembershipStarted', `${year}`, { actor, kind: 'full' })),
  ]
  const list = [...events, ...events.flatMap((one, index) => later(one, fates[index] ?? 0))]
  let commit: Said[] = []
  for (const [index, one] of list.entries()) {
    commit.push(one)
    if (index < list.length - 1 && (cuts[index] ?? 0) > 0) continue
    await record(commit, index)
    commit = []
  }
}

describe('for all histories in all commits', () => {
  it('what was caught up with now and then is what a rebuild makes, and verifies', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const world = await aReadModel()
        try {
          await inCommits(history, async (commit, index) => {
            await world.record(...commit)
            if (index % 2 === 0) await catchUp(world.readModel, world.log)
          })
          await catchUp(world.readModel, world.log)
          expect((await verifyReadModel(world.readModel, world.log)).differences).toEqual([])
          const other = await world.engine('other.sqlite')
          await rebuild(other, world.log)
          for (const table of ['treaty_act', 'membership'] as const)
            expect(await rowsOfTable(other, table)).toEqual(await rowsOfTable(world.readModel, table))
        } finally {
          await world.dispose()
        }
      }),
      { numRuns: 30 },
    )
  })

  it(
    'makes no difference how much of the log is folded at a time, how much of it is remembered, ' +
      'and what has to be read back',
    async () => {
      const portions = fc.record({
        batch: fc.integer({ min: 1, max: 12 }),
        window: fc.integer({ min: 1, max: 8 }),
        mostEvents: fc.constantFrom(0, 3, 8, 100),
        earlierForEach: fc.constantFrom(0, 1, 20),
      })
      await fc.assert(
        fc.asyncProperty(histories, portions, async (history, those) => {
          const world = await aReadModel()
          try {
            await inCommits(history, async (commit) => void (await world.record(...commit)))
            // Another projector comes in between: what this one remembers is then behind what is written.
            const { generation } = world.readModel
            const other = (await world.engine()).generation
            let turn = 0
            const write: typeof generation.write = async (work) => {
              turn += 1
              const { ordinal } = await readCheckpoint(generation.sql)
              const head = await world.log.head()
              if (turn % 2 === 0)
                await fill(
                  other,
                  { ...world.log, head: async () => ({ ...head, ordinal: Math.min(head.ordinal, ordinal + 2) }) },
                  undefined,
                  those,
                )
              return generation.write(work)
            }
            await fill({ ...generation, write }, world.log, undefined, those)
            expect((await verifyReadModel(world.readModel, world.log)).differences).toEqual([])
          } finally {
            await world.dispose()
          }
        }),
        { numRuns: 60 },
      )
    },
  )
})
