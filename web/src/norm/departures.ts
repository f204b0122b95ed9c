import { clocksOf, type Address } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayElement } from '../words/days.ts'
import type { SubjectHistory } from './history.ts'

type Exit = Answer<'/v1/exits'>['rows'][number]
type Reservation = Answer<'/v1/reservations/{treaty}'>['reservations'][number]

/** Who left, or gave notice and took it back; and, of a treaty, who made reservations. Asked for when opened. */
export const departures = (history: SubjectHistory, address: Address): readonly HTMLElement[] => [
  whenOpened('Who left, or gave notice', (body) => {
    const { subject } = history.answer
    void part(body)({
      what: 'who left',
      load: () => bodyOf(v1.GET('/v1/exits', { params: { query: { ...clocksOf(address), subject } } })),
      show: ({ rows }) => exitsTable(rows, history),
    })
  }),
  ...(history.isNorm ? [] : [reservationsOf(history, address)]),
]

const reservationsOf = (history: SubjectHistory, address: Address): HTMLElement =>
  whenOpened('Reservations', (body) => {
    const treaty = history.answer.subject
    void part(body)({
      what: 'the reservations',
      load: () =>
        bodyOf(v1.GET('/v1/reservations/{treaty}', { params: { path: { treaty }, query: clocksOf(address) } })),
      show: ({ reservations, coverage }) => [
        reservations.length === 0 && el('p', {}, 'No reservation to it is recorded.'),
        coverage.state === 'none' &&
          el('p', { class: 'note' }, 'No source in this log says that it holds every reservation to it.'),
        reservations.length > 0 && reservationsTable(reservations, history),
      ],
    })
  })

const whenOpened = (title: string, open: (body: HTMLElement) => void): HTMLElement => {
  const body = el('div')
  const element = el('details', { class: 'more' }, el('summary', {}, title), body)
  element.addEventListener('toggle', () => element.open && open(body), { once: true })
  return element
}

const stateLink = (history: SubjectHistory, state: string): HTMLElement =>
  el(
    'a',
    linkTo({ ...currentAddress(), state, subject: history.answer.subject, why: undefined }),
    history.states.get(state)?.name ?? state,
  )

const dayOr = (day: string | null, otherwise: string): Child => (day === null ? otherwise : dayElement(day))

const madeOn = (made: Reservation['made']): Child => {
  const day = made?.earliest ?? null
  if (day === null) return 'no day recorded'
  return made?.latest === day ? dayElement(day) : el('span', {}, 'from ', dayElement(day), ' on, or later')
}

const exitsTable = (rows: readonly Exit[], history: SubjectHistory): HTMLElement =>
  rows.length === 0
    ? el('p', {}, 'Nobody left it or gave notice, as far as this log knows.')
    : sortableTable(
        'Notices of leaving',
        [
          { title: 'State', cell: ({ actor }) => stateLink(history, actor), by: ({ actor }) => actor },
          { title: 'Notice', cell: ({ notice }) => dayOr(notice, 'none recorded'), by: ({ notice }) => notice ?? '' },
          {
            title: 'With effect from',
            cell: ({ effect, revoked }) => (revoked === null ? dayOr(effect, 'not known') : 'taken back'),
            by: ({ effect }) => effect ?? '',
          },
          { title: 'Taken back', cell: ({ revoked }) => dayOr(revoked, ''), by: ({ revoked }) => revoked ?? '' },
          { title: 'Remark', cell: ({ ineffective }) => (ineffective ? 'without effect' : '') },
        ],
        rows,
      )

const reservationsTable = (rows: readonly Reservation[], history: SubjectHistory): HTMLElement =>
  sortableTable(
    'Reservations',
    [
      { title: 'State', cell: ({ actor }) => stateLink(history, actor), by: ({ actor }) => actor },
      {
        title: 'To',
        cell: ({ provisions }) => provisions.join(', ') || 'the whole',
        by: ({ provisions }) => provisions.join(),
      },
      { title: 'Made', cell: ({ made }) => madeOn(made), by: ({ made }) => made?.earliest ?? '' },
      { title: 'Withdrawn', cell: ({ withdrawn }) => dayOr(withdrawn, ''), by: ({ withdrawn }) => withdrawn ?? '' },
    ],
    rows,
  )
