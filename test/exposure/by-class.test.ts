import { describe, expect, it } from 'vitest'
import { splitByClass, type SplitFormula } from '../../src/exposure/by-class.ts'
import { holds, worlds } from './arbitrary.ts'
import { isExactly, parse, show } from './fraction.ts'
import { exactDc, exactMm } from './reference.ts'
import { companyOf, toyWorld } from './world.ts'

const toy = companyOf(toyWorld)
/** o2 is where states are on probation; elsewhere they are settled. */
const split = (i: number, formula: SplitFormula) =>
  splitByClass(toy, i, formula, (o) => (toy.organisations[o] === 'o2' ? 'probation' : 'settled'))

/**
 * By hand, of the organisation means o1 6 (1 rated partner), o2 8/3 (3), o3 1 (2) of A; o1 8 (1), o2 10/3 (3) of B:
 *
 *     MM_A  settled (6 + 1)/2 = 7/2, 2 of 3 organisations: 7/3 · probation 8/3, 1 of 3: 8/9 · together 29/9
 *     DC_A  settled (6 + 2·1)/3 = 8/3, 3 of 6 shared memberships: 4/3 · probation 8/3, 3 of 6: 4/3 · together 8/3
 *     MM_B  settled 8, 1 of 2: 4 · probation 10/3, 1 of 2: 5/3 · together 17/3
 *     DC_B  settled 8, 1 of 4: 2 · probation 10/3, 3 of 4: 5/2 · together 9/2
 */
describe('the toy world, split by where states are on probation', () => {
  const expected = [
    [0, 'mm', 'probation', '1/3', '8/3', '8/9'],
    [0, 'mm', 'settled', '2/3', '7/2', '7/3'],
    [0, 'dc', 'probation', '1/2', '8/3', '4/3'],
    [0, 'dc', 'settled', '1/2', '8/3', '4/3'],
    [1, 'mm', 'probation', '1/2', '10/3', '5/3'],
    [1, 'mm', 'settled', '1/2', '8', '4'],
    [1, 'dc', 'probation', '3/4', '10/3', '5/2'],
    [1, 'dc', 'settled', '1/4', '8', '2'],
  ] as const
  it.each(expected)('state %i by %s: %s is %s × %s = %s', (...[i, formula, name, share, value, contribution]) => {
    const part = split(i, formula).find((one) => one.name === name)
    expect(part?.share).toSatisfy((one: number) => isExactly(one, parse(share)))
    expect(part?.value).toSatisfy((one: number) => isExactly(one, parse(value)))
    expect(part?.contribution).toSatisfy((one: number) => isExactly(one, parse(contribution)))
  })

  it('leaves out the organisation in which a state sits alone', () =>
    expect(split(3, 'mm').flatMap(({ organisations }) => organisations)).not.toContain(3))
})

it('parts add up to the exposure that a slow reference gives, in exact fractions', () =>
  holds(worlds, (world) => {
    const company = companyOf(world)
    for (const [formula, exact] of [
      ['mm', exactMm],
      ['dc', exactDc],
    ] as const)
      for (const i of world.scores.keys()) {
        const parts = splitByClass(company, i, formula, (o) => ['even', 'odd'][o % 2]!)
        const wanted = exact(world, i)
        const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((all, part) => all + of(part), 0)
        if (wanted === undefined) expect(parts).toEqual([])
        else {
          const [over, under = '1'] = show(wanted).split('/')
          expect(sum(({ contribution }) => contribution)).toBeCloseTo(Number(over) / Number(under), 12)
          expect(sum(({ share }) => share)).toBeCloseTo(1, 12)
        }
      }
  }))
