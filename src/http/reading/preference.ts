import { isTable, type Format } from '../../exports/format.ts'
import { fieldsOf } from '../../queries/question/fields.ts'
import type { Question } from '../../queries/question/question.ts'

const isCount = /^count\s*=\s*"?exact"?\s*(?:;.*)?$/i

/** Whether a question can say how many entries it has in all. */
const countsEntries = (question: Question): boolean =>
  fieldsOf(question).some(({ name, isFlag }) => name === 'count' && isFlag)

/**
 * Whether a request prefers that all entries are counted (RFC 7240), of a question that counts them. A table has no
 * room for the number.
 */
export const prefersCount = (question: Question, prefer: string | undefined, format: Format): boolean =>
  prefer !== undefined &&
  !isTable(format) &&
  countsEntries(question) &&
  prefer.split(',').some((one) => isCount.test(one.trim()))
