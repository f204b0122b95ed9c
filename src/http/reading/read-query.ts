import { closest } from '../../common/closest.ts'
import { badInput } from '../../common/error.ts'
import { fieldsOf } from '../../queries/question/fields.ts'
import type { Question } from '../../queries/question/question.ts'

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

/**
 * The query parameters of a question, each at most once. Throws `bad-input` for one that the question does not have,
 * naming the closest.
 */
const readQuery = (question: Question, url: string): Readonly<Record<string, string>> => {
  const known = [...fieldsOf(question).map(({ name }) => name), ...shared]
  const refused = question.withoutRivals === undefined ? [] : ['sources']
  const given: Record<string, string> = {}
  for (const [name, value] of new URL(url, 'http://localhost').searchParams) {
    if (!known.includes(name) && !refused.includes(name)) {
      const [near] = closest(name, known, 1)
      throw badInput('bad-input', `"${name}" is no parameter of "${question.name}".`, {
        where: name,
        hint: near === undefined ? `Known: ${known.join(', ')}.` : `Closest: ${near}.`,
      })
    }
    if (given[name] !== undefined)
      throw badInput('bad-input', 'is given twice.', { where: name, hint: 'Leave one out.' })
    given[name] = value
  }
  return given
}
