import { currentAddress } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import type { Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { absenceSentence } from '../words/not-there.ts'
import { absenceWords, channelWords, meanOfMeans } from '../words/channels.ts'
import { coverageWords } from '../words/coverage.ts'
import { dayWords } from '../words/days.ts'
import { actorInSentence, capitalized } from '../words/names.ts'
import { stepElement, type Cited } from './membership-trail.ts'
import { shareBars } from './share-bars.ts'
import { byPartner, byTerm, type Term } from './term-shares.ts'

type Found = Answer<'/v1/explain/exposure/{state}'>
/** As much of the answer as the trail tells. */
export type ExposureFound = Pick<
  Found,
  'value' | 'min' | 'max' | 'missing' | 'coverage' | 'covered' | 'own' | 'channel' | 'definition' | 'readOn' | 'degree'
> & {
  readonly statehood?: Found['statehood']
  readonly terms: readonly Term[]
  readonly unrated: readonly string[]
  readonly uncertain: readonly unknown[]
}

/** What the number is of: a score in words, or having consented to a treaty; and how it is told. */
export interface ExposureOf {
  readonly stateName: string
  /** `Physical integrity (CIRIGHTS)`, or `the Convention against Torture`. */
  readonly what: string
  readonly isShare: boolean
  /** What those did who count in a share: `had consented to`; of a norm `had committed to`. */
  readonly did?: string
}

/** A number of an exposure: a share in percent, or a score with two decimals. */
export const exposureNumber = (value: number, isShare: boolean): string =>
  isShare ? `${(value * 100).toFixed(1)}\u00a0%` : value.toFixed(2)

/** Finer, for what adds up to it. */
const termNumber = (value: number, isShare: boolean): string =>
  isShare ? `${(value * 100).toFixed(2)}\u00a0points` : value.toFixed(3)

/** An exposure as what adds up to it: by organisation or group and by partner, with coverage and what is uncertain. */
export const exposureTrail = (
  found: ExposureFound,
  of: ExposureOf,
  eventsOf: (term: string) => Promise<readonly Cited[]>,
  taken?: Child,
): readonly Child[] => {
  const { title, terms } = channelWords(found.channel)
  const tell = (value: number): string => termNumber(value, of.isShare)
  const [own, partners] = [byTerm(found.terms), byPartner(found.terms)]
  const isOfPartners = found.terms.some(({ partner }) => partner !== undefined)
  return [
    el('p', { class: 'over' }, of.stateName),
    el('h2', {}, `${title}: ${of.what}`),
    el('p', { class: 'exposure-says' }, sentenceOf(found, of)),
    found.value !== null && el('p', { class: 'rule' }, meanOfMeans),
    found.value !== null &&
      !isOfPartners &&
      shareBars(`What each ${terms} adds`, own, tell, (host, term) => openTerm(host, term, eventsOf)),
    found.value !== null && partners.length > 0 && shareBars('What each partner adds', partners, tell),
    found.value !== null && taken,
    ...notesOf(found, of).map((words) => el('p', { class: 'note' }, words)),
    el('p', { class: 'note' }, ...coverageWords(found.covered, 'NONE', currentAddress().sources)),
    el('p', { class: 'note' }, 'A description of its company; it is no claim about what caused what.'),
  ]
}

/** By which acts a term was decided, each with its sources. */
const openTerm = (
  host: HTMLElement,
  term: string,
  eventsOf: (term: string) => Promise<readonly Cited[]>,
): Promise<void> =>
  part(host)({
    what: 'what it rests on',
    load: () => eventsOf(term),
    show: (events) =>
      events.length === 0
        ? el('p', { class: 'note' }, 'No single act is recorded that decided it.')
        : el('ol', { class: 'trail' }, ...events.map(stepElement)),
  })

const sentenceOf = (
  { value, missing, own, readOn, statehood }: ExposureFound,
  { stateName, what, isShare, did = 'had consented to' }: ExposureOf,
): string => {
  const state = actorInSentence(stateName)
  const on = `On ${dayWords(readOn)}`
  if (value === null && statehood?.isOutside === true) return absenceSentence(stateName, readOn, statehood)
  if (value === null) return `${on} there is no value for ${state}: ${absenceWords(missing)}.`
  const number = exposureNumber(value, isShare)
  if (isShare) return `${on}, ${number} of the company of ${state}, weighed, ${did} ${what}; ${didItself(own)}.`
  const itself = own === null ? 'it was not rated itself' : `it was rated ${own} itself`
  return `${on}, the company of ${state} was rated ${number} on average for ${what}; ${itself}.`
}

const didItself = (own: number | null): string => {
  if (own === null) return 'what it did itself is not known'
  return own > 0 ? 'so had it' : 'it had not'
}

const notesOf = (found: ExposureFound, { isShare }: ExposureOf): readonly string[] => {
  const { coverage, min, max, uncertain, unrated } = found
  const observed = `${Math.round(coverage * 100)}\u00a0% of the weight is observed`
  const left = unrated.length === 0 ? '' : `; ${unrated.length} partners without a value are left out`
  const bounds =
    min === null || max === null || min === max
      ? []
      : [
          capitalized(`between ${exposureNumber(min, isShare)} and ${exposureNumber(max, isShare)}`) +
            `, over ${uncertain.length} uncertain ${uncertain.length === 1 ? 'fact' : 'facts'}.`,
        ]
  return [`${observed}${left}.`, ...bounds]
}
