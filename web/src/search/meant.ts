import type { Address } from '../address/address.ts'
import { dayWords } from '../words/days.ts'
import { actorInSentence, capitalized, inSentence } from '../words/names.ts'
import type { Entry, Found } from './find.ts'

/** Where somebody goes who means this. */
export const addressOf = ({ states, subject, organisation, day }: Found): Address => {
  const [state, other] = states
  const on = day === undefined ? {} : { asOf: day }
  if (state !== undefined && other !== undefined) return { compare: `${state.id},${other.id}`, ...on }
  if (organisation !== undefined) return { organisation: organisation.id, ...on }
  return {
    ...(state !== undefined && { state: state.id }),
    ...(subject !== undefined && { subject: subject.id }),
    ...on,
  }
}

const kinds: Readonly<Record<Entry['kind'], string>> = {
  state: 'State or other actor',
  treaty: 'Treaty',
  norm: 'Norm',
  organisation: 'Organisation',
}

/** What is meant, in words, and of which kind it is. */
export const meantWords = ({ states, subject, organisation, day }: Found): readonly [string, string] => {
  const on = day === undefined ? '' : `, on ${dayWords(day)}`
  const [state, other] = states
  if (state !== undefined && other !== undefined)
    return [`${state.name} and ${actorInSentence(other.name)}${on}`, 'Side by side']
  if (state !== undefined && subject !== undefined)
    return [`${state.name} and ${inSentence(subject.name, subject.kind === 'norm')}${on}`, 'A state under it']
  const one = subject ?? state ?? organisation
  return one === undefined ? ['', ''] : [capitalized(`${one.name}${on}`), kinds[one.kind]]
}
