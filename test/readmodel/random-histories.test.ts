import { fc } from '../support/seeded.ts'
import { describe, expect, it } from 'vitest'
import { catchUp } from '../../src/readmodel/catch-up.ts'
import { rebuild } from '../../src/readmodel/rebuild.ts'
import { verifyReadModel } from '../../src/readmodel/verify.ts'
import { aReadModel, rowsOfTable } from '../support/a-read-model.ts'
import { someDeeds, done } from '../support/arbitrary-history.ts'
import { corrected, retracted, said, type Said } from '../support/recorded.ts'

/** What happens to one event later: nothing, a correction, a retraction. */
const later = (target: Said, fate: number): readonly Said[] => (fate === 1 ? [corrected(target, { occurred: '1999-09-09' })] : fate === 2 ? [retracted(target)] : [])

/** Deeds under a treaty, memberships beside them, each in some commit, and the fates of some. */
const histories = fc.tuple(someDeeds, fc.array(fc.tuple(fc.constantFrom('aaa', 'bbb'), fc.integer({ min: 1950, max: 2000 })), { maxLength: 4 }), fc.array(fc.nat(2), { minLength: 16, maxLength: 16 }), fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }))

describe('for all histories in all commits', () => {
  it('what was caught up with now and then is what a rebuild makes, and verifies', async () => {
    await fc.assert(fc.asyncProperty(histories, async ([deeds, memberships, fates, cuts]) => {
      const events = [
        ...done(deeds).map(({ under }) => under('treaty-toy')),
        ...memberships.map(([actor, year]) => said('igo-toy', 'MembershipStarted', `${year}`, { actor, kind: 'full' })),
      ]
      const list = [...events, ...events.flatMap((one, index) => later(one, fates[index] ?? 0))]
      const world = await aReadModel()
      try {
        let commit: Said[] = []
        for (const [index, one] of list.entries()) {
          commit.push(one)
          if (index < list.length - 1 && (cuts[index] ?? 0) > 0) continue
          await world.record(...commit)
          commit = []
          if (index % 2 === 0) await catchUp(world.readModel, world.log)
        }
        await catchUp(world.readModel, world.log)
        expect((await verifyReadModel(world.readModel, world.log)).differences).toEqual([])
        const other = await world.engine('other.sqlite')
        await rebuild(other, world.log)
        for (const table of ['treaty_act', 'membership'] as const) expect(await rowsOfTable(other, table)).toEqual(await rowsOfTable(world.readModel, table))
      } finally {
        await world.dispose()
      }
    }), { numRuns: 30 })
  })
})
