import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress, linkTo, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { laneLegend } from '../charts/lane-legend.ts'
import { lanePicture } from '../charts/lane-picture.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { timeLine } from '../norm/time-line.ts'
import { absenceOfState } from '../state/absence.ts'
import type { Identity } from '../state/identity.ts'
import { isNormSubject } from '../state/shown.ts'
import { changedSince } from '../take/changed-since.ts'
import type { CitedAnswer } from '../take/cite.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { whyColumn } from '../why/why-column.ts'
import { dayNumber, dayOfNumber, dayWords } from '../words/days.ts'
import { actorInSentence } from '../words/names.ts'
import { namedOn, nameOn } from '../words/names-then.ts'
import { familyOf } from '../words/statuses.ts'
import type { Compared } from './compared.ts'
import { dyadFacts } from './dyad-words.ts'
import { instrumentOf, sharedInstruments, shownSpans, type Instrument } from './instruments.ts'
import { inviteWhy } from './invite-why.ts'
import { instrumentLanes } from './instrument-lanes.ts'
import { instrumentTable } from './instrument-table.ts'
import type { One, Pair } from './pair.ts'
import { countWords, reachOn, sentencesOn, type ComparedActs } from './state-sentences.ts'

type Timeline = Answer<'/v1/timeline/{state}'>

interface Found extends ComparedActs {
  /** The answers that are shown, and of whom each is. */
  readonly answers: readonly CitedAnswer[]
}

/** Two states: how they stood to the treaties under which both acted, and what they have in common. */
export const comparedStates = ({ pair, address, column, body, onStop, call }: Compared): void =>
  void part(body)({
    what: 'what both did',
    load: () => foundOf(pair, address),
    show: (found) => {
      const shown = laidOut(found, column, call)
      onStop(shown.stop)
      return [releaseNote(found.answers, address), ...changesSince(found, address), ...shown.elements]
    },
  })

const foundOf = async ({ a, b }: Pair, address: Address): Promise<Found> => {
  const { subject } = address
  const [identities, all, own] = await Promise.all([
    Promise.all([identityOf(a.id, address), identityOf(b.id, address)]),
    Promise.all([a, b].map(({ id }) => timelineOf(id, address))),
    subject === undefined ? [] : Promise.all([a, b].map(({ id }) => underOf(id, subject, address))),
  ])
  const [first, second] = all.map(({ subjects }) => subjects)
  const [one, other] = own.map(({ subjects }) => subjects[0])
  const chosen =
    one === undefined || other === undefined
      ? undefined
      : instrumentOf(one, other, isNormSubject(one) || isNormSubject(other))
  const shown = chosen === undefined ? all : own
  const answers = shown.map(({ releaseId, ordinal }, place) => ({ releaseId, ordinal, of: (place === 0 ? a : b).name }))
  const [ofA, ofB] = identities
  const absences = [(day: string) => absenceOfState(ofA, day), (day: string) => absenceOfState(ofB, day)] as const
  return { a, b, instruments: sharedInstruments(first ?? [], second ?? []), chosen, absences, answers }
}

const identityOf = (state: string, { asOf: _day, ...address }: Address): Promise<Identity> =>
  bodyOf(v1.GET('/v1/state/{state}', { params: { path: { state }, query: clocksOf(address) } }))

const timelineOf = (state: string, address: Address): Promise<Timeline> =>
  bodyOf(v1.GET('/v1/timeline/{state}', { params: { path: { state }, query: clocksOf(address) } }))

/** What a state did under the chosen treaty or norm, whether both acted under it or not. */
const underOf = (state: string, subject: string, address: Address): Promise<Timeline> =>
  bodyOf(v1.GET('/v1/timeline/{state}/{subject}', { params: { path: { state, subject }, query: clocksOf(address) } }))

/** What has changed of either since the moment of knowledge that is shown. */
const changesSince = ({ a, b, chosen, instruments }: Found, address: Address): readonly Child[] => {
  const titles = new Map(instruments.map(({ subject, title }) => [subject, title]))
  const each = {
    title: 'Treaty or norm',
    nameOf: ({ subject }: { readonly subject: string }): string => titles.get(subject) ?? chosen?.title ?? subject,
  }
  const asked = { about: 'status', each, ...(chosen !== undefined && { subject: chosen.subject }) } as const
  return [a, b].map((one) => changedSince({ ...asked, state: one.id, of: one.name }, address))
}

const laidOut = (found: Found, column: HTMLElement, call: Compared['call']) => {
  const { a, b, instruments, chosen } = found
  const shown = chosen === undefined ? instruments : [chosen, ...instruments.filter(isOther(chosen))]
  const drawn = chosen === undefined ? instruments : [chosen]
  const tellWhy = whyOf(column)
  const [sentence, reach] = [el('div', { class: 'sentences' }), el('div')]
  const [facts, table, pages] = [el('div'), el('div'), el('p', { class: 'note' })]
  let moveDrawn = (_day: number): void => {}
  const axis = timeLine({
    days: drawn.flatMap(changesOf),
    departures: drawn.flatMap(departuresOf),
    tell: (day) => countWords(found, dayOfNumber(day)),
    repaint: (day) => {
      call(namedOn(a.id, day, a.name), namedOn(b.id, day, b.name))
      fill(sentence, ...sentencesOn(found, dayOfNumber(day)))
      fill(reach, ...reachOn(found, dayOfNumber(day)))
      moveDrawn(day)
    },
    settled: (day) => {
      factsPart(facts, a, b, dayOfNumber(day))
      const tell = (one: One, instrument: Instrument): void => tellWhy(one, instrument, day)
      fill(table, instrumentTable(a, b, shown, dayOfNumber(day), tell))
      fill(pages, ...[a, b].flatMap((one, place) => pageLink(one, place, day)))
      const { why: asked } = currentAddress()
      if (chosen === undefined) inviteWhy(column)
      else tellWhy(asked === b.id ? b : a, chosen, day)
    },
  })
  const figure = instrumentLanes({ a, b, instruments: drawn, from: axis.first, to: axis.last, pick: axis.to })
  moveDrawn = figure.moveTo
  axis.begin()
  const elements: readonly Child[] = [
    sentence,
    reach,
    axis.element,
    el('h2', {}, chosen === undefined ? 'Treaties under which both acted' : chosen.title),
    figure.element,
    chosen !== undefined &&
      el('p', {}, el('a', linkTo({ ...currentAddress(), subject: undefined }), 'All treaties under which both acted')),
    takenFrom(found, axis.now, sentence, figure.element),
    el('details', { class: 'more', open: shown.length <= 20 }, el('summary', {}, 'On this date, as a table'), table),
    el('h2', {}, 'What they have in common'),
    facts,
    pages,
  ]
  return { elements, stop: axis.stop }
}

const whyOf = (column: HTMLElement) => {
  const why = whyColumn(column)
  return (one: One, { subject, title, isNorm }: Instrument, day: number): void => {
    restate({ why: one.id })
    const asked = { state: one.id, stateName: nameOn(one.id, day, one.name), subject, title, isNorm }
    void why.tell({ ...asked, day: dayOfNumber(day), ...clocksOf(currentAddress()) })
  }
}

const isOther =
  (chosen: Instrument) =>
  ({ subject }: Instrument): boolean =>
    subject !== chosen.subject

const changesOf = ({ spans }: Instrument): readonly number[] =>
  spans.flatMap((side) => shownSpans(side).flatMap(({ from }) => (from === null ? [] : [dayNumber(from)])))

const departuresOf = ({ spans }: Instrument): readonly number[] =>
  spans.flatMap((side) =>
    side.flatMap(({ from, status }) =>
      from !== null && ['leaving', 'left'].includes(familyOf(status)) ? [dayNumber(from)] : [],
    ),
  )

const factsPart = (host: HTMLElement, a: One, b: One, day: string): void =>
  void part(host)({
    what: 'what they have in common',
    load: () =>
      bodyOf(
        v1.GET('/v1/dyad/{a}/{b}', {
          params: { path: { a: a.id, b: b.id }, query: { asOf: day, ...clocksOf(currentAddress()) } },
        }),
      ),
    show: (dyad) => [
      el('p', { class: 'note' }, `On ${dayWords(day)}.`),
      el(
        'dl',
        { class: 'facts' },
        ...dyadFacts(dyad).flatMap(({ of, says }) => [el('dt', {}, of), el('dd', {}, says)]),
      ),
    ],
  })

const pageLink = ({ id, name }: One, place: number, day: number): readonly Child[] => [
  place > 0 && ' · ',
  el(
    'a',
    linkTo({ ...clocksOf(currentAddress()), state: id, asOf: dayOfNumber(day) }),
    `All that ${actorInSentence(nameOn(id, day, name))} did`,
  ),
]

const takenFrom = (
  { a, b, chosen, answers }: Found,
  dayNow: () => number,
  sentence: HTMLElement,
  figure: HTMLElement,
): HTMLElement => {
  const what = chosen === undefined ? 'all treaties' : chosen.title
  const under = chosen === undefined ? '' : `/${chosen.subject}`
  return takeAlong({
    name: `${a.id}-${b.id}`,
    cited: () => ({
      says: [...sentence.children].map(({ textContent }) => textContent).join(' '),
      address: { ...currentAddress(), compare: `${a.id},${b.id}`, asOf: dayOfNumber(dayNow()) },
      answers,
    }),
    tables: [a, b].map(({ id, name }) => ({
      of: `${name}, ${what}`,
      path: () => `v1/timeline/${id}${under}${searchOf(clocksOf(currentAddress()))}`,
    })),
    picture: () => lanePicture(figure),
    about: () => ({ legend: laneLegend(figure, chosen?.isNorm) }),
  })
}
