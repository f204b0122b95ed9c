import { currentAddress, linkTo } from '../address/navigate.ts'
import type { Names } from '../ask/names.ts'
import type { Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { coverageWords } from '../words/coverage.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { inSentence } from '../words/names.ts'
import { absenceSentence, saysNothingDone } from '../words/not-there.ts'
import { sentenceOf, type Told } from '../words/sentence.ts'
import { familyOf, labelOf } from '../words/statuses.ts'
import { rulesOf } from './rules.ts'
import { actStep, stepsOf, type Step } from './steps.ts'

type Explained = Answer<'/v1/explain/status/{state}/{subject}'>

/** What the state and the subject are called. */
interface Called {
  readonly stateName: string
  readonly title: string
  readonly isNorm: boolean
}

/** That a source holds all of something: the line on coverage says it. */
const ofCoverage = 'CoverageClaimed'

/** What made the treaty, and what it says: told apart from what states did. */
const ofTreaty = /^(?:TreatyConcluded|TreatyOpenedForSignature|TreatyEnteredIntoForce|NormDefined|InstrumentLinked)$/

/**
 * A status as a trail of dated steps: the acts with their sources, and what follows from them by the treaty's rules,
 * with its arithmetic. It ends with how far the sources reach.
 */
export const statusTrail = (found: Explained, { stateName, title, isNorm }: Called, known: Names): readonly Child[] => {
  const acts = found.evidence.filter(({ type }) => !ofTreaty.test(type) && type !== ofCoverage)
  const foundations = found.evidence.filter(({ type }) => ofTreaty.test(type))
  const absence = found.statehood ?? undefined
  const told: Told = { ...found, absence, adoption: { adopted: found.adopted, isNorm } }
  const steps = stepsOf(acts, found, known)
  return [
    el('p', { class: 'over' }, stateName),
    el('h2', {}, title),
    badge(found, told),
    el('p', {}, sentenceOf(told, stateName, inSentence(title, isNorm), found.asOf)),
    absence !== undefined &&
      !(absence.isOutside && saysNothingDone(found)) &&
      el('p', { class: 'note' }, absenceSentence(stateName, found.asOf, absence)),
    ...rulesOf(found, isNorm, known),
    steps.length > 0 && el('ol', { class: 'trail' }, ...steps.map(stepElement)),
    foundations.length > 0 &&
      el(
        'details',
        {},
        el('summary', {}, 'The instrument itself'),
        el('ol', { class: 'trail' }, ...foundations.map((one) => stepElement(actStep(one)))),
      ),
    el('p', { class: 'note' }, ...coverageWords(found.coverage, found.status, found.sources)),
    el(
      'p',
      { class: 'buttons no-embed' },
      el(
        'a',
        { class: 'button', ...linkTo({ ...currentAddress(), state: found.state, why: undefined }) },
        'State page',
      ),
    ),
  ]
}

/** No badge says that nothing was done by who was not there to do it. */
const badge = ({ status, since, until }: Explained, told: Told): HTMLElement | undefined => {
  if (saysNothingDone(told) && told.absence?.isOutside === true)
    return el('p', { class: 'badge outside' }, 'Not in the state system then')
  const from = since === null ? '' : ` since ${dayWords(since)}`
  const to = until === null ? '' : `, until ${dayWords(until)}`
  return el('p', { class: `badge ${familyOf(status)}` }, `${labelOf(status)}${from}${to}`)
}

const stepElement = ({ date, says, sources, corrections = [] }: Step): HTMLElement =>
  el(
    'li',
    {},
    el('p', { class: 'when' }, date === null ? 'No day is known' : dayElement(date)),
    typeof says === 'string' ? el('p', {}, says) : says,
    ...corrections.map(({ before, reason, recordedAt }) =>
      el(
        'p',
        { class: 'corrected' },
        `Corrected on ${dayWords(recordedAt.slice(0, 10))}; it said ${before.says}` +
          `${before.occurred === null ? '' : `, ${dayWords(before.occurred)}`}. ${reason ?? ''}`,
      ),
    ),
    ...sources.map((source) => el('p', { class: 'source' }, ...linked(source))),
  )

/** A citation, whose address can be followed. */
const linked = (citation: string): readonly Child[] => {
  const found = /https?:\/\/\S+[^\s.,;)]/.exec(citation)
  if (found === null) return [citation]
  const [address] = found
  return [
    citation.slice(0, found.index),
    el('a', { href: address, rel: 'noreferrer' }, 'source'),
    citation.slice(found.index + address.length),
  ]
}
