import type { Sentence } from './end-note.ts'
import { tidy } from './tidy.ts'

/** Words that end in a point without ending a sentence. */
const abbreviation =
  /(?:\b(?:vols?|pp?|nos?|arts?|paras?|chap|ed|cf|seq|St|Mr|Mrs|Dr|Res|Doc|i\.e|e\.g|viz)|C\.N|\b[A-Z])\.$/i
const boundary = /(?<=[.;:!?][”"’)\]]*) (?=["“‘[(]*[A-Z0-9])/

/** The sentences of a note, in order, each with whether it stands within quotation marks. */
export const sentencesOf = (paragraphs: readonly string[]): readonly Sentence[] => {
  let quoting = false
  return paragraphs.flatMap((paragraph, index) =>
    split(tidy(paragraph)).map((text) => {
      const quoted = quoting || /^[.&…[\] ]*["“]/.test(text)
      quoting = isStillOpen(text, quoting)
      return { text, paragraph: index, quoted }
    }),
  )
}

const split = (paragraph: string): readonly string[] => {
  const sentences: string[] = []
  for (const piece of paragraph.split(boundary)) {
    const before = sentences.at(-1)
    if (before !== undefined && abbreviation.test(before)) sentences[sentences.length - 1] = `${before} ${piece}`
    else if (piece !== '') sentences.push(piece)
  }
  return sentences
}

/**
 * Whether a quotation is open after a text. Straight marks say by their neighbours whether they open or close, so that
 * a quotation with one mark of each kind, as the files have them, does not turn all that follows inside out.
 */
const isStillOpen = (text: string, before: boolean): boolean => {
  let open = before
  for (const { 0: mark, index } of text.matchAll(/[“”"]/g)) {
    const opens = /^$|[\s([]/.test(text.slice(Math.max(0, index - 1), index)) && /\S/.test(text.charAt(index + 1))
    open = mark === '"' ? opens : mark === '“'
  }
  return open
}
