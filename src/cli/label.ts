import { NormtrailError } from '../error.ts'
import { fieldsOf, kebabOf } from '../queries/fields.ts'
import type { Label } from '../queries/read-input.ts'
import type { Question } from '../queries/question.ts'

/** How a field is written on this command line: `<state>`, `--as-of`. */
export const labelFor =
  (question: Question): Label =>
  (field) =>
    question.positional.includes(field) ? `<${kebabOf(field)}>` : `--${kebabOf(field)}`

/** What a question refuses names a field; on this command line it is written as one types it. */
export const withLabels = async <T>(question: Question, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (thrown) {
    if (!(thrown instanceof NormtrailError) || !fieldsOf(question).some(({ name }) => name === thrown.where))
      throw thrown
    const { where = '', hint } = thrown
    throw new NormtrailError(thrown.class, thrown.code, thrown.message, {
      where: labelFor(question)(where),
      ...(hint !== undefined && { hint }),
      cause: thrown,
    })
  }
}
