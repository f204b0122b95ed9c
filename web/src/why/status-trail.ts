import { currentAddress, linkTo } from '../address/navigate.ts'
import type { Names } from '../ask/names.ts'
import type { Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { coverageWords } from '../words/coverage.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { actorInSentence, inSentence } from '../words/names.ts'
import { sentenceOf } from '../words/sentence.ts'
import { familyOf, labelOf } from '../words/statuses.ts'

type Explained = Answer<'/v1/explain/status/{state}/{subject}'>
type Evidence = Explained['evidence'][number]

/** What the state and the subject are called. */
interface Called {
  readonly stateName: string
  readonly title: string
  readonly isNorm: boolean
}

/** A dated step of a trail: what happened, by which rule, and who says so. */
interface Step {
  readonly date: string | null
  readonly says: Child
  readonly sources: readonly string[]
  readonly corrections?: Evidence['corrections']
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
  const derived = found.dates.filter(isToldOn(found)).map((date) => derivedStep(date, known))
  const steps = [...joined(actSteps(acts, found)), ...derived].toSorted(byDate)
  return [
    el('p', { class: 'over' }, stateName),
    el('h2', {}, title),
    badge(found),
    el('p', {}, sentenceOf(found, stateName, inSentence(title, isNorm), found.asOf)),
    ...rulesOf(found, isNorm, known),
    steps.length > 0 && el('ol', { class: 'trail' }, ...steps.map(stepElement)),
    foundations.length > 0 &&
      el(
        'details',
        {},
        el('summary', {}, 'The instrument itself'),
        el('ol', { class: 'trail' }, ...foundations.map((one) => stepElement(actStep(one)))),
      ),
    el('p', { class: 'note' }, coverageWords(found.coverage, found.status)),
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

/** What comes after the day asked about is no part of why; but when somebody who gave notice will be out is. */
const isToldOn =
  ({ asOf, until }: Explained) =>
  ({ date }: Explained['dates'][number]): boolean =>
    date <= asOf || date === until

/** The rules of entry into force; of a norm those of the treaties that decided, each under its name. */
const rulesOf = ({ rules, dates }: Explained, isNorm: boolean, known: Names): readonly HTMLElement[] => {
  const deciding = new Set(dates.map(({ treaty }) => treaty))
  return rules
    .filter(({ treaty }) => !isNorm || deciding.has(treaty))
    .map(({ treaty, rule }) => {
      const of = isNorm ? `${treatyName(treaty, known)}: in` : 'In'
      return el('p', { class: 'rule' }, `${of} force ${withNames(rule, known)}.`)
    })
}

const treatyName = (id: string, { treaties }: Names): string => {
  const found = treaties.find((treaty) => treaty.id === id)
  return found?.shortTitle ?? found?.name ?? id
}

/** A rule with names where it has ids: `a member of coe`, `and iccpr in force`. */
const withNames = (rule: string, known: Names): string =>
  rule
    .replaceAll(/(member of )([a-z0-9-]+)/g, (_, before: string, id: string) => {
      const name = known.organisations.find((one) => one.id === id)?.name
      return `${before}${name === undefined ? id : actorInSentence(name)}`
    })
    .replaceAll(/([a-z0-9-]+)( in force)/g, (whole, id: string, after: string) => {
      const name = treatyName(id, known)
      return name === id ? whole : `${inSentence(name, false)}${after}`
    })

const byDate = (a: Step, b: Step): number => (a.date ?? '').localeCompare(b.date ?? '')

const badge = ({ status, since, until }: Explained): HTMLElement => {
  const from = since === null ? '' : ` since ${dayWords(since)}`
  const to = until === null ? '' : `, until ${dayWords(until)}`
  return el('p', { class: `badge ${familyOf(status)}` }, `${labelOf(status)}${from}${to}`)
}

/** What is set off by several instruments on one day is one step: the sixtieth was among ten. */
const actSteps = (acts: readonly Evidence[], { rules, decidedBy }: Explained): readonly Step[] => {
  const setOff = new Set(rules.flatMap(({ triggerEvents }) => triggerEvents))
  const triggers = new Set(rules.flatMap(({ triggerEvents }) => (triggerEvents.length > 1 ? triggerEvents : [])))
  const together = acts.filter(({ id, occurred }) => triggers.has(id) && occurred === triggerDay(acts, triggers))
  if (together.length < 3 || decidedBy.length === 0) return acts.map((act) => actStep(act, setOff))
  const [first] = together
  const says = el(
    'details',
    {},
    el('summary', {}, `${together.length} instruments on one day, the deciding one among them`),
    ...together.map(({ sentence, occurred }) => el('p', {}, withoutDate(sentence, occurred))),
  )
  const joint: Step = { date: first?.occurred ?? null, says, sources: first?.citations.slice(0, 1) ?? [] }
  return [joint, ...acts.filter((act) => !together.includes(act)).map((act) => actStep(act, setOff))]
}

/** The same act as two sources tell it is one step, with the sources of both. */
const joined = (steps: readonly Step[]): readonly Step[] => {
  const byWords = new Map<string, Step>()
  const alone: Step[] = []
  for (const step of steps) {
    if (typeof step.says !== 'string') {
      alone.push(step)
      continue
    }
    const key = `${step.date ?? ''} ${step.says}`
    const before = byWords.get(key)
    byWords.set(key, {
      ...step,
      sources: [...(before?.sources ?? []), ...step.sources],
      corrections: [...(before?.corrections ?? []), ...(step.corrections ?? [])],
    })
  }
  return [...alone, ...byWords.values()]
}

const triggerDay = (acts: readonly Evidence[], triggers: ReadonlySet<string>): string | null | undefined =>
  acts.find(({ id }) => triggers.has(id))?.occurred

const conditionMet = 'With it the condition for entry into force was met.'

/** An act; of the one that met the treaty's own condition, that it did. */
const actStep = (
  { id, occurred, sentence, citations, corrections }: Evidence,
  setOff: ReadonlySet<string> = new Set(),
): Step => ({
  date: occurred,
  says: [withoutDate(sentence, occurred), ...(setOff.has(id) ? [conditionMet] : [])].join(' '),
  sources: citations,
  corrections,
})

/** A sentence that stands under its date need not say it again; other days are put in words. */
const withoutDate = (sentence: string, date: string | null): string => {
  const rest = date === null ? sentence : sentence.replace(` on ${date}`, '')
  return rest.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => dayWords(day))
}

const doubtOf = (date: string, latest: string | null): string => {
  if (latest === null) return ' at the earliest'
  return latest === date ? '' : `, or as late as ${dayWords(latest)}`
}

const derivedStep = ({ what, date, latest, rule, triggerDate }: Explained['dates'][number], known: Names): Step => {
  const arithmetic = `${dayWords(triggerDate)}, and ${withNames(rule, known)}`
  return {
    date,
    says: `${what === 'out' ? 'Out' : 'Bound'}${doubtOf(date, latest)}: ${arithmetic}.`,
    sources: [],
  }
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
