import { asDepositary, numeralOf, readNumber } from '../text/treaty-number.ts'

/** An instrument by its number in the depositary's register. */
export interface Instrument {
  /** As the depositary writes it, and names its files: `IV-9`, `XXVI-2-a`, `XI-A-16`. */
  readonly number: string
  readonly chapter: number
}

const lastOfVolumeOne = 11

/**
 * An instrument by the number (`IV-9`, `4-9`, `IV.9`), our id (`untc-4-9`) or its file's name (`IV-9.en.xml`);
 * undefined for anything else.
 */
export const readInstrument = (text: string): Instrument | undefined => {
  const number = readNumber(text.replace(/\.en\.xml$/i, ''))
  return number === undefined ? undefined : { number: asDepositary(number), chapter: number.chapter }
}

/** What the depositary calls the file of an instrument. */
export const fileOf = ({ number }: Instrument): string => `${number}.en.xml`

/** Where its file stands below the address of the depositary: in the volume of its chapter, else in the other one. */
export const pathsOf = (instrument: Instrument): readonly [string, string] => {
  const pathIn = (volume: string): string =>
    `/doc/Publication/MTDSG/Volume%20${volume}/Chapter%20${numeralOf(instrument.chapter)}/${fileOf(instrument)}`
  const [first, second] = [pathIn('I'), pathIn('II')]
  return instrument.chapter <= lastOfVolumeOne ? [first, second] : [second, first]
}

/** By chapter, then by number, as the register has them. */
export const inOrder = (a: Instrument, b: Instrument): number =>
  a.chapter - b.chapter || a.number.localeCompare(b.number, 'en', { numeric: true })
