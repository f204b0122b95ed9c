/**
 * To whose reservation or declaration a text objects, and whether it keeps the treaty from being in force between the
 * two.
 */
export interface Objected {
  readonly to: readonly string[]
  readonly precludes: boolean
}

const regards = new RegExp(
  String.raw`\b(?:[Ww]ith (?:regard|respect|reference) to|[Ii]n respect of|objects? to|` +
    '[Oo]bjections? to|relating to|examined|noted|not (?:accept|regard as valid|' +
    String.raw`consider as valid))\b[^.;]{0,80}?\b(?:reservations?|declarations?|statements?|` +
    String.raw`understandings?|objections?)\b[^.;]{0,80}?\b(?:made|formulated|entered|expressed|` +
    'submitted) by (?:the )?(?:Governments? of (?:the )?)?([A-Z][^.;:?]*?)' +
    '(?=,? (?:upon|on|at|in|to|concerning|regarding|with|when|' +
    String.raw`relating|made|and recorded|under|dated)\b|[.;:,?)”"]|$)`,
)
const precluding = new RegExp(
  String.raw`\b(?:does|do|shall|will|would|is|are|can)(?: \w+){0,2} not (?:therefore )?` +
    String.raw`(?:\w+ ){0,3}(?:in force|bound|having validly)|\bpreclud(?:es?|` +
    String.raw`ing)(?: the)? entry into force\b|\bconsider(?:s)? (?:that )?the (?:Convention|` +
    String.raw`Protocol|Covenant|Treaty|Agreement) (?:as )?(?:not|inoperative)\b`,
  'i',
)
const notPrecluding = /\b(?:not|nor|without)\b[^.]{0,80}\b(?:preclud|prevent|obstacle|imped|hinder|affect|bar)\w*\b/i

/**
 * Reads an objection by its heading, else by its first sentences; undefined where it does not say whose reservation it
 * means.
 */
export const objectedIn = (
  titles: readonly string[],
  text: string,
  isKnown: (name: string) => boolean,
): Objected | undefined => {
  for (const said of [titles.join(' '), text]) {
    const named = regards.exec(said)?.[1]?.trim()
    const to = named === undefined ? [] : namesIn(named, isKnown)
    if (to.length > 0) return { to, precludes: precluding.test(text) && !notPrecluding.test(text) }
  }
  return undefined
}

/** One name, or several that are all known: `Malaysia and Singapore`. */
const namesIn = (written: string, isKnown: (name: string) => boolean): readonly string[] => {
  const plain = written.replace(/^(?:the )?(?:Republic|Government|State) of (?=[A-Z])/, (found) =>
    isKnown(written) ? found : '',
  )
  if (isKnown(plain)) return [plain]
  const parts = plain.split(/, (?:and )?(?:the )?| and (?:the )?/).filter((part) => part !== '')
  return parts.length > 1 && parts.every(isKnown) ? parts : []
}
