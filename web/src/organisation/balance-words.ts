import type { Answer } from '../ask/v1.ts'
import { actorInSentence, capitalized } from '../words/names.ts'
import { decimal } from './score-words.ts'

type Balance = Answer<'/v1/influence/{state}/{igo}'>['balance']

/** What the company of a member was made of, and whether it or the others came nearer. */
export const balanceSentence = (balance: Balance): readonly string[] => {
  const { name, years, own, received, pull, net, onOthers, onState } = balance
  const state = actorInSentence(name)
  if (years === 0 || own === null || received === null || pull === null)
    return [`In no year is ${state} rated beside other members.`]
  const effect = pull === 0 ? 'left the mean as it was' : `moved the mean by ${decimal(pull)}`
  const first =
    `In ${years} ${years === 1 ? 'year' : 'years'} with scores, ${state} scored ${decimal(own)} on average and the ` +
    `other members ${decimal(received)}; counting it in ${effect}.`
  if (net === null || onOthers === null || onState === null)
    return [
      capitalized(first),
      ' Whether the others came nearer to it, or it to them, cannot be told: too few years are rated.',
    ]
  return [capitalized(first), ` Over five years the others ${wayOf(onOthers, 'it')}, and it ${wayOf(onState, 'them')}.`]
}

/** A share of the distance that was covered; below 0 it grew. */
const wayOf = (share: number, whom: string): string => {
  const percent = `${decimal(Math.abs(share) * 100)}\u00a0%`
  return share < 0
    ? `moved away from ${whom} by ${percent} of the distance`
    : `covered ${percent} of the way to ${whom}`
}
