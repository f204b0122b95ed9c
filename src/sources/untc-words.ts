import type { JsonObject } from '../events/json.ts'

/** What a label of a participants table means: an act of ours, or why a date under it is none. */
export type Meaning = { readonly type: string; readonly data?: JsonObject } | { readonly noAct: string }

const consent: Meaning = { type: 'TreatyConsentExpressed' }
const provisional: Meaning = { type: 'TreatyProvisionallyApplied' }

/**
 * The labels of the UN Treaty Collection, by how they begin. The first that fits counts.
 * "… of the Convention as amended by the Protocol" changes nothing: the table belongs to the amended treaty.
 */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/^Succession to signature/, { type: 'TreatySignatureSucceeded' }],
  [/^Confirmation of signature/, { type: 'TreatySignatureConfirmed' }],
  [/^Signature ad referendum/, { type: 'TreatySigned', data: { kind: 'adReferendum' } }],
  [/^Signature/, { type: 'TreatySigned' }],
  [/^Definitive signature or /, consent],
  [/^Definitive signature/, { type: 'TreatySignedDefinitively' }],
  [/^Ratification/, { type: 'TreatyRatified' }],
  [/^(Definitive a|A)cceptance/, { type: 'TreatyAccepted' }],
  [/^Approval/, { type: 'TreatyApproved' }],
  [/^Accession/, { type: 'TreatyAcceded' }],
  [/^Succession/, { type: 'TreatySucceeded' }],
  [/^Formal confirmation/, { type: 'TreatyFormallyConfirmed' }],
  // A party of the amended treaty by what it did about the old one, or about the amending protocol.
  [/^(Consent to be bound|Participation|Simplified procedure)/, consent],
  // The only column of the annexes to 3-2: the state undertakes to apply the Convention to that agency.
  [/^Application/, consent],
  [/^Notification in respect of the Agreement as amended/, consent],
  [/^(Undertaking of p|P)rovisional (application|acceptance)/, provisional],
  [/^Notification of non-provisional application/, { noAct: 'notice that the agreement is not applied provisionally: it binds to nothing' }],
  [/^Notification under article/, { noAct: 'notice by a state that has consented already, that the treaty may enter into force' }],
  // 1-2: the day on which the General Assembly admits a state; from then on its declaration binds.
  [/^Date of Adoption/, consent],
  [/^Registration Date/, { noAct: 'registration is an act of the Secretariat' }],
]

/** One label of a column: `Acceptance(A)` has the letter A, `Ratification` has none. */
export interface Label {
  readonly letter: string
  readonly words: string
}

/** The labels that a column header joins. Commas also stand within labels, but never before a capital letter. */
export const labelsOf = (header: string): readonly Label[] =>
  header.split(/, (?=[A-Z])/).map((label) => {
    const match = /^(.*?) ?\((AA|[aAcCdnpPs])\)$/.exec(label)
    return { words: match?.[1] ?? label, letter: match?.[2] ?? '' }
  })

const meaningOf = (label: Label): Meaning | undefined => meanings.find(([begins]) => begins.test(label.words))?.[1]

const known = new Map<string, { meaning: Meaning; label: string } | undefined>()

/**
 * What a cell says: the letter behind its date, read in the legend that the header of its column is. Every table has its own legend,
 * and case matters (`a` accession, `A` acceptance). Without a letter it is the label that has none, or the only label that there is.
 * Several labels for the same letter (definitive signature of the Protocol, or its acceptance) leave open which consent it was.
 */
export const readLegend = (header: string, letter: string): { meaning: Meaning; label: string } | undefined => {
  const key = `${letter}|${header}`
  if (!known.has(key)) known.set(key, lookUp(header, letter))
  return known.get(key)
}

const lookUp = (header: string, letter: string): { meaning: Meaning; label: string } | undefined => {
  const labels = labelsOf(header)
  const named = labels.filter((label) => label.letter === letter)
  const fitting = named.length === 0 && letter === '' && labels.length === 1 ? labels : named
  const found = fitting.map(meaningOf)
  const first = found[0]
  if (first === undefined || found.includes(undefined)) return undefined
  const label = fitting.map(({ words }) => words).join(' / ')
  if (found.every((meaning) => meaning === first)) return { meaning: first, label }
  return found.every((meaning) => meaning !== undefined && 'type' in meaning) ? { meaning: consent, label } : undefined
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
