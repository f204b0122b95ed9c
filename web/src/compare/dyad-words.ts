import type { Answer } from '../ask/v1.ts'
import { currentAddress } from '../address/navigate.ts'
import { dayWords } from '../words/days.ts'
import { actorInSentence, capitalized } from '../words/names.ts'
import { noSource } from '../words/no-source.ts'

type Dyad = Answer<'/v1/dyad/{a}/{b}'>

/** A fact about two states: what it is of, and what is known of it. */
export interface Fact {
  readonly of: string
  readonly says: string
}

/** What two states have in common on a day, in words; what nobody tells is said to be untold, never denied. */
export const dyadFacts = (dyad: Dyad): readonly Fact[] => [
  { of: 'Organisations', says: organisations(dyad.sharedIgos) },
  { of: 'Border', says: tieWords(dyad.contiguity, borders, 'They share none.') },
  { of: 'Alliance', says: tieWords(dyad.alliances, alliances, 'None.') },
  { of: 'Official language', says: sharedWords(dyad.languages, dyad.languages.shared, 'They share none.') },
  { of: 'Sub-region', says: sharedWords(dyad.region, dyad.region.shared, 'They are in different ones.') },
  { of: 'Ruled both', says: rulers(dyad.metropole) },
  { of: 'Capabilities', says: capabilities(dyad) },
]

const untold: Readonly<Record<string, string>> = {
  'not-recorded': 'tells',
  'not-covered': 'reaches that day',
}
const untoldWords = (reason: string | null): string => {
  const does = untold[reason ?? '']
  return does === undefined ? 'It is not known.' : `${noSource(currentAddress().sources)} ${does}.`
}

const organisations = ({ organisations: found, count, min, max, coverage }: Dyad['sharedIgos']): string => {
  const names = found.map(({ name, certainty }) => (certainty === 'possible' ? `${name} (possibly)` : name)).join(', ')
  if (found.length === 0) return count === 0 ? 'Both are full members of none.' : untoldWords('not-covered')
  const through = coverage.through === null ? '' : ` The sources reach to ${dayWords(coverage.through)}.`
  if (count === null) return `At least ${min}: ${names}.${coverage.state === 'covered' ? '' : through}`
  return `${min === max || max === null ? count : `${min} to ${max}`}: ${names}.`
}

interface Answered {
  readonly answer: string
  readonly reason: string | null
}

const borders: Readonly<Record<string, string>> = {
  land: 'by land or a river',
  'land-or-river': 'by land or a river',
  '1': 'by land or a river',
  '2': 'across 12 miles of water at most',
  '3': 'across 24 miles of water at most',
  '4': 'across 150 miles of water at most',
  '5': 'across 400 miles of water at most',
}
const alliances: Readonly<Record<string, string>> = {
  defense: 'defence pact',
  defence: 'defence pact',
  neutrality: 'neutrality pact',
  nonaggression: 'non-aggression pact',
  entente: 'entente',
}

const tieWords = (
  found: Answered & { readonly ties: Dyad['contiguity']['ties'] },
  words: Readonly<Record<string, string>>,
  none: string,
): string => {
  if (found.answer === 'unknown') return untoldWords(found.reason)
  if (found.ties.length === 0) return found.answer === 'no' ? none : untoldWords(found.reason)
  const ties = found.ties.map(({ type, since, certainty }) => {
    const what = type === null ? 'yes' : (words[type] ?? type.replaceAll('-', ' '))
    const from = since === null ? '' : ` since ${since.split('/').map(dayWords).join(' or ')}`
    return `${what}${from}${certainty === 'possible' ? ' (possibly)' : ''}`
  })
  return capitalized(`${ties.join('; ')}.`)
}

const sharedWords = (
  { answer, reason }: Answered,
  shared: readonly { readonly label: string; readonly certainty: string }[],
  none: string,
): string => {
  if (answer === 'unknown') return untoldWords(reason)
  if (shared.length === 0) return none
  const labels = shared.map(({ label, certainty }) => (certainty === 'possible' ? `${label} (possibly)` : label))
  return `${labels.join(', ')}.`
}

const rulers = ({ answer, reason, shared }: Dyad['metropole']): string => {
  if (answer === 'unknown') return untoldWords(reason)
  return shared.length === 0 ? 'Nobody, up to that day.' : `${shared.map(({ name }) => name).join(', ')}.`
}

const capabilities = ({ capabilities: { a, b, ratio, reason }, a: first, b: second }: Dyad): string => {
  if (a.value === null || b.value === null || ratio === null) return untoldWords(reason)
  const [larger, smaller] = a.value >= b.value ? [first, second] : [second, first]
  const times = Math.round(ratio * 10) / 10
  return times === 1
    ? 'Alike (Correlates of War index of capabilities).'
    : capitalized(
        `${actorInSentence(larger.name)} had ${times} times those of ${actorInSentence(smaller.name)} ` +
          '(Correlates of War index).',
      )
}
