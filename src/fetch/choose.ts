import { badInput } from '../common/error.ts'
import { readChapter } from '../text/treaty-number.ts'
import { inOrder, readInstrument, type Instrument } from './instrument.ts'

/** Which instruments are wanted. */
export interface Wanted {
  /** Instruments by number. */
  readonly named: readonly Instrument[]
  /** Of the list, those of these chapters; the whole list where neither chapters nor instruments are named. */
  readonly chapters: readonly number[]
  /** What there is to choose from: asked for only where it is needed. */
  readonly list: () => Promise<readonly Instrument[]>
}

/** The instruments to fetch, each once, in the order of the register. Throws `nothing-to-fetch`. */
export const choose = async ({ named, chapters, list }: Wanted): Promise<readonly Instrument[]> => {
  const fromList = named.length > 0 && chapters.length === 0 ? [] : await list()
  const ofChapters =
    chapters.length === 0 ? fromList : fromList.filter(({ chapter }) => chapters.some((one) => one === chapter))
  const chosen = new Map([...named, ...ofChapters].map((instrument) => [instrument.number, instrument]))
  if (chosen.size === 0)
    throw badInput(
      'nothing-to-fetch',
      fromList.length === 0 ? 'no instrument is known by a number of the depositary.' : 'no instrument is of these.',
      {
        hint: 'Name instruments (IV-9), give a list of them, or load some into the log first: `import bundled`.',
      },
    )
  return [...chosen.values()].toSorted(inOrder)
}

/** Chapters as users write them, with commas between: `IV,XXVI`. Throws `bad-input`. */
export const readChapters = (text: string): readonly number[] =>
  text.split(',').map((word) => {
    const chapter = readChapter(word.trim())
    if (chapter !== undefined) return chapter
    throw badInput('bad-input', `"${word.trim()}" is no chapter of the register. Expected IV, or 4.`, {
      where: 'chapter',
    })
  })

/** A list: one instrument a line; empty lines, and lines that begin with #, are left out. Throws `bad-list`. */
export const readList = async (lines: AsyncIterable<string>, name: string): Promise<readonly Instrument[]> => {
  const found: Instrument[] = []
  let line = 0
  for await (const text of lines) {
    line += 1
    const word = text.trim()
    if (word === '' || word.startsWith('#')) continue
    const instrument = readInstrument(word)
    if (instrument === undefined)
      throw badInput('bad-list', `"${word}" is no number of an instrument. Expected one a line, such as IV-9.`, {
        where: `${name}, line ${line}`,
      })
    found.push(instrument)
  }
  return found
}
