/** An instrument by its number in the depositary's register. */
export interface Instrument {
  /** As the depositary writes it, and names its files: `IV-9`, `XXVI-2-a`, `XI-A-16`. */
  readonly number: string
  readonly chapter: number
}

const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
/** From 1 on. The register has 29 chapters; there is room for more. */
const numerals = ['', 'X', 'XX', 'XXX'].flatMap((tens) => ones.map((one) => `${tens}${one}`)).slice(1)
const lastOfVolumeOne = 11
/** Chapter XI alone has parts, A to E; lists that leave the part out mean customs matters, part A. */
const chapterWithParts = 11

/** A chapter as the depositary numbers it (`IV`), or in digits (`4`); undefined for anything else. */
export const readChapter = (text: string): number | undefined => {
  const chapter = /^\d{1,2}$/.test(text) ? Number(text) : numerals.indexOf(text.toUpperCase()) + 1
  return chapter >= 1 && chapter <= numerals.length ? chapter : undefined
}

/** An instrument by the number (`IV-9`, `4-9`, `IV.9`), our id (`untc-4-9`) or its file's name (`IV-9.en.xml`); undefined for anything else. */
export const readInstrument = (text: string): Instrument | undefined => {
  const [, chapterText = '', part, rest = ''] =
    /^(?:untc-)?([ivx]+|\d{1,2})[-.](?:([a-e])[-.])?(\d+[a-z]?(?:[-.]\d*[a-z]?)*?)(?:\.en\.xml)?$/i.exec(text) ?? []
  const chapter = readChapter(chapterText)
  if (chapter === undefined || /[-.]$|[-.]{2}/.test(rest)) return undefined
  const hasParts = chapter === chapterWithParts
  if (part !== undefined && !hasParts) return undefined
  const parts = hasParts ? [(part ?? 'A').toUpperCase()] : []
  return { number: [numerals[chapter - 1], ...parts, rest.toLowerCase().replaceAll('.', '-')].join('-'), chapter }
}

/** What the depositary calls the file of an instrument. */
export const fileOf = ({ number }: Instrument): string => `${number}.en.xml`

/** Where its file stands below the address of the depositary: in the volume of its chapter, else in the other one. */
export const pathsOf = (instrument: Instrument): readonly [string, string] => {
  const pathIn = (volume: string): string =>
    `/doc/Publication/MTDSG/Volume%20${volume}/Chapter%20${numerals[instrument.chapter - 1]}/${fileOf(instrument)}`
  const [first, second] = [pathIn('I'), pathIn('II')]
  return instrument.chapter <= lastOfVolumeOne ? [first, second] : [second, first]
}

/** By chapter, then by number, as the register has them. */
export const inOrder = (a: Instrument, b: Instrument): number =>
  a.chapter - b.chapter || a.number.localeCompare(b.number, 'en', { numeric: true })
