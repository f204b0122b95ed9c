const number = String.raw`(?:\d{1,3}|[IVXL]{1,6})(?: ?bis)?\b`
const division = String.raw`(?:paragraphs?|paras?\.?|sections?|sub-?paragraphs?)`
const rest = String.raw`(?:\s?\(?${division}?\s?(?:\(?\d{1,2}\)?|\(?[a-z]\)|\([ivx]+\)))*\)?`
const list = new RegExp(
  String.raw`\b[Aa]rticles?\s+(${number}${rest}` +
    String.raw`(?:\s?(?:,|;|and|to|or|as well as|, and)\s+(?:article\s)?${number}${rest})*)` +
    String.raw`(?!\s+of\s+(?:the\s+)?(?:[A-Z]\w+\s)?(?:Constitution|Statute|Charter|Vienna|Law|Code|` +
    String.raw`Civil|Penal|Criminal|Treaty|Act\b|International Covenant|Basic))`,
  'g',
)

/**
 * The articles of the treaty that a text names, each once, as written: `5`, `IX`. Articles of a constitution or another
 * text that it names are left out; paragraphs are not kept, since a reservation to a paragraph is one to the article.
 */
export const provisionsIn = (text: string): readonly string[] => {
  const found: string[] = []
  for (const [, articles = ''] of text.matchAll(list)) {
    const plain = articles
      .replace(/\((?:\d+|[a-z]+)\)/g, ' ')
      .replace(/\b(?:paragraphs?|paras?\.?|sections?|sub-?paragraphs?)\b[^;]*?(?=\barticle\b|;|$)/g, ' ')
    for (const [one] of plain.matchAll(new RegExp(String.raw`\b(?:\d{1,3}|[IVXL]{1,6})(?: ?bis)?\b`, 'g')))
      found.push(one)
  }
  return [...new Set(found)]
}

const sentenceEnd = /(?<=[A-Za-z\d)”"][.;])\s+(?=["“]?[A-Z(\d])|\n/

/**
 * The articles that a reservation is to: of the sentences that reserve and name some, else of the first that names
 * some. What it names beyond that, to explain itself, it does not set aside.
 */
export const provisionsReserved = (text: string, reserves: RegExp): readonly string[] => {
  const sentences = text.split(sentenceEnd)
  const reserved = sentences.filter((sentence) => reserves.test(sentence)).flatMap(provisionsIn)
  if (reserved.length > 0) return [...new Set(reserved)]
  return sentences.map(provisionsIn).find((articles) => articles.length > 0) ?? []
}

/** Whether the file has lost the number of an article that a text names: `article? thereof`. */
export const hasLostNumber = (text: string): boolean => /\barticles?\s?\?/i.test(text)
