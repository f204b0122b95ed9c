import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress, linkTo, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { lanePicture } from '../charts/lane-picture.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { timeLine } from '../norm/time-line.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { whyColumn } from '../why/why-column.ts'
import { dayElement, dayNumber, dayOfNumber, dayWords } from '../words/days.ts'
import { actorInSentence, inSentence } from '../words/names.ts'
import { nameOn } from '../words/names-then.ts'
import { sentenceOf } from '../words/sentence.ts'
import { familyOf } from '../words/statuses.ts'
import type { Compared } from './compared.ts'
import { dyadFacts } from './dyad-words.ts'
import { boundCounts, sharedInstruments, shownSpans, spanOn, type Instrument } from './instruments.ts'
import { inviteWhy } from './invite-why.ts'
import { instrumentLanes } from './instrument-lanes.ts'
import { instrumentTable } from './instrument-table.ts'
import type { One, Pair } from './pair.ts'

type Timeline = Answer<'/v1/timeline/{state}'>

interface Found {
  readonly instruments: readonly Instrument[]
  /** The one that the address names. */
  readonly chosen: Instrument | undefined
  readonly releaseId: string
  readonly ordinal: number
}

/** Two states: how they stood to the treaties under which both acted, and what they have in common. */
export const comparedStates = ({ pair, address, column, body, onStop }: Compared): void =>
  void part(body)({
    what: 'what both did',
    load: () => foundOf(pair, address),
    show: (found) => {
      const shown = laidOut(pair, found, column)
      onStop(shown.stop)
      return [releaseNote(found.releaseId, address), ...shown.elements]
    },
  })

const foundOf = async ({ a, b }: Pair, address: Address): Promise<Found> => {
  const [first, second, chosen] = await Promise.all([
    timelineOf(a.id, address),
    timelineOf(b.id, address),
    address.subject === undefined ? undefined : chosenOf(a.id, b.id, address.subject, address),
  ])
  const { releaseId, ordinal } = first
  return { instruments: sharedInstruments(first.subjects, second.subjects), chosen, releaseId, ordinal }
}

const timelineOf = (state: string, address: Address): Promise<Timeline> =>
  bodyOf(v1.GET('/v1/timeline/{state}', { params: { path: { state }, query: clocksOf(address) } }))

/** The chosen treaty or norm, whether both acted under it or not. */
const chosenOf = async (a: string, b: string, subject: string, address: Address): Promise<Instrument> => {
  const [first, second] = await Promise.all(
    [a, b].map((state) =>
      bodyOf(
        v1.GET('/v1/spells/status/{subject}', {
          params: { path: { subject }, query: { state, ...clocksOf(address) } },
        }),
      ),
    ),
  )
  const { title = subject, shortTitle = null, kind = 'treaty' } = first ?? {}
  return {
    subject,
    title: shortTitle ?? title,
    isNorm: kind === 'norm',
    isSpokenOf: shortTitle !== null,
    spans: [first?.states[0]?.spans ?? [], second?.states[0]?.spans ?? []],
  }
}

const laidOut = ({ a, b }: Pair, found: Found, column: HTMLElement) => {
  const { instruments, chosen } = found
  const shown = chosen === undefined ? instruments : [chosen, ...instruments.filter(isOther(chosen))]
  const drawn = chosen === undefined ? instruments : [chosen]
  const why = whyColumn(column)
  const tellWhy = (one: One, { subject, title, isNorm }: Instrument, day: number): void => {
    restate({ why: one.id })
    const asked = {
      state: one.id,
      stateName: nameOn(one.id, day, one.name),
      subject,
      title,
      isNorm,
      day: dayOfNumber(day),
    }
    void why.tell({ ...asked, ...clocksOf(currentAddress()) })
  }
  const [sentence, facts, table] = [el('div', { class: 'sentences' }), el('div'), el('div')]
  let moveDrawn = (_day: number): void => {}
  const axis = timeLine({
    days: drawn.flatMap(changesOf),
    departures: drawn.flatMap(departuresOf),
    tell: (day) => countWords(a, b, instruments, dayOfNumber(day)),
    repaint: (day) => {
      fill(sentence, ...sentencesOn(a, b, found, dayOfNumber(day)))
      moveDrawn(day)
    },
    settled: (day) => {
      factsPart(facts, a, b, dayOfNumber(day))
      const tell = (one: One, instrument: Instrument): void => tellWhy(one, instrument, day)
      fill(table, instrumentTable(a, b, shown, dayOfNumber(day), tell))
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
    axis.element,
    el('h2', {}, chosen === undefined ? 'Treaties under which both acted' : chosen.title),
    figure.element,
    chosen !== undefined &&
      el('p', {}, el('a', linkTo({ ...currentAddress(), subject: undefined }), 'All treaties under which both acted')),
    takenFrom([a, b], found, axis.now, sentence, figure.element),
    el('details', { class: 'more', open: shown.length <= 20 }, el('summary', {}, 'On this date, as a table'), table),
    el('h2', {}, 'What they have in common'),
    facts,
    el('p', { class: 'note' }, ...[a, b].flatMap(pageLink)),
  ]
  return { elements, stop: axis.stop }
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

const countWords = (a: One, b: One, instruments: readonly Instrument[], day: string): string => {
  const counts = boundCounts(instruments, day)
  const [first, second] = [a, b].map(({ id, name }) => actorInSentence(nameOn(id, day, name)))
  return (
    `of the ${instruments.length} treaties under which both acted, ${first} was bound by ` +
    `${counts.a} and ${second} by ${counts.b}; ${counts.both} bound both`
  )
}

const sentencesOn = (a: One, b: One, { chosen, instruments }: Found, day: string): readonly Child[] => {
  if (chosen === undefined) {
    const words =
      instruments.length === 0 ? 'no treaty is on record under which both acted' : countWords(a, b, instruments, day)
    return [el('p', { class: 'sentence' }, 'On ', dayElement(day), `, ${words}.`)]
  }
  const what = inSentence(chosen.title, chosen.isNorm)
  return [a, b].map((one, place) => {
    const span = spanOn(chosen.spans[place as 0 | 1], day)
    const name = nameOn(one.id, day, one.name)
    const words =
      span === undefined
        ? `Nothing is recorded of ${actorInSentence(name)} and ${what} on ${dayWords(day)}.`
        : sentenceOf({ ...span, since: span.from }, name, what, day)
    return el('p', { class: 'sentence' }, words)
  })
}

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

const pageLink = ({ id, name }: One, place: number): readonly Child[] => [
  place > 0 && ' · ',
  el('a', linkTo({ ...clocksOf(currentAddress()), state: id }), `All that ${actorInSentence(name)} did`),
]

const takenFrom = (
  [a, b]: readonly [One, One],
  { releaseId, ordinal }: Found,
  dayNow: () => number,
  sentence: HTMLElement,
  figure: HTMLElement,
): HTMLElement => {
  const asOf = (): string => dayOfNumber(dayNow())
  return takeAlong({
    name: `${a.id}-${b.id}`,
    cited: () => ({
      says: [...sentence.children].map(({ textContent }) => textContent).join(' '),
      address: { ...currentAddress(), compare: `${a.id},${b.id}`, asOf: asOf() },
      releaseId,
      ordinal,
    }),
    data: () => `v1/timeline/${a.id}${searchOf(clocksOf(currentAddress()))}`,
    picture: () => lanePicture(figure),
  })
}
