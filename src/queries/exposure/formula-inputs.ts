import { z } from 'zod'
import { formulaIds } from '../../exposure/formulas/index.ts'
import { words } from '../question/inputs.ts'

const ids = formulaIds as readonly [string, ...string[]]
export const formulaInput = z
  .enum(ids)
  .default('mm')
  .describe(`Formula: ${ids.join(', ')}`)
export const formulasInput = words(ids)
  .default(ids.slice(0, 2))
  .describe(`Formulas, with commas between: ${ids.join(',')} (default ${ids.slice(0, 2).join(',')})`)
