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
