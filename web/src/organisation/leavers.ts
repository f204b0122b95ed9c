import { clocksOf } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { boundWords, kindWords } from '../state/membership-lanes.ts'
import { today } from '../words/days.ts'
import { capitalized } from '../words/names.ts'
import { namedOn, nameOn } from '../words/names-then.ts'
import { leaversOf, type Leaver, type Member } from './members.ts'

/** What it was called when it left. */
export const nameOf = ({ member: { state, name }, row: { to } }: Leaver): string => nameOn(state, to ?? today(), name)
const nameBesideOf = ({ member: { state, name }, row: { to } }: Leaver): string => namedOn(state, to ?? today(), name)

export const leaversTable = (members: readonly Member[], why: (leaver: Leaver) => void): Child => {
  const leavers = leaversOf(members)
  if (leavers.length === 0) return el('p', {}, 'Nobody left it, as far as this log knows.')
  return sortableTable(
    'Who ceased to belong to it',
    [
      {
        title: 'Member',
        cell: (leaver) =>
          el('a', linkTo({ ...clocksOf(currentAddress()), state: leaver.member.state }), nameBesideOf(leaver)),
        by: nameOf,
      },
      { title: 'As', cell: ({ row }) => capitalized(kindWords(row.kind)), by: ({ row }) => row.kind },
      { title: 'Since', cell: ({ row }) => boundWords(row.since), by: ({ row }) => row.since },
      { title: 'Out from', cell: ({ row }) => boundWords(row.until ?? ''), by: ({ row }) => row.to ?? '' },
      { title: 'Later', cell: ({ isBack }) => (isBack ? 'a member again' : '') },
      {
        title: 'Why',
        cell: (leaver) => {
          const label = `Why ${nameOf(leaver)} left`
          return el('button', { type: 'button', class: 'link', 'aria-label': label, onclick: () => why(leaver) }, 'Why')
        },
      },
    ],
    leavers,
  )
}
