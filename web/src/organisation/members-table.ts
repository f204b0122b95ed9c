import { clocksOf } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import type { Answer } from '../ask/v1.ts'
import { el } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { boundWords, kindWords } from '../state/membership-lanes.ts'
import { capitalized } from '../words/names.ts'
import { namedOn } from '../words/names-then.ts'
import { dayWords } from '../words/days.ts'

export type MembersOn = Answer<'/v1/members/{igo}'>
export type MemberOn = MembersOn['members'][number]

/** The members on a day as a table that can be sorted; each leads to its page, and to why it stood so. */
export const membersTable = ({ members, asOf }: MembersOn, why: (member: MemberOn) => void): HTMLElement =>
  sortableTable(
    `Members on ${dayWords(asOf)}`,
    [
      {
        title: 'Member',
        cell: ({ state, name }) =>
          el('a', linkTo({ ...clocksOf(currentAddress()), state, asOf }), namedOn(state, asOf, name)),
        by: ({ name }) => name,
      },
      { title: 'As', cell: ({ kind }) => capitalized(kindWords(kind)), by: ({ kind }) => kind },
      { title: 'Since', cell: ({ since }) => boundWords(since), by: ({ since }) => since },
      { title: 'Remark', cell: remarkOf, by: remarkOf },
      {
        title: 'Why',
        cell: (member) =>
          el(
            'button',
            { type: 'button', class: 'link', 'aria-label': `Why ${member.name}`, onclick: () => why(member) },
            'Why',
          ),
      },
    ],
    members.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  )

const remarkOf = ({ certainty, suspended, exitPending }: MemberOn): string =>
  capitalized(
    [
      certainty === 'certain' ? '' : 'may have been one',
      suspended === null ? '' : `rights suspended: ${suspended === 'all' ? 'all' : suspended}`,
      exitPending === null ? '' : `gave notice of leaving, ${boundWords(exitPending)}`,
    ]
      .filter((word) => word !== '')
      .join('; '),
  )
