import { clocksOf } from '../address/address.ts'
import { currentAddress, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, fill, freshId, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { actorInSentence } from '../words/names.ts'
import { balanceSentence } from './balance-words.ts'
import { decimal } from './score-words.ts'
import type { Scored } from './scored.ts'

type Influence = Answer<'/v1/influence/{state}/{igo}'>
type Balance = Influence['balance']

interface Span {
  readonly from: number
  readonly to: number
}

/** What a chosen member met in an organisation, and what the others met in it; asked for when it comes into sight. */
export const influencePart = (host: HTMLElement, scored: Scored, score: string, span: Span): void => {
  const { igo, member } = scored
  if (member === undefined || span.from > span.to) {
    fill(host, el('p', { class: 'note' }, 'No member to tell it of.'))
    return
  }
  const ask = (state: string): void =>
    void part(host)({
      what: 'who pulled',
      load: async () => {
        const query = { ...span, score, ...clocksOf(currentAddress()) }
        const [found, { yearsChart }] = await Promise.all([
          bodyOf(v1.GET('/v1/influence/{state}/{igo}', { params: { path: { state, igo }, query } })),
          import('../charts/years.ts'),
        ])
        return { found, yearsChart }
      },
      // Of somebody who is not rated nothing can be told: the first who is stands in, where nobody was chosen.
      show: ({ found, yearsChart }) => shown(found, yearsChart, host, ask),
    })
  ask(member)
}

const shown = (
  found: Influence,
  yearsChart: typeof import('../charts/years.ts').yearsChart,
  host: HTMLElement,
  ask: (state: string) => void,
): readonly Child[] => {
  const { balance, years, says, members } = found
  const rated = members.filter((one) => one.years > 0)
  if (balance.years === 0 && rated[0] !== undefined && currentAddress().why !== balance.state) {
    ask(rated[0].state)
    return []
  }
  const width = Math.max(Math.min(host.clientWidth, 760), 300)
  const lines = [
    {
      name: `Others, mean`,
      look: 'second' as const,
      values: years.map(({ year, meanOfOthers }) => ({ year, value: meanOfOthers })),
    },
    { name: balance.name, look: 'main' as const, values: years.map(({ year, own }) => ({ year, value: own })) },
  ]
  return [
    memberField(members, balance.state, ask),
    el('p', { class: 'sentence' }, ...balanceSentence(balance)),
    balance.years > 0 &&
      yearsChart({
        caption: `What ${actorInSentence(balance.name)} scored, and the mean of the other members that were rated.`,
        lines,
        width,
      }),
    ...says.map((words) => el('p', { class: 'note' }, words)),
    rated.length > 0 && balancesTable(rated, ask),
  ]
}

const memberField = (members: readonly Balance[], chosen: string, ask: (state: string) => void): HTMLElement => {
  const id = freshId('member')
  const field = el(
    'select',
    {
      id,
      onchange: () => {
        restate({ why: field.value })
        ask(field.value)
      },
    },
    ...members
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .map(({ state, name, years }) =>
        el('option', { value: state, selected: state === chosen }, years === 0 ? `${name} (not rated)` : name),
      ),
  )
  return el('p', { class: 'field no-embed' }, el('label', { for: id }, 'Member'), field)
}

const balancesTable = (rated: readonly Balance[], ask: (state: string) => void): HTMLElement =>
  el(
    'details',
    { class: 'more of-table' },
    el('summary', {}, 'All rated members as a table'),
    sortableTable(
      'Rated members: own score, mean of the others, and how far each came to the other in five years',
      [
        {
          title: 'Member',
          cell: ({ state, name }) => el('button', { type: 'button', class: 'link', onclick: () => ask(state) }, name),
          by: ({ name }) => name,
        },
        numberColumn('Years', ({ years }) => years),
        numberColumn('Own score', ({ own }) => own),
        numberColumn('Others', ({ received }) => received),
        numberColumn('Moves the mean by', ({ pull }) => pull),
        numberColumn('Others came to it, %', ({ onOthers }) => (onOthers === null ? null : onOthers * 100)),
        numberColumn('It came to them, %', ({ onState }) => (onState === null ? null : onState * 100)),
      ],
      rated,
    ),
  )

const numberColumn = (title: string, of: (balance: Balance) => number | null) => ({
  title,
  isNumber: true,
  cell: (balance: Balance): Child => {
    const value = of(balance)
    return value === null ? '–' : decimal(value)
  },
  by: (balance: Balance) => of(balance) ?? '',
})
