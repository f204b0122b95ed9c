/** The number of an instrument in the depositary's register. */
export interface TreatyNumber {
  readonly chapter: number
  /** Chapter XI alone has parts, A to E. */
  readonly part: string | undefined
  /** What follows, in small letters: `2-a`, `12a`, `16`. */
  readonly rest: string
}

const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
/** From 1 on. The register has 29 chapters; there is room for more. */
const numerals = ['', 'X', 'XX', 'XXX'].flatMap((tens) => ones.map((one) => `${tens}${one}`)).slice(1)
/** Lists that leave the part out mean customs matters, part A. */
const chapterWithParts = 11

/** A chapter as the depositary numbers it (`IV`), or in digits (`4`); undefined for anything else. */
export const readChapter = (text: string): number | undefined => {
  const chapter = /^\d{1,2}$/.test(text) ? Number(text) : numerals.indexOf(text.toUpperCase()) + 1
  return chapter >= 1 && chapter <= numerals.length ? chapter : undefined
}

/** A chapter as the depositary numbers it: `XXVI`. */
export const numeralOf = (chapter: number): string | undefined => numerals[chapter - 1]

/**
 * A number, however it is written: as the depositary does (`IV-9`, `iv.9`, `XI-B-16`), as our id of an instrument
 * without a name of its own (`untc-4-9`), or as this log does (`4-9`). Undefined for any other word.
 */
export const readNumber = (word: string): TreatyNumber | undefined => {
  const match =
    /^(?:untc-)?([ivx]+|\d{1,2})-(?:([a-e])-)?(\d+[a-z]?(?:-(?:\d+[a-z]?|[a-z]))*)$/i.exec(
      word.trim().replaceAll('.', '-'),
    ) ?? []
  const [, written = '', part, rest = ''] = match
  const chapter = readChapter(written)
  if (chapter === undefined || (part !== undefined && chapter !== chapterWithParts)) return undefined
  return {
    chapter,
    part: chapter === chapterWithParts ? (part ?? 'A').toUpperCase() : undefined,
    rest: rest.toLowerCase(),
  }
}

/** As the depositary writes it, and names its files: `IV-9`, `XXVI-2-a`, `XI-A-16`. */
export const asDepositary = ({ chapter, part, rest }: TreatyNumber): string =>
  [numeralOf(chapter), ...(part === undefined ? [] : [part]), rest].join('-')

/**
 * As this log writes it: `4-9`, `26-2-a`. The depositary's list of 2015 numbers what is in part A of chapter XI without
 * the letter, so `XI-A-16` is 11-16, and `XI-B-1` is 11-b-1.
 */
const asCode = ({ chapter, part, rest }: TreatyNumber): string =>
  [chapter, ...(part === undefined || part === 'A' ? [] : [part.toLowerCase()]), rest].join('-')

/** The code of a number, however that is written; undefined for a word that is none. */
export const numberMeant = (word: string): string | undefined => {
  const number = readNumber(word)
  return number === undefined ? undefined : asCode(number)
}

/**
 * The code of a number as the depositary alone writes it, `XXVI-2-a`; undefined for what is none, or is written
 * otherwise.
 */
export const codeOfNumber = (number: string): string | undefined =>
  /^[IVX]+-(?:[A-E]-)?\d+[a-z\d-]*$/.test(number) ? numberMeant(number) : undefined
