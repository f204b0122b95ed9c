import { counted } from '../question/output-fields.ts'
import { shortened } from '../../text/shorten.ts'
import { clocksText } from '../question/snapshot.ts'
import { policyText } from '../question/source-policy.ts'
import { knownText } from './known-acts.ts'
import type { SpiralAnswer } from './spiral-answer.ts'

type Answer = SpiralAnswer & { readonly asOf: string; readonly asKnownAt: string | null; readonly ordinal: number }
type Year = Answer['years'][number]
type Change = Answer['changes'][number]

const nameOf = ({ rules }: Answer, phase: string): string => {
  const rule = rules.find((one) => one.phase === phase)
  return rule === undefined ? phase : `${phase} ${rule.name}`
}

/** The years from a change to the day before the next one. */
const stretch = ({ changes, years }: Answer, index: number): string => {
  const from = changes[index]?.year ?? 0
  const to = (changes[index + 1]?.year ?? (years.at(-1)?.year ?? from) + 1) - 1
  return from === to ? String(from) : `${from}-${to}`
}

const words: Readonly<Record<Change['kind'], string>> = {
  start: '',
  advance: '',
  regress: ' (regress)',
  again: ' (again)',
  none: '',
  unknown: '',
}

const possibleText = (year: Year | undefined): string => {
  if (year === undefined) return ''
  return `: ${year.possible.length === 0 ? year.reasons.join(', ') : year.possible.join(' or ')}`
}

const changeText = (answer: Answer, change: Change, index: number): readonly string[] => {
  const year = answer.years.find((one) => one.year === change.year)
  const phase = `${nameOf(answer, change.to)}${change.to === 'UNKNOWN' ? possibleText(year) : ''}`
  const asRecorded = year?.asRecorded === true && change.to !== 'UNKNOWN' ? ', as far as recorded' : ''
  return [
    `  ${stretch(answer, index).padEnd(9)}  ${phase}${words[change.kind]}${asRecorded}`,
    `             ${shortened(change.says, 400)}`,
  ]
}

/** Which parts follow the sources that are named, where they are not the default ones. */
const whomText = ({ parameters }: Answer): readonly string[] =>
  policyText({ sources: String(parameters['sources']) }) === ''
    ? []
    : [`  these sources decide on consent to treaties alone; ${parameters['acts']}`]

/** The trajectory as stretches of years, each with what began it; then what is known, and by which rules. */
export const spiralText = (answer: Answer): string =>
  [
    `${answer.state} · spiral of ${answer.norm}, practice by ${answer.score} · ${clocksText(answer)}` +
      policyText({ sources: String(answer.parameters['sources']) }),
    `  window ${counted(Number(answer.parameters['window']), 'year')}, delta ${answer.parameters['delta']}, ` +
      `good practice: ${answer.parameters['good_practice']}, ${answer.parameters['sustained']} in a row`,
    ...whomText(answer),
    ...answer.changes.flatMap((change, index) => changeText(answer, change, index)),
    ...knownText(answer.known),
    `  practice is what ${answer.score} measures: whether that is practice of ${answer.norm}, whoever names it must ` +
      'know',
    '  phases are read off the record by rules of our own; they are no events, and one does not bring the next about',
  ].join('\n')
