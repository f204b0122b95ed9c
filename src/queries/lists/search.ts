import { z } from 'zod'
import { wordsOfName } from '../../names/normalise.ts'

const plain = (word: string): string => word.replace(/^0+(?=\d+$)/, '')

const searched = (text: string): readonly string[] => wordsOfName(text).map(plain)

/** What is looked for. */
export const searchInput = z
  .string()
  .transform((text, context) => {
    if (searched(text).length > 0) return text
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

/**
 * Whether names and codes say every word that is looked for: `republic korea` is in "Korea, Republic of", `turk` in
 * "Türkiye, Turkey"; `2` is not in "200". All do where nothing is looked for.
 */
export const finder = (q: string | undefined): ((texts: readonly string[]) => boolean) => {
  if (q === undefined) return () => true
  const words = searched(q)
  return (texts) => {
    const said = texts.flatMap(searched)
    return words.every((word) => says(said, word))
  }
}
