import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circles } from '../../src/exposure/peers.ts'
import { formulas } from '../../src/exposure/formulas/index.ts'
import { resolveOptions } from '../../src/exposure/options.ts'
import { organisationMeans } from '../../src/exposure/organisation-means.ts'
import { holds, realScores, worlds } from './arbitrary.ts'
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
      world.scores.forEach((_, i) => {
        const partners = world.scores.filter((score, j) => score !== undefined && isPartner(world, i, j)) as number[]
        expect(defined[i]).toBe(partners.length > 0 ? 1 : 0)
        if (!defined[i]) return
        expect(values[i]).toBeGreaterThanOrEqual(Math.min(...partners) - 1e-14)
        expect(values[i]).toBeLessThanOrEqual(Math.max(...partners) + 1e-14)
      })
    }),
  )

  it.each(averages)('$label follows y → a·y + b', ({ compute }) =>
    holds(fc.tuple(worlds, fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), ([world, a, b]) => {
      const before = compute(companyOf(world))
      const after = compute(companyOf({ ...world, scores: world.scores.map((y) => (y === undefined ? y : a * y + b)) }))
      expect(after.defined).toEqual(before.defined)
      before.values.forEach((value, i) => before.defined[i] && expect(after.values[i]).toBeCloseTo(a * value + b, 11))
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
      world.scores.forEach((_, i) => {
        expect(after.values[i]).toBe(before.values[i])
        expect(after.degree[i]).toBe(before.degree[i])
        const meets = world.members[o]!.includes(i) && before.coverage[i]! > 0
        if (meets && before.defined[i]) expect(after.coverage[i]).toBeLessThanOrEqual(before.coverage[i]!)
        if (meets && isRatedIn(world, o, i)) expect(after.coverage[i]).toBeLessThan(before.coverage[i]!)
      })
    }),
  )

  it.each(all)('$label is a number, with coverage between 0 and 1, even where scores came as NaN', ({ compute }) =>
    holds(worlds, (world) => {
      const { values, defined, coverage, degree } = compute(companyOf(world))
      values.forEach((value, i) => {
        expect(Number.isFinite(value)).toBe(true)
        expect(coverage[i]).toBeGreaterThanOrEqual(0)
        expect(coverage[i]).toBeLessThanOrEqual(1)
        expect(degree[i]! > 0).toBe(defined[i] === 1)
      })
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
        there.values.forEach((value, i) => expect(back.values[n - 1 - i]).toBeCloseTo(value, 12))
      }
    }))

  it('SPMON is DC times coverage, and DC itself where everybody is rated', () =>
    holds(worlds, (world) => {
      const [scored, lag] = [spmon.compute(companyOf(world)), dc.compute(companyOf(world))]
      expect(scored.defined).toEqual(lag.defined)
      scored.values.forEach((value, i) => expect(value).toBeCloseTo(lag.values[i]! * lag.coverage[i]!, 12))
    }))

  it('TI times (n − 1) is DC times the shared memberships with rated partners', () =>
    holds(worlds, (world) => {
      const company = companyOf(world)
      const [total, lag] = [ti.compute(company), dc.compute(company)]
      world.scores.forEach((_, i) => {
        const shared = (dc.explain(company, i)?.by === 'partner' && sharedWithRated(world, i)) || 0
        expect(total.values[i]! * (world.scores.length - 1)).toBeCloseTo(lag.values[i]! * shared, 10)
      })
    }))

  it('RAW is DC times the shared memberships with rated partners, and TI times (n − 1)', () =>
    holds(worlds, (world) => {
      const company = companyOf(world)
      const [sums, lag, total] = [raw, dc, ti].map(({ compute }) => compute(company))
      expect(sums?.defined).toEqual(lag?.defined)
      world.scores.forEach((_, i) => {
        if (!sums?.defined[i]) return
        expect(sums.values[i]).toBeCloseTo(lag!.values[i]! * sharedWithRated(world, i), 10)
        expect(sums.values[i]).toBeCloseTo(total!.values[i]! * (world.scores.length - 1), 10)
      })
    }))

  it('RAW follows y → a·y, and MAX y → a·y + b for a not below 0', () =>
    holds(fc.tuple(worlds, fc.integer({ min: 0, max: 9 }), fc.integer({ min: -9, max: 9 })), ([world, a, b]) => {
      const scaled = (y: number | undefined, by: number, and: number) => (y === undefined ? y : by * y + and)
      const after = (by: number, and: number) =>
        companyOf({ ...world, scores: world.scores.map((y) => scaled(y, by, and)) })
      const [sums, highest] = [raw.compute(companyOf(world)), max.compute(companyOf(world))]
      const [sumsAfter, highestAfter] = [raw.compute(after(-a, 0)), max.compute(after(a, b))]
      world.scores.forEach((_, i) => {
        expect(sumsAfter.values[i]).toBeCloseTo(-a * sums.values[i]!, 10)
        if (highest.defined[i]) expect(highestAfter.values[i]).toBeCloseTo(a * highest.values[i]! + b, 11)
      })
    }))

  it('MAX is no less than MM, and the same where a state has one organisation with rated partners', () => {
    let single = 0
    holds(withRealScores, (world) => {
      const [highest, means] = [max.compute(companyOf(world)), mm.compute(companyOf(world))]
      expect(highest.defined).toEqual(means.defined)
      expect(highest.degree).toEqual(means.degree)
      world.scores.forEach((_, i) => {
        expect(highest.values[i]).toBeGreaterThanOrEqual(means.values[i]! - 1e-14)
        if (means.degree[i] !== 1) return
        single++
        expect(highest.values[i]).toBe(means.values[i])
      })
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
      eachEntry(company.focal.start, (i, k) => {
        const o = company.focal.items[k]!
        const size = members[o]!.length
        rest[o]! += company.scores[i]! - whole[k]!
        if (size > 1) expect((whole[k]! - leftOut[k]!) * size).toBeCloseTo(company.scores[i]! - leftOut[k]!, 11)
      })
      for (const remainder of rest) expect(remainder).toBeCloseTo(0, 11)
    }))
})

const isRatedIn = (world: World, o: number, i: number): boolean =>
  world.members[o]!.some((j) => j !== i && world.scores[j] !== undefined)

const sharedWithRated = (world: World, i: number): number =>
  world.members
    .filter((members) => members.includes(i))
    .reduce((count, members) => count + members.filter((j) => j !== i && world.scores[j] !== undefined).length, 0)

const eachEntry = (start: Uint32Array, visit: (i: number, k: number) => void): void => {
  for (let i = 0; i + 1 < start.length; i++) for (let k = start[i]!; k < start[i + 1]!; k++) visit(i, k)
}
