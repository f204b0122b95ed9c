import { describe, expect, it } from 'vitest'
import { dc } from '../../src/exposure/formulas/dc.ts'
import { formulas, type FormulaId } from '../../src/exposure/formulas/index.ts'
import { mm } from '../../src/exposure/formulas/mm.ts'
import { isExactly, parse, show } from './fraction.ts'
import { circlesOf, exactDc, exactMax, exactMm, exactRaw } from './reference.ts'
import { companyOf, toyWorld } from './world.ts'

const { raw, max } = formulas
const toy = companyOf(toyWorld)
const states = ['A', 'B', 'C', 'D', 'E']

const table: Record<FormulaId, readonly string[]> = {
  mm: ['29/9', '17/3', '13/3', '31/6', '10/3'],
  dc: ['8/3', '9/2', '22/5', '26/5', '10/3'],
  bin: ['8/3', '10/3', '14/3', '16/3', '10/3'],
  spmon: ['16/7', '9/2', '11/3', '13/3', '10/3'],
  ti: ['4', '9/2', '11/2', '13/2', '5/2'],
  raw: ['16', '18', '22', '26', '10'],
  max: ['6', '8', '14/3', '16/3', '10/3'],
  years: ['8/3', '9/2', '22/5', '26/5', '10/3'],
}

describe.each(Object.entries(table))('the toy world under %s', (id, expected) => {
  const { values, defined } = formulas[id as FormulaId].compute(toy)
  it.each(states.map((state, i) => [state, expected[i]!, i] as const))('%s is %s', (_, text, i) => {
    expect(defined[i]).toBe(1)
    expect(values[i]).toSatisfy((value: number) => isExactly(value, parse(text)))
  })
  it('explains each value by terms for rated partners only', () => {
    for (const i of states.keys()) {
      const why = formulas[id as FormulaId].explain(toy, i)
      expect(why?.value).toBe(values[i])
      expect(why?.unrated).toEqual(['A', 'C', 'D'].includes(states[i]!) ? ['E'] : [])
    }
  })
})

describe('the slow reference of these tests', () => {
  it('gives the same fractions', () => {
    expect(states.map((_, i) => show(exactMm(toyWorld, i)!))).toEqual(table.mm)
    expect(states.map((_, i) => show(exactDc(toyWorld, i)!))).toEqual(table.dc)
    expect(states.map((_, i) => show(exactRaw(toyWorld, i)!))).toEqual(table.raw)
    expect(states.map((_, i) => show(exactMax(toyWorld, i)!))).toEqual(table.max)
  })
  it('has the organisation means of A: 6 of 1, 8/3 of 3, 1 of 2', () => {
    expect(circlesOf(toyWorld, 0).map(({ mean, observed }) => [show(mean), observed])).toEqual([
      ['6', 1],
      ['8/3', 3],
      ['1', 2],
    ])
  })
})

describe('what goes wrong elsewhere', () => {
  it('A is 43/9 with itself in its means: only when asked for', () => {
    expect(isExactly(mm.compute(toy, { self: 'include' }).values[0]!, parse('43/9'))).toBe(true)
    expect(isExactly(mm.compute(toy).values[0]!, parse('43/9'))).toBe(false)
  })
  it('D is not 31/9: o4, where it sits alone, is not scored 0', () => {
    const { values, degree } = mm.compute(toy)
    expect(isExactly(values[3]!, parse('31/9'))).toBe(false)
    expect(degree[3]).toBe(2)
    expect(mm.explain(toy, 3)?.leftOut).toEqual(['o4'])
  })
  it('E has an exposure, though it has no score', () => {
    expect(toy.rated[4]).toBe(0)
    expect([mm, dc].map(({ compute }) => compute(toy).defined[4])).toEqual([1, 1])
  })
})

describe('what goes wrong elsewhere, under RAW and MAX', () => {
  // By hand. A with itself: o1 (8+6)/2, o2 (8+6+2+0)/4, o3 (8+2+0)/3. D alone in o4, scored 0, is no highest mean.
  it('MAX of A is 7, and RAW of A 40, with itself among its partners: only when asked for', () => {
    expect(max.compute(toy, { self: 'include' }).values[0]).toBe(7)
    expect(max.compute(toy).values[0]).toBe(6)
    expect(raw.compute(toy, { self: 'include' }).values[0]).toBe(40)
    expect(raw.compute(toy).values[0]).toBe(16)
  })
  it('an organisation in which a state sits alone is no mean of 0, where all others are below it', () => {
    const below = companyOf({ scores: [-3, -5, -7], members: [[0, 1], [0, 2], [0]] })
    expect(max.compute(below).values[0]).toBe(-5)
    expect(max.compute(below).degree[0]).toBe(2)
  })
  it('one whom no partner is rated has no sum, not a sum of 0; one whose partners score 0 has', () => {
    const none = companyOf({
      scores: [1, undefined, 0, 5],
      members: [
        [0, 1],
        [2, 3],
        [3, 2],
      ],
    })
    expect([...raw.compute(none).defined]).toEqual([0, 1, 1, 1])
    expect(raw.compute(none).values[3]).toBe(0)
    expect(raw.compute(none).degree[3]).toBe(1)
  })
})

describe('degree and coverage', () => {
  it('MAX counts the organisations that it compares, and covers as MM does', () => {
    const { degree, coverage } = max.compute(toy)
    expect([...degree]).toEqual([3, 2, 2, 2, 1])
    expect(coverage).toEqual(mm.compute(toy).coverage)
  })
  it('MM counts organisations, and covers by Newman weights over all partners', () => {
    const { degree, coverage } = mm.compute(toy)
    expect([...degree]).toEqual([3, 2, 2, 2, 1])
    expect([...coverage].map((share, i) => isExactly(share, parse(['8/9', '1', '5/6', '5/6', '1'][i]!)))).not.toContain(
      false,
    )
  })
  it('DC counts rated partners, and covers by shared organisations', () => {
    const { degree, coverage } = dc.compute(toy)
    expect([...degree]).toEqual([3, 3, 3, 3, 3])
    expect([...coverage].map((share, i) => isExactly(share, parse(['6/7', '1', '5/6', '5/6', '1'][i]!)))).not.toContain(
      false,
    )
  })
})
