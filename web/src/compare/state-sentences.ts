import { currentAddress } from '../address/navigate.ts'
import { el, type Child } from '../elements/element.ts'
import { coverageWords } from '../words/coverage.ts'
import { dayElement, dayWords } from '../words/days.ts'
import { actorInSentence, inSentence } from '../words/names.ts'
import { nameOn } from '../words/names-then.ts'
import type { Absence } from '../words/not-there.ts'
import { sentenceOf, type Told } from '../words/sentence.ts'
import { boundCounts, spanOn, type Instrument, type StatusSpan } from './instruments.ts'
import type { One } from './pair.ts'
import { carriedForward, reachOfAll, throughWords } from './reach.ts'

/** What is compared of two states: a chosen treaty or norm, or all treaties under which both acted. */
export interface ComparedActs {
  readonly a: One
  readonly b: One
  readonly instruments: readonly Instrument[]
  readonly chosen: Instrument | undefined
  /** That either was in no state system on a day; undefined where one had it. */
  readonly absences: readonly [(day: string) => Absence | undefined, (day: string) => Absence | undefined]
}

/** How many treaties bound either and both on a day, in words that follow a day. */
export const countWords = ({ a, b, instruments }: ComparedActs, day: string): string => {
  const counts = boundCounts(instruments, day)
  const [first, second] = [a, b].map(({ id, name }) => actorInSentence(nameOn(id, day, name)))
  return (
    `of the ${instruments.length} treaties under which both acted, ${first} was bound by ` +
    `${counts.a} and ${second} by ${counts.b}; ${counts.both === 0 ? 'none' : counts.both} bound both`
  )
}

/** How both stood on a day: to what is chosen, a sentence each; else by how many treaties they were bound. */
export const sentencesOn = (compared: ComparedActs, day: string): readonly Child[] => {
  const { instruments, chosen } = compared
  if (chosen !== undefined) return ([0, 1] as const).map((place) => sentenceOn(compared, chosen, place, day))
  const words =
    instruments.length === 0
      ? 'no treaty is on record under which both acted'
      : `${countWords(compared, day)}${carriedForward(reachOfAll(instruments, day))}`
  return [el('p', { class: 'sentence' }, 'On ', dayElement(day), `, ${words}.`)]
}

const sentenceOn = ({ a, b, absences }: ComparedActs, chosen: Instrument, place: 0 | 1, day: string): HTMLElement => {
  const one = [a, b][place] as One
  const what = inSentence(chosen.title, chosen.isNorm)
  const span = spanOn(chosen.spans[place], day)
  const coverage = spanOn(chosen.coverage[place], day)
  const name = nameOn(one.id, day, one.name)
  const told = (held: StatusSpan): Told => ({
    ...held,
    since: held.from,
    absence: absences[place](day),
    adoption: { adopted: chosen.adopted, isNorm: chosen.isNorm },
    ...(coverage !== undefined && { coverage }),
  })
  const words =
    span === undefined
      ? `Nothing is recorded of ${actorInSentence(name)} and ${what} on ${dayWords(day)}.`
      : sentenceOf(told(span), name, what, day)
  return el('p', { class: 'sentence' }, words)
}

/** Data through which day, beneath: of either under what is chosen, or of all treaties together. */
export const reachOn = ({ a, b, instruments, chosen }: ComparedActs, day: string): readonly Child[] => {
  if (chosen === undefined)
    return [el('p', { class: 'note' }, throughWords(reachOfAll(instruments, day), currentAddress().sources))]
  return [a, b].map((one, place) => {
    const coverage = spanOn(chosen.coverage[place as 0 | 1], day)
    const status = spanOn(chosen.spans[place as 0 | 1], day)?.status ?? 'UNKNOWN'
    const words = coverage === undefined ? [] : coverageWords(coverage, status, currentAddress().sources)
    return el('p', { class: 'note' }, `${nameOn(one.id, day, one.name)}: `, ...words)
  })
}
