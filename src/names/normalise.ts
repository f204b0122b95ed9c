/** A name without what spellings differ in: case, accents, punctuation, spaces, a leading article. */
export const normaliseName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replaceAll(' ', '')

/** A code as it is compared: as a name, and a number without the zeros that fill it up (`004`, `4`). */
export const normaliseCode = (scheme: string, code: string): string => {
  const plain = normaliseName(code)
  return scheme === 'name' ? plain : plain.replace(/^0+(?=\d+$)/, '')
}

/** Schemes whose codes are understood in a table that names the scheme, and not as a word: `20`, `EC` and `NA` mean too much elsewhere. */
const onlyInTables = new Set(['iso2', 'iso-num', 'polity', 'vdem'])

export const isAlsoAWord = (scheme: string): boolean => !onlyInTables.has(scheme)
