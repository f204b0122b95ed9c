import { closest } from '../../common/closest.ts'
import { badInput } from '../../common/error.ts'
import { bin } from './bin.ts'
import { dc } from './dc.ts'
import type { Formula } from './formula.ts'
import { max } from './max.ts'
import { mm } from './mm.ts'
import { raw } from './raw.ts'
import { spmon } from './spmon.ts'
import { ti } from './ti.ts'
import { years } from './years.ts'

/** Every formula, by its id. What callers need of a formula is in its entry; none should know one by name. */
export const formulas = { mm, dc, bin, spmon, ti, raw, max, years } as const

export type FormulaId = keyof typeof formulas

export const formulaIds = Object.keys(formulas) as readonly FormulaId[]

const isFormulaId = (id: string): id is FormulaId => {
  return Object.hasOwn(formulas, id)
}

export const formulaOf = (id: string): Formula<FormulaId> => {
  if (isFormulaId(id)) return formulas[id]
  const near = closest(id, formulaIds)
  throw badInput('unknown-formula', `"${id}" is no formula. Expected one of ${formulaIds.join(', ')}.`, {
    ...(near.length > 0 && { hint: `Closest: ${near.join(', ')}.` }),
  })
}
