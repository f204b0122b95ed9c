import { closest } from '../../common/closest.ts'
import { badInput } from '../../common/error.ts'

/**
 * The parameters in the query of an address, each at most once. Throws `bad-input` for one that is given twice, and for
 * one that is not known, naming the closest. `of` is what they are parameters of; what is `unnamed` is taken as well,
 * and refused where it is read.
 */
export const parametersOf = (
  url: string,
  known: readonly string[],
  of: string,
  unnamed: readonly string[] = [],
): Readonly<Record<string, string>> => {
  const given = new Map<string, string>()
  for (const [name, value] of new URL(url, 'http://localhost').searchParams) {
    if (!known.includes(name) && !unnamed.includes(name)) throw unknown(name, known, of)
    if (given.has(name)) throw badInput('bad-input', 'is given twice.', { where: name, hint: 'Leave one out.' })
    given.set(name, value)
  }
  return Object.fromEntries(given)
}

const unknown = (name: string, known: readonly string[], of: string) => {
  const [near] = closest(name, known, 1)
  return badInput('bad-input', `"${name}" is no parameter of ${of}.`, {
    where: name,
    hint: near === undefined ? `Known: ${known.join(', ')}.` : `Closest: ${near}.`,
  })
}
