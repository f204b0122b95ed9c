import { badInput } from '../../common/error.ts'
import { fieldsOf } from '../../queries/question/fields.ts'
import type { Question } from '../../queries/question/question.ts'
import { parametersOf } from '../problems/parameters.ts'

const shared = ['asOf', 'asKnownAt', 'format']

/** What a request gives a question, in its path and in its query. Throws `bad-input` for what is given in both. */
export const readGiven = (
  question: Question,
  url: string,
  inPath: Readonly<Record<string, string>>,
): Record<string, string> => {
  const inQuery = readQuery(question, url)
  const twice = Object.keys(inQuery).find((name) => inPath[name] !== undefined)
  if (twice !== undefined)
    throw badInput('bad-input', 'is given twice: in the path, and in the query.', {
      where: twice,
      hint: 'Leave one out.',
    })
  return { ...inQuery, ...inPath }
}

/** The query parameters of a question. Throws `bad-input` as `parametersOf` does. */
const readQuery = (question: Question, url: string): Readonly<Record<string, string>> => {
  const known = [...fieldsOf(question).map(({ name }) => name), ...shared]
  return parametersOf(url, known, `"${question.name}"`, question.withoutRivals === undefined ? [] : ['sources'])
}
