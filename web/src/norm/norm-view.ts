import { clocksOf, type Address } from '../address/address.ts'
import { currentAddress, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { el, fill } from '../elements/element.ts'
import { worldMap } from '../map/world-map.ts'
import { titled, type View } from '../shell/shell.ts'
import { dayNumber, dayOfNumber, dayWords, today } from '../words/days.ts'
import { capitalized, inSentence } from '../words/names.ts'
import { sentenceOf } from '../words/sentence.ts'
import { whyColumn } from '../why/why-column.ts'
import { adoptionCurve } from './adoption-curve.ts'
import { heartbeat } from './heartbeat.ts'
import { historyOf, type SubjectHistory } from './history.ts'
import { ledger } from './ledger.ts'
import { legend } from './legend.ts'
import { boundOn, subjectSentence } from './sentence.ts'
import { statesTable } from './states-table.ts'

/** How a treaty or norm spread: a sentence, the map, time as what happened, the curve, and why a state stood so. */
export const normView: View = (host, address) => {
  const subject = address.subject ?? ''
  let stop: (() => void) | undefined
  const article = el('article', { class: 'answer' })
  const column = el('aside', { class: 'why', 'aria-label': 'Why' })
  fill(host, article, column)
  void part(article)({
    what: 'every state’s status',
    load: () => historyOf(subject, address),
    show: (history) => {
      const shown = laidOut(history, address, column)
      stop = shown.stop
      // Once it has a width.
      requestAnimationFrame(() => void shown.begin())
      return shown.elements
    },
  })
  return () => stop?.()
}

const laidOut = (history: SubjectHistory, address: Address, column: HTMLElement) => {
  const { title: long, shortTitle } = history.answer
  const title = shortTitle ?? long
  titled(title)
  const what = inSentence(title, history.isNorm)
  const last = dayNumber(today())
  const first = Math.min((history.changes[0] ?? last) - 200, last - 365)
  const start = Math.min(address.asOf === undefined ? last : dayNumber(address.asOf), last)
  const why = whyColumn(column)
  const sentence = el('p', { class: 'sentence' })
  const reach = el('p', { class: 'note' })
  const key = legend(history.isNorm)
  const table = el('div')
  let selected = address.why
  let day = start

  const select = (state: string): void => {
    selected = state
    restate({ why: state })
    map.select(state)
    void why.tell({
      state,
      stateName: history.states.get(state)?.name ?? state,
      subject: history.answer.subject,
      title,
      isNorm: history.isNorm,
      day: dayOfNumber(day),
      ...clocksOf(currentAddress()),
    })
  }
  const map = worldMap({
    familyOn: (state, on) => history.familyOn(state, on),
    isInSystem: (state, on) => history.states.has(state) && history.isInSystem(state, on),
    nameOf: (state) => history.states.get(state)?.name ?? state,
    tell: (state, on) => toldOf(history, state, on, what),
    select,
  })
  const beats = heartbeat({
    changes: history.changes,
    moved: history.moved,
    first,
    last,
    tell: (on) => boundOn(history, on),
    move: (on) => to(on, true),
  })
  const curve = adoptionCurve(history, address)
  const repaint = (): void => {
    fill(sentence, ...subjectSentence(history, day, what))
    fill(reach, reachOf(history, day))
    key.show(history.countsOn(day))
    map.show(
      day,
      capitalized(`${boundOn(history, day)} were bound on ${dayWords(dayOfNumber(day))}; the table below says which.`),
    )
    curve.show(day)
  }
  let settling: ReturnType<typeof setTimeout> | undefined
  const to = (on: number, isMoving: boolean): void => {
    day = on
    repaint()
    clearTimeout(settling)
    // What is not the picture follows when the slider rests: the address, the table, and why.
    settling = setTimeout(() => settled(), isMoving ? 250 : 0)
  }
  const settled = (): void => {
    restate({ asOf: dayOfNumber(day) })
    fill(table, statesTable(history, day, select))
    if (selected !== undefined) select(selected)
    else why.invite()
  }
  beats.show(day)
  repaint()
  fill(table, statesTable(history, day, select))
  if (selected === undefined) why.invite()
  else select(selected)
  const elements = [
    el('h1', {}, title),
    shortTitle !== null && el('p', { class: 'subtitle' }, long),
    sentence,
    reach,
    el('figure', { class: 'map-figure' }, map.element, el('figcaption', {}, key.element, borders())),
    beats.element,
    el('h2', {}, 'How it spread'),
    curve.element,
    el('details', { class: 'more' }, el('summary', {}, 'States on this date'), table),
    ledger(history.answer.subject, history.isNorm, address),
  ]
  return {
    elements,
    begin: curve.begin,
    stop: () => {
      beats.stop()
      clearTimeout(settling)
    },
  }
}

const borders = () =>
  el(
    'p',
    { class: 'note' },
    'Borders: ',
    el('a', { href: 'https://www.naturalearthdata.com/', rel: 'noreferrer' }, 'Natural Earth'),
    ', those of today; they are no statement of normtrail. Former unions are outlined around their successors.',
  )

const toldOf = (history: SubjectHistory, state: string, day: number, what: string): string => {
  const name = history.states.get(state)?.name ?? state
  const span = history.spanOn(state, day)
  if (span === undefined) return name
  const { status, from, spell, possible, reason } = span
  return sentenceOf({ status, since: from, spell, possible, reason }, name, what, dayOfNumber(day))
}

/** How far the sources of this subject reach, beside the day that is looked at. */
const reachOf = ({ answer: { knownThrough } }: SubjectHistory, day: number): string => {
  if (knownThrough === null) return 'No source in this log says that it holds every act under it.'
  const end = dayWords(knownThrough)
  if (day <= dayNumber(knownThrough)) return `Known through ${end}.`
  return `The sources reach to ${end}; from then on this is carried forward, with what later acts somebody recorded.`
}
