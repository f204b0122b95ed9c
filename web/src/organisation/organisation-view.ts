import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress } from '../address/navigate.ts'
import { names } from '../ask/names.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { timeLine } from '../norm/time-line.ts'
import { refused } from '../shell/refused.ts'
import { titled, type View } from '../shell/view.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { dayNumber, dayOfNumber, today, yearOf } from '../words/days.ts'
import { captionsOf, laneLegend } from '../charts/lane-legend.ts'
import { lanePicture } from '../charts/lane-picture.ts'
import { actorInSentence } from '../words/names.ts'
import { noSource } from '../words/no-source.ts'
import { identityLine } from './identity.ts'
import { leaversTable } from './leavers.ts'
import { membersFigure } from './members-figure.ts'
import { countsOn, leaversOf, membersOf, movesOf, type Member } from './members.ts'
import { membersOnDay } from './members-on-day.ts'
import { scoresSection } from './scores.ts'
import { counted, membersSentence } from './sentence.ts'

type Found = Answer<'/v1/organisation/{igo}'>
type Spells = Answer<'/v1/spells/memberships'>

/** An organisation: who belonged to it over time, who on a day and why, and whether its members came to score alike. */
export const organisationView: View = (host, address) => {
  const igo = address.organisation ?? ''
  const article = el('article', { class: 'answer' })
  const column = el('aside', { class: 'why', 'aria-label': 'Why' })
  let stop: (() => void) | undefined
  fill(host, article, column)
  void part(article)({
    what: 'who belonged to it',
    refused: refused(address),
    load: async () => {
      const asOf = address.asOf === undefined ? {} : { asOf: address.asOf }
      // What an organisation is called asks whom to believe of nothing.
      const known = address.asKnownAt === undefined ? {} : { asKnownAt: address.asKnownAt }
      const [found, spells] = await Promise.all([
        bodyOf(v1.GET('/v1/organisation/{igo}', { params: { path: { igo }, query: { ...known, ...asOf } } })),
        bodyOf(
          v1.GET('/v1/spells/memberships', { params: { query: { igo, formality: 'all', ...clocksOf(address) } } }),
        ),
      ])
      return { found, spells }
    },
    show: ({ found, spells }) => {
      const shown = laidOut(found, spells, address, column)
      stop = shown.stop
      return shown.elements
    },
  })
  return () => stop?.()
}

const laidOut = (found: Found, spells: Spells, address: Address, column: HTMLElement) => {
  const { name } = found
  titled(name)
  const members = membersOf(spells.memberships)
  const heading = [el('h1', {}, name), identityLine(found), releaseNote([spells], address)]
  if (members.length === 0) {
    column.remove()
    return { elements: [...heading, nothingKnown(name, address)], stop: () => {} }
  }
  const sentence = el('p', { class: 'sentence' })
  const onDay = membersOnDay({ igo: found.id, name, members, column, first: address.why })
  let moveDrawn = (_day: number): void => {}
  const axis = timeLine({
    days: changesOf(members),
    departures: leaversOf(members).flatMap(({ row }) => (row.to === null ? [] : [dayNumber(row.to)])),
    // Of one that is no more, its last day says more than today.
    ...(found.lastDay !== null && { otherwise: dayNumber(found.lastDay) }),
    tell: (on) => counted(countsOn(members, dayOfNumber(on)).certain.get('full') ?? 0, 'full'),
    repaint: (on) => {
      fill(sentence, ...membersSentence(name, countsOn(members, dayOfNumber(on)), dayOfNumber(on), found))
      moveDrawn(on)
    },
    settled: (on) => onDay.show(dayOfNumber(on)),
  })
  const figure = membersFigure({ name, members, from: axis.first, to: axis.last, pick: axis.to })
  moveDrawn = figure.moveTo
  axis.begin()
  const elements: readonly Child[] = [
    ...heading,
    sentence,
    onDay.reach,
    axis.element,
    el('h2', {}, 'Members over time'),
    figure.element,
    takenFrom(spells, axis.now, sentence, figure.element),
    el('h2', {}, 'Members on this date'),
    onDay.table,
    el('h2', {}, 'Who left'),
    leaversTable(members, onDay.tellLeaver),
    el('h2', {}, 'Did its members come to score alike?'),
    scores(found, members, address),
  ]
  return { elements, stop: axis.stop }
}

const changesOf = (members: readonly Member[]): readonly number[] =>
  [...movesOf(members)].flatMap(([day, count]) => Array<number>(count).fill(day))

const nothingKnown = (name: string, { sources }: Address): HTMLElement => {
  const whom = `who belonged to ${actorInSentence(name)}`
  const more = sources === undefined ? 'Import one, or append an act.' : 'Others may: choose them above.'
  return el('p', { class: 'sentence' }, `${noSource(sources)} tells ${whom}. ${more}`)
}

const scores = (found: Found, members: readonly Member[], address: Address): HTMLElement => {
  const host = el('div')
  const starts = members.flatMap(({ rows }) => rows.flatMap(({ from }) => (from === null ? [] : [yearOf(from)])))
  const first = Math.min(...starts, yearOf(today()))
  const last = found.lastDay === null ? yearOf(today()) : yearOf(found.lastDay)
  const member = address.why ?? members[0]?.state
  const scored = { igo: found.id, name: found.name, years: [first, last] as const, member }
  // Once it has a width.
  requestAnimationFrame(() => {
    void part(host)({
      what: 'what raters score',
      load: names,
      show: ({ indicators }) => scoresSection(scored, indicators),
    })
  })
  return host
}

const takenFrom = (
  { igo, releaseId, ordinal }: Spells,
  dayNow: () => number,
  sentence: HTMLElement,
  figure: HTMLElement,
): HTMLElement => {
  const id = igo ?? ''
  const asOf = (): string => dayOfNumber(dayNow())
  return takeAlong({
    name: id,
    cited: () => ({
      says: sentence.textContent ?? '',
      address: { ...currentAddress(), organisation: id, asOf: asOf() },
      answers: [{ releaseId, ordinal }],
    }),
    tables: [{ path: () => `v1/members/${id}${searchOf({ ...clocksOf(currentAddress()), asOf: asOf() })}` }],
    picture: () => lanePicture(figure),
    about: () => ({ legend: laneLegend(figure), notes: captionsOf(figure) }),
  })
}
