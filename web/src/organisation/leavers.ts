import { clocksOf } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { boundWords, kindWords, type Membership } from '../state/membership-lanes.ts'
import { isCutOff, type Member } from './members.ts'

interface Leaver {
  readonly member: Member
  readonly row: Membership
  /** Whether it belonged to it again, later. */
  readonly isBack: boolean
}

/** Who left, the latest first; whoever went on at once as a member of another kind did not. */
export const leaversOf = (members: readonly Member[]): readonly Leaver[] =>
  members
    .flatMap((member) =>
      member.rows.flatMap((row, place) => {
        const goesOn = member.rows.some(({ from }) => from !== null && from === row.to)
        if (row.to === null || isCutOff(row) || goesOn) return []
        return [{ member, row, isBack: place < member.rows.length - 1 }]
      }),
    )
    .toSorted((a, b) => (b.row.to ?? '').localeCompare(a.row.to ?? ''))

export const leaversTable = (members: readonly Member[], why: (leaver: Leaver) => void): Child => {
  const leavers = leaversOf(members)
  if (leavers.length === 0) return el('p', {}, 'Nobody left it, as far as this log knows.')
  return sortableTable(
    'Who ceased to belong to it',
    [
      {
        title: 'Member',
        cell: ({ member: { state, name } }) => el('a', linkTo({ ...clocksOf(currentAddress()), state }), name),
        by: ({ member: { name } }) => name,
      },
      { title: 'As', cell: ({ row }) => kindWords(row.kind), by: ({ row }) => row.kind },
      { title: 'Since', cell: ({ row }) => boundWords(row.since), by: ({ row }) => row.since },
      { title: 'Out from', cell: ({ row }) => boundWords(row.until ?? ''), by: ({ row }) => row.to ?? '' },
      { title: 'Later', cell: ({ isBack }) => (isBack ? 'a member again' : '') },
      {
        title: 'Why',
        cell: (leaver) => {
          const label = `Why ${leaver.member.name} left`
          return el('button', { type: 'button', class: 'link', 'aria-label': label, onclick: () => why(leaver) }, 'Why')
        },
      },
    ],
    leavers,
  )
}
