import { currentAddress, linkTo } from '../address/navigate.ts'
import { lanes, type Lane, type Tick } from '../charts/lanes.ts'
import { el } from '../elements/element.ts'
import { sortableTable } from '../elements/table.ts'
import { actWords } from '../words/acts.ts'
import { dayElement, dayOfNumber, dayWords, firstOf } from '../words/days.ts'
import { whenWords } from '../words/when.ts'
import { familyOf, labelOf } from '../words/statuses.ts'
import { fewOrAll } from './more.ts'
import { tellingFirst } from './subject-order.ts'
import type { Shown, Subject, Timeline } from './shown.ts'

/** So many instruments are shown before somebody asks for all. */
const few = 12

/** The instruments as lanes: the chosen one first; status as a bar, acts as ticks, reservations as notches. */
export const instrumentsPart = (shown: Shown): HTMLElement => {
  const { timeline, chosen, name, axis } = shown
  const subjects = tellingFirst(timeline.subjects, chosen)
  const figure = fewOrAll(subjects.length, few, (isAll) => {
    const drawn = lanes({
      caption: `What ${name} did under each instrument`,
      note: 'Dots are acts, notches reservations, filled dots exits. Choose a day on the axis, or an instrument.',
      from: axis.from,
      to: axis.to,
      lanes: lanesOf(timeline, isAll ? subjects : subjects.slice(0, few), chosen),
      pick: axis.moveTo,
    })
    axis.hear(drawn.moveTo)
    return drawn.element
  })
  return el('div', {}, figure, tableOf(shown, subjects))
}

const lanesOf = ({ events }: Timeline, subjects: readonly Subject[], chosen: Subject | undefined): readonly Lane[] => {
  const ticks = ticksByStream(events)
  return subjects.map((subject) => ({
    label: el(
      'a',
      { ...linkTo({ ...currentAddress(), subject: subject.subject }), title: subject.name },
      subject.shortTitle ?? subject.name,
    ),
    isChosen: subject === chosen,
    bars: subject.spans
      .filter(({ status }) => !['none', 'outside'].includes(familyOf(status)))
      .map(({ from, to, status }) => {
        const [since, until] = [
          from === null ? '' : ` from ${dayWords(from)}`,
          to === null ? '' : ` to ${dayWords(to)}`,
        ]
        return { from, to, wears: familyOf(status), says: `${labelOf(status)}${since}${until}` }
      }),
    ticks: ticks.get(`treaty-${subject.subject}`) ?? [],
  }))
}

const kindOf = (type: string): Tick['kind'] => {
  if (type.startsWith('Reservation')) return 'reservation'
  return type.includes('Withdrawal') && !type.startsWith('Reservation') ? 'exit' : 'act'
}

/** Ticks of every treaty, made in one pass; a day on which the same was recorded twice has one. */
export const ticksByStream = (events: Timeline['events']): ReadonlyMap<string, readonly Tick[]> => {
  const ticks = new Map<string, Map<string, Tick>>()
  for (const { date, type, stream, retracted } of events) {
    if (date === null || retracted !== null || !stream.startsWith('treaty-')) continue
    const own = ticks.get(stream) ?? new Map<string, Tick>()
    ticks.set(stream, own)
    own.set(`${type} ${date}`, {
      day: firstOf(date),
      kind: kindOf(type),
      says: `${actWords(type)}, ${whenWords(date)}`,
    })
  }
  return new Map([...ticks].map(([stream, own]) => [stream, [...own.values()]]))
}

/** Made for the day on which it is opened, and anew when the day moves while it is open. */
const tableOf = ({ axis, absence }: Shown, subjects: readonly Subject[]): HTMLElement => {
  const body = el('div')
  const element = el('details', { class: 'more of-table' }, el('summary', {}, 'Instruments as a table'), body)
  const draw = (): void => {
    const day = dayOfNumber(axis.day())
    if (element.open) body.replaceChildren(drawnTable(subjects, day, absence(day)?.isOutside === true))
  }
  element.addEventListener('toggle', draw)
  axis.hear(draw)
  return element
}

const drawnTable = (subjects: readonly Subject[], day: string, isOutside: boolean): HTMLElement => {
  const shown = ({ span }: { readonly span: ReturnType<typeof spanOn> }): readonly [string, string] => {
    const family = familyOf(span?.status ?? 'UNKNOWN')
    return isOutside && ['none', 'unknown'].includes(family)
      ? ['outside', 'Not in the state system then']
      : [family, labelOf(span?.status ?? 'UNKNOWN')]
  }
  return sortableTable(
    `Instruments on ${dayWords(day)}`,
    [
      {
        title: 'Instrument',
        cell: ({ subject, shortTitle, name }) =>
          el('a', { ...linkTo({ ...currentAddress(), subject }) }, shortTitle ?? name),
        by: ({ shortTitle, name }) => shortTitle ?? name,
      },
      {
        title: 'Status',
        cell: (row) => {
          const [family, label] = shown(row)
          return el('span', {}, el('span', { class: `swatch ${family}` }), label)
        },
        by: (row) => shown(row)[1],
      },
      {
        title: 'Since',
        cell: ({ span }) => (span === undefined || span.from === null ? '' : dayElement(span.from)),
        by: ({ span }) => span?.from ?? '',
      },
    ],
    subjects.map((subject) => ({ ...subject, span: spanOn(subject, day) })),
  )
}

/** The span of a subject that holds a day. */
export const spanOn = ({ spans }: Subject, day: string): Subject['spans'][number] | undefined =>
  spans.find(({ from, to }) => (from ?? '') <= day && (to === null || day < to))
