import type { Names, Subject } from '../../names/names.ts'
import { asDepositary, readNumber } from '../../text/treaty-number.ts'

/** Schemes whose codes people write where they mean a name: numbers of three digits are left to tables. */
const written = new Set(['name', 'iso3', 'cow-abb', 'cow-igo'])

/**
 * Whatever else something is or was called, on any day: other names, codes of letters, and the number of a treaty as
 * the depositary writes it (`IV-9`). Its id and the name that it goes by are left out.
 */
export const alsoCalled = (names: Names, { kind, id, name }: Subject): string[] => {
  const meanings = names.meaningsOf(kind, id)
  const words = meanings.filter(({ scheme }) => written.has(scheme)).map(({ code }) => code)
  const numbers = meanings.filter(({ scheme }) => scheme === 'untc').flatMap(({ code }) => numberOf(code))
  const own = kind === 'treaty' && id.startsWith('untc-') ? numberOf(id) : []
  return [...new Set([...words, ...numbers, ...own])].filter((code) => code !== name && code !== id).toSorted()
}

const numberOf = (code: string): readonly string[] => {
  const number = readNumber(code)
  return number === undefined ? [] : [asDepositary(number)]
}
