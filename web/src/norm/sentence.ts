import { el, type Child } from '../elements/element.ts'
import { dayElement, dayNumber, dayOfNumber, dayWords } from '../words/days.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { capitalized, systemInCount } from '../words/names.ts'
import type { Counts, SubjectHistory } from './history.ts'

export const percent = (share: number): string => `${Math.round(share * 100)}\u00a0%`

/** Who is bound on a day, as far as is known: those of the rest may be, too. */
export const boundOf = ({ of, system }: Counts) => {
  const bound = of.force + of.leaving
  const atLeast = of.unknown > 0 ? 'at least ' : ''
  const share = system === 0 ? '' : ` (${atLeast}${percent(bound / system)})`
  return { count: `${atLeast}${bound}`, share, isKnown: system === 0 || of.unknown < system }
}

/** How many are bound on a day, and of how many: what the sentence, the slider and the picture say alike. */
export const boundOn = (history: SubjectHistory, day: number): string => {
  if (isTooEarly(history, day)) return history.isNorm ? 'no treaty carried it yet' : 'it did not exist yet'
  const counts = history.countsOn(day)
  const { count, share, isKnown } = boundOf(counts)
  const whose = systemInCount(history.answer)
  return isKnown ? `${count} of ${counts.system} ${whose}${share}` : `not known of any of the ${whose}`
}

/**
 * The date, the count, the denominator, the share, and what happened: the sentence that gets quoted. `what` is the
 * treaty or norm as a sentence has it. Where nothing tells of some, the count is a least one, and where of none, there
 * is none; behind the day that the sources reach it says that it is carried forward.
 */
export const subjectSentence = (history: SubjectHistory, day: number, what: string): readonly Child[] => {
  const counts = history.countsOn(day)
  const { count, share, isKnown } = boundOf(counts)
  const whose = systemInCount(history.answer)
  const { adopted } = history.answer
  if (isTooEarly(history, day))
    return [
      history.isNorm
        ? `No treaty that carries ${what} was there yet on `
        : `${capitalized(what)} did not exist yet on `,
      dayOf(day),
      history.isNorm ? ': the first was concluded on ' : ': it was concluded on ',
      linkToDay(adopted),
      '.',
    ]
  if (!isKnown) return [`Of none of the ${whose} is it known whether it had acted under ${what} by `, dayOf(day), '.']
  return [
    'On ',
    dayOf(day),
    ', ',
    el('strong', {}, `${count} of ${counts.system} ${whose}`),
    `${share} ${history.isNorm ? 'had taken on' : 'were bound by'} ${what}`,
    ...others(counts, history.isNorm),
    ...carried(history, day),
    '.',
  ]
}

/** Whether a day lies before what is acted under was concluded, as far as the log says when that was. */
const isTooEarly = ({ answer: { adopted } }: SubjectHistory, day: number): boolean =>
  adopted !== null && day < dayNumber(adopted)

/** A day that leads there. */
const linkToDay = (day: string | null): Child =>
  day !== null && el('a', linkTo({ ...currentAddress(), asOf: day }), dayElement(day))

const dayOf = (day: number): HTMLElement => dayElement(dayOfNumber(day))

const carried = ({ answer: { knownThrough } }: SubjectHistory, day: number): readonly string[] =>
  knownThrough !== null && day > dayNumber(knownThrough) ? [`; carried forward from ${dayWords(knownThrough)}`] : []

const others = ({ of, boundOutside }: Counts, isNorm: boolean): readonly string[] => {
  const { signed, consented, leaving, left, against, unknown } = of
  const said = [
    signed > 0 && `${signed} more had ${isNorm ? 'signed or endorsed' : 'signed'}`,
    consented > 0 && `${consented} had consented and ${consented === 1 ? 'was' : 'were'} not bound yet`,
    leaving > 0 && `${leaving} of the bound had given notice to leave`,
    left > 0 && `${left} had left`,
    against > 0 && `${against} ${isNorm ? 'spoke against it' : 'had taken a signature back'}`,
    boundOutside > 0 && `${boundOutside} more outside that list ${isNorm ? 'had taken it on' : 'were bound'}, too`,
    unknown > 0 && `of ${unknown} it is not known`,
  ].filter((one) => one !== false)
  return said.length === 0 ? [] : [`; ${said.join('; ')}`]
}
