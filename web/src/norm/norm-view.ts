import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress, linkTo, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { refused } from '../shell/refused.ts'
import { titled, type View } from '../shell/view.ts'
import { changedSince } from '../take/changed-since.ts'
import type { Cited } from '../take/cite.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { dayNumber, dayOfNumber, dayWords, today } from '../words/days.ts'
import { believesAll, inSentence } from '../words/names.ts'
import { noSource } from '../words/no-source.ts'
import { adoptionCurve } from './adoption-curve.ts'
import { heartbeat } from './heartbeat.ts'
import { eachState, type SubjectHistory } from './history.ts'
import { historyOf } from './load-history.ts'
import { departures } from './departures.ts'
import { instrumentLedger } from './ledger.ts'
import { mapFigure } from './map-figure.ts'
import { regions } from './regions.ts'
import { selection } from './selection.ts'
import { boundOn, subjectSentence } from './sentence.ts'
import { spreadOf, type Spread } from './spread.ts'
import { statesTable } from './states-table.ts'

/** How a treaty or norm spread: a sentence, the map, time as what happened, the curve, and why a state stood so. */
export const normView: View = (host, address) => {
  const subject = address.subject ?? ''
  let stop: (() => void) | undefined
  const article = el('article', { class: 'answer' })
  const column = el('aside', { class: 'why', 'aria-label': 'Why', tabindex: -1 })
  fill(host, article, column)
  void part(article)({
    what: 'every state’s status',
    load: () => historyOf(subject, address),
    refused: refused(address),
    show: (history) => {
      const shown = laidOut(history, address, column)
      stop = shown.stop
      return shown.elements
    },
  })
  return () => stop?.()
}

/** After so many milliseconds of rest what is not the picture follows the slider: the address, the table, and why. */
const rest = 250

const laidOut = (history: SubjectHistory, address: Address, column: HTMLElement) => {
  const { title: long, shortTitle } = history.answer
  const title = shortTitle ?? long
  titled(title)
  const last = dayNumber(today())
  const parts = partsOf(history, address, column, title)
  let day = Math.min(address.asOf === undefined ? last : dayNumber(address.asOf), last)
  let settling: ReturnType<typeof setTimeout> | undefined
  const beats = heartbeat({
    changes: history.changes,
    moved: history.moved,
    departures: history.departures,
    first: Math.min((history.changes[0] ?? last) - 200, last - 365),
    last,
    tell: (on) => boundOn(history, on),
    move: (on) => {
      day = on
      parts.repaint(day)
      clearTimeout(settling)
      settling = setTimeout(() => {
        restate({ asOf: dayOfNumber(day) })
        parts.settled(day)
      }, rest)
    },
  })
  beats.show(day)
  parts.repaint(day)
  parts.settled(day)
  const stop = (): void => {
    beats.stop()
    clearTimeout(settling)
  }
  const elements: readonly Child[] = [
    el('h1', {}, title),
    shortTitle !== null && el('p', { class: 'subtitle' }, long),
    releaseNote([history.answer], address),
    changedSince({ about: 'status', subject: history.answer.subject, each: eachState(history) }, address),
    parts.sentence,
    parts.reach,
    parts.figure,
    history.isKnown ? beats.element : nothingKnown(history.answer.sources),
    takenFrom(history, () => day, parts),
    ...(history.isKnown ? inTime(history, () => day, parts) : []),
    el('details', { class: 'more' }, el('summary', {}, 'States on this date'), parts.table),
    ...departures(history, address),
    instrumentLedger(history, address),
  ]
  return { elements, stop }
}

const inTime = (history: SubjectHistory, dayNow: () => number, parts: Parts): readonly Child[] => [
  el('h2', {}, 'How it spread'),
  parts.curve,
  curveTaken(history, dayNow, parts),
  el('h2', {}, 'By region'),
  parts.regions,
]

/** What there is to do where nothing is recorded: no curve of noughts says that nobody acted. */
const nothingKnown = (sources: string): HTMLElement => {
  if (!believesAll(sources))
    return el(
      'p',
      { class: 'rule' },
      'Of no state of today do the chosen sources tell an act under it, nor that there was none. ',
      'Others may: choose them above.',
    )
  return el(
    'p',
    { class: 'rule' },
    'Of no state of today is an act under it recorded here, and no source says that there was none. ',
    el('code', {}, 'normtrail import --help'),
    ' tells which lists can be brought in; single acts can be ',
    el('a', linkTo({ log: '' }), 'appended to the log'),
    '.',
  )
}

/** What of the view follows the day: at once what is the picture (`repaint`), the rest when it stands (`settled`). */
const partsOf = (history: SubjectHistory, address: Address, column: HTMLElement, title: string) => {
  const what = inSentence(title, history.isNorm)
  const [sentence, reach, table] = [el('p', { class: 'sentence' }), el('p', { class: 'note' }), el('div')]
  let now = 0
  const select = (state: string): void => {
    figure.select(state)
    figure.announce()
    chosen.tell(state, now)
  }
  const seeWhy = (): void => {
    column.scrollIntoView({ block: 'start' })
    column.focus({ preventScroll: true })
  }
  // Whoever asks far from the map is taken there, on a narrow page.
  const selectInTable = (state: string): void => {
    select(state)
    if (matchMedia('(width <= 1000px)').matches) column.scrollIntoView({ block: 'start' })
  }
  const figure = mapFigure(history, what, { select, seeWhy })
  const chosen = selection({ history, title, column, first: address.why })
  let asked: Promise<Spread> | undefined
  const spread = (): Promise<Spread> => (asked ??= spreadOf(history.answer.subject, address))
  const curve = adoptionCurve(history, spread)
  const byRegion = history.isKnown ? regions(spread) : undefined
  // Once it has a width.
  if (history.isKnown) requestAnimationFrame(() => void curve.begin())
  const repaint = (day: number): void => {
    now = day
    fill(sentence, ...subjectSentence(history, day, what))
    fill(reach, reachOf(history, day))
    figure.show(day)
    curve.show(day)
    byRegion?.show(day)
  }
  const settled = (day: number): void => {
    fill(table, statesTable(history, day, selectInTable))
    byRegion?.settled(day)
    figure.select(chosen.settled(day))
  }
  return {
    sentence,
    reach,
    table,
    figure: figure.element,
    picture: figure.picture,
    about: figure.about,
    curve: curve.element,
    curvePicture: curve.picture,
    curveAbout: curve.about,
    regions: byRegion?.element,
    repaint,
    settled,
  }
}

type Parts = ReturnType<typeof partsOf>

/** What is cited of a day, in the words of the sentence. */
const citedOn = ({ answer }: SubjectHistory, day: number, { sentence }: Pick<Parts, 'sentence'>): Cited => ({
  says: sentence.textContent ?? '',
  address: { ...currentAddress(), subject: answer.subject, asOf: dayOfNumber(day) },
  answers: [answer],
})

const takenFrom = (history: SubjectHistory, dayNow: () => number, parts: Parts): HTMLElement => {
  const { subject, shortTitle, title } = history.answer
  const query = (): string => searchOf({ ...clocksOf(currentAddress()), asOf: dayOfNumber(dayNow()) })
  return takeAlong({
    name: subject,
    cited: () => citedOn(history, dayNow(), parts),
    tables: [{ path: () => `v1/world/${subject}${query()}` }],
    picture: parts.picture,
    about: () => ({ title: shortTitle ?? title, ...parts.about(dayNow()) }),
  })
}

/** The curve for itself: its table is how every state stood over time, of which it counts every day. */
const curveTaken = (history: SubjectHistory, dayNow: () => number, parts: Parts): HTMLElement => {
  const { subject, shortTitle, title, system } = history.answer
  return takeAlong({
    called: 'Take the curve along',
    name: `${subject}-spread`,
    cited: () => citedOn(history, dayNow(), parts),
    tables: [
      {
        path: () =>
          `v1/spells/status/${subject}${searchOf({ ...clocksOf(currentAddress()), system: system ?? undefined })}`,
      },
    ],
    picture: parts.curvePicture,
    about: () => ({ title: `${shortTitle ?? title}: how it spread`, ...parts.curveAbout() }),
  })
}

/** How far the sources of this subject reach, beside the day that is looked at. */
const reachOf = ({ answer: { knownThrough, sources } }: SubjectHistory, day: number): string => {
  if (knownThrough === null) return `${noSource(sources)} says that it holds every act under it.`
  const end = dayWords(knownThrough)
  if (day <= dayNumber(knownThrough)) return `Known through ${end}.`
  return `The sources reach to ${end}; from then on this is carried forward, with what later acts somebody recorded.`
}
