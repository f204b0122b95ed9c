import { closest } from '../closest.ts'
import { badInput } from '../error.ts'
import { fieldsOf } from '../queries/fields.ts'
import type { Question } from '../queries/question.ts'

const shared = ['asOf', 'asKnownAt', 'format']

/** The query parameters of a question, each at most once. Throws `bad-input` for one that the question does not have, naming the closest. */
export const readQuery = (question: Question, url: string): Readonly<Record<string, string>> => {
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
    if (given[name] !== undefined) throw badInput('bad-input', 'is given twice.', { where: name })
    given[name] = value
  }
  return given
}
