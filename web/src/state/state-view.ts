import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress, restate } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { laneLegend } from '../charts/lane-legend.ts'
import { lanePicture } from '../charts/lane-picture.ts'
import { bodyOf, v1 } from '../ask/v1.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { refused } from '../shell/refused.ts'
import { titled, type View } from '../shell/view.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { whyColumn } from '../why/why-column.ts'
import { dayNumber, dayOfNumber, today } from '../words/days.ts'
import { namedOn, nameOn } from '../words/names-then.ts'
import { absenceOfState } from './absence.ts'
import { aroundPart } from './around.ts'
import { companyOfSubject } from './company.ts'
import { identityLines, type Identity } from './identity.ts'
import { instrumentsPart } from './instruments.ts'
import { membershipsPart } from './memberships.ts'
import { practicePart } from './practice.ts'
import { rivalsPart } from './rivals.ts'
import { isNormSubject, type Shown, type Subject, type Timeline } from './shown.ts'
import { stateSentence } from './state-sentence.ts'
import { timeAxis } from './time-axis.ts'

/** One state: its instruments, memberships, what others did, practice and company, on one axis of time. */
export const stateView: View = (host, address) => {
  const article = el('article', { class: 'answer' })
  const column = el('aside', { class: 'why', 'aria-label': 'Why' })
  fill(host, article, column)
  void part(article)({
    what: 'what is known of it',
    load: () => loaded(address),
    refused: refused(address),
    show: (found) => laidOut(found, address, column),
  })
  void firstWords(article, address).catch(() => undefined)
}

/**
 * The name and the sentence come first: they are cheap, and all that a state did under two hundred treaties is not.
 * What fails here is said by the whole, which asks the same.
 */
const firstWords = async (article: HTMLElement, address: Address): Promise<void> => {
  const { identity, chosen } = await asked(address).early
  if (chosen === undefined || article.getAttribute('aria-busy') !== 'true') return
  const day = address.asOf ?? lastDayOf(identity)
  fill(
    article,
    el('h1', {}, namedOn(identity.id, day, identity.name)),
    ...identityLines(identity),
    el(
      'p',
      { class: 'sentence' },
      ...stateSentence([chosen], chosen, nameOn(identity.id, day, identity.name), day, absenceOfState(identity, day)),
    ),
  )
}

interface Found {
  readonly identity: Identity
  readonly timeline: Timeline
  readonly chosen: Subject | undefined
}

/** What is asked of a state: who it is and how it stood to what is chosen, and all that it did. */
const asked = ({ state = '', subject, asOf, ...rest }: Address) => {
  const query = clocksOf(rest)
  const onDay = { ...query, ...(asOf !== undefined && { asOf }) }
  const identity = bodyOf(v1.GET('/v1/state/{state}', { params: { path: { state }, query: onDay } }))
  const own =
    subject === undefined
      ? undefined
      : bodyOf(v1.GET('/v1/timeline/{state}/{subject}', { params: { path: { state, subject }, query } }))
  const early = Promise.all([identity, own]).then(([who, told]) => ({ identity: who, chosen: told?.subjects[0] }))
  return { early, all: () => bodyOf(v1.GET('/v1/timeline/{state}', { params: { path: { state }, query } })) }
}

/** What the state did under all instruments, and towards the chosen treaty or norm, whether it did anything or not. */
const loaded = async (address: Address): Promise<Found> => {
  const { early, all } = asked(address)
  const [{ identity, chosen: own }, timeline] = await Promise.all([early, all()])
  const chosen = timeline.subjects.find(({ subject }) => subject === own?.subject) ?? own
  return { identity, timeline, chosen }
}

const laidOut = ({ identity, timeline, chosen }: Found, address: Address, column: HTMLElement): readonly Child[] => {
  const last = dayNumber(today())
  const first = Math.min(dayNumber(address.asOf ?? lastDayOf(identity)), last)
  const axis = timeAxis(firstDay(timeline), last, first)
  const why = whyColumn(column)
  const { name } = identity
  const absence = (day: string) => absenceOfState(identity, day)
  const shown: Shown = { state: timeline.state, name, address, timeline, chosen, axis, why, absence }
  titled(name, ...(chosen === undefined ? [] : [chosen.shortTitle ?? chosen.name]))
  const [heading, sentence] = [el('h1', {}, name), el('p', { class: 'sentence' })]
  axis.hear((day) => {
    if (day !== first) restate({ asOf: dayOfNumber(day) })
    fill(heading, namedOn(shown.state, day, name))
    const on = dayOfNumber(day)
    const called = nameOn(shown.state, day, name)
    fill(sentence, ...stateSentence(timeline.subjects, chosen, called, on, absence(on)))
    if (chosen === undefined) why.invite(inviting)
    else tellWhy(shown, chosen, dayOfNumber(day))
  })
  // Asked for first: its company, which stands above it, takes longer to make, and would hold it up.
  const practice = practicePart(shown)
  const instruments = instrumentsPart(shown)
  return [
    heading,
    ...identityLines(identity),
    releaseNote([timeline], address),
    sentence,
    instruments,
    takenFrom(shown, sentence, instruments),
    membershipsPart(shown),
    rivalsPart(shown),
    aroundPart(shown),
    chosen !== undefined && companyOfSubject(shown, chosen),
    practice,
  ]
}

const inviting =
  'Choose an instrument to read why it stood so, or a point of the company it keeps to see what adds up to it.'

const tellWhy = ({ state, name, why }: Shown, chosen: Subject, day: string): void =>
  void why.tell({
    state,
    stateName: nameOn(state, day, name),
    subject: chosen.subject,
    title: chosen.shortTitle ?? chosen.name,
    isNorm: isNormSubject(chosen),
    day,
    ...clocksOf(currentAddress()),
  })

/** What is cited of the day that is looked at, in the words of the sentence. */
const takenFrom = ({ state, timeline, axis, chosen }: Shown, sentence: HTMLElement, figure: HTMLElement): HTMLElement =>
  takeAlong({
    name: state,
    cited: () => ({
      says: sentence.textContent ?? '',
      address: { ...currentAddress(), state, asOf: dayOfNumber(axis.day()) },
      answers: [timeline],
    }),
    tables: [{ path: () => `v1/timeline/${state}${searchOf(clocksOf(currentAddress()))}` }],
    picture: () => lanePicture(figure),
    about: () => ({ legend: laneLegend(figure, chosen !== undefined && isNormSubject(chosen)) }),
  })

/** Today; of a state that is no more its last day in any system. */
const lastDayOf = ({ spells }: Identity): string => {
  const ends = spells.map(({ to }) => to ?? today())
  return ends.toSorted().at(-1) ?? today()
}

/** A year before the first that is known of it, or of the system it lives in; no axis begins before 1816. */
const firstDay = ({ subjects }: Timeline): number => {
  const days = subjects.flatMap(({ spans }) => spans.flatMap(({ from }) => (from === null ? [] : [dayNumber(from)])))
  return Math.max(Math.min(...days, dayNumber('1945-01-01')) - 400, dayNumber('1816-01-01'))
}
