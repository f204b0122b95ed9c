import { el, type Child } from '../elements/element.ts'
import { dayElement, dayOfNumber } from '../words/days.ts'
import { systemInCount } from '../words/names.ts'
import type { SubjectHistory } from './history.ts'

export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`

/** How many are bound on a day, and of how many: what the sentence, the slider and the picture say alike. */
export const boundOn = (history: SubjectHistory, day: number): string => {
  const { of, system } = history.countsOn(day)
  const bound = of.force + of.leaving
  const share = system === 0 ? '' : ` (${percent(bound / system)})`
  return `${bound} of ${system} ${systemInCount(history.answer.system)}${share}`
}

/**
 * The date, the count, the denominator, the share, and what happened: the sentence that gets quoted. `what` is the
 * treaty or norm as a sentence has it.
 */
export const subjectSentence = (history: SubjectHistory, day: number, what: string): readonly Child[] => {
  const { of, system, boundOutside } = history.countsOn(day)
  const bound = of.force + of.leaving
  const verb = history.isNorm ? 'had taken on' : 'were bound by'
  const share = system === 0 ? '' : ` (${percent(bound / system)})`
  return [
    'On ',
    dayElement(dayOfNumber(day)),
    ', ',
    el('strong', {}, `${bound} of ${system} ${systemInCount(history.answer.system)}`),
    `${share} ${verb} ${what}`,
    ...others({ ...of, boundOutside }, history.isNorm),
    '.',
  ]
}

const others = (of: Readonly<Record<string, number>>, isNorm: boolean): readonly string[] => {
  const { signed = 0, consented = 0, leaving = 0, left = 0, against = 0, unknown = 0, boundOutside = 0 } = of
  const said = [
    signed > 0 && `${signed} more had ${isNorm ? 'signed or endorsed' : 'signed'}`,
    consented > 0 && `${consented} had consented and ${consented === 1 ? 'was' : 'were'} not bound yet`,
    leaving > 0 && `${leaving} of the bound had given notice to leave`,
    left > 0 && `${left} had left`,
    against > 0 && `${against} ${isNorm ? 'spoke against it' : 'had taken a signature back'}`,
    boundOutside > 0 && `${boundOutside} more outside that list were bound, too`,
    unknown > 0 && `of ${unknown} it is not known`,
  ].filter((one) => one !== false)
  return said.length === 0 ? [] : [`; ${said.join('; ')}`]
}
