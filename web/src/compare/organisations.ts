import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { lanePicture } from '../charts/lane-picture.ts'
import { lanes, type Lane } from '../charts/lanes.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { countsOn, holds, leaversOf, membersOf, movesOf, type Member } from '../organisation/members.ts'
import { counted } from '../organisation/sentence.ts'
import { exitTicks, membershipBars } from '../state/membership-lanes.ts'
import { fewOrAll } from '../state/more.ts'
import { timeLine } from '../norm/time-line.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { dayElement, dayNumber, dayOfNumber } from '../words/days.ts'
import { actorInSentence } from '../words/names.ts'
import type { Compared } from './compared.ts'
import type { One } from './pair.ts'

type Spells = Answer<'/v1/spells/memberships'>

interface Side {
  readonly one: One
  readonly members: readonly Member[]
}

/** So many members are shown before somebody asks for all. */
const few = 20

/** Two organisations: who belonged to both, a lane each, on one axis. */
export const comparedOrganisations = ({ pair: { a, b }, address, column, body, onStop }: Compared): void => {
  column.remove()
  void part(body)({
    what: 'who belonged to both',
    load: () => Promise.all([spellsOf(a.id, address), spellsOf(b.id, address)]),
    show: ([first, second]) => {
      const sides = [
        { one: a, members: membersOf(first.memberships) },
        { one: b, members: membersOf(second.memberships) },
      ] as const
      const shown = laidOut(sides, first)
      onStop(shown.stop)
      return [releaseNote(first.releaseId, address), ...shown.elements]
    },
  })
}

const spellsOf = (igo: string, address: Address): Promise<Spells> =>
  bodyOf(v1.GET('/v1/spells/memberships', { params: { query: { igo, formality: 'all', ...clocksOf(address) } } }))

const fullOn = ({ members }: Side, day: string): ReadonlySet<string> =>
  new Set(
    members
      .filter(({ rows }) =>
        rows.some(({ kind, certain }) => kind === 'full' && certain !== null && holds(certain, day)),
      )
      .map(({ state }) => state),
  )

const sentenceOn = ([a, b]: readonly [Side, Side], on: number): readonly Child[] => {
  const day = dayOfNumber(on)
  const words = [a, b].map(
    (side) =>
      `${actorInSentence(side.one.name)} had ${counted(countsOn(side.members, day).certain.get('full') ?? 0, 'full')}`,
  )
  const [first, second] = [fullOn(a, day), fullOn(b, day)]
  const both = [...first].filter((state) => second.has(state)).length
  return [
    'On ',
    dayElement(day),
    `, ${words.join(' and ')}; ${both} ${both === 1 ? 'was a full member' : 'were full members'} of both.`,
  ]
}

const laidOut = (sides: readonly [Side, Side], spells: Spells) => {
  const [a, b] = sides
  const sentence = el('p', { class: 'sentence' })
  let moveDrawn = (_day: number): void => {}
  const axis = timeLine({
    days: sides.flatMap(({ members }) =>
      [...movesOf(members)].flatMap(([day, count]) => Array<number>(count).fill(day)),
    ),
    departures: sides.flatMap(({ members }) =>
      leaversOf(members).flatMap(({ row }) => (row.to === null ? [] : [dayNumber(row.to)])),
    ),
    tell: (day) =>
      sentenceOn(sides, day)
        .map((child) => (child instanceof Node ? child.textContent : child))
        .join(''),
    repaint: (day) => {
      fill(sentence, ...sentenceOn(sides, day))
      moveDrawn(day)
    },
    settled: () => {},
  })
  const shared = a.members.filter(({ state }) => b.members.some((other) => other.state === state))
  const figure = fewOrAll(shared.length, few, (isAll) => {
    const drawn = lanes({
      caption: `Who belonged to both ${a.one.name} and ${b.one.name}`,
      from: axis.first,
      to: axis.last,
      pick: axis.to,
      lanes: (isAll ? shared : shared.slice(0, few)).flatMap((member) => lanesOf(member, sides)),
    })
    drawn.element.classList.add('members')
    drawn.element.append(
      el(
        'figcaption',
        {},
        `${shared.length} belonged to both at some time. Pale: may have been a member. A dot: left.`,
      ),
    )
    moveDrawn = drawn.moveTo
    moveDrawn(axis.now())
    return drawn.element
  })
  axis.begin()
  const elements: readonly Child[] = [
    sentence,
    axis.element,
    el('h2', {}, 'Members of both'),
    shared.length === 0 ? el('p', {}, 'Nobody on record belonged to both.') : figure,
    takenFrom(sides, spells, axis.now, sentence, figure),
    el('p', { class: 'note' }, ...sides.flatMap(pageLink)),
  ]
  return { elements, stop: axis.stop }
}

const takenFrom = (
  [{ one: a }, { one: b }]: readonly [Side, Side],
  { releaseId, ordinal }: Spells,
  dayNow: () => number,
  sentence: HTMLElement,
  figure: HTMLElement,
): HTMLElement => {
  const asOf = (): string => dayOfNumber(dayNow())
  return takeAlong({
    name: `${a.id}-${b.id}`,
    cited: () => ({
      says: sentence.textContent ?? '',
      address: { ...currentAddress(), asOf: asOf() },
      releaseId,
      ordinal,
    }),
    data: () => `v1/members/${a.id}${searchOf({ ...clocksOf(currentAddress()), asOf: asOf() })}`,
    picture: () => lanePicture(figure),
  })
}

const pageLink = ({ one }: Side, place: number): readonly Child[] => [
  place > 0 && ' · ',
  el('a', linkTo({ ...clocksOf(currentAddress()), organisation: one.id }), `Members of ${actorInSentence(one.name)}`),
]

const lanesOf = (member: Member, sides: readonly [Side, Side]): readonly Lane[] => [
  { label: el('span', { class: 'pair-title' }, member.name), bars: [] },
  ...sides.map(({ one, members }): Lane => {
    const rows = members.find(({ state }) => state === member.state)?.rows ?? []
    const lane = { igo: one.id, name: one.name, isFormal: true, rows }
    return { label: one.name, isThin: true, bars: membershipBars(lane), ticks: exitTicks(lane) }
  }),
]
