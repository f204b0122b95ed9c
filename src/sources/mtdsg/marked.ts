/**
 * A text of the depositary's files, without its markup: what it says, and the numbers of the notes that it points to,
 * in order.
 */
export interface Marked {
  readonly text: string
  readonly notes: readonly string[]
}

const superscript = /<superscript>(.*?)<\/superscript>/gis
const noteNumbers = /^\s*\d+(?:\s*,\s*\d+)*\s*,?\s*$/
// Only what is a tag in these files: a `<` may be a sign in a text.
const tag = /<\/?(?:superscript|i|b|a|p|right|left|center|title|br|u)(?:\s[^<>]*)?\/?>/gi

/**
 * Reads escaped HTML as text: numbers in superscript are references to notes and leave the text; other superscripts (25
 * bis) stay in it, as do the words of links. White space is one space.
 */
export const markedOf = (written: string): Marked => {
  const notes: string[] = []
  const text = written
    .replace(superscript, (_all, inner: string) => {
      if (!noteNumbers.test(inner)) return inner
      notes.push(
        ...inner
          .split(',')
          .map((number) => number.trim())
          .filter((number) => number !== ''),
      )
      return ' '
    })
    .replace(tag, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:)])/g, '')
    .trim()
  return { text, notes }
}

/** What a text is wrapped in as a whole, if in anything: `right` for a date above a statement. */
export const wrappedIn = (written: string): string | undefined =>
  /^\s*<(right|center|left|i|b)>.*<\/\1>\s*$/is.exec(written)?.[1]?.toLowerCase()
