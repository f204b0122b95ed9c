import { z } from 'zod'
import { badInput } from '../../common/error.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import { formulaIds } from '../../exposure/formulas/index.ts'
import { words } from '../question/inputs.ts'

const ids = formulaIds as readonly [string, ...string[]]
export const formulaInput = z
  .enum(ids)
  .default('mm')
  .describe(`Formula: ${ids.join(', ')}`)
/** Several formulas; `usual` are those where none is named. */
export const formulasInputOf = (usual: readonly string[]) =>
  words(ids)
    .default(usual)
    .describe(`Formulas, with commas between: ${ids.join(',')} (default ${usual.join(',')})`)
export const formulasInput = formulasInputOf(ids.slice(0, 2))

/** Throws `bad-input` where a discount is given that no formula asked for takes. */
export const checkDiscount = (formulas: readonly Formula[], discount: number): void => {
  if (discount !== 1 && !formulas.some(({ ofPast }) => ofPast))
    throw badInput(
      'bad-input',
      `discount is read by formulas of the past alone; came ${formulas.map(({ id }) => id).join(',')}.`,
      {
        where: 'discount',
        hint: 'Ask for the formula years, or leave it out.',
      },
    )
}
