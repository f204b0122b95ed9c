import { el, svg, type Child } from '../elements/element.ts'
import { dayNumber, dayOfNumber, dayWords, yearOf } from '../words/days.ts'

/** A bar of a lane, half open; null where it goes on beyond what is drawn. */
export interface Bar {
  readonly from: string | null
  readonly to: string | null
  /** A family of statuses, or `member` and `possible` for memberships. */
  readonly wears: string
  readonly says: string
}
/** A day on a lane on which something was done. */
export interface Tick {
  readonly day: string
  readonly kind: 'act' | 'reservation' | 'exit' | 'report' | 'campaign'
  readonly says: string
}
export interface Lane {
  readonly label: Child
  readonly isThin?: boolean
  readonly isChosen?: boolean
  readonly bars: readonly Bar[]
  readonly ticks?: readonly Tick[]
}
export interface Lanes {
  readonly caption: string
  readonly from: number
  readonly to: number
  readonly lanes: readonly Lane[]
  /** Called with the day that was pointed at. */
  readonly pick?: (day: number) => void
}

const width = 1000
const tall = 18
const thin = 8

/**
 * Lanes over one axis of time: bars for what lasted, ticks for what was done on a day. Labels are text beside them, so
 * that they are read, wrapped and printed as text; `moveTo` puts the cursor on a day.
 */
export const lanes = ({ caption, from, to, lanes: shown, pick }: Lanes) => {
  const x = (day: number): number => ((Math.min(Math.max(day, from), to) - from) / Math.max(to - from, 1)) * width
  const cursor = el('div', { class: 'lane-cursor', 'aria-hidden': 'true' }, el('span'))
  const element = el(
    'figure',
    { class: 'lanes', role: 'group', 'aria-label': caption },
    el('div', { class: 'lane axis', 'aria-hidden': 'true' }, el('span'), axisOf(from, to)),
    ...shown.map((lane) => laneElement(lane, x, to)),
    el('div', { class: 'lane over' }, el('span'), el('div', { class: 'track' }, cursor)),
  )
  element.addEventListener('click', (event) => {
    const track = event.target instanceof Element ? event.target.closest('.track') : null
    if (track === null || pick === undefined) return
    const box = track.getBoundingClientRect()
    pick(Math.round(from + ((event.clientX - box.left) / box.width) * (to - from)))
  })
  const moveTo = (day: number): void => {
    const share = x(day) / width
    cursor.style.left = `${(share * 100).toFixed(2)}%`
    cursor.classList.toggle('late', share > 0.8)
    const label = cursor.firstElementChild
    if (label !== null) label.textContent = dayWords(dayOfNumber(day))
  }
  return { element, moveTo }
}

const laneElement = ({ label, isThin, isChosen, bars, ticks = [] }: Lane, x: (day: number) => number, to: number) => {
  const height = isThin === true ? thin : tall
  const drawn = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', class: isThin && 'thin' },
    svg('line', { x1: 0, x2: width, y1: height / 2, y2: height / 2, class: 'ground' }),
    ...bars.map((bar) => barElement(bar, x, to, height)),
  )
  const marks = ticks.map(({ day, kind, says }) =>
    el('span', { class: `tick ${kind}`, title: says, style: `left: ${(x(dayNumber(day)) / width) * 100}%` }),
  )
  return el(
    'div',
    { class: `lane${isChosen === true ? ' chosen' : ''}` },
    el('span', { class: 'label' }, label),
    el('div', { class: 'track' }, drawn, ...marks),
  )
}

const barElement = ({ from, to, wears, says }: Bar, x: (day: number) => number, last: number, height: number) => {
  const start = from === null ? 0 : x(dayNumber(from))
  const end = x(to === null ? last : Math.min(dayNumber(to), last))
  if (end <= start && to !== null && dayNumber(to) !== dayNumber(from ?? to)) return null
  return svg(
    'rect',
    { x: start, width: Math.max(end - start, 1), y: 0, height, class: `bar ${wears}` },
    svg('title', {}, says),
  )
}

const axisOf = (from: number, to: number): HTMLElement => {
  const [first, last] = [yearOf(dayOfNumber(from)), yearOf(dayOfNumber(to))]
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => (last - first) / size <= 8) ?? 100
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => year % step === 0 && dayNumber(`${year}-01-01`) >= from,
  )
  return el(
    'div',
    { class: 'track years' },
    ...years.map((year) =>
      el('span', { style: `left: ${((dayNumber(`${year}-01-01`) - from) / (to - from)) * 100}%` }, String(year)),
    ),
  )
}
