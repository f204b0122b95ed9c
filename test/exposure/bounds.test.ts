import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsAround } from '../../src/exposure/bounds.ts'
import { doubts, type Doubts } from '../../src/exposure/uncertainty.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import type { FormulaOptions } from '../../src/exposure/options.ts'
import { rowsFromPairs } from '../../src/exposure/sparse-rows.ts'
import { holds } from './arbitrary.ts'
import { companyOf, type World } from './world.ts'

/**
 * A world in which some memberships may or may not hold, and some adoptions are not known (score undefined, one of
 * `open`).
 */
interface UncertainWorld extends World {
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

const key = (o: number, j: number): string => `${o} ${j}`

const uncertainWorlds: fc.Arbitrary<UncertainWorld> = fc.integer({ min: 2, max: 5 }).chain((n) => {
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

/**
 * Practice scores that are all known, or adoptions (1 or 0) of which some are not: what is mixed in `uncertainWorlds`
 * never meets in an answer.
 */
const practiceWorlds = uncertainWorlds.map((world) => ({ ...world, open: new Set<number>() }))
const adoptionWorlds = uncertainWorlds.map((world) => ({
  ...world,
  scores: world.scores.map((score) => (score === undefined ? undefined : Number(score > 0))),
}))

const doubtsOf = (world: UncertainWorld): Doubts => {
  const company = companyOf(world)
  const sides = { row: world.members.flatMap((list, o) => list.map(() => o)), item: world.members.flat() }
  const [n, m] = [world.scores.length, world.members.length]
  const [focal, alter] = [rowsFromPairs({ row: sides.item, item: sides.row }, n, m), rowsFromPairs(sides, m, n)]
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
const readings = (world: UncertainWorld): readonly World[] => {
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

const valuesOf = (
  world: UncertainWorld,
  id: keyof typeof formulas,
  i: number,
  options: FormulaOptions = {},
): readonly number[] =>
  readings(world).flatMap((reading) => {
    const { values, defined } = formulas[id].compute(companyOf(reading), options)
    return defined[i] ? [values[i] as number] : []
  })

const ids = Object.keys(formulas) as (keyof typeof formulas)[]
/** SPMON has no value where nobody is rated; its bounds take that for 0, and so may be wider. */
const tight = ids.filter((id) => id !== 'spmon')

describe('bounds over what is uncertain, against every reading one by one', () => {
  it.each(tight)('%s: the least and the most of all readings, no wider', (id) =>
    holds(
      fc.oneof(practiceWorlds, adoptionWorlds),
      (world) => {
        const found = doubtsOf(world)
        for (let i = 0; i < world.scores.length; i++) {
          const values = valuesOf(world, id, i)
          const bounds = formulas[id].bounds(found, i)
          if (values.length === 0) continue
          expect(bounds?.min).toBeCloseTo(Math.min(...values), 11)
          expect(bounds?.max).toBeCloseTo(Math.max(...values), 11)
        }
      },
      250,
    ),
  )

  it.each(ids)('%s: hold every reading under every option', (id) =>
    holds(
      fc.tuple(
        uncertainWorlds,
        fc.record({
          minObserved: fc.integer({ min: 1, max: 3 }),
          self: fc.constantFrom('exclude' as const, 'include' as const),
          missing: fc.constantFrom('renormalise' as const, 'zero' as const),
        }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
      ),
      ([world, more, weights]) => {
        const options: FormulaOptions = {
          ...more,
          igoWeight: Float64Array.from(weights.slice(0, world.members.length)),
        }
        const found = doubtsOf(world)
        for (let i = 0; i < world.scores.length; i++) {
          const bounds = formulas[id].bounds(found, i, options)
          for (const value of valuesOf(world, id, i, options)) {
            expect(value).toBeGreaterThanOrEqual((bounds?.min ?? NaN) - 1e-11)
            expect(value).toBeLessThanOrEqual((bounds?.max ?? NaN) + 1e-11)
          }
        }
      },
      250,
    ),
  )

  it('are the value itself where nothing uncertain bears on a state', () => {
    // o1 = {A, B} is certain; whether C sits with D in o2 does not matter to A.
    const world: UncertainWorld = {
      scores: [8, 6, 2, 0],
      members: [
        [0, 1],
        [2, 3],
      ],
      exposed: [
        [0, 1],
        [2, 3],
      ],
      maybePartner: new Set([key(1, 2)]),
      maybeExposed: new Set(),
      open: new Set(),
    }
    const never = () => expect.unreachable('nothing uncertain bears on A')
    expect(boundsAround(6, doubtsOf(world), 0, never)).toEqual({ min: 6, max: 6 })
    expect(boundsAround(6, undefined, 0, never)).toEqual({ min: 6, max: 6 })
  })

  it('many uncertain memberships of BIN are taken one by one, and the bounds still hold', () => {
    // A may sit with each of twelve partners; whoever is in, the mean lies between the lowest and the highest of them.
    const partners = Array.from({ length: 12 }, (_, j) => j + 1)
    const members = partners.map((j) => [0, j])
    const world: UncertainWorld = {
      scores: [0, ...partners],
      members,
      exposed: members,
      maybePartner: new Set(),
      maybeExposed: new Set(partners.map((j) => key(j - 1, 0))),
      open: new Set(),
    }
    expect(formulas.bin.bounds(doubtsOf(world), 0)).toEqual({ min: 1, max: 12 })
  })
})
