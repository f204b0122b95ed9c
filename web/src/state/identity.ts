import type { Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { fromWhenWords } from '../words/when.ts'
import { formerNames, otherNames } from './names-over-time.ts'

const schemes: Readonly<Record<string, string>> = { cow: 'COW', gw: 'Gleditsch-Ward', iso3: 'ISO' }
const systems: Readonly<Record<string, string>> = {
  un: 'member of the United Nations',
  cow: 'in the state system (Correlates of War)',
  gw: 'in the state system (Gleditsch and Ward)',
}

export type Identity = Answer<'/v1/state/{state}'>

const timeWords = ({ began, ended, certainty }: Identity['spells'][number]): string => {
  const since = began === null ? '' : ` ${fromWhenWords('since', began)}`
  const until = ended === null ? '' : `, ${fromWhenWords('until', ended)}`
  return `${certainty === 'certain' ? '' : ' possibly'}${since}${until}`
}

/** A state's codes, since when a state system has it, and what else it was called. */
export const identityLines = ({ codes, spells, names, name }: Identity): readonly Child[] => {
  const known = codes as Readonly<Record<string, string>>
  const said = [
    ...Object.entries(schemes).flatMap(([scheme, word]) =>
      known[scheme] === undefined ? [] : [`${word} ${known[scheme]}`],
    ),
    ...[...new Set(spells.map(({ system }) => system))].map((system) => {
      const times = spells.filter((spell) => spell.system === system).map(timeWords)
      return `${systems[system] ?? system}${times.join(', and again')}`
    }),
    ...formerNames(names, name),
  ]
  const others = otherNames(names, name)
  return [
    el('p', { class: 'subtitle' }, said.join(' · ')),
    others.length > 0 && el('p', { class: 'note' }, `Also known as ${others.slice(0, 6).join(', ')}.`),
  ]
}
