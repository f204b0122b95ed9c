import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { behaviouralPull, distancesOf } from '../../src/influence/behavioural-pull.ts'
import { compositionalPull } from '../../src/influence/compositional-pull.ts'

const before = [8, 6, 2, 0]
const after = [7, 6, 3, 2]
const on = (k: number) => ({ before: before[k] as number, after: after[k] as number })
const others = (k: number) => [0, 1, 2, 3].filter((other) => other !== k).map(on)
const pullOf = (k: number) => behaviouralPull(distancesOf({ own: on(k), others: others(k) }))

const score = fc.integer({ min: 0, max: 80 }).map((tenths) => tenths / 10)
const many = fc.array(score, { minLength: 2, maxLength: 12 })

describe('compositional pull', () => {
  it('is 4/3 of A in the toy world', () => {
    const found = compositionalPull(8, [6, 2, 0])
    expect(found?.pull).toBeCloseTo(4 / 3, 15)
    expect(found).toMatchObject({ mean: 4, rated: 4 })
    expect(found?.meanOfOthers).toBeCloseTo(8 / 3, 15)
  })
  it('is undefined where nobody else is rated', () => expect(compositionalPull(8, [])).toBeUndefined())
  it('times n is what a member differs from the others by; the differences from the mean add up to 0', () =>
    fc.assert(
      fc.property(many, (scores) => {
        const n = scores.length
        const mean = scores.reduce((sum, value) => sum + value, 0) / n
        let [total, pulls] = [0, 0]
        for (const [k, own] of scores.entries()) {
          const found = compositionalPull(own, scores.toSpliced(k, 1))
          if (found === undefined) throw new Error('others are rated')
          expect((found.mean - found.meanOfOthers) * n).toBeCloseTo(own - found.meanOfOthers, 9)
          expect(found.mean).toBeCloseTo(mean, 9)
          total += own - found.mean
          pulls += found.pull
        }
        expect(total).toBeCloseTo(0, 8)
        expect(pulls).toBeCloseTo(0, 8)
      }),
    ))
})

describe('behavioural pull', () => {
  it.each([
    // A: apart 2 + 6 + 8 = 16; others 2 + 5 + 6 = 13 from where it was; it is 1 + 5 + 7 = 13 from where they were.
    [0, 3 / 16, 3 / 16, 0],
    // B: apart 2 + 4 + 6 = 12; others 1 + 3 + 4 = 8; it did not move: 12.
    [1, 1 / 3, 0, 1 / 3],
    // C: apart 6 + 4 + 2 = 12; others 5 + 4 + 0 = 9; it 5 + 3 + 3 = 11.
    [2, 1 / 4, 1 / 12, 1 / 6],
    // D: apart 8 + 6 + 2 = 16; others 7 + 6 + 3 = 16; it 6 + 4 + 0 = 10.
    [3, 0, 3 / 8, -3 / 8],
  ])('of member %i of the toy world is %d on the others and %d on itself, net %d', (k, onOthers, onState, net) => {
    const found = pullOf(k)
    expect(found?.onOthers).toBeCloseTo(onOthers, 15)
    expect(found?.onState).toBeCloseTo(onState, 15)
    expect(found?.net).toBeCloseTo(net, 15)
  })
  it('is 1 where all others came to score as it had, and below 0 where they moved away', () => {
    const own = { before: 4, after: 4 }
    expect(behaviouralPull(distancesOf({ own, others: [{ before: 0, after: 4 }] }))).toEqual({
      onOthers: 1,
      onState: 0,
      net: 1,
    })
    expect(behaviouralPull(distancesOf({ own, others: [{ before: 3, after: 2 }] }))?.onOthers).toBe(-1)
  })
  it('is undefined where nobody stayed, or nobody differed', () => {
    const own = { before: 4, after: 5 }
    expect(behaviouralPull(distancesOf({ own, others: [] }))).toBeUndefined()
    expect(behaviouralPull(distancesOf({ own, others: [{ before: 4, after: 1 }] }))).toBeUndefined()
  })
  it('never exceeds 1, and is the same in any unit of the score', () =>
    fc.assert(
      fc.property(
        fc.record({ before: score, after: score }),
        fc.array(fc.record({ before: score, after: score }), { minLength: 1, maxLength: 8 }),
        (own, those) => {
          const found = behaviouralPull(distancesOf({ own, others: those }))
          const turned = (one: typeof own) => ({ before: 3 - 2 * one.before, after: 3 - 2 * one.after })
          const other = behaviouralPull(distancesOf({ own: turned(own), others: those.map(turned) }))
          if (found === undefined) {
            expect(other).toBeUndefined()
            return
          }
          expect(found.onOthers).toBeLessThanOrEqual(1)
          expect(found.onState).toBeLessThanOrEqual(1)
          expect(other?.onOthers).toBeCloseTo(found.onOthers, 6)
          expect(other?.net).toBeCloseTo(found.net, 6)
        },
      ),
    ))
})
