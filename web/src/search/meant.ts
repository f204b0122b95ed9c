import type { Address } from '../address/address.ts'
import { dayWords } from '../words/days.ts'
import { actorInSentence, capitalized, inSentence } from '../words/names.ts'
import type { Found } from './find.ts'
import type { Entry, Kind } from './name-index.ts'

const addressOfOne = ({ kind, id }: Entry): Address => {
  if (kind === 'state') return { state: id }
  if (kind === 'organisation') return { organisation: id }
  // A score is of states: the widest organisation shows most of them.
  return kind === 'score' ? { organisation: 'un', score: id } : { subject: id }
}

/** Where somebody goes who means this. */
export const addressOf = ({ things, day }: Found): Address => {
  const [one, other] = things
  const on = day === undefined ? {} : { asOf: day }
  if (other === undefined) return { ...addressOfOne(one), ...on }
  if (other.kind === 'score') return { ...addressOfOne(one), score: other.id, ...on }
  const isUnder = one.kind === 'state' && other.kind !== 'state'
  return { ...(isUnder ? { state: one.id, subject: other.id } : { compare: `${one.id},${other.id}` }), ...on }
}

/** What groups of the list are called. */
const groups: Readonly<Record<Kind, string>> = {
  norm: 'Norms',
  treaty: 'Treaties',
  state: 'States and other actors',
  organisation: 'Organisations',
  score: 'Scores',
}

/** In which group of the list something stands. */
export const groupOf = ({ things: [one, other] }: Found): string => {
  if (other === undefined) return groups[one.kind]
  return one.kind === 'state' && other.kind !== 'state' ? 'Together' : 'Side by side'
}

const named = ({ kind, name }: Entry): string => {
  if (kind === 'state' || kind === 'organisation') return actorInSentence(name)
  return kind === 'score' ? `the score ${name}` : inSentence(name, kind === 'norm')
}

/** What is meant, in words. */
export const meantWords = ({ things: [one, other], day, isOfExits }: Found): string => {
  const on = day === undefined ? '' : `, on ${dayWords(day)}`
  if (other !== undefined) return `${capitalized(named(one))} and ${named(other)}${on}`
  const asksWhoLeft = isOfExits && (one.kind === 'treaty' || one.kind === 'norm')
  return `${asksWhoLeft ? `Who left ${named(one)}` : capitalized(one.name)}${on}`
}
