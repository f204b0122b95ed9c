const digits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/**
 * The number of an instrument as the depositary writes it, in the form that this log uses: `XXVI-2-a` is 26-2-a. Undefined for what is no such number.
 * Chapter XI has parts: the depositary's list of 2015 numbers those of part A without the letter, so `XI-A-16` is 11-16, and `XI-B-1` is 11-b-1.
 */
export const codeOfNumber = (number: string): string | undefined => {
  const match = /^([IVXL]+)(-[A-Z])?(-\d+[a-z]?(?:-[a-z0-9]+)*)$/.exec(number)
  if (match === null) return undefined
  const [, numeral = '', part = '', rest = ''] = match
  const values = [...numeral].map((letter) => digits[letter] ?? 0)
  const chapter = values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
  return `${chapter}${part === '-A' ? '' : part.toLowerCase()}${rest}`
}

/**
 * The number that a word is, however it is written: as the depositary does (`IV-9`, `iv.9`), as our id of an instrument without a name of its own (`untc-4-9`), or as this log
 * does (`4-9`). Undefined for any other word.
 */
export const numberMeant = (word: string): string | undefined => {
  const plain = word
    .trim()
    .replace(/^untc-/i, '')
    .replaceAll('.', '-')
  if (/^\d{1,2}-(?:[b-e]-)?\d+[a-z]?(?:-[a-z0-9]+)*$/i.test(plain)) return plain.toLowerCase()
  const [, chapter = '', rest = ''] = /^([ivxl]+)((?:-[a-z])?-\d.*)$/i.exec(plain) ?? []
  const part = /^-[a-z](?=-\d)/i.exec(rest)?.[0] ?? ''
  return codeOfNumber(`${chapter.toUpperCase()}${part.toUpperCase()}${rest.slice(part.length).toLowerCase()}`)
}
