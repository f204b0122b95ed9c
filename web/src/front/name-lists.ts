import type { Address } from '../address/address.ts'
import { linkTo } from '../address/navigate.ts'
import type { Names } from '../ask/names.ts'
import { el } from '../elements/element.ts'

interface Listed {
  readonly name: string
  readonly address: Address
}

/** So many names of a kind are shown before somebody asks for all. */
const few = 12

const byName = (a: Listed, b: Listed): number => a.name.localeCompare(b.name, 'en')

/** The names that one may look around in: norms, treaties, organisations, each a column; states below them. */
export const nameLists = ({ norms, treaties, organisations, states }: Names): readonly HTMLElement[] => [
  el(
    'div',
    { class: 'lists' },
    column('Norms', norms.map(({ id, name }) => ({ name, address: { subject: id } })).toSorted(byName)),
    column('Treaties', [
      ...treatiesOf(treaties.filter(({ shortTitle }) => shortTitle !== null)),
      ...treatiesOf(treaties.filter(({ shortTitle }) => shortTitle === null)),
    ]),
    column('Organisations, the largest first', organisationsOf(organisations)),
  ),
  el(
    'details',
    { class: 'all-states' },
    el('summary', {}, `${states.length} states and other actors`),
    links(states.map(({ id, name }) => ({ name, address: { state: id } })).toSorted(byName)),
  ),
]

/** By what they are spoken of as, where that is known. */
const treatiesOf = (treaties: Names['treaties']): readonly Listed[] =>
  treaties.map(({ id, name, shortTitle }) => ({ name: shortTitle ?? name, address: { subject: id } })).toSorted(byName)

const organisationsOf = (organisations: Names['organisations']): readonly Listed[] =>
  organisations
    .toSorted((a, b) => (b.fullMembers ?? -1) - (a.fullMembers ?? -1) || a.name.localeCompare(b.name, 'en'))
    .map(({ id, name }) => ({ name, address: { organisation: id } }))

const column = (title: string, listed: readonly Listed[]): HTMLElement => {
  const rest = listed.slice(few)
  return el(
    'section',
    {},
    el('h3', {}, title),
    links(listed.slice(0, few)),
    rest.length > 0 && el('details', {}, el('summary', {}, `${rest.length} more`), links(rest)),
  )
}

const links = (listed: readonly Listed[]): HTMLElement =>
  el('ul', {}, ...listed.map(({ name, address }) => el('li', {}, el('a', linkTo(address), name))))
