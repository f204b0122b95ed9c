import { describe, expect, it } from 'vitest'
import { addDays, formatDay, parseDay } from '../../src/time/day.ts'
import { record } from '../support/a-read-model.ts'
import { actor } from '../support/actors.ts'
import { aWorkspaceOf } from '../support/a-workspace-of.ts'
import { asker } from '../support/ask.ts'
import { said, type Said } from '../support/recorded.ts'
import { fc } from '../support/seeded.ts'
import { aTreaty } from '../support/treaty-clauses.ts'

const inside = ['aaa', 'bbb', 'ccc', 'ddd']
const outside = [
  ['eu', 'organisation'],
  ['vat', 'state'],
  ['cok', 'territory'],
] as const

const someDay = fc.nat(7_000).map((day) => formatDay(addDays(parseDay('1980-01-01'), day)))
const adoptions = (actors: readonly string[]) =>
  fc
    .tuple(
      ...actors.map((who) =>
        fc.option(
          fc.record({ who: fc.constant(who), does: fc.constantFrom('signed', 'ratified', 'acceded'), when: someDay }),
        ),
      ),
    )
    .map((list) => list.filter((one) => one !== null))
type Adoptions = readonly {
  readonly who: string
  readonly does: 'signed' | 'ratified' | 'acceded'
  readonly when: string
}[]
const actsOf = (list: Adoptions) => list.map(({ who, does, when }) => actor(who)[does](when).under('treaty-toy'))

interface Year {
  year: number
  system: number
  signed: Reached
  consented: Reached
  inForce: Reached
}
interface Reached {
  count: number
  possible: number
  share: number | null
  outside: number
}

/** The curve of a treaty in a log of its own. */
const curveOf = async (list: readonly Said[]): Promise<readonly Year[]> => {
  const { workspace, dispose } = await aWorkspaceOf((opened) => record(opened.log, ...list))
  try {
    return (
      await asker(() => workspace)<{ curve: Year[] }>(
        'spread',
        { subject: 'toy', system: 'un' },
        { asOf: '1999-12-31' },
      )
    ).curve
  } finally {
    await dispose()
  }
}

describe('for all adopters within the state system and outside it', () => {
  it(
    '10: adopters never outnumber the system, and those outside (the European Union, the Holy See, ' +
      'the Cook Islands) change no share',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          adoptions(inside),
          adoptions(outside.map(([id]) => id)),
          fc.array(someDay, { minLength: 4, maxLength: 4 }),
          async (within, without, entered) => {
            const definitions = [
              ...aTreaty({ opened: { on: '1980-01-01' } }).said(),
              ...inside.flatMap((id, index) => [
                said(`state-${id}`, 'ActorDefined', undefined, { actor: id, name: id, kind: 'state' }),
                said(`state-${id}`, 'StateEntered', entered[index], { actor: id, system: 'un' }),
              ]),
              ...outside.map(([id, kind]) =>
                said(`state-${id}`, 'ActorDefined', undefined, { actor: id, name: id, kind }),
              ),
            ]
            const all = await curveOf([...definitions, ...actsOf(within), ...actsOf(without)])
            const alone = await curveOf([...definitions, ...actsOf(within)])
            expect(all.map(({ year }) => year)).toEqual(alone.map(({ year }) => year))
            for (const [index, { year, system, signed, consented, inForce }] of all.entries()) {
              const other = alone[index] as Year
              expect(system).toBe(entered.filter((day) => day <= `${year}-12-31`).length)
              for (const reached of [signed, consented, inForce]) {
                expect(reached.count).toBeLessThanOrEqual(system)
                expect(reached.share).toBe(system === 0 ? null : reached.count / system)
              }
              expect([signed.share, consented.share]).toEqual([other.signed.share, other.consented.share])
              const outsiders = without.filter(({ does, when }) => does !== 'signed' && when <= `${year}-12-31`).length
              const early = within.filter(
                ({ who, does, when }) =>
                  does !== 'signed' &&
                  when <= `${year}-12-31` &&
                  (entered[inside.indexOf(who)] as string) > `${year}-12-31`,
              ).length
              expect(consented.outside).toBe(outsiders + early)
            }
          },
        ),
        { numRuns: 20 },
      )
    },
  )
})
