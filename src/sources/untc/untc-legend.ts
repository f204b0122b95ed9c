import { decisions, type LegendMeaning } from './legend-decisions.ts'

export type { LegendMeaning } from './legend-decisions.ts'

/** One label of a column: `Acceptance(A)` has the letter A, `Ratification` has none. */
export interface LegendLabel {
  readonly letter: string
  readonly words: string
}

/** The labels that a column header joins. Commas also stand within labels, but never before a capital letter. */
export const labelsOf = (header: string): readonly LegendLabel[] =>
  header.split(/, (?=[A-Z])/).map((label) => {
    const match = /^(.*?) ?\((AA|[aAcCdnpPs])\)$/.exec(label)
    return { words: match?.[1] ?? label, letter: match?.[2] ?? '' }
  })

const meaningOf = ({ words, letter }: LegendLabel, treaty: string): LegendMeaning | undefined => {
  const fitting = decisions.filter((decision) => decision.words === words && decision.letter === letter)
  return (fitting.find(({ within }) => within === treaty) ?? fitting.find(({ within }) => within === undefined))
    ?.meaning
}

/** What a cell says; `undecided` where nobody has decided what its label means. */
export interface LegendReading {
  readonly label: string
  readonly meaning: LegendMeaning | 'undecided'
}

const known = new Map<string, LegendReading | undefined>()

/**
 * What a cell says: the letter behind its date, read in the legend that the header of its column is. Every table has
 * its own legend, and case matters (`a` accession, `A` acceptance). Without a letter it is the label that has none, or
 * the only label that there is. Several labels for the same letter (definitive signature of the Protocol, or its
 * acceptance) leave open which consent it was. Undefined for a letter that the header does not explain.
 */
export const readLegend = (header: string, letter: string, treaty: string): LegendReading | undefined => {
  const key = `${letter}|${treaty}|${header}`
  if (!known.has(key)) known.set(key, lookUp(header, letter, treaty))
  return known.get(key)
}

const lookUp = (header: string, letter: string, treaty: string): LegendReading | undefined => {
  const labels = labelsOf(header)
  const named = labels.filter((label) => label.letter === letter)
  const fitting = named.length === 0 && letter === '' && labels.length === 1 ? labels : named
  if (fitting.length === 0) return undefined
  const label = fitting.map(({ words }) => words).join(' / ')
  return { label, meaning: joined(fitting.map((each) => meaningOf(each, treaty))) }
}

/** What several labels for one letter mean together: the same, or consent in one of several forms. */
const joined = (found: readonly (LegendMeaning | undefined)[]): LegendMeaning | 'undecided' => {
  const [first] = found
  if (first === undefined || found.includes(undefined)) return 'undecided'
  if (found.length === 1) return first
  const types = found.map((meaning) => (meaning !== undefined && 'type' in meaning ? meaning.type : undefined))
  if (types.includes(undefined)) return 'undecided'
  return types.every((type) => type === types[0]) ? first : { type: 'TreatyConsentExpressed' }
}

/** The words for consent in the later tables, which have one label for each row. */
const words: ReadonlyMap<string, string> = new Map([
  ['ratification', 'TreatyRatified'],
  ['accession', 'TreatyAcceded'],
  ['acceptance', 'TreatyAccepted'],
  ['approval', 'TreatyApproved'],
  ['succession', 'TreatySucceeded'],
])

export const consentWords: readonly string[] = [...words.keys()]

/** The event of a word for consent, in any case; undefined for a word that is none. */
export const consentOf = (word: string): string | undefined => words.get(word.toLowerCase())
