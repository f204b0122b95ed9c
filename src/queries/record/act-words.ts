import type { RecordedEvent } from '../../events/envelope.ts'
import type { SubjectKind } from '../../names/meaning.ts'
import type { Names } from '../../names/names.ts'
import { addDays, ALWAYS, type Day } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import { summaryOf } from './event-summary.ts'

/**
 * The date of an event in words: `on 1988-09-30`, `in 1988-09`, `in 1988`, `by 1997`, `between 1965 and 1966`; of one
 * without a date nothing.
 */
export const dateWords = (edtf: string | undefined): string => {
  if (edtf === undefined) return ''
  const about = /[~?%]/.test(edtf)
  const plain = edtf.replaceAll(/[~?%]/g, '')
  const [first = '', last] = plain.split('/')
  if (last !== undefined && (first === '' || first === '..')) return `by ${last}`
  if (last === '' || last === '..') return `from ${first} on`
  if (last !== undefined) return `between ${first} and ${last}`
  if (about) return `about ${plain}`
  return /^\d{4}-\d{2}-\d{2}$/.test(plain) ? `on ${plain}` : `in ${plain}`
}

/** Names that stand behind an article within a sentence. */
const withArticle = /^(United|Holy See|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|Congo)/
const kindsOfStates =
  'Republic|Federation|Islands|Union|Emirates|Kingdom|States|Community|Commonwealth|Empire|Jamahiriya|SSR'
const kindsOfBodies = 'Commission|Committee|Group|Rapporteur|Court|Assembly|Council|Movement'
const kindsWithArticle = new RegExp(String.raw`\b(${kindsOfStates}|${kindsOfBodies})\b`)

/** What a state or an organisation is called within a sentence: `the United States`, `France`. */
export const inSentence = (name: string): string => {
  if (name.startsWith('The ')) return `the ${name.slice('The '.length)}`
  return withArticle.test(name) || kindsWithArticle.test(name) ? `the ${name}` : name
}

/** The same at its beginning: `The United States`, `France`. */
export const atBeginning = (name: string): string => {
  const text = inSentence(name)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Joins words with commas, and the last two with `and`. */
export const listWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What a clause is made of: the payload of the event, and what its ids are called. */
interface Told {
  readonly data: Readonly<Record<string, unknown>>
  /** The field as text; empty where it is absent. */
  readonly word: (field: string) => string
  /** What the actor in a field is called; as the field says it where it is no id. */
  readonly actorIn: (field: string) => string
  /** What the subject of the stream is called: the treaty, the norm, the organisation. */
  readonly subject: string
  /** The date as it is recorded. */
  readonly when: string
  /** What a treaty is called. */
  readonly titleOf: (treaty: string) => string
}

/** What an act is about stands behind its date: `… reported a violation by Chile on 1974-10-25: First report`. */
const aside = '\u0000'
const said = (text: string): string => (text === '' ? '' : `${aside}${text}`)
/** A clause, the date, and what stands behind it. */
const withDate = (clause: string, when: string): string => {
  const [first = '', ...details] = clause.split(aside)
  return [`${first}${when === '' ? '' : ` ${when}`}`, ...details].join(': ')
}
const articles = ({ data }: Told): string => {
  const named = Array.isArray(data['provisions']) ? (data['provisions'] as readonly string[]) : []
  return named.length === 0 ? '' : `, article ${listWords(named)}`
}

/** `deniesValidity` as "denies validity"; what is written in words stays as it is. */
export const inWords = (word: string): string =>
  /^[a-z]+[A-Z]/.test(word) ? word.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase() : word

const pressed: Readonly<Record<string, string>> = {
  statement: 'made a statement on',
  resolution: 'adopted a resolution on',
  aidCut: 'cut aid to',
  sanction: 'imposed a sanction on',
  recall: 'recalled its envoy from',
}

const treatyClauses: Readonly<Record<string, (told: Told) => string>> = {
  TreatySigned: ({ subject }) => `signed the ${subject}`,
  TreatySignedDefinitively: ({ subject }) => `signed the ${subject} definitively`,
  TreatyRatified: ({ subject }) => `ratified the ${subject}`,
  TreatyAccepted: ({ subject }) => `accepted the ${subject}`,
  TreatyApproved: ({ subject }) => `approved the ${subject}`,
  TreatyAcceded: ({ subject }) => `acceded to the ${subject}`,
  TreatySucceeded: ({ subject }) => `notified its succession to the ${subject}`,
  TreatyFormallyConfirmed: ({ subject }) => `formally confirmed the ${subject}`,
  TreatyConsentExpressed: ({ subject }) => `consented to be bound by the ${subject}`,
  TreatyConsentImplied: ({ subject }) => `consented to the ${subject} through another treaty`,
  TreatySignatureSucceeded: ({ subject }) => `succeeded to a signature of the ${subject}`,
  TreatySignatureConfirmed: ({ subject }) => `confirmed its signature of the ${subject}`,
  TreatySignatureRepudiated: ({ subject }) => `said that it will not become a party to the ${subject}`,
  TreatyProvisionallyApplied: ({ subject }) => `began to apply the ${subject} provisionally`,
  TreatyProvisionalApplicationEnded: ({ subject }) => `ceased to apply the ${subject} provisionally`,
  TreatyConsentWithdrawn: ({ subject }) => `took back its consent to the ${subject} before it was in force for it`,
  TreatyWithdrawalNotified: ({ subject }) => `gave notice of withdrawal from the ${subject}`,
  TreatyWithdrawalRevoked: ({ subject }) => `took back its notice of withdrawal from the ${subject}`,
  TreatyWithdrawalTookEffect: ({ subject }) => `was out of the ${subject}, as the depositary states`,
  TreatyWithdrawalDeclaredIneffective: ({ subject, word }) =>
    `was told by ${word('by')} that its withdrawal from the ${subject} has no effect`,
  TreatyParticipationCeased: ({ subject, word }) => `ceased to take part in the ${subject} by act of ${word('by')}`,
  TreatyInForceForParty: ({ subject }) => `had the ${subject} in force for it, as the depositary states`,
  TreatyOperationSuspended: ({ subject }) => `suspended the operation of the ${subject}`,
  TreatyOperationResumed: ({ subject }) => `resumed the operation of the ${subject}`,
  TreatyActNoLongerStands: ({ subject }) => `is listed with an act under the ${subject} that no longer stands`,
  TreatyActNoLongerListed: ({ subject }) => `is no longer listed with an act under the ${subject}`,
  ReservationMade: (told) => `made a reservation to the ${told.subject}${articles(told)}`,
  ReservationModified: (told) => `changed a reservation to the ${told.subject}${articles(told)}`,
  ReservationWithdrawn: (told) => `withdrew a reservation to the ${told.subject}${articles(told)}`,
  ObjectionMade: ({ subject, actorIn, data }) =>
    `objected to a reservation of ${actorIn('to')} to the ${subject}` +
    `${data['precludesEntryIntoForce'] === true ? ', and said that it is not in force between the two' : ''}`,
  ObjectionWithdrawn: ({ subject, actorIn }) => `withdrew an objection to ${actorIn('to')} under the ${subject}`,
  DeclarationMade: (told) => `made a declaration under the ${told.subject}${articles(told)}`,
  DeclarationWithdrawn: ({ subject }) => `withdrew a declaration under the ${subject}`,
  DerogationNotified: (told) => `derogated from the ${told.subject}${articles(told)}`,
  AmendmentAccepted: ({ subject }) => `accepted an amendment of the ${subject}`,
}

const normClauses: Readonly<Record<string, (told: Told) => string>> = {
  NormEndorsed: ({ subject, word }) => `endorsed "${subject}" by ${word('by')}${said(word('instrument'))}`,
  NormContested: ({ subject, word }) =>
    word('stance') === 'withdrawn'
      ? `took back its words against the ${word('type')} of "${subject}"`
      : `spoke against the ${word('type')} of "${subject}"${said(word('text'))}`,
  LegislationEnacted: ({ word }) => `had a law in force${said(word('title'))}`,
  LegislationRepealed: ({ word }) => `repealed a law${said(word('title'))}`,
  ConstitutionalIncorporation: ({ word }) => `had the norm in its constitution${said(word('title'))}`,
  ConstitutionalIncorporationRemoved: ({ word }) => `took the norm out of its constitution${said(word('title'))}`,
  ImplementingActAdopted: ({ word }) => `adopted an implementing act${said(word('title'))}`,
  NationalInstitutionCreated: ({ word }) => `created an institution${said(word('title'))}`,
  DomesticCourtRuling: ({ word }) =>
    `had a ruling of its courts that ${word('direction')} the norm${said(word('title'))}`,
  ReferendumHeld: ({ word }) => `held a referendum, ${word('outcome')}${said(word('title'))}`,
  GovernmentChanged: ({ word }) => `had another government${said(word('title'))}`,
  StateResponded: ({ word }) => `answered (${inWords(word('stance'))})${said(word('title'))}`,
  ConcessionMade: ({ word, data }) =>
    `gave way${data['tactical'] === true ? ', tactically,' : ''}${said(inWords(word('kind')))}`,
  ConcessionReversed: ({ word }) => `took back a concession${said(inWords(word('kind')))}`,
  ReportSubmitted: ({ word }) => `handed a report to the ${word('body')}`,
}

const membershipClauses: Readonly<Record<string, (told: Told) => string>> = {
  MembershipApplied: ({ subject }) => `applied to ${subject}`,
  MembershipApplicationEnded: ({ subject, word }) => `had its application to ${subject} ${word('how')}`,
  MembershipStarted: ({ subject, word }) => `became a member of ${subject} (${word('kind')})`,
  MembershipObserved: ({ subject, word }) =>
    word('code') === 'none'
      ? `is coded as no member of ${subject} from ${word('firstYear')} to ${word('lastYear')}`
      : `is coded in ${subject} (${word('code')}) from ${word('firstYear')} to ${word('lastYear')}`,
  MembershipEnded: ({ subject }) => `ceased to be a member of ${subject}`,
  MembershipKindChanged: ({ subject, word }) => `changed its standing in ${subject} (${word('kind')})`,
  MembershipSuspended: ({ subject, word }) => `had its rights in ${subject} suspended (${word('scope')})`,
  SuccessionContested: ({ actorIn, word }) =>
    `was not generally accepted in its claim towards ${actorIn('predecessor')} (${inWords(word('claimed'))})`,
  StateRenamed: ({ word }) => `took the name ${word('name')}`,
  StateSucceeded: ({ word, actorIn }) => `followed ${actorIn('predecessor')} (${inWords(word('mode'))})`,
  MembershipReinstated: ({ subject }) => `had its rights in ${subject} restored`,
  MembershipWithdrawalNotified: ({ subject }) => `gave notice of withdrawal from ${subject}`,
  MembershipWithdrawalRevoked: ({ subject }) => `took back its notice of withdrawal from ${subject}`,
}

/** What others did to the state: who did it stands before the verb. */
const passive: Readonly<Record<string, (told: Told, state: string) => string>> = {
  CampaignAction: ({ word }, state) =>
    `${inSentence(word('by') || 'a campaign')} acted on ${state} (${inWords(word('kind'))})${said(word('title'))}`,
  ThirdPartyPressure: ({ word, actorIn }, state) =>
    `${actorIn('by')} ${pressed[word('kind')] ?? 'pressed'} ${state}${said(word('title'))}`,
  // The date may be that of the deed or of the report: the event does not say which.
  ViolationReported: ({ word, when }, state) =>
    `a violation by ${state} is recorded under ${when}` +
    `${word('by') === '' ? '' : `, reported by ${inSentence(word('by'))}`}${said(word('title'))}`,
  ComplaintDecided: ({ word, data }, state) =>
    `The ${word('body')} decided a complaint against ${state} (${word('complaint')})` +
    said(data['violation'] === true ? 'a violation' : 'no violation'),
  JudgmentDelivered: ({ word, data }, state) =>
    `The ${word('court')} gave judgment on ${state} (${word('application')})` +
    said(data['violation'] === true ? 'a violation' : 'no violation'),
  ConcludingObservationsAdopted: ({ word }, state) => `The ${word('body')} adopted observations on ${state}`,
  UprRecommendationMade: ({ actorIn, word }, state) =>
    `${word('from') === '' ? 'A state' : actorIn('from')} made a recommendation to ${state}${said(word('text'))}`,
}

/** What was done to a norm, a treaty or a campaign itself. */
const ofSubjects: Readonly<Record<string, (told: Told) => string>> = {
  NormDefined: ({ word }) => `The norm was defined: ${word('name')}`,
  NormProposed: ({ subject, word }) => `"${subject}" was put forward by ${inSentence(word('proposer'))}`,
  InstrumentLinked: ({ subject, titleOf, word }) =>
    `The ${titleOf(word('instrument'))} was linked to "${subject}" as ${word('role')}`,
  NormWordsAssigned: ({ subject, data }) =>
    `Words were assigned to "${subject}": ${listWords((data['words'] ?? []) as readonly string[])}`,
  TreatyConcluded: ({ subject }) => `The ${subject} was concluded`,
  TreatyOpenedForSignature: ({ subject }) => `The ${subject} was opened for signature`,
  TreatyEnteredIntoForce: ({ subject }) => `The ${subject} entered into force, as the depositary states`,
  CampaignLaunched: ({ word }) => `${word('initiator')} launched the campaign ${word('name')}`,
  CampaignJoined: ({ word, subject, actorIn }) =>
    `${word('organisation')}${word('base') === '' ? '' : `, of ${actorIn('base')},`} joined the campaign ${subject}`,
  CampaignEnded: ({ subject, word }) => `The campaign ${subject} ended (${word('outcome')})`,
  IgoFounded: ({ word }) => `${word('name')} began to function`,
}

const clauses: Readonly<Record<string, (told: Told) => string>> = {
  ...treatyClauses,
  ...normClauses,
  ...membershipClauses,
}

const kindOfFamily: Readonly<Record<string, SubjectKind>> = { treaty: 'treaty', norm: 'norm', igo: 'igo' }

/** What things are called: by the log's names, and treaties by the short titles that they go by. */
export interface Titles {
  readonly names: Names
  readonly treaty: (id: string) => string
}

/**
 * The day by whose names an event speaks: its own, or the one before where it is a renaming; undefined where it has no
 * date.
 */
const dayOfNames = ({ type, occurred }: Spoken): Day | undefined => {
  if (occurred === undefined) return undefined
  const { lo, hi } = parseDate(occurred)
  const day = lo <= ALWAYS ? hi : lo
  return type === 'StateRenamed' ? addDays(day, -1) : day
}

type Spoken = Pick<RecordedEvent, 'type' | 'stream' | 'data' | 'occurred'>

const subjectWords = (kind: SubjectKind | undefined, id: string, { names, treaty }: Titles): string => {
  if (kind === undefined) return id
  if (kind === 'treaty') return treaty(id)
  return kind === 'igo' ? inSentence(names.nameOf('igo', id)) : names.nameOf(kind, id)
}

const toldOf = (event: Spoken, { names, treaty }: Titles): Told => {
  const { stream, data, occurred = 'no date' } = event
  const day = dayOfNames(event)
  const [family = ''] = stream.split('-')
  const rest = stream.slice(family.length + 1)
  const kind = kindOfFamily[family]
  const word = (field: string): string => {
    const value = data[field]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const actorIn = (field: string): string => {
    const id = word(field)
    if (names.subject('state', id) !== undefined)
      return inSentence(day === undefined ? names.nameOf('state', id) : names.nameOn('state', id, day))
    return names.subject('igo', id) === undefined ? id : inSentence(names.nameOf('igo', id))
  }
  const subject = subjectWords(kind, rest, { names, treaty })
  return { data, word, actorIn, subject, when: occurred, titleOf: treaty }
}

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What an event says as a sentence of the field, with its date: `Chile ratified the … on 1988-09-30.` */
export const actSentence = (event: Spoken, titles: Titles): string => {
  const told = toldOf(event, titles)
  const state = told.word('actor') === '' ? '' : told.actorIn('actor')
  const when = event.type === 'ViolationReported' ? '' : dateWords(event.occurred)
  const says = passive[event.type]?.(told, state) ?? ofSubjects[event.type]?.(told)
  const clause = clauses[event.type]?.(told) ?? summaryOf(event)
  return `${upper(withDate(says ?? `${state} ${clause}`.trim(), when)).replace(/\.$/, '')}.`
}
