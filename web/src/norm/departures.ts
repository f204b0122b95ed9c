import { clocksOf, type Address } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, type Child } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { dayElement, dayNumber, today } from '../words/days.ts'
import { namedOn } from '../words/names-then.ts'
import { noSource } from '../words/no-source.ts'
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
          el('p', { class: 'note' }, `${noSource(address.sources)} says that it holds every reservation to it.`),
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

/** A state by what it was called on the day of its act; of an act without a day, by its name of today. */
const stateLink = (history: SubjectHistory, { actor, day }: Act): HTMLElement =>
  el(
    'a',
    linkTo({ ...currentAddress(), state: actor, subject: history.answer.subject, why: undefined }),
    namedOn(actor, day ?? today(), history.states.get(actor)?.name),
  )

const nameThen = (history: SubjectHistory, { actor, day }: Act): string =>
  history.nameOn(actor, dayNumber(day ?? today()))

interface Act {
  readonly actor: string
  readonly day: string | null
}
const exitOf = ({ actor, notice, effect }: Exit): Act => ({ actor, day: notice ?? effect })
const reservationOf = ({ actor, made }: Reservation): Act => ({ actor, day: made?.earliest ?? null })

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
          {
            title: 'State',
            cell: (exit) => stateLink(history, exitOf(exit)),
            by: (exit) => nameThen(history, exitOf(exit)),
          },
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
      {
        title: 'State',
        cell: (made) => stateLink(history, reservationOf(made)),
        by: (made) => nameThen(history, reservationOf(made)),
      },
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
