import { dayWords } from './days.ts'
import { actorInSentence, capitalized } from './names.ts'
import { absenceSentence, saysNothingDone, tooEarlySentence, type Absence, type Adoption } from './not-there.ts'
import { isNotCovered, labelOf, verbOf } from './statuses.ts'

/** As much of a status as a sentence tells. */
export interface Told {
  readonly status: string
  readonly since: string | null
  readonly spell: number
  readonly possible: readonly string[]
  readonly reason: string | null
  /** Where no state system had it on the day. */
  readonly absence?: Absence | undefined
  readonly adoption?: Adoption
  readonly coverage?: { readonly state: string; readonly through: string | null }
}

const past: Readonly<Record<string, string>> = {
  has: 'had',
  is: 'was',
  applies: 'applied',
  contests: 'contested',
  objects: 'objected',
  does: 'did',
}
const inPast = (verb: string): string =>
  verb.replaceAll(/\b(?:has|is|applies|contests|objects|does)\b/g, (word) => past[word] ?? word)

/**
 * A status as one sentence that can be quoted; where nothing was done since nothing could be, it says that. About a day
 * gone by (`on`) it is in the past, with that day: `On 1 May 2021, Türkiye was still bound by, and had given notice to
 * leave, the Istanbul Convention, since 22 March 2021.`
 */
export const sentenceOf = (told: Told, stateName: string, what: string, on?: string): string => {
  if (on !== undefined && saysNothingDone(told)) {
    const notThere = told.absence?.isOutside === true ? absenceSentence(stateName, on, told.absence) : undefined
    const tooEarly = told.adoption === undefined ? undefined : tooEarlySentence(what, on, told.adoption)
    if (notThere !== undefined || tooEarly !== undefined) return notThere ?? tooEarly ?? ''
  }
  const state = actorInSentence(stateName)
  const day = on === undefined ? undefined : dayWords(on)
  return capitalized(uncovered(told, state, what, day) ?? carried(told, state, what) ?? known(told, state, what, day))
}

const uncovered = (told: Told, state: string, what: string, day?: string): string | undefined =>
  isNotCovered(told)
    ? `Nothing is recorded of ${state} and ${what}${day === undefined ? '' : ` up to ${day}`}.`
    : undefined

/** That a state did nothing is only known up to where the sources reach. */
const carried = ({ status, coverage }: Told, state: string, what: string): string | undefined => {
  const verb = status === 'NONE' || status === 'NO_POSITION' ? verbOf(status) : undefined
  if (verb === undefined || coverage?.state !== 'carried' || coverage.through === null) return undefined
  return `${state} ${inPast(verb)} ${what} on ${dayWords(coverage.through)}.`
}

const known = (
  { status, since, spell, possible, coverage }: Told,
  state: string,
  what: string,
  day?: string,
): string => {
  const opening = day === undefined ? '' : `On ${day}, `
  const say = (words: string): string => (day === undefined ? words : inPast(words))
  const from = since === null ? '' : dayWords(since)
  if (status === 'EXTINCT')
    return (
      `${opening}${state} ${say('is')} no longer a state${from === '' ? '' : ` (since ${from})`}, ` +
      `and ${say('has')} no part in ${what}.`
    )
  const verb = verbOf(status)
  if (verb === undefined) return notKnown(possible, state, what, day)
  const again = spell > 1 ? ' again' : ''
  const forward = coverage?.state === 'carried' && coverage.through !== null ? dayWords(coverage.through) : ''
  const carriedOn = forward === '' ? '' : `; carried forward from ${forward}`
  return `${opening}${state} ${say(verb)} ${what}${again}${sinceWords(status, from, say)}${carriedOn}.`
}

/** Since when it is so; of a step that somebody took, on which day. */
const sinceWords = (status: string, from: string, say: (words: string) => string): string => {
  if (from === '') return ''
  if (status === 'EXITED') return ` on ${from}`
  if (status === 'EXIT_PENDING') return `, and ${say('has')} given notice to leave it on ${from}`
  return `, since ${from}`
}

const notKnown = (possible: readonly string[], state: string, what: string, day?: string): string => {
  const choices = possible.filter((one) => one !== 'UNKNOWN').map((one) => labelOf(one).toLowerCase())
  const which = choices.length === 0 ? '' : `: ${choices.join(' or ')}`
  const where = day === undefined ? `stands on ${what}` : `stood on ${what} on ${day}`
  return `It is not known where ${state} ${where}${which}.`
}
