/**
 * Articles under which a party may accept a procedure by declaration, and which change what binds it: by number of the
 * instrument. A declaration under another article tells the depositary something; it accepts nothing. ICERD 14; ICCPR
 * 41; CAT 21 and 22; CMW 76 and 77; CED 31 and 32; OP-ICESCR 10 and 11; CRC-OP3 12; Statute of the ICJ 36(2); Rome
 * Statute 12(3).
 */
const articles: Readonly<Record<string, readonly string[]>> = {
  '1-4': ['36'],
  '4-2': ['14'],
  '4-4': ['41'],
  '4-9': ['21', '22'],
  '4-13': ['76', '77'],
  '4-16': ['31', '32'],
  '4-3-a': ['10', '11'],
  '4-11-d': ['12'],
  '18-10': ['12'],
}

/** Of the articles that a text names, those with an optional clause. */
export const optionalClausesOf = (code: string, provisions: readonly string[]): readonly string[] =>
  provisions.filter((article) => Object.hasOwn(articles, code) && articles[code]?.includes(article) === true)
