import type { z } from 'zod'
import { closest } from '../../common/closest.ts'
import { badInput, NormtrailError, type Fault } from '../../common/error.ts'
import type { Question } from './question.ts'
import type { Clocks } from './snapshot.ts'
import { parseDay } from '../../time/day.ts'
import { parseInstant } from '../../time/instant.ts'
import { fieldsOf, type Field } from './fields.ts'
import type { FieldLabel, Given } from './given.ts'
import { withPreset } from './presets.ts'

/** The checked input of a question. Throws `bad-input`: which field, what came, what was expected. */
export const readInput = (question: Question, given: Given, label: FieldLabel): z.output<z.ZodObject> => {
  if (question.withoutRivals !== undefined && given['sources'] !== undefined)
    throw badInput('bad-input', `"${question.name}" takes no list of sources: ${question.withoutRivals}.`, {
      where: label('sources'),
      hint: 'Leave it out.',
    })
  const fields = fieldsOf(question)
  const empty = fields.find(({ name, isFlag }) => given[name] === '' && !isFlag)
  if (empty !== undefined)
    throw badInput('bad-input', 'is empty.', { where: label(empty.name), hint: 'Give a value, or leave it out.' })
  const present = Object.fromEntries(
    fields.map(({ name }) => [name, given[name]] as const).filter(([, value]) => value !== undefined),
  )
  const checked = question.input.safeParse(withPreset(question, present, label))
  if (checked.success) return checked.data
  const faults = checked.error.issues.map((issue) => faultOf(issue, fields, given, label))
  const [first] = faults as [FieldFault]
  const each = faults.map(unhinted)
  if (faults.length === 1) throw badInput('bad-input', first.message, { ...hinted(first), faults: each })
  const rest = faults.slice(1).map(({ where, message }) => `${where}: ${message}`)
  throw badInput('bad-input', [first.message, ...rest].join('\n  '), { ...hinted(first), faults: each })
}

const unhinted = (fault: FieldFault): Fault => {
  const { hint: _, ...plain } = fault
  return plain
}

const hinted = ({ where, hint }: FieldFault) => (hint === undefined ? { where } : { where, hint })

/** The two clocks, checked before anything is opened, so that the error names the field. */
export const readClocks = (given: Given, label: FieldLabel): Clocks => {
  const { asOf, asKnownAt } = given
  if (asOf !== undefined) at(label('asOf'), () => parseDay(String(asOf)))
  if (asKnownAt !== undefined) at(label('asKnownAt'), () => parseInstant(String(asKnownAt)))
  return {
    asOf: asOf === undefined ? undefined : String(asOf),
    asKnownAt: asKnownAt === undefined ? undefined : String(asKnownAt),
  }
}

/** What is wrong with a field, and which word may have been meant. */
interface FieldFault extends Fault {
  readonly hint?: string
}

const faultOf = (issue: z.core.$ZodIssue, fields: readonly Field[], given: Given, label: FieldLabel): FieldFault => {
  const field = issue.path[0] === undefined ? undefined : String(issue.path[0])
  const where = field === undefined ? 'input' : label(field)
  const came = field === undefined ? undefined : given[field]
  if (field !== undefined && came === undefined) {
    const description = fields.find(({ name }) => name === field)?.description ?? ''
    if (description === '') return { where, message: 'is missing.' }
    return { where, message: `is missing. Expected: ${description}.`, expected: description }
  }
  const words = wordsFor(issue, `"${String(came ?? '')}"`, String(came ?? ''))
  return { where, ...words, ...(came !== undefined && { came: String(came) }) }
}

const wordsFor = (issue: z.core.$ZodIssue, quoted: string, came: string): Omit<FieldFault, 'where'> => {
  switch (issue.code) {
    case 'invalid_type':
      return cameWhere(quoted, expectations[issue.expected] ?? issue.expected)
    case 'invalid_value': {
      const known = issue.values.map(String)
      const [near] = closest(came, known, 1)
      return {
        message: `${quoted} is none of ${known.join(', ')}.`,
        expected: `one of: ${known.join(', ')}`,
        ...(near !== undefined && { hint: `Closest: ${near}.` }),
      }
    }
    case 'invalid_union':
      return cameWhere(quoted, 'true or false')
    case 'too_small': {
      const expected = `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
      return { message: `${quoted} is too small: ${expected} was expected.`, expected }
    }
    case 'too_big': {
      const expected = `at most ${issue.maximum}`
      return { message: `${quoted} is too large: ${expected} was expected.`, expected }
    }
    case 'custom':
      return { message: issue.message.includes(came) ? issue.message : `${quoted}: ${issue.message}` }
    default:
      return { message: `${quoted}: ${issue.message}.` }
  }
}

const cameWhere = (quoted: string, expected: string) => ({
  message: `${quoted} came where ${expected} was expected.`,
  expected,
})

const expectations: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
}

const at = (where: string, check: () => unknown): void => {
  try {
    check()
  } catch (thrown) {
    if (!(thrown instanceof NormtrailError)) throw thrown
    throw new NormtrailError(thrown.class, thrown.code, thrown.message, { where, cause: thrown })
  }
}
