import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress, linkTo, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { lanes, type Lane, type Tick } from '../charts/lanes.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { titled, type View } from '../shell/shell.ts'
import { actWords } from '../words/acts.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { dayNumber, dayOfNumber, dayWords, today } from '../words/days.ts'
import { inSentence } from '../words/names.ts'
import { sentenceOf } from '../words/sentence.ts'
import { familyOf, labelOf } from '../words/statuses.ts'
import { whyColumn } from '../why/why-column.ts'
import { identityLine } from './identity.ts'

type Timeline = Answer<'/v1/timeline/{state}'>
type Subject = Timeline['subjects'][number]

/** One state: its instruments, memberships, what others did, practice and company, on one axis of time. */
export const stateView: View = (host, address) => {
  const state = address.state ?? ''
  const article = el('article', { class: 'answer' })
  const column = el('aside', { class: 'why', 'aria-label': 'Why' })
  fill(host, article, column)
  const query = clocksOf(address)
  void part(article)({
    what: 'what is known of it',
    load: async () => {
      const [identity, timeline] = await Promise.all([
        bodyOf(v1.GET('/v1/state/{state}', { params: { path: { state }, query } })),
        bodyOf(v1.GET('/v1/timeline/{state}', { params: { path: { state }, query } })),
      ])
      return { identity, timeline }
    },
    show: ({ identity, timeline }) => laidOut(identity, timeline, address, column),
  })
}

/** So many instruments are shown before somebody asks for all. */
const few = 12

const laidOut = (
  identity: Answer<'/v1/state/{state}'>,
  timeline: Timeline,
  address: Address,
  column: HTMLElement,
): readonly Child[] => {
  const last = dayNumber(today())
  let day = Math.min(address.asOf === undefined ? last : dayNumber(address.asOf), last)
  const why = whyColumn(column)
  const sentence = el('p', { class: 'sentence' })
  const chosen = timeline.subjects.find(({ subject }) => subject === address.subject)
  const name = nameOn(identity, dayOfNumber(day))
  titled(name, ...(chosen === undefined ? [] : [chosen.name]))
  const drawn = lanes({
    caption: `What ${name} did under each instrument`,
    from: firstDay(timeline),
    to: last,
    lanes: lanesOf(timeline, chosen),
    pick: (on) => to(on),
  })
  const tellWhy = ({ subject, name: title, shortTitle }: Subject, on: number): void =>
    void why.tell({
      state: timeline.state,
      stateName: name,
      subject,
      title: shortTitle ?? title,
      isNorm: false,
      day: dayOfNumber(on),
      ...clocksOf(currentAddress()),
    })
  const to = (on: number): void => {
    day = on
    drawn.moveTo(on)
    restate({ asOf: dayOfNumber(on) })
    fill(sentence, ...sentenceOn(timeline, chosen, name, dayOfNumber(on)))
    if (chosen === undefined) why.invite()
    else tellWhy(chosen, day)
  }
  drawn.moveTo(day)
  fill(sentence, ...sentenceOn(timeline, chosen, name, dayOfNumber(day)))
  if (chosen === undefined) why.invite()
  else tellWhy(chosen, day)
  return [
    el('h1', {}, name),
    identityLine(identity),
    releaseNote(timeline.releaseId, address),
    sentence,
    drawn.element,
    takenFrom(timeline, () => day, sentence),
  ]
}

const takenFrom = ({ state, releaseId, ordinal }: Timeline, dayNow: () => number, sentence: HTMLElement): HTMLElement =>
  takeAlong({
    name: state,
    cited: () => ({
      says: sentence.textContent ?? '',
      address: { ...currentAddress(), state, asOf: dayOfNumber(dayNow()) },
      releaseId,
      ordinal,
    }),
    data: () => `v1/timeline/${state}${searchOf(clocksOf(currentAddress()))}`,
  })

const nameOn = (identity: Answer<'/v1/state/{state}'>, _day: string): string => identity.name

const firstDay = ({ subjects }: Timeline): number => {
  const days = subjects.flatMap(({ spans }) => spans.flatMap(({ from }) => (from === null ? [] : [dayNumber(from)])))
  return Math.min(...days, dayNumber(today()) - 365) - 400
}

const barWords = (status: string, from: string | null, to: string | null): string =>
  [labelOf(status), from === null ? '' : `from ${dayWords(from)}`, to === null ? '' : `to ${dayWords(to)}`]
    .filter((word) => word !== '')
    .join(' ')

const lanesOf = ({ subjects, events }: Timeline, chosen: Subject | undefined): readonly Lane[] => {
  const shown = subjects.toSorted((a, b) => Number(b === chosen) - Number(a === chosen)).slice(0, few)
  return shown.map((subject) => ({
    label: el(
      'a',
      { ...linkTo({ ...currentAddress(), subject: subject.subject }) },
      subject.shortTitle ?? subject.name,
    ),
    isChosen: subject === chosen,
    bars: subject.spans
      .filter(({ status }) => !['none', 'outside'].includes(familyOf(status)))
      .map(({ from, to, status }) => ({
        from,
        to,
        wears: familyOf(status),
        says: barWords(status, from, to),
      })),
    ticks: ticksOf(events, subject.subject),
  }))
}

const kindOf = (type: string): Tick['kind'] => {
  if (type.startsWith('Reservation')) return 'reservation'
  return type.includes('Withdrawal') ? 'exit' : 'act'
}

const ticksOf = (events: Timeline['events'], subject: string): readonly Tick[] =>
  events.flatMap(({ date, type, stream }) => {
    if (date === null || stream !== `treaty-${subject}`) return []
    return [{ day: date.slice(0, 10), kind: kindOf(type), says: `${actWords(type)}, ${dayWords(date)}` }]
  })

const sentenceOn = (
  { subjects }: Timeline,
  chosen: Subject | undefined,
  name: string,
  day: string,
): readonly Child[] => {
  if (chosen !== undefined) {
    const span = chosen.spans.find(({ from, to }) => (from ?? '') <= day && (to === null || day < to))
    if (span === undefined) return []
    return [sentenceOf({ ...span, since: span.from }, name, inSentence(chosen.shortTitle ?? chosen.name, false), day)]
  }
  const bound = subjects.filter(({ spans }) =>
    spans.some(
      ({ from, to, status }) =>
        (from ?? '') <= day && (to === null || day < to) && ['force', 'leaving'].includes(familyOf(status)),
    ),
  )
  return [
    `On ${dayWords(day)}, ${name} was bound by ${bound.length} of the ${subjects.length} treaties under which it ` +
      'acted.',
  ]
}
