import fc from 'fast-check'
import { mersenne } from 'pure-rand/generator/mersenne'
import { describe, expect, it } from 'vitest'
import type { PermutationInput, StateAtRisk } from '../../src/diffusion/permutation-plan.ts'
import { permutation, twoSided, type PermutationResult } from '../../src/diffusion/permutation.ts'
import { ALWAYS, dayOf, FOREVER, type Day } from '../../src/time/day.ts'
import { holds } from '../exposure/arbitrary.ts'
import { allHistories, meanInFact } from './all-histories.ts'

const day = (year: number, month = 7, date = 1) => dayOf(year, month, date) as Day
const always = [{ from: ALWAYS, to: FOREVER }]
/** At risk all the time, and adopted on 1 July of a year, or never. */
const adoptsIn = (year?: number): StateAtRisk => ({
  adopted: year === undefined ? undefined : day(year),
  atRisk: always,
})

interface Given {
  readonly states: readonly StateAtRisk[]
  readonly weights: readonly (readonly number[])[]
  readonly isKnown?: PermutationInput['isKnown']
}

/** A world whose network is the same in every year. */
const world = ({ states, weights, isKnown = () => true }: Given): PermutationInput => ({
  states,
  weightsOf: (i) => weights[i],
  isKnown,
})

const resultOf = (input: PermutationInput, draws: number, seed = 1): PermutationResult => {
  const found = permutation(input, seed)
  found.run(draws)
  return found.result()
}

/** A adopts in 2001, B in 2002, C never; A meets B, and B meets C. */
const line = world({
  states: [adoptsIn(2001), adoptsIn(2002), adoptsIn()],
  weights: [
    [0, 1, 0],
    [1, 0, 1],
    [0, 1, 0],
  ],
})

describe('a line of three: A adopts in 2001, B in 2002, C never; A meets B, and B meets C', () => {
  // The first of each history meets nobody that has adopted, the second: AB 1/2, AC 0, BA 1, BC 1, CA 0, CB 1/2.
  it('has six histories, with the means 1/4, 0, 1/2, 1/2, 0, 1/4', () =>
    expect(allHistories(line).map(({ mean }) => mean)).toEqual([1 / 4, 0, 1 / 2, 1 / 2, 0, 1 / 4]))
  it('stands in the middle of them: the mean of all is 1/4, 4 of 6 lie at or below, and 4 at or above', () => {
    const found = resultOf(line, 6000)
    expect(found).toMatchObject({ statistic: 1 / 4, counted: 2, withoutExposure: 0, pinned: 0, draws: 6000, short: 0 })
    // The standard deviation of T is √(1/24): that of a mean of 6000 is 0.0026.
    expect(Math.abs(found.drawn!.expected - 1 / 4)).toBeLessThan(0.01)
    expect(found.drawn).toMatchObject({ p: 1, low: 0, high: 1 / 2 })
  })
  it('with C as the second, 2 of 6 lie at or below: p is 2/3', () => {
    const found = resultOf({ ...line, states: [adoptsIn(2001), adoptsIn(), adoptsIn(2002)] }, 6000)
    expect(found.statistic).toBe(0)
    expect(Math.abs(found.drawn!.p! - 2 / 3)).toBeLessThan(4 * found.drawn!.error!)
  })
})

describe('p', () => {
  it('is twice the smaller side, each with 1 for the history as it was', () =>
    // (1 + 24) / (9999 + 1) = 0.0025
    expect(twoSided(9990, 24, 9999).p).toBe(0.005))
  it('is never 0, and never above 1', () => {
    expect(twoSided(10_000, 0, 9999).p).toBe(0.0002)
    expect(twoSided(9000, 9000, 9999).p).toBe(1)
  })
  // 2 · √(0.025 · 0.975 / 9999) = 2 · √0.0000024377 = 2 · 0.0015613
  it('has the error of having drawn so many', () =>
    expect(twoSided(9990, 249, 9999)).toEqual({ p: 0.05, error: expect.closeTo(0.0031226, 6) as number }))
})

describe('what is drawn', () => {
  const three = [
    [0, 1, 3],
    [1, 0, 3],
    [3, 3, 0],
  ]
  it('is nobody before birth: N comes in 2003, when A and B had adopted', () => {
    const born = { adopted: undefined, atRisk: [{ from: day(2003), to: FOREVER }] }
    // AB or BA: the second meets one of weight 1 among weights of 1 and 3. With N drawn first it would be 3/4.
    const found = resultOf(world({ states: [adoptsIn(2001), adoptsIn(2002), born], weights: three }), 500)
    expect(found.statistic).toBe(1 / 8)
    expect(found.drawn).toMatchObject({ expected: 1 / 8, low: 1 / 8, high: 1 / 8, p: 1 })
  })
  it('is nobody on the day after the last, and somebody on the first', () => {
    const gone = { adopted: undefined, atRisk: [{ from: ALWAYS, to: day(2001) }] }
    const here = { adopted: undefined, atRisk: [{ from: day(2001), to: FOREVER }] }
    const withThird = (third: StateAtRisk) =>
      resultOf(world({ states: [adoptsIn(2001), adoptsIn(2002), third], weights: three }), 500).drawn!
    expect(withThird(gone)).toMatchObject({ low: 1 / 8, high: 1 / 8 })
    // A then N: (0 + 3/6) / 2; N then A: (0 + 3/4) / 2.
    expect(withThird(here)).toMatchObject({ low: 1 / 8, high: 3 / 8 })
  })
  it('sees nobody of its own day, and nobody of its own year', () => {
    const states = [1, 1, 12].map((month) => ({ adopted: day(2001, month), atRisk: always }))
    const found = resultOf(world({ states: [...states, adoptsIn()], weights: full(4) }), 200)
    expect([found.statistic, found.drawn!.expected, found.drawn!.high]).toEqual([0, 0, 0])
  })
  it('keeps the day of who was not at risk on it, and meets it from the next year on', () => {
    const outside = { adopted: day(2000), atRisk: [{ from: day(2001), to: FOREVER }] }
    const states = [outside, adoptsIn(2000), adoptsIn(2001), adoptsIn()]
    const found = resultOf(world({ states, weights: full(4) }), 300)
    // Whoever adopts in 2001 meets two of its three partners that had, whoever adopts in 2000 none.
    expect(found).toMatchObject({ statistic: 1 / 3, counted: 2, pinned: 1 })
    expect(found.drawn).toMatchObject({ low: 1 / 3, high: 1 / 3 })
  })
  it('are fewer where fewer are left: A adopts and ceases to be, and then C does, alone', () => {
    const states = [
      { adopted: day(2001), atRisk: [{ from: ALWAYS, to: day(2005) }] },
      { adopted: day(2006), atRisk: always },
    ]
    const found = resultOf(world({ states, weights: full(2) }), 1000)
    // Where C is drawn in 2001 nobody is left in 2006: of that happens one half.
    expect(Math.abs(found.short - 500)).toBeLessThan(80)
    expect(found).toMatchObject({ statistic: 1 / 2, drawn: { low: 0, high: 1 / 2 } })
  })
  it('is the same by the same seed, at once or bit by bit, and another by another', () => {
    const input = world({ states: [2001, 2002, 2003, 2004, undefined, undefined].map(adoptsIn), weights: ring(6) })
    const inParts = permutation(input, 7)
    for (const draws of [1, 400, 599]) inParts.run(draws)
    expect(inParts.result()).toEqual(resultOf(input, 1000, 7))
    expect(resultOf(input, 1000, 8)).not.toEqual(resultOf(input, 1000, 7))
  })
})

const full = (n: number) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 0 : 1)))
const ring = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => ([1, n - 1].includes(Math.abs(i - j)) ? 1 : 0)),
  )

describe('a world in which everybody meets everybody alike', () => {
  it('has one mean in every history: p is 1', () => {
    const states = [2001, 2001, 2003, 2004, 2007, 2010, undefined, undefined].map(adoptsIn)
    const found = resultOf(world({ states, weights: full(8) }), 1000)
    // 0, 0, 2/7, 3/7, 4/7, 5/7: their mean is 14/42.
    expect(found.statistic).toBeCloseTo(1 / 3, 12)
    expect(found.drawn!.expected).toBeCloseTo(1 / 3, 12)
    expect(found.drawn).toMatchObject({ p: 1, error: 0 })
  })
})

describe('a ring of forty, where each adopts after its neighbour', () => {
  const chain = Array.from({ length: 40 }, (_, i) => adoptsIn(i < 20 ? 2000 + i : undefined))
  it('is far above chance: no drawn history comes near', () => {
    const found = resultOf(world({ states: chain, weights: ring(40) }), 2000)
    // 0, and then one of two neighbours, nineteen times.
    expect(found.statistic).toBeCloseTo((19 * 0.5) / 20, 12)
    expect(found.drawn!.p).toBe(2 / 2001)
  })
  it('is far below it where nobody adopts next to an adopter', () => {
    const apart = Array.from({ length: 40 }, (_, i) => adoptsIn(i % 2 === 0 ? 2000 + i / 2 : undefined))
    const found = resultOf(world({ states: apart, weights: ring(40) }), 2000)
    expect([found.statistic, found.drawn!.p]).toEqual([0, 2 / 2001])
  })
})

describe('what is unknown', () => {
  it('has no statistic without adopters, and none without partners', () => {
    const none = resultOf(world({ states: [adoptsIn(), adoptsIn()], weights: full(2) }), 10)
    expect(none).toMatchObject({ statistic: undefined, counted: 0, empty: 10, drawn: undefined })
    const nothing = Array.from({ length: 2 }, () => [0, 0])
    const alone = resultOf(world({ states: [adoptsIn(2001), adoptsIn()], weights: nothing }), 10)
    expect(alone).toMatchObject({ statistic: undefined, counted: 1, withoutExposure: 1, empty: 10, drawn: undefined })
  })
  it('counts a history without exposures on both sides, so that p is no smaller for it', () => {
    // One adoption: of A and B, which meet each other alone, or of C, D, E, which meet nobody.
    const lonely = Array.from({ length: 5 }, (_, i) => Array.from({ length: 5 }, (__, j) => (i + j === 1 ? 1 : 0)))
    const states = [adoptsIn(2001), ...Array.from({ length: 4 }, () => adoptsIn())]
    const found = resultOf(world({ states, weights: lonely }), 1000)
    expect(found.statistic).toBe(0)
    expect(Math.abs(found.empty - 600)).toBeLessThan(80)
    expect(found.drawn!.p).toBe(1)
  })
})

describe('what is no input', () => {
  const two = { states: [adoptsIn(2001), adoptsIn(2002)], weights: full(2) }
  const unknownWeights = [
    [0, Number.NaN],
    [1, 0],
  ]
  it.each([
    [{ ...two, weights: [[0], [1, 0]] }, 1, 'weightsOf(0, 2000) has 1 entries; expected 2.'],
    [{ ...two, weights: unknownWeights }, 1, 'weightsOf(0, 2000)[1] is NaN; expected a finite number'],
    [{ ...two, states: [{ ...adoptsIn(2001), adopted: 0.5 as Day }, adoptsIn()] }, 1, 'states[0].adopted is 0.5;'],
    [
      { ...two, states: [{ adopted: undefined, atRisk: [{ from: day(2002), to: day(2001) }] }, adoptsIn()] },
      1,
      'states[0].atRisk holds days from',
    ],
    [two, -1, 'seed is -1; expected a whole number from 0 to 4294967295.'],
    [two, 0.5, 'seed is 0.5;'],
  ])('says what is wrong with it', (given, seed, message) =>
    expect(() => permutation(world(given), seed)).toThrow(message),
  )
})

/** Up to five states, up to four of which adopt in three years, some on one day; born, gone or unknown on the way. */
const smallWorlds: fc.Arbitrary<PermutationInput> = fc.integer({ min: 2, max: 5 }).chain((n) => {
  const spells = fc
    .tuple(fc.integer({ min: 2000, max: 2004 }), fc.integer({ min: 1, max: 6 }))
    .map(([from, years]) => [{ from: day(from, 1), to: day(from + years, 1) }])
  const state = fc.record({
    adopted: fc.option(
      fc.tuple(fc.integer({ min: 2001, max: 2003 }), fc.constantFrom(3, 9)).map(([year, month]) => day(year, month)),
      { freq: 3 },
    ),
    atRisk: fc.oneof({ weight: 3, arbitrary: fc.constant(always) }, { weight: 2, arbitrary: spells }),
  })
  const years = 3
  return fc
    .record({
      states: fc.array(state, { minLength: n, maxLength: n }),
      weights: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: years * n * n, maxLength: years * n * n }),
      known: fc.array(fc.boolean(), { minLength: years * n, maxLength: years * n }), // prettier-ignore
      isOut: fc.array(fc.nat({ max: 9 }), { minLength: years * n, maxLength: years * n }),
    })
    .map(({ states, weights, known, isOut }) => ({
      states: states.map(({ adopted, atRisk }) => ({ adopted: adopted ?? undefined, atRisk })),
      weightsOf: (i: number, year: number) => {
        const row = (year - 2000) * n + i
        return isOut[row] === 0 ? undefined : weights.slice(row * n, (row + 1) * n)
      },
      isKnown: (i: number, year: number) => known[(year - 2000) * n + i] ?? true,
    }))
})

describe('beside every history that can be drawn', () => {
  const near = 1e-12
  it('has the statistic, the mean and the p of all of them, as far as so many draws tell', () => {
    const draws = 3000
    let tested = 0
    holds(
      smallWorlds,
      (input) => {
        const all = allHistories(input)
        const found = resultOf(input, draws)
        const fact = meanInFact(input)
        if (fact === undefined) expect(found.statistic).toBeUndefined()
        else expect(found.statistic).toBeCloseTo(fact, 12)
        const defined = all.flatMap(({ mean, chance }) => (mean === undefined ? [] : [{ mean, chance }]))
        const share = defined.reduce((sum, { chance }) => sum + chance, 0)
        expect(Math.abs(found.empty / draws - (1 - share))).toBeLessThan(0.06)
        if (fact === undefined || share < 0.2) return
        tested += 1
        const expected = defined.reduce((sum, { mean, chance }) => sum + (mean * chance) / share, 0)
        const variance = defined.reduce((sum, { mean, chance }) => sum + ((mean - expected) ** 2 * chance) / share, 0)
        expect(Math.abs(found.drawn!.expected - expected)).toBeLessThan(
          5 * Math.sqrt(variance / (draws * share)) + near,
        )
        const sideOf = (is: (mean: number) => boolean) =>
          all.reduce((sum, { mean, chance }) => sum + (mean === undefined || is(mean) ? chance : 0), 0)
        const tail = Math.min(
          sideOf((mean) => mean <= fact + near),
          sideOf((mean) => mean >= fact - near),
        )
        // Five standard errors of what was drawn, and the 1 that is added: p differs by 2 / R at most for that.
        const error = 10 * Math.sqrt((tail * (1 - tail)) / draws) + 2 / draws
        expect(Math.abs(found.drawn!.p! - Math.min(1, 2 * tail))).toBeLessThan(error + near)
      },
      150,
    )
    expect(tested).toBeGreaterThan(60)
  })
})

describe('the numbers that are drawn', () => {
  // C++ standard, [rand.predef]: the 10000th invocation of a default-constructed mt19937, whose seed is 5489.
  it('are those of MT19937', () => {
    const generator = mersenne(5489)
    const numbers = Array.from({ length: 10_000 }, () => generator.next() >>> 0)
    expect(numbers.at(-1)).toBe(4_123_659_995)
  })
  // By its reference code the first four by seed 1 are 1791095845, 4282876139, 3093770124, 4005303368. With 2^31 added,
  // modulo 2^32: 3938579493, of three the first, A; 2135392491, of C and B the second, B; 946286476, of three the
  // second, B; 1857819720, of A and C the first, A. So the first two histories are AB, of which the mean is 1/4, and
  // BA, 1/2.
  it('draw the same histories everywhere: by seed 1 first AB, then BA', () => {
    const [first, both] = [1, 2].map((draws) => resultOf(line, draws).drawn)
    expect([first?.expected, both?.expected, both?.high]).toEqual([1 / 4, 3 / 8, 1 / 2])
  })
})
