import type { JsonObject } from '../../events/json.ts'

/** What a label of a participants table means: an act of ours, or why a date under it is none. */
export type LegendMeaning = { readonly type: string; readonly data?: JsonObject } | { readonly noAct: string }

/** One label, the letter that its header gives it ('' for none), and what was decided about it. */
export interface Decision {
  readonly words: string
  readonly letter: string
  /** Only in the table of this instrument; such a decision goes before one without. */
  readonly within?: string
  readonly meaning: LegendMeaning
}

const act = (type: string): LegendMeaning => ({ type })
/** Consent in a form that is none of the Vienna Convention's, or where the table joins several forms. */
const consent = act('TreatyConsentExpressed')
const provisional = act('TreatyProvisionallyApplied')
const impliedBy = (through: string): LegendMeaning => ({ type: 'TreatyConsentImplied', data: { through } })
const on = (words: string, letter: string, meaning: LegendMeaning, within?: string): Decision => ({
  words,
  letter,
  meaning,
  ...(within !== undefined && { within }),
})

/**
 * Every label in the legends of the 324 participants tables of the UN Treaty Collection, with the letter that stands
 * for it, and what was decided about it. A label that is not here is never guessed at: its rows are skipped as
 * `unknown-label`, and listed. Meanings: Treaty Handbook of the UN Treaty Section, glossary; Vienna Convention on the
 * Law of Treaties, arts 10 to 15, 25; notes to the tables.
 */
export const decisions: readonly Decision[] = [
  // Signature: subject to ratification. Signature ad referendum needs confirmation to become one (VCLT art 12(2)(b)).
  on('Signature', '', act('TreatySigned')),
  // 14-7, 14-7-a: here the letter s is NOT definitive signature.
  on('Signature ad referendum', 's', { type: 'TreatySigned', data: { kind: 'adReferendum' } }),
  on('Confirmation of signature ad referendum', 'C', act('TreatySignatureConfirmed')),
  // 14-7-a lists the confirmations of its signatures ad referendum in a column of their own.
  on('Confirmation of signature', '', act('TreatySignatureConfirmed')),
  // The successor steps into the predecessor's signature: the letter d, yet no consent.
  on('Succession to signature', 'd', act('TreatySignatureSucceeded')),
  // 10-2-b, African Development Bank: they sign, and ratify later.
  on('Signature by non-regional members under Section 3 (c) (i) of resolution 07-79', '', act('TreatySigned')),

  // Consent to be bound (VCLT arts 11 to 16).
  on('Definitive signature', 's', act('TreatySignedDefinitively')),
  on('Ratification', '', act('TreatyRatified')),
  on('Acceptance', 'A', act('TreatyAccepted')),
  on('Approval', 'AA', act('TreatyApproved')),
  on('Accession', 'a', act('TreatyAcceded')),
  on('Succession', 'd', act('TreatySucceeded')),
  // What ratification is to a state, to an organisation; never counted as a state's.
  on('Formal confirmation', 'c', act('TreatyFormallyConfirmed')),
  // 19-34, 19-35, 19-45, commodity agreements: definitive beside a provisional acceptance.
  on('Definitive acceptance', '', act('TreatyAccepted')),

  // Treaties of the League of Nations, amended by a protocol of the United Nations: the table belongs to the treaty as
  // amended, so each of these is consent to that.
  on('Ratification of the Convention as amended', '', act('TreatyRatified')),
  on('Ratification of the Convention as amended by the Protocol', '', act('TreatyRatified')),
  on('Ratification of the Agreement as amended by the Protocol', '', act('TreatyRatified')),
  on('Accession to the Convention as amended', 'a', act('TreatyAcceded')),
  on('Accession to the Convention as amended by the Protocol', 'a', act('TreatyAcceded')),
  on('Accession to the Agreement as amended by the Protocol', 'a', act('TreatyAcceded')),
  on('Succession to the Convention as amended', 'd', act('TreatySucceeded')),
  on('Succession to the Convention as amended by the Protocol', 'd', act('TreatySucceeded')),
  on('Succession to the Agreement as amended by the Protocol', 'd', act('TreatySucceeded')),
  // 8-2, 8-5: who joined the Convention of 1923 is taken to accept the Agreement of 1910 (its art 10(1)). One date
  // each, Liberia's; both tables print it as acceptance.
  on(
    'Acceptance ipso facto by virtue of article 10 (1) of the Convention of 12 September 1923, as amended',
    'A',
    act('TreatyAccepted'),
  ),
  // One column for several forms, without letters: it is consent, in one of them. The note of the event names them all.
  on('Definitive signature of the Protocol', '', act('TreatySignedDefinitively')),
  on('Acceptance of the Protocol', '', act('TreatyAccepted')),
  on('Succession to the Protocol', '', act('TreatySucceeded')),
  on('Succession to the Convention and the Protocol', '', act('TreatySucceeded')),
  on('Succession to the Agreement and the Protocol', '', act('TreatySucceeded')),
  on('Ratification of the Convention and the Protocol', '', act('TreatyRatified')),
  on('Definitive signature or acceptance of the Protocol', '', consent),
  on('Definitive signature or participation in the Convention and the Protocol', '', consent),
  // 6-3, 6-9: the letter is that of succession, the word is not; new states said that they hold themselves bound.
  on('Notification in respect of the Agreement as amended', 'd', consent),

  // Consent through another instrument. 21-6-a, art 4(1): an instrument under the Law of the Sea Convention deposited
  // after 28 July 1994 is consent to the agreement too.
  on('Consent to be bound', 'P', impliedBy('unclos'), '21-6-a'),
  // 21-6-a, art 5: who had consented to the Convention before, and signed, is bound on 28 July 1995 unless it says
  // otherwise.
  on('Simplified procedure', 'p', impliedBy('unclos'), '21-6-a'),
  // 10-7-b, the Limitation Convention as amended: accession to the amending protocol is accession to it.
  on('Participation by virtue of accession to the Protocol of 11 April 1980', 'P', impliedBy('untc-10-7-a')),
  // 26-2-a to d: a protocol of the CCW is consented to by notice (CCW art 4(4)); nobody signs it.
  on('Consent to be bound', 'P', consent),
  on('Simplified procedure', 'p', consent),
  on('Participation', 'P', consent),
  // 10-7: the unamended text, for who joined when the protocol was in force (its art XI).
  on('Participation under article XI of the Protocol of 11 April 1980', 'P', consent),
  // 10-4, Asian Development Bank: admitted by the Board of Governors.
  on('Participation under articles 3 (2) and (3)', 'P', consent),
  // 10-2-b, African Development Bank: the amendment binds all regional members.
  on(
    'Participation in the Agreement as amended under paragraph 4 of resolution ' +
      '05-79 and paragraph 1 of article 60 of the unamended Agreement',
    '',
    consent,
  ),
  // 6-18: through the protocol or through the convention; the table does not say through which.
  on(
    'Participation in the Convention by virtue of ratification, accession or succession to the ' +
      'Protocol of 25 March 1972 or to the 1961 Convention after the entry into force of the Protocol',
    '',
    consent,
  ),
  // 3-2 and its annexes: a party undertakes to apply the Convention to one more specialised agency. The only column
  // that an annex has.
  on('Application', '', consent),
  // 1-2: the day on which the General Assembly admits a state; from then on its declaration under the Charter binds.
  on('Date of Adoption', '', consent),

  // Provisional application (VCLT art 25): obligations without party status.
  on('Provisional application', 'n', provisional),
  on('Provisional application under article 23', 'n', provisional),
  on('Provisional application by virtue of a notification', 'n', provisional),
  // 21-6-a, art 7: decoded upstream as a signature, which it is not.
  on('Provisional application by virtue of signature, adoption of the Agreement or accession thereto', '', provisional),
  on('Provisional application of the Agreement as amended and extended', '', provisional),
  on('Undertaking of provisional application in accordance with article 31', '', provisional),
  on('Provisional acceptance', '', provisional),
  on('Provisional acceptance/accession', '', provisional),

  // No act of ours.
  // 21-6-a: always before a provisional application, never after one, so it ends none.
  on('Notification of non-provisional application under article 7 (1) (b)', '', {
    noAct: 'notice that the agreement is not applied provisionally: it binds to nothing',
  }),
  on('Notification under article 21 (1)', '', {
    noAct: 'notice by a state that has consented already, that the treaty may enter into force',
  }),
  on('Notification under article 25', '', {
    noAct: 'notice by a state that has consented already, that the treaty may enter into force',
  }),
  // 2-1, the Revised General Act: who has acceded to some of its chapters extends its accession to others (its art 38).
  // No party has.
  on('Extension', '', { noAct: 'extension of an accession to further chapters of the act: it makes nobody a party' }),
  on('Registration Date', '', { noAct: 'registration is an act of the Secretariat' }),
]
