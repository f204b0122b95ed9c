import { z } from 'zod'
import { firstDayOfYear, lastDayOfYear, parseDay } from '../../time/day.ts'
import { parseInstant } from '../../time/instant.ts'

/**
 * Input fields as users write them: text in, checked values out. Shared by all questions, so that a flag means the same
 * everywhere.
 */

export const stateInput = z.string().min(1).describe('A state or other actor: id (usa), code or name')
export const subjectInput = z.string().min(1).describe('A treaty or norm: id (cat, torture), code or name')
export const igoInput = z.string().min(1).describe('An organisation: id (un), code or name')
export const yearInput = z.coerce.number().int().min(1).max(9999)

/** A flag without a value: `--exclude-imputed`. */
export const flag = (description: string) =>
  z
    .union([z.boolean(), z.enum(['true', 'false', ''])])
    .default(false)
    .transform((value) => value === true || value === 'true' || value === '')
    .describe(description)
    .meta({ flag: true })

/** Several words with commas between: `mm,dc`. */
export const words = <T extends string>(allowed: readonly [T, ...T[]]) =>
  z.string().transform((text, context) => {
    const list = text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '')
    const wrong = list.find((word) => !(allowed as readonly string[]).includes(word))
    if (wrong !== undefined || list.length === 0) {
      context.addIssue({ code: 'custom', message: `"${wrong ?? text}" is none of ${allowed.join(', ')}` })
      return z.NEVER
    }
    return [...new Set(list)] as unknown as readonly T[]
  })

const systemChoice = z.enum(['cow', 'gw', 'un'])
/** Which list is meant where none is named is known only with the world: `load/default-system.ts`. */
export const systemInput = systemChoice
  .optional()
  .describe(
    'Which list of states: cow (Correlates of War), gw (Gleditsch-Ward) or un (members of ' +
      'the United Nations) (default cow; un, where the log knew no list of cow then)',
  )
export const formalityInput = z
  .enum(['formal', 'informal', 'all'])
  .default('formal')
  .describe('Organisations that a treaty founds, informal bodies such as the G7, or both; formal where it is left out')

export const fromInput = yearInput.describe('First year')
export const toInput = yearInput.describe('Last year')
export const yearDayInput = z
  .string()
  .default('dec31')
  .describe('The day of the year whose value stands for it: dec31, jan1 or MM-DD')
/** Of a stock that wears down, in years. */
export const defaultHalfLife = 2
export const halfLifeInput = z.coerce
  .number()
  .positive()
  .default(defaultHalfLife)
  .describe('Years in which half of an action wears off')
export const kindsInput = words(['full', 'associate', 'observer'])

/** Filters of ledgers: all, where none is named. */
export const treatyFilter = z.string().min(1).optional().describe('A treaty: id, code or name; all where none is given')
export const stateFilter = z
  .string()
  .min(1)
  .optional()
  .describe('A state or other actor: id, code or name; all where none is given')

/** Any words with commas between. */
export const freeWords = z.string().transform((text, context) => {
  const list = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (list.length > 0) return list as readonly string[]
  context.addIssue({ code: 'custom', message: `"${text}" names nothing` })
  return z.NEVER
})
export const sourcesInput = freeWords
  .optional()
  .describe(
    'Whom to believe about acts and memberships, the most trusted first, and nobody else: kinds of ' +
      'source, series or ids of sources (default depositary,organisation,scholarly,dataset,press)',
  )

/** A text that something else reads; what that throws becomes the message of the field. */
export const readBy = <T>(read: (text: string) => T) =>
  z.string().transform((text, context) => {
    try {
      return read(text)
    } catch (thrown) {
      context.addIssue({ code: 'custom', message: thrown instanceof Error ? thrown.message : String(thrown) })
      return z.NEVER
    }
  })

/** A day, or a year that stands for its first or its last day. */
export const dayOrYearInput = (edge: 'first' | 'last') =>
  readBy((text) =>
    /^\d{1,4}$/.test(text) && Number(text) > 0
      ? (edge === 'first' ? firstDayOfYear : lastDayOfYear)(Number(text))
      : parseDay(text),
  )

/** A moment of knowledge, as it was given: an instant, or a day whose end is meant. */
export const momentInput = readBy((text) => {
  parseInstant(text)
  return text
})
