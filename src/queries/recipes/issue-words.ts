import type { z } from 'zod'
import { closest } from '../../common/closest.ts'

/** The nearest of some words as a question, else all of them. */
export const nearestOf = (word: string, known: readonly string[]): string => {
  const [near] = closest(word, known, 1)
  return near === undefined ? `expected one of ${known.join(', ')}` : `did you mean ${near}?`
}

/** What is wrong with a value, in our words: what was expected, and what may have been meant. */
export const issueWords = (issue: z.core.$ZodIssue, came: unknown, known: readonly string[] = []): string => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `there is no field "${key}" here; ${nearestOf(key, known)}`).join('; ')
  if (issue.code !== 'invalid_value') return issue.message.replace(/^Invalid input: /, '')
  const values = issue.values.map(String)
  const [near] = closest(String(came), values, 1)
  return `expected one of ${values.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`
}
