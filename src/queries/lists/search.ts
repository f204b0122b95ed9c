import { z } from 'zod'
import { wordsOfName } from '../../names/normalise.ts'

const plain = (word: string): string => word.replace(/^0+(?=\d+$)/, '')

const searched = (text: string): readonly string[] => wordsOfName(text).map(plain)

/** What is looked for, as its words are compared. */
export const searchInput = z
  .string()
  .transform((text, context) => {
    const words = searched(text)
    if (words.length > 0) return words
    context.addIssue({ code: 'custom', message: `"${text}" has no word to look for` })
    return z.NEVER
  })
  .optional()
  .describe(
    'Only what has each of these words in a name, a code or its id, whatever their accents and case; ' +
      'a word may be cut short, a number may not',
  )

const isNumber = /^\d+$/

const says = (texts: readonly string[], word: string): boolean =>
  isNumber.test(word) ? texts.includes(word) : texts.some((one) => one.startsWith(word))

/** Whether names and codes say every word that is looked for; all do where none is. */
export const isFound = (words: readonly string[] | undefined, texts: readonly string[]): boolean => {
  if (words === undefined) return true
  const said = texts.flatMap(searched)
  return words.every((word) => says(said, word))
}
