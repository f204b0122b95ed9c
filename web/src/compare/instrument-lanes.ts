import { currentAddress, linkTo } from '../address/navigate.ts'
import { dayNames } from '../charts/day-names.ts'
import { lanes, type Lane } from '../charts/lanes.ts'
import { el } from '../elements/element.ts'
import { fewOrAll } from '../state/more.ts'
import { dayWords } from '../words/days.ts'
import { familyLabel, families, familyOf, labelOf } from '../words/statuses.ts'
import { shownSpans, type Instrument, type StatusSpan } from './instruments.ts'
import type { One } from './pair.ts'

/** So many treaties are shown before somebody asks for all. */
const few = 8

interface Wanted {
  readonly a: One
  readonly b: One
  readonly instruments: readonly Instrument[]
  readonly from: number
  readonly to: number
  readonly pick: (day: number) => void
}

/** A lane for either state under each treaty, over one axis. `moveTo` puts the cursor on a day. */
export const instrumentLanes = ({ a, b, instruments, from, to, pick }: Wanted) => {
  let [now, moveDrawn] = [to, (_day: number): void => {}]
  const element = fewOrAll(instruments.length, few, (isAll) => {
    const shown = isAll ? instruments : instruments.slice(0, few)
    const names = dayNames()
    const drawn = lanes({
      caption: `How ${a.name} and ${b.name} stood over time, a lane each`,
      from,
      to,
      pick,
      lanes: shown.flatMap((instrument) => lanesOf(instrument, a, b, names.label)),
    })
    drawn.element.append(
      el('figcaption', {}, 'An empty lane: no act on record, or the state was not there yet. Click a day to go to it.'),
    )
    moveDrawn = (day) => {
      names.moveTo(day)
      drawn.moveTo(day)
    }
    moveDrawn(now)
    return el('div', {}, legendOf(shown), drawn.element)
  })
  const moveTo = (day: number): void => {
    now = day
    moveDrawn(day)
  }
  return { element, moveTo }
}

type Label = ReturnType<typeof dayNames>['label']

const lanesOf = ({ subject, title, spans }: Instrument, a: One, b: One, label: Label): readonly Lane[] => [
  { label: el('a', { class: 'pair-title', ...linkTo({ ...currentAddress(), subject }) }, title), bars: [] },
  ...[a, b].map((one, place): Lane => ({
    label: label(one.id, one.name),
    bars: barsOf(spans[place as 0 | 1]),
  })),
]

const barsOf = (spans: readonly StatusSpan[]) =>
  shownSpans(spans).map(({ from, to, status }) => ({
    from,
    to,
    wears: familyOf(status),
    says: [labelOf(status), from !== null && `from ${dayWords(from)}`, to !== null && `to ${dayWords(to)}`]
      .filter((word) => word !== false)
      .join(' '),
  }))

/** What the colours say, of those that are worn. */
const legendOf = (instruments: readonly Instrument[]): HTMLElement => {
  const worn = new Set(
    instruments.flatMap(({ spans }) => spans.flatMap((side) => shownSpans(side).map(({ status }) => familyOf(status)))),
  )
  return el(
    'ul',
    { class: 'legend' },
    ...families
      .filter((family) => worn.has(family))
      .map((family) => el('li', {}, el('span', { class: `swatch ${family}` }), familyLabel(family, false))),
  )
}
