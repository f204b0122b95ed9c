import { closest } from '../../common/closest.ts'
import { notFound } from '../../common/error.ts'

interface Sought {
  /** What is thrown where there is none: it ends in the field that a user gave. */
  readonly code: 'unknown-campaign' | 'unknown-rater' | 'unknown-source'
  readonly word: string
}

/** The one of that id, in upper or lower case. Throws `unknown-campaign`, `unknown-rater`, `unknown-source`. */
export const oneOf = <T extends { readonly id: string }>(all: readonly T[], { code, word }: Sought): T => {
  const field = code.slice('unknown-'.length)
  const found = all.find(({ id }) => id === word) ?? all.find(({ id }) => id.toLowerCase() === word.toLowerCase())
  if (found !== undefined) return found
  const near = closest(
    word,
    all.map(({ id }) => id),
  )
  throw notFound(code, `"${word}" is the id of no ${field} that was known then.`, {
    where: field,
    ...(near.length > 0 && { hint: `Closest: ${near.join(', ')}.` }),
  })
}
