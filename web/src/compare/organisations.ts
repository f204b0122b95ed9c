import { clocksOf, searchOf, type Address } from '../address/address.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { part } from '../ask/part.ts'
import { dayNames } from '../charts/day-names.ts'
import { captionsOf, laneLegend } from '../charts/lane-legend.ts'
import { lanePicture } from '../charts/lane-picture.ts'
import { lanes, type Lane } from '../charts/lanes.ts'
import { el, fill, type Child } from '../elements/element.ts'
import { leaversOf, movesOf, type Member } from '../organisation/members.ts'
import { exitTicks, membershipBars } from '../state/membership-lanes.ts'
import { fewOrAll } from '../state/more.ts'
import { timeLine } from '../norm/time-line.ts'
import { changedSince } from '../take/changed-since.ts'
import { releaseNote } from '../take/release-note.ts'
import { takeAlong } from '../take/take-along.ts'
import { dayNumber, dayOfNumber, today } from '../words/days.ts'
import { actorInSentence } from '../words/names.ts'
import { namedOn } from '../words/names-then.ts'
import type { Compared } from './compared.ts'
import { calledBesideOn, reachOf, sentenceOn, sideOf, type OrganisationSide } from './organisation-side.ts'

type Sides = readonly [OrganisationSide, OrganisationSide]

/** So many members are shown before somebody asks for all. */
const few = 20

/** Two organisations: who belonged to both, a lane each, on one axis. */
export const comparedOrganisations = ({ pair: { a, b }, address, column, body, onStop, call }: Compared): void => {
  column.remove()
  void part(body)({
    what: 'who belonged to both',
    load: () => Promise.all([sideOf(a.id, a.name, address), sideOf(b.id, b.name, address)]),
    show: (sides) => {
      const shown = laidOut(sides, call)
      onStop(shown.stop)
      return [releaseNote(answersOf(sides), address), ...sides.map(changesOf(address)), ...shown.elements]
    },
  })
}

/** The answers that are shown, and of what each is. */
const answersOf = (sides: Sides) => sides.map(({ releaseId, ordinal, name }) => ({ releaseId, ordinal, of: name }))

/** What has changed of an organisation's members since the moment of knowledge that is shown. */
const changesOf =
  (address: Address) =>
  ({ id, name, members }: OrganisationSide): Child => {
    const names = new Map(members.map((member) => [member.state, member.name]))
    const each = {
      title: 'Member',
      nameOf: ({ actor, from }: { readonly actor: string; readonly from: string | null }): string =>
        namedOn(actor, from ?? today(), names.get(actor)),
    }
    return changedSince({ about: 'memberships', subject: id, each, of: name }, address)
  }

const laidOut = (sides: Sides, call: Compared['call']) => {
  const [a, b] = sides
  const [sentence, reach] = [el('p', { class: 'sentence' }), el('p', { class: 'note' })]
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
      call(calledBesideOn(a, dayOfNumber(day)), calledBesideOn(b, dayOfNumber(day)))
      fill(sentence, ...sentenceOn(sides, day))
      fill(reach, sides.map((side) => reachOf(side, day)).join(' '))
      moveDrawn(day)
    },
    settled: () => {},
  })
  const shared = a.members.filter(({ state }) => b.members.some((other) => other.state === state))
  const figure = sharedFigure(sides, shared, { ...axis, hear: (move) => (moveDrawn = move) })
  axis.begin()
  const elements: readonly Child[] = [
    sentence,
    reach,
    axis.element,
    el('h2', {}, 'Members of both'),
    shared.length === 0 ? el('p', {}, 'Nobody on record belonged to both.') : figure,
    takenFrom(sides, axis.now, sentence, figure),
    el('p', { class: 'note' }, ...sides.flatMap(pageLink)),
  ]
  return { elements, stop: axis.stop }
}

interface Axis {
  readonly first: number
  readonly last: number
  readonly now: () => number
  readonly to: (day: number) => void
  /** What follows the day is drawn anew when somebody asks for all. */
  readonly hear: (move: (day: number) => void) => void
}

const sharedFigure = (sides: Sides, shared: readonly Member[], axis: Axis): HTMLElement =>
  fewOrAll(shared.length, few, (isAll) => {
    const names = dayNames()
    const drawn = lanes({
      caption: `Who belonged to both ${sides[0].name} and ${sides[1].name}`,
      from: axis.first,
      to: axis.last,
      pick: axis.to,
      lanes: (isAll ? shared : shared.slice(0, few)).flatMap((member) => lanesOf(member, sides, names.label)),
    })
    drawn.element.classList.add('members')
    const note = `${shared.length} belonged to both at some time. Pale: may have been a member. A dot: left.`
    drawn.element.append(el('figcaption', {}, note))
    const moveTo = (day: number): void => {
      names.moveTo(day)
      drawn.moveTo(day)
    }
    axis.hear(moveTo)
    moveTo(axis.now())
    return drawn.element
  })

const takenFrom = (sides: Sides, dayNow: () => number, sentence: HTMLElement, figure: HTMLElement): HTMLElement => {
  const [a, b] = sides
  const asOf = (): string => dayOfNumber(dayNow())
  return takeAlong({
    name: `${a.id}-${b.id}`,
    cited: () => ({
      says: sentence.textContent ?? '',
      address: { ...currentAddress(), asOf: asOf() },
      answers: answersOf(sides),
    }),
    tables: sides.map(({ id, name }) => ({
      of: `Members of ${actorInSentence(name)}`,
      path: () => `v1/members/${id}${searchOf({ ...clocksOf(currentAddress()), asOf: asOf() })}`,
    })),
    picture: () => lanePicture(figure),
    about: () => ({ legend: laneLegend(figure), notes: captionsOf(figure) }),
  })
}

const pageLink = ({ id, name }: OrganisationSide, place: number): readonly Child[] => [
  place > 0 && ' · ',
  el('a', linkTo({ ...clocksOf(currentAddress()), organisation: id }), `Members of ${actorInSentence(name)}`),
]

const lanesOf = (member: Member, sides: Sides, label: ReturnType<typeof dayNames>['label']): readonly Lane[] => [
  { label: label(member.state, member.name, el('span', { class: 'pair-title' })), bars: [] },
  ...sides.map(({ id, name, members }): Lane => {
    const rows = members.find(({ state }) => state === member.state)?.rows ?? []
    const lane = { igo: id, name, isFormal: true, rows }
    return { label: name, isThin: true, bars: membershipBars(lane), ticks: exitTicks(lane) }
  }),
]
