const kind = new RegExp(
  String.raw`\b(amendments?|rectifications?|annex(?:es)?|protocol|convention|agreement|covenant|` +
    String.raw`constitution|statutes?|charter|articles|arrangement|declaration|terms of reference)\b`,
  'i',
)
const small = new Set([
  'the',
  'of',
  'and',
  'to',
  'on',
  'in',
  'as',
  'for',
  'a',
  'an',
  'by',
  'said',
  'above',
  'mentioned',
  'present',
  'this',
])

/** `Amendments` and `amendment` are one kind; so are `Statutes` and `Statute`. */
const kindIn = (text: string): string | undefined =>
  kind
    .exec(text)?.[1]
    ?.toLowerCase()
    .replace(/(?:e?s)$/, '')

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '' && !small.has(word))

/**
 * Whether what a sentence names is the instrument of the file. `the Convention`, `the said Protocol` is the instrument
 * where that is its kind, which its title says first: the file of a protocol tells acts on `the Convention`, too, and
 * these are not its own. A longer name has to stand in the title.
 */
export const meansInstrument = (object: string, title: string): boolean => {
  const plain = object.replace(/[,;:.[].*$/, '').trim()
  if (plain === '') return true
  if (/^(?:it|the same|this|the said instrument)$/i.test(plain)) return true
  const named = wordsOf(plain)
  const titled = new Set(wordsOf(title))
  if (named.length === 0) return false
  const own = kindIn(title)
  const meant = kindIn(plain)
  if (own !== undefined && meant !== undefined && own !== meant) return false
  return (named.length <= 2 && meant !== undefined) || named.every((word) => titled.has(word))
}
