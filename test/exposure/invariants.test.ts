import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circles } from '../../src/exposure/peers.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import { resolveOptions } from '../../src/exposure/options.ts'
import { organisationMeans } from '../../src/exposure/organisation-means.ts'
import { expectClose, holds, realScores, worlds } from './arbitrary.ts'
import { companyOf, type World } from './world.ts'

const { mm, dc, bin, spmon, ti, raw, max } = formulas
const all = Object.values(formulas)
const averages = [mm, dc, bin]
/** What lies among the scores of the partners, and looks at the rated ones alone. */
const among = [...averages, max]

const isPartner = (world: World, i: number, j: number): boolean =>
  i !== j && world.members.some((members) => members.includes(i) && members.includes(j))

const withScore = (world: World, i: number, score: number | undefined): World => ({
  ...world,
  scores: world.scores.map((own, j) => (j === i ? score : own)),
})

const withRealScores = worlds.chain((world) =>
  realScores(world.scores.length).map((real): World => ({
    ...world,
    scores: world.scores.map((score, i) => (score === undefined ? undefined : real[i])),
  })),
)

const somebodyIn = fc.tuple(withRealScores, fc.nat()).map(([world, k]) => [world, k % world.scores.length] as const)

describe('what must hold for every world', () => {
  it.each(among)('$label lies between the lowest and the highest score among the rated partners', ({ compute }) =>
    holds(withRealScores, (world) => {
      const { values, defined } = compute(companyOf(world))
      const partners = world.scores.map(
        (_, i) => world.scores.filter((score, j) => score !== undefined && isPartner(world, i, j)) as number[],
      )
      expect([...defined]).toEqual(partners.map((own) => (own.length > 0 ? 1 : 0)))
      const told = partners.map((own, i) => ({ own, value: values[i] as number })).filter(({ own }) => own.length > 0)
      expect(told.filter(({ own, value }) => !(value >= Math.min(...own) - 1e-14))).toEqual([])
      expect(told.filter(({ own, value }) => !(value <= Math.max(...own) + 1e-14))).toEqual([])
    }),
  )

  it.each(averages)('$label follows y → a·y + b', ({ compute }) =>
    holds(fc.tuple(worlds, fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), ([world, a, b]) => {
      const before = compute(companyOf(world))
      const after = compute(companyOf({ ...world, scores: world.scores.map((y) => (y === undefined ? y : a * y + b)) }))
      expect(after.defined).toEqual(before.defined)
      expectClose(
        where(after.values, before),
        where(before.values, before).map((value) => a * value + b),
        11,
      )
    }),
  )

  it.each(all)('$label of a state does not depend on its own score, to the last bit', ({ compute }) =>
    holds(
      fc.tuple(somebodyIn, fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { nil: undefined })),
      ([[world, i], other]) => {
        const before = compute(companyOf(world))
        const after = compute(companyOf(withScore(world, i, other)))
        expect(after.values[i]).toBe(before.values[i])
        expect([after.defined[i], after.degree[i], after.coverage[i]]).toEqual([
          before.defined[i],
          before.degree[i],
          before.coverage[i],
        ])
      },
    ),
  )

  it.each(all)('an organisation in which a state sits alone changes nothing under $label', ({ compute }) =>
    holds(somebodyIn, ([world, i]) => {
      const after = compute(companyOf({ ...world, members: [...world.members, [i]] }))
      expect(after).toEqual(compute(companyOf(world)))
    }),
  )

  it.each(among)('a new member without a score leaves $label as it is, and lowers the coverage', ({ compute }) =>
    holds(fc.tuple(withRealScores, fc.nat()), ([world, k]) => {
      const o = k % world.members.length
      const newcomer = world.scores.length
      const before = compute(companyOf({ ...world, scores: [...world.scores, undefined] }))
      const after = compute(
        companyOf({
          scores: [...world.scores, undefined],
          members: world.members.map((members, at) => (at === o ? [...members, newcomer] : members)),
        }),
      )
      expect(after.values.slice(0, newcomer)).toEqual(before.values.slice(0, newcomer))
      expect(after.degree.slice(0, newcomer)).toEqual(before.degree.slice(0, newcomer))
      const meet = world.members[o]!.filter((i) => before.coverage[i]! > 0)
      const defined = meet.filter((i) => before.defined[i])
      expect(defined.filter((i) => !(after.coverage[i]! <= before.coverage[i]!))).toEqual([])
      const rated = meet.filter((i) => isRatedIn(world, o, i))
      expect(rated.filter((i) => !(after.coverage[i]! < before.coverage[i]!))).toEqual([])
    }),
  )

  it.each(all)('$label is a number, with coverage between 0 and 1, even where scores came as NaN', ({ compute }) =>
    holds(worlds, (world) => {
      const { values, defined, coverage, degree } = compute(companyOf(world))
      expect([...values].filter((value) => !Number.isFinite(value))).toEqual([])
      expect([...coverage].filter((share) => !(share >= 0 && share <= 1))).toEqual([])
      expect(Array.from(degree, (count) => count > 0)).toEqual(Array.from(defined, (flag) => flag === 1))
    }),
  )

  it('the order of states and organisations is irrelevant', () =>
    holds(worlds, (world) => {
      const n = world.scores.length
      const mirrored = {
        scores: world.scores.toReversed(),
        members: world.members.toReversed().map((m) => m.map((i) => n - 1 - i)),
      }
      for (const { compute } of all) {
        const [there, back] = [compute(companyOf(world)), compute(companyOf(mirrored))]
        expect(back.defined.toReversed()).toEqual(there.defined)
        expectClose(back.values.toReversed(), there.values, 12)
      }
    }))

  it('SPMON is DC times coverage, and DC itself where everybody is rated', () =>
    holds(worlds, (world) => {
      const [scored, lag] = [spmon.compute(companyOf(world)), dc.compute(companyOf(world))]
      expect(scored.defined).toEqual(lag.defined)
      expectClose(
        scored.values,
        lag.values.map((value, i) => value * lag.coverage[i]!),
        12,
      )
    }))

  it('TI times (n − 1) is DC times the shared memberships with rated partners', () =>
    holds(worlds, (world) => {
      const company = companyOf(world)
      const [total, lag] = [ti.compute(company), dc.compute(company)]
      const shared = world.scores.map(
        (_, i) => (dc.explain(company, i)?.by === 'partner' && sharedWithRated(world, i)) || 0,
      )
      expectClose(
        total.values.map((value) => value * (world.scores.length - 1)),
        lag.values.map((value, i) => value * shared[i]!),
        10,
      )
    }))

  it('RAW is DC times the shared memberships with rated partners, and TI times (n − 1)', () =>
    holds(worlds, (world) => {
      const company = companyOf(world)
      const [sums, lag, total] = [raw, dc, ti].map(({ compute }) => compute(company))
      expect(sums?.defined).toEqual(lag?.defined)
      const those = [...where(sums!.values, sums!)]
      const ofLag = lag!.values.map((value, i) => value * sharedWithRated(world, i))
      expectClose(those, where(ofLag, sums!), 10)
      expectClose(
        those,
        where(total!.values, sums!).map((value) => value * (world.scores.length - 1)),
        10,
      )
    }))

  it('RAW follows y → a·y, and MAX y → a·y + b for a not below 0', () =>
    holds(fc.tuple(worlds, fc.integer({ min: 0, max: 9 }), fc.integer({ min: -9, max: 9 })), ([world, a, b]) => {
      const scaled = (y: number | undefined, by: number, and: number) => (y === undefined ? y : by * y + and)
      const after = (by: number, and: number) =>
        companyOf({ ...world, scores: world.scores.map((y) => scaled(y, by, and)) })
      const [sums, highest] = [raw.compute(companyOf(world)), max.compute(companyOf(world))]
      const [sumsAfter, highestAfter] = [raw.compute(after(-a, 0)), max.compute(after(a, b))]
      expectClose(
        sumsAfter.values,
        sums.values.map((value) => -a * value),
        10,
      )
      expectClose(
        where(highestAfter.values, highest),
        where(highest.values, highest).map((value) => a * value + b),
        11,
      )
    }))

  it('MAX is no less than MM, and the same where a state has one organisation with rated partners', () => {
    let single = 0
    holds(withRealScores, (world) => {
      const [highest, means] = [max.compute(companyOf(world)), mm.compute(companyOf(world))]
      expect(highest.defined).toEqual(means.defined)
      expect(highest.degree).toEqual(means.degree)
      expect([...highest.values].filter((value, i) => !(value >= means.values[i]! - 1e-14))).toEqual([])
      const ofOne = (values: Float64Array) => [...values].filter((_, i) => means.degree[i] === 1)
      single += ofOne(means.values).length
      expect(ofOne(highest.values)).toEqual(ofOne(means.values))
    })
    expect(single).toBeGreaterThan(100)
  })

  it('members pull on their organisation: (ȳ_o − ȳ_{o,-i}) n_o = y_i − ȳ_{o,-i}, and Σ_i (y_i − ȳ_o) = 0', () =>
    holds(worlds, ({ scores, members }) => {
      const company = companyOf({ scores: scores.map((score) => score ?? 0), members })
      const [without, withOwn] = [resolveOptions(company), resolveOptions(company, { self: 'include' })]
      const leftOut = organisationMeans(company, without, circles(company, without))
      const whole = organisationMeans(company, withOwn, circles(company, withOwn))
      const rest = members.map(() => 0)
      const pulls: (readonly [number, number])[] = []
      eachEntry(company.focal.start, (i, k) => {
        const o = company.focal.items[k]!
        const size = members[o]!.length
        rest[o]! += company.scores[i]! - whole[k]!
        if (size > 1) pulls.push([(whole[k]! - leftOut[k]!) * size, company.scores[i]! - leftOut[k]!])
      })
      expectClose(
        pulls.map(([pull]) => pull),
        pulls.map(([, expected]) => expected),
        11,
      )
      expectClose(
        rest,
        rest.map(() => 0),
        11,
      )
    }))
})

/** What stands at those that have a value. */
const where = (values: Float64Array, { defined }: { readonly defined: Uint8Array }): Float64Array =>
  values.filter((_, i) => defined[i])

const isRatedIn = (world: World, o: number, i: number): boolean =>
  world.members[o]!.some((j) => j !== i && world.scores[j] !== undefined)

const sharedWithRated = (world: World, i: number): number =>
  world.members
    .filter((members) => members.includes(i))
    .reduce((count, members) => count + members.filter((j) => j !== i && world.scores[j] !== undefined).length, 0)

const eachEntry = (start: Uint32Array, visit: (i: number, k: number) => void): void => {
  for (let i = 0; i + 1 < start.length; i++) for (let k = start[i]!; k < start[i + 1]!; k++) visit(i, k)
}
