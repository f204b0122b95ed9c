import { NormtrailError } from '../../common/error.ts'
import { fieldsOf, kebabOf } from '../../queries/question/fields.ts'
import type { FieldLabel } from '../../queries/question/given.ts'
import type { Question } from '../../queries/question/question.ts'

/** How a field is written on this command line: `<state>`, `--as-of`. */
export const labelFor =
  (question: Question): FieldLabel =>
  (field) =>
    question.positional.includes(field) ? `<${kebabOf(field)}>` : `--${kebabOf(field)}`

/** What belongs to no question, but to commands that record. */
const ofCommands: ReadonlySet<string> = new Set([
  'recordedAt',
  'skipBadRows',
  'set',
  'payload',
  'asOf',
  'asKnownAt',
  'chapter',
  'iMayRedistribute',
  'replace',
])

const labelOfCommand: FieldLabel = (field) => `--${kebabOf(field)}`

/** A text of the rooms below, which know fields only: those between backticks, as one types them here. */
export const asTyped = (text: string, question?: Question): string =>
  text.replaceAll(/`([A-Za-z]+)`/g, (words, name: string) => typed(name, question) ?? words)

const typed = (name: string, question: Question | undefined): string | undefined => {
  if (question !== undefined && fieldsOf(question).some((field) => field.name === name)) return labelFor(question)(name)
  return ofCommands.has(name) ? labelOfCommand(name) : undefined
}

/** An error of the rooms below, with its fields as one types them here. */
export const errorAsTyped = (thrown: unknown, question?: Question): unknown => {
  if (!(thrown instanceof NormtrailError)) return thrown
  const { where, hint } = thrown
  return new NormtrailError(thrown.class, thrown.code, asTyped(thrown.message, question), {
    ...(where !== undefined && { where: typed(where, question) ?? where }),
    ...(hint !== undefined && { hint: asTyped(hint, question) }),
    cause: thrown,
  })
}

/** What a question refuses names its fields; on this command line they are written as one types them. */
export const withLabels = async <T>(question: Question, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    throw errorAsTyped(thrown, question)
  }
}
