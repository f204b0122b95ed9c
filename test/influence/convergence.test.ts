import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastSquaresSlope } from '../../src/common/least-squares.ts'
import { catchUp, catchUpOnGap } from '../../src/influence/catch-up.ts'
import { amongDrawn, drawnGroups } from '../../src/influence/drawn-groups.ts'
import { mean, populationSigma, populationVariance } from '../../src/influence/moments.ts'
import { varianceChange } from '../../src/influence/variance-change.ts'

/** The toy world: A, B, C and D on two days. */
const before = [8, 6, 2, 0]
const after = [7, 6, 3, 2]
const stayers = before.map((value, k) => ({ before: value, after: after[k] as number }))

const score = fc.integer({ min: 0, max: 80 }).map((tenths) => tenths / 10)
const stayed = fc.record({ before: score, after: score })

describe('the toy world', () => {
  it('has σ √10 and √4.25, and a mean that rises by 1/2', () => {
    // Deviations from 4: 4, 2, −2, −4: 40/4 = 10. From 4.5: 2.5, 1.5, −1.5, −2.5: 17/4.
    expect(populationSigma(before)).toBe(Math.sqrt(10))
    expect(populationSigma(after)).toBe(Math.sqrt(4.25))
    expect((mean(after) as number) - (mean(before) as number)).toBe(0.5)
  })
  it('has β −0.35, and on the gap 3/4 of it', () => {
    // Changes −1, 0, 1, 2 with deviations 4, 2, −2, −4: (−4 + 0 − 2 − 8)/40.
    expect(catchUp(stayers)).toBe(-0.35)
    // Gaps 16/3, 8/3, −8/3, −16/3: 4/3 of the deviations.
    expect(catchUpOnGap(stayers, [])).toBeCloseTo(-0.2625, 15)
  })
  it('changes its variance within stayers alone', () =>
    expect(varianceChange({ stayers, leavers: [], entrants: [] })).toEqual({
      before: 10,
      after: 4.25,
      change: -5.75,
      withinStayers: -5.75,
      entrants: 0,
      leavers: 0,
      between: 0,
    }))
})

describe('what the change of a variance is made of', () => {
  it('tells an enlargement that raises σ from stayers that all converge', () => {
    // 4, 6 → 4.5, 5.5; 0 enters. σ²: 1 → mean 10/3: (49/36 + 169/36 + 400/36)/3 = 618/108 = 103/18.
    const found = varianceChange({
      stayers: [
        { before: 4, after: 4.5 },
        { before: 6, after: 5.5 },
      ],
      leavers: [],
      entrants: [0],
    })
    expect(found?.before).toBe(1)
    expect(found?.after).toBeCloseTo(103 / 18, 14)
    expect(found?.withinStayers).toBe(-3 / 4)
    expect(found?.entrants).toBeCloseTo(-1 / 12, 15)
    expect(found?.leavers).toBe(0)
    expect(found?.between).toBeCloseTo(50 / 9, 14)
  })
  it('has what leavers had added taken away', () => {
    // Stayers 2, 4 stay; 6, 10 leave. σ² 2, 4, 6, 10: mean 5.5, (12.25 + 2.25 + 0.25 + 20.25)/4 = 8.75 → 1.
    // Leavers: 2/4 (4 − 1) = 1.5; between: −(2 · 2)/16 (8 − 3)² = −6.25. 0 + 0 − 1.5 − 6.25 = −7.75.
    const found = varianceChange({
      stayers: [
        { before: 2, after: 2 },
        { before: 4, after: 4 },
      ],
      leavers: [6, 10],
      entrants: [],
    })
    expect(found).toEqual({
      before: 8.75,
      after: 1,
      change: -7.75,
      withinStayers: 0,
      entrants: 0,
      leavers: 1.5,
      between: -6.25,
    })
  })
  it('is undefined where fewer than two stayed', () =>
    expect(varianceChange({ stayers: stayers.slice(0, 1), leavers: [1], entrants: [2] })).toBeUndefined())
  it('adds up, whoever came and went', () =>
    fc.assert(
      fc.property(
        fc.array(stayed, { minLength: 2, maxLength: 12 }),
        fc.array(score, { maxLength: 6 }),
        fc.array(score, { maxLength: 6 }),
        (those, leavers, entrants) => {
          const found = varianceChange({ stayers: those, leavers, entrants })
          if (found === undefined) throw new Error('two stayed')
          const sum = found.withinStayers + found.entrants - found.leavers + found.between
          expect(sum).toBeCloseTo(found.change, 10)
          const all = (of: 'before' | 'after', more: readonly number[]) => [...those.map((one) => one[of]), ...more]
          expect(found.before).toBeCloseTo(populationVariance(all('before', leavers)) as number, 12)
          expect(found.after).toBeCloseTo(populationVariance(all('after', entrants)) as number, 12)
          // What is netted out does not change with who came and went.
          expect(found.withinStayers).toBe(varianceChange({ stayers: those, leavers: [], entrants: [] })?.withinStayers)
        },
      ),
    ))
})

describe('β', () => {
  it('is undefined where all began alike, or fewer than two stayed', () => {
    expect(catchUp([])).toBeUndefined()
    expect(catchUp(stayers.slice(0, 1))).toBeUndefined()
    expect(
      catchUp([
        { before: 3, after: 4 },
        { before: 3, after: 1 },
      ]),
    ).toBeUndefined()
    expect(catchUpOnGap([{ before: 3, after: 4 }], [])).toBeUndefined()
  })
  it('is −1 where all end alike, and 0 where all move alike', () => {
    expect(catchUp(before.map((value) => ({ before: value, after: 5 })))).toBe(-1)
    expect(catchUp(before.map((value) => ({ before: value, after: value + 1 })))).toBe(0)
  })
  it('is on the gap (n − 1)/n of what it is on the level, those that left among the n', () =>
    fc.assert(
      fc.property(
        fc.array(stayed, { minLength: 2, maxLength: 12 }),
        fc.array(score, { maxLength: 6 }),
        (those, leavers) => {
          const n = those.length + leavers.length
          const [level, gap] = [catchUp(those), catchUpOnGap(those, leavers)]
          if (level !== undefined) expect(gap).toBeCloseTo((level * (n - 1)) / n, 8)
        },
      ),
    ))
})

describe('least squares', () => {
  it('has the slope of three points, and none of one x', () => {
    const points = [
      { x: 0, y: 2 },
      { x: 1, y: 4 },
      { x: 2, y: 3 },
    ]
    expect(leastSquaresSlope(points)).toBe(1 / 2)
    expect(leastSquaresSlope(points.map(({ y }) => ({ x: 7, y })))).toBeUndefined()
    expect(leastSquaresSlope(points.map(({ x }) => ({ x, y: 0.1 })))).toBe(0)
  })
})

describe('drawn groups', () => {
  const pool = ['a', 'b', 'c', 'd', 'e']
  it('are of the pool, each once, and the same by the same seed', () => {
    const drawing = { size: 3, draws: 50, seed: 7 }
    const groups = [...drawnGroups(pool, drawing)]
    expect(groups.length).toBe(50)
    for (const group of groups) {
      expect(new Set(group).size).toBe(3)
      expect(group.every((one) => pool.includes(one))).toBe(true)
    }
    expect([...drawnGroups(pool, drawing)]).toEqual(groups)
    expect([...drawnGroups(pool, { ...drawing, seed: 8 })]).not.toEqual(groups)
  })
  it('draw every set as often as another: of ten sets of two, one in ten', () => {
    const counts = new Map<string, number>()
    for (const group of drawnGroups(pool, { size: 2, draws: 10_000, seed: 1 })) {
      const key = group.toSorted().join('')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    // The sum of squares over what is expected has nine degrees of freedom: above 27.9 once in a thousand.
    expect(counts.size).toBe(10)
    expect([...counts.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(27.9)
  })
  it('say where a number lies among theirs', () => {
    expect(amongDrawn(2, [4, 1, undefined, 3, 2])).toEqual({
      defined: 4,
      mean: 2.5,
      low: 1,
      high: 4,
      below: 2,
      above: 3,
    })
    expect(amongDrawn(undefined, [1])).toMatchObject({ below: undefined, above: undefined })
    expect(amongDrawn(2, [undefined])).toBeUndefined()
  })
  it('refuse a pool that is too small', () =>
    expect(() => [...drawnGroups(pool, { size: 6, draws: 1, seed: 1 })]).toThrow('groups of 6'))
})
