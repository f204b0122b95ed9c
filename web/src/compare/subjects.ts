import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import type { CurveLine } from '../charts/curve-line.ts'
import { lineEntry } from '../take/picture-legend.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { eachState, type SubjectHistory } from '../norm/history.ts'
import { historyOf } from '../norm/load-history.ts'
import { boundOf } from '../norm/sentence.ts'
import { timeLine } from '../norm/time-line.ts'
import { changedSince } from '../take/changed-since.ts'
import type { CitedAnswer } from '../take/cite.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { whyColumn } from '../why/why-column.ts'
import { dayElement, dayNumber, dayOfNumber, dayWords } from '../words/days.ts'
import { inSentence, systemInCount } from '../words/names.ts'
import { noSource } from '../words/no-source.ts'
import { bothBound, boundLine, type Side } from './bound.ts'
import type { Compared } from './compared.ts'
import { inviteWhy } from './invite-why.ts'
import { pairTable } from './pair-table.ts'

/** Two treaties or norms: the share of the same states that each binds, on one axis, and who stands where. */
export const comparedSubjects = ({ pair, address, column, body, onStop }: Compared): void =>
  void part(body)({
    what: 'every state’s status under both',
    load: () => Promise.all([historyOf(pair.a.id, address), historyOf(pair.b.id, address)]),
    show: ([a, b]) => {
      const shown = laidOut(sideOf(a), sideOf(b), column)
      onStop(shown.stop)
      return [releaseNote(answersOf(a, b), address), ...[a, b].map(changesOf(address)), ...shown.elements]
    },
  })

/** The answers that are shown, and of what each is. */
const answersOf = (...histories: readonly SubjectHistory[]): readonly CitedAnswer[] =>
  histories.map(({ answer: { releaseId, ordinal, shortTitle, title } }) => ({
    releaseId,
    ordinal,
    of: shortTitle ?? title,
  }))

/** What has changed since the moment of knowledge that is shown, of either, under its name. */
const changesOf =
  (address: Address) =>
  (history: SubjectHistory): Child => {
    const { subject, title, shortTitle } = history.answer
    return changedSince({ about: 'status', subject, each: eachState(history), of: shortTitle ?? title }, address)
  }

const sideOf = (history: SubjectHistory): Side => {
  const { title, shortTitle } = history.answer
  const name = shortTitle ?? title
  return { history, name, inSentence: inSentence(name, history.isNorm) }
}

const laidOut = (a: Side, b: Side, column: HTMLElement) => {
  const sentence = el('p', { class: 'sentence' })
  const [table, curve] = [el('div'), el('div', { class: 'curve-of' })]
  const why = whyColumn(column)
  let moveTo: ((day: number) => void) | undefined
  const tellWhy = (side: Side, state: string, day: number): void => {
    restate({ why: state })
    void why.tell({
      state,
      stateName: side.history.nameOn(state, day),
      subject: side.history.answer.subject,
      title: side.name,
      isNorm: side.history.isNorm,
      day: dayOfNumber(day),
      ...clocksOf(currentAddress()),
    })
  }
  const axis = timeLine({
    days: [a, b].flatMap(({ history }) => [...history.moved].flatMap(([day, count]) => Array<number>(count).fill(day))),
    departures: [...a.history.departures, ...b.history.departures],
    tell: (day) => [a, b].map((side) => countOf(side, day)).join('; '),
    repaint: (day) => {
      fill(sentence, ...pairSentence(a, b, day))
      moveTo?.(day)
    },
    settled: (day) =>
      fill(
        table,
        pairTable(a, b, day, (side, state) => tellWhy(side, state, day)),
      ),
  })
  axis.begin()
  const { why: chosen } = currentAddress()
  if (chosen === undefined) inviteWhy(column)
  else tellWhy(a, chosen, axis.now())
  const draw = async (): Promise<void> => {
    moveTo = await drawnCurve(curve, a, b)
    moveTo(axis.now())
  }
  // Once it has a width.
  requestAnimationFrame(() => void draw())
  const elements: readonly Child[] = [
    sentence,
    el('p', { class: 'note' }, reachOf(a), ' ', reachOf(b)),
    axis.element,
    el('h2', {}, 'How they spread'),
    curve,
    takenFrom(a, b, axis.now, sentence, curve),
    el('details', { class: 'more', open: true }, el('summary', {}, 'States on this date'), table),
  ]
  return { elements, stop: axis.stop }
}

const drawnCurve = async (host: HTMLElement, a: Side, b: Side): Promise<(day: number) => void> => {
  const { curve } = await import('../charts/curve.ts')
  const drawn = curve({
    caption: captionOf(a, b),
    lines: linesOf(a, b),
    flags: [],
    width: Math.max(Math.min(host.clientWidth, 760), 300),
  })
  fill(host, drawn.element)
  return drawn.moveTo
}

/** Of what nobody knows there is no line: one of noughts would say that nobody acted. */
const linesOf = (...sides: readonly Side[]): readonly CurveLine[] =>
  sides.flatMap(({ name, history }, place) =>
    history.isKnown ? [{ name, family: place === 0 ? 'force' : 'force dashed', points: boundLine(history) }] : [],
  )

const captionOf = (a: Side, b: Side): string => {
  const [one, other] = [a.history.answer, b.history.answer]
  const whose =
    one.system === other.system
      ? `the ${systemInCount(one, ' of the time')}`
      : 'the states of the time, as each is counted'
  return (
    `Share of ${whose} that was bound by ${a.inSentence} (solid) and by ${b.inSentence} (dashed). Who left counts no ` +
    'more; of whom nothing is known counts as not bound: the shares are least ones.'
  )
}

const verbOf = ({ history }: Side): string => (history.isNorm ? 'had taken on' : 'were bound by')

const countOf = (side: Side, day: number): string => {
  const counts = side.history.countsOn(day)
  const { count, isKnown } = boundOf(counts)
  const of = isKnown ? `${count} of ${counts.system}` : 'not known how many'
  return `${of} ${verbOf(side)} ${side.inSentence}`
}

const pairSentence = (a: Side, b: Side, day: number): readonly Child[] => {
  const said = [a, b].map((side, place): readonly Child[] => {
    const counts = side.history.countsOn(day)
    const { count, share, isKnown } = boundOf(counts)
    if (!isKnown) return [`it is not known how many ${verbOf(side)} ${side.inSentence}`]
    const whose = place === 0 ? ` of ${counts.system} ${systemInCount(side.history.answer)}` : ''
    return [el('strong', {}, `${count}${whose}`), `${share} ${verbOf(side)} ${side.inSentence}`]
  })
  const [first = [], second = []] = said
  return [
    'On ',
    dayElement(dayOfNumber(day)),
    ', ',
    ...first,
    ', and ',
    ...second,
    bothWords(a, b, day),
    ...carriedWords([a, b], day),
    '.',
  ]
}

/** From which day on what is said is carried forward, of each whose sources do not reach the day. */
const carriedWords = (sides: readonly Side[], day: number): readonly string[] => {
  const ends = sides.flatMap(({ inSentence: what, history: { answer } }) =>
    answer.knownThrough !== null && day > dayNumber(answer.knownThrough)
      ? [`${what} from ${dayWords(answer.knownThrough)}`]
      : [],
  )
  return ends.length === 0 ? [] : [`; carried forward, ${ends.join(' and ')}`]
}

/** How many are bound by both, at least so many where of some it is not known; nothing where of one side nothing is. */
const bothWords = (a: Side, b: Side, day: number): string => {
  const counts = [a, b].map(({ history }) => history.countsOn(day))
  if (counts.some((one) => !boundOf(one).isKnown)) return ''
  const atLeast = counts.some(({ of }) => of.unknown > 0) ? 'at least ' : ''
  const both = bothBound(a.history, b.history, day)
  const isOfNorms = a.history.isNorm && b.history.isNorm
  const wereBound = both === 1 ? 'was bound by both' : 'were bound by both'
  return `; ${atLeast}${both} ${isOfNorms ? 'had taken both on' : wereBound}`
}

const reachOf = ({ name, history }: Side): string => {
  const { knownThrough } = history.answer
  return knownThrough === null
    ? `${noSource(history.answer.sources)} says of ${name} that it holds every act under it.`
    : `${name}: known through ${dayWords(knownThrough)}, and carried forward from then.`
}

const takenFrom = (a: Side, b: Side, dayNow: () => number, sentence: HTMLElement, curve: HTMLElement): HTMLElement => {
  const [first, second] = [a, b].map(({ history }) => history.answer.subject)
  const asOf = (): string => dayOfNumber(dayNow())
  return takeAlong({
    name: `${first}-${second}`,
    cited: () => ({
      says: sentence.textContent ?? '',
      address: { ...currentAddress(), compare: `${first},${second}`, asOf: asOf() },
      answers: answersOf(a.history, b.history),
    }),
    tables: [a, b].map(({ name, history: { answer } }) => ({
      of: name,
      path: () => `v1/world/${answer.subject}${searchOf({ ...clocksOf(currentAddress()), asOf: asOf() })}`,
    })),
    picture: () => curve.querySelector<SVGSVGElement>('svg.plot'),
    about: () => ({ legend: linesOf(a, b).map(lineEntry), notes: [captionOf(a, b), `${reachOf(a)} ${reachOf(b)}`] }),
  })
}
