import type { Answer } from '../ask/v1.ts'
import { el } from '../elements/element.ts'
import { dayWords } from '../words/days.ts'

const schemes: Readonly<Record<string, string>> = { cow: 'COW', gw: 'Gleditsch-Ward', iso3: 'ISO' }
const systems: Readonly<Record<string, string>> = {
  un: 'member of the United Nations',
  cow: 'in the state system (Correlates of War)',
  gw: 'in the state system (Gleditsch and Ward)',
}

/** A state's codes, and since when a state system has it. */
export const identityLine = ({ codes, spells }: Answer<'/v1/state/{state}'>): HTMLElement => {
  const known = codes as Readonly<Record<string, string>>
  const said = [
    ...Object.entries(schemes).flatMap(([scheme, word]) =>
      known[scheme] === undefined ? [] : [`${word} ${known[scheme]}`],
    ),
    ...spells.slice(0, 3).flatMap(({ system, from, to }) => {
      const since = from === null ? '' : ` since ${dayWords(from)}`
      const until = to === null ? '' : `, until ${dayWords(to)}`
      return [`${systems[system] ?? system}${since}${until}`]
    }),
  ]
  return el('p', { class: 'subtitle' }, said.join(' · '))
}
