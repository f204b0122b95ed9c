import { describe, expect, it } from 'vitest'
import { formulas, type FormulaId } from '../../src/exposure/formulas/index.ts'
import { ownCompany, withoutOne, type LeftOut } from '../../src/exposure/without-one.ts'
import { companyOf, toyWorld, type World } from './world.ts'

/** The toy world of docs/exposure.md; what is left of A is worked out there by hand from the means 6, 8/3 and 1. */
const toy = companyOf(toyWorld)

const leftOf = (id: FormulaId, i: number, one: LeftOut): number | undefined => {
  const own = ownCompany(toy, i, undefined)
  // The organisation by its place in the own company; one in which the state does not sit leaves it as it is.
  const place = 'organisation' in one ? own.company.organisations.indexOf(`o${one.organisation + 1}`) : 0
  const { company, weights } = place < 0 ? own : withoutOne(own, i, 'partner' in one ? one : { organisation: place })
  const { values, defined } = formulas[id].compute(company, { igoWeight: weights })
  return defined[i] === 1 ? values[i] : undefined
}

describe('MM of A', () => {
  it.each([
    ['o1', 0, (8 / 3 + 1) / 2],
    ['o2', 1, (6 + 1) / 2],
    ['o3', 2, (6 + 8 / 3) / 2],
  ])('without %s is the mean of the other two', (_, organisation, expected) =>
    expect(leftOf('mm', 0, { organisation })).toBeCloseTo(expected, 14),
  )
  it.each([
    // Without B nobody is left in o1; o2 is left with C and D, o3 as it was.
    ['B', 1, (1 + 1) / 2],
    ['C', 2, (6 + 3 + 0) / 3],
    ['D', 3, (6 + 4 + 2) / 3],
    ['E, which is not rated', 4, 29 / 9],
  ])('without %s', (_, partner, expected) => expect(leftOf('mm', 0, { partner })).toBeCloseTo(expected, 14))
})

describe('every formula', () => {
  const ids = Object.keys(formulas) as readonly FormulaId[]
  const count = toyWorld.members.length
  const without = (world: World, o: number): World => ({
    ...world,
    members: world.members.filter((_, other) => other !== o),
  })
  it.each(ids)('%s gives what it gives in a world in which the organisation never was', (id) => {
    for (const i of toyWorld.scores.keys())
      for (let o = 0; o < count; o++) {
        const { values, defined } = formulas[id].compute(companyOf(without(toyWorld, o)))
        expect(leftOf(id, i, { organisation: o })).toEqual(
          defined[i] === 1 ? expect.closeTo(values[i]!, 13) : undefined,
        )
      }
  })
  it.each(ids)('%s gives what it gives in a world in which the partner sits nowhere', (id) => {
    for (const i of toyWorld.scores.keys())
      for (const j of toyWorld.scores.keys()) {
        if (i === j) continue
        const members = toyWorld.members.map((all) => all.filter((member) => member !== j))
        const { values, defined } = formulas[id].compute(companyOf({ ...toyWorld, members }))
        expect(leftOf(id, i, { partner: j })).toEqual(defined[i] === 1 ? expect.closeTo(values[i]!, 13) : undefined)
      }
  })
})

it('keeps the weights of the organisations that are left, and drops those in which the state does not sit', () => {
  const own = ownCompany(toy, 0, Float64Array.of(1, 3, 5, 7))
  expect(own.company.organisations).toEqual(['o1', 'o2', 'o3'])
  expect(withoutOne(own, 0, { organisation: 1 }).weights).toEqual(Float64Array.of(1, 0, 5))
})
