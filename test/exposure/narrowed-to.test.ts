import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrowedTo, withPast } from '../../src/exposure/company.ts'
import { formulaIds, formulaOf } from '../../src/exposure/formulas/index.ts'
import { holds, twoSidedWorlds } from './arbitrary.ts'
import { companyOf } from './world.ts'

describe('a company as one state alone meets it', () => {
  it.each(formulaIds)('gives that state the exposure by %s, and the reasons, that it has among all', (id) =>
    holds(fc.tuple(twoSidedWorlds, fc.integer({ min: 1, max: 3 }), fc.boolean()), ([world, minObserved, self]) => {
      const today = companyOf(world)
      const company = withPast(today, [today, today])
      const options = { minObserved, systemSize: 20, self: self ? ('include' as const) : ('exclude' as const) }
      const formula = formulaOf(id)
      const among = formula.compute(company, options)
      const ones = world.scores.map((_, i) => narrowedTo(company, i))
      const alone = ones.map((one) => formula.compute(one, options))
      for (const part of ['values', 'defined', 'degree', 'coverage'] as const)
        expect(
          alone.map((one, i) => one[part][i]),
          part,
        ).toEqual([...among[part]])
      expect(ones.map((one, i) => formula.explain(one, i, options))).toEqual(
        ones.map((_, i) => formula.explain(company, i, options)),
      )
    }),
  )
})
