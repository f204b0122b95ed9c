import { numberMeant } from '../text/treaty-number.ts'

/** Words that lists of names leave out or write out as they like. */
const written: Readonly<Record<string, string>> = {
  the: '',
  of: '',
  st: 'saint',
  rep: 'republic',
  dem: 'democratic',
  fed: 'federal',
}

/** The words of a name as they are compared: without case, accents, punctuation, articles and `of`, written out. */
export const wordsOfName = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .split(' ')
    .map((word) => written[word] ?? word)
    .filter((word) => word !== '')

/**
 * A name without what spellings differ in: case, accents, punctuation, spaces, articles, `of`, and common
 * abbreviations.
 */
export const normaliseName = (name: string): string => wordsOfName(name).join('')

/**
 * The same name as other lists would write it: turned round at its comma or its brackets (`Korea, Rep.`, `Congo (the
 * Democratic Republic of the)`), and its parts where it gives two (`Samoa/Western Samoa`, `Sri Lanka (Ceylon)`). Of
 * parts, all have to mean the same.
 */
export const otherSpellings = (
  name: string,
): { readonly turned: readonly string[]; readonly parts: readonly string[] } => {
  const [head = '', tail] = name.split(/,\s*|\s*[([]/, 2)
  const rest = tail?.replace(/[)\]]\s*$/, '')
  const parts = name.split(/\s*[/([)\]]\s*/).filter((part) => part !== '')
  return {
    turned: rest === undefined ? [] : [`${rest} ${head}`],
    parts: parts.length > 1 ? parts : [],
  }
}

/**
 * A code as it is compared: as a name, a number without the zeros that fill it up (`004`, `4`), and the number of a
 * treaty however it is written (`IV-9`, `4-9`).
 */
export const normaliseCode = (scheme: string, code: string): string => {
  const plain = normaliseName(scheme === 'untc' ? (numberMeant(code) ?? code) : code)
  return scheme === 'name' ? plain : plain.replace(/^0+(?=\d+$)/, '')
}

/**
 * Schemes whose codes are understood in a table that names the scheme, and not as a word: `20`, `EC` and `NA` mean too
 * much elsewhere.
 */
const onlyInTables = new Set(['iso2', 'iso-num', 'polity', 'vdem', 'cow-igo-number', 'migo'])

export const isAlsoAWord = (scheme: string): boolean => !onlyInTables.has(scheme)
