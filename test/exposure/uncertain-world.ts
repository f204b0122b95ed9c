import fc from 'fast-check'
import { doubts, type Doubts } from '../../src/exposure/doubts/uncertainty.ts'
import { rowsFromPairs } from './rows-from-pairs.ts'
import { companyOf, type World } from './world.ts'

/**
 * A world in which some memberships may or may not hold, and some adoptions are not known (score undefined, one of
 * `open`).
 */
export interface UncertainWorld extends World {
  /**
   * [organisation, state] pairs of `members` that are uncertain as partners, and of `exposed` that are uncertain as
   * exposed ones
   */
  readonly members: readonly (readonly number[])[]
  readonly exposed: readonly (readonly number[])[]
  readonly maybePartner: ReadonlySet<string>
  readonly maybeExposed: ReadonlySet<string>
  /** states whose score is 0 or 1, and nobody knows which */
  readonly open: ReadonlySet<number>
}

export const key = (o: number, j: number): string => `${o} ${j}`

export const uncertainWorlds: fc.Arbitrary<UncertainWorld> = fc.integer({ min: 2, max: 5 }).chain((n) => {
  const people = Array.from({ length: n }, (_, j) => j)
  return fc
    .record({
      scores: fc.array(fc.option(fc.integer({ min: -4, max: 4 }), { nil: undefined, freq: 4 }), {
        minLength: n,
        maxLength: n,
      }),
      members: fc.array(fc.subarray(people), { minLength: 1, maxLength: 4 }),
      picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 6 }),
      open: fc.subarray(people, { maxLength: 2 }),
    })
    .map(({ scores, members, picks, open }) => {
      const maybe = { partner: new Set<string>(), exposed: new Set<string>() }
      for (const [o, k, side] of picks) {
        const list = members[o % members.length] as number[]
        if (list.length > 0)
          maybe[side ? 'partner' : 'exposed'].add(key(o % members.length, list[k % list.length] as number))
      }
      return {
        scores: scores.map((score, j) => (open.includes(j) ? undefined : score)),
        members,
        exposed: members,
        maybePartner: maybe.partner,
        maybeExposed: maybe.exposed,
        open: new Set(open),
      }
    })
})

export const doubtsOf = (world: UncertainWorld): Doubts => {
  const company = companyOf(world)
  const sides = { row: world.members.flatMap((list, o) => list.map(() => o)), item: world.members.flat() }
  const [n, m] = [world.scores.length, world.members.length]
  const [focal, alter] = [rowsFromPairs({ row: sides.item, item: sides.row }, n), rowsFromPairs(sides, m)]
  const flags = (rows: typeof focal, sure: (row: number, item: number) => boolean): Uint8Array =>
    Uint8Array.from([...rows.items.keys()], (at) =>
      sure(
        rows.start.findLastIndex((start) => start <= at),
        rows.items[at] as number,
      )
        ? 1
        : 0,
    )
  return doubts({
    company,
    focal,
    focalSure: flags(focal, (i, o) => !world.maybeExposed.has(key(o, i))),
    alter,
    alterSure: flags(alter, (o, j) => !world.maybePartner.has(key(o, j))),
    low: Float64Array.from(world.scores, (score) => score ?? 0),
    high: Float64Array.from(world.scores, (score, j) => score ?? (world.open.has(j) ? 1 : 0)),
    scored: Uint8Array.from(world.scores, (score, j) => (score !== undefined || world.open.has(j) ? 1 : 0)),
  })
}

/**
 * Every reading of an uncertain world, slowly: each uncertain membership in or out, each open adoption 0, 1 or not
 * counted.
 */
export const readings = (world: UncertainWorld): readonly World[] => {
  const choices: readonly (readonly ((to: World) => World)[])[] = [
    ...[...world.maybePartner].map((pair) => [
      (to: World) => to,
      (to: World) => ({ ...to, members: without(to.members, pair) }),
    ]),
    ...[...world.maybeExposed].map((pair) => [
      (to: World) => to,
      (to: World) => ({ ...to, exposed: without(to.exposed as readonly (readonly number[])[], pair) }),
    ]),
    ...[...world.open].map((j) =>
      [undefined, 0, 1].map((score) => (to: World) => ({
        ...to,
        scores: to.scores.map((own, at) => (at === j ? score : own)),
      })),
    ),
  ]
  const plain: World = { scores: world.scores, members: world.members, exposed: world.exposed }
  return choices.reduce<readonly World[]>(
    (found, options) => found.flatMap((one) => options.map((option) => option(one))),
    [plain],
  )
}

const without = (lists: readonly (readonly number[])[], pair: string): readonly (readonly number[])[] =>
  lists.map((list, o) => list.filter((j) => key(o, j) !== pair))
