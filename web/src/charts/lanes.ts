import { el, svg, type Child } from '../elements/element.ts'
import { dayNumber, dayOfNumber, dayWords, yearOf } from '../words/days.ts'

/** A bar of a lane, half open; null where it goes on beyond what is drawn. */
export interface Bar {
  readonly from: string | null
  readonly to: string | null
  /** A family of statuses, or `member`, `possible`, `suspended` and `beyond` for memberships. */
  readonly wears: string
  readonly says: string
}
/** A day on a lane on which something was done. */
export interface Tick {
  readonly day: string
  readonly kind: 'act' | 'reservation' | 'exit' | 'report' | 'campaign'
  readonly says: string
}
/** How much was done in some days, where a tick for each would be a blur: from 0 to 1. */
export interface Height {
  readonly from: number
  readonly to: number
  readonly share: number
  readonly says: string
}
export interface Lane {
  readonly label: Child
  readonly isThin?: boolean
  readonly isChosen?: boolean
  readonly bars: readonly Bar[]
  readonly ticks?: readonly Tick[]
  readonly heights?: readonly Height[]
}
export interface Lanes {
  readonly caption: string
  /** What is to be known to read it, shown beneath. */
  readonly note?: Child
  /** Whether the cursor's day is told by another figure over this one. */
  readonly isQuiet?: boolean
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
export const lanes = ({ caption, note, isQuiet, from, to, lanes: shown, pick }: Lanes) => {
  const x = (day: number): number => ((Math.min(Math.max(day, from), to) - from) / Math.max(to - from, 1)) * width
  const cursor = laneCursor(from, to, isQuiet)
  const element = el(
    'figure',
    { class: `lanes${isQuiet === true ? ' quiet' : ''}`, 'aria-label': caption },
    el(
      'div',
      { class: 'rows' },
      el('div', { class: 'lane axis', 'aria-hidden': 'true' }, el('span'), axisOf(from, to)),
      ...shown.map((lane) => laneElement(lane, x, to)),
      cursor.element,
    ),
    note !== undefined && el('figcaption', {}, note),
  )
  element.addEventListener('click', (event) => {
    const at = dayAt(event, from, to)
    if (at !== undefined) pick?.(at)
  })
  return { element, moveTo: cursor.moveTo }
}

/** The day of a track that was pointed at. */
export const dayAt = (event: MouseEvent, from: number, to: number): number | undefined => {
  const track = event.target instanceof Element ? event.target.closest('.track') : null
  if (track === null) return undefined
  const box = track.getBoundingClientRect()
  return Math.round(from + ((event.clientX - box.left) / box.width) * (to - from))
}

/** A line over all lanes of a figure on the day that is looked at, with the day in words. */
export const laneCursor = (from: number, to: number, isQuiet = false) => {
  const cursor = el('div', { class: 'lane-cursor', 'aria-hidden': 'true' }, !isQuiet && el('span'))
  const element = el('div', { class: 'lane over' }, el('span'), el('div', { class: 'track' }, cursor))
  const moveTo = (day: number): void => {
    const share = (Math.min(Math.max(day, from), to) - from) / Math.max(to - from, 1)
    cursor.style.left = `${(share * 100).toFixed(2)}%`
    cursor.classList.toggle('late', share > 0.8)
    const label = cursor.firstElementChild
    if (label !== null) label.textContent = dayWords(dayOfNumber(day))
  }
  return { element, moveTo }
}

const laneElement = (lane: Lane, x: (day: number) => number, to: number) => {
  const { label, isThin, isChosen, bars, ticks = [], heights = [] } = lane
  const height = isThin === true ? thin : tall
  const ground = heights.length > 0 ? height : height / 2
  const drawn = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', class: isThin && 'thin' },
    svg('line', { x1: 0, x2: width, y1: ground, y2: ground, class: 'ground' }),
    ...bars.map((bar) => barElement(bar, x, to, height)),
    ...heights.map((one) => heightElement(one, x, height)),
  )
  const marks = ticks
    .filter(({ day }) => dayNumber(day) <= to)
    .map(({ day, kind, says }) =>
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
  const middle = { x1: start, x2: end, y1: height / 2, y2: height / 2 }
  if (wears === 'beyond') return svg('line', { ...middle, class: 'bar beyond' }, svg('title', {}, says))
  return svg(
    'rect',
    { x: start, width: Math.max(end - start, 1), y: 0, height, class: `bar ${wears}` },
    svg('title', {}, says),
  )
}

const heightElement = ({ from, to, share, says }: Height, x: (day: number) => number, height: number) => {
  const tallness = Math.max(share * height, 1.5)
  const place = { x: x(from), width: Math.max(x(to) - x(from) - 1, 1), y: height - tallness, height: tallness }
  return svg('rect', { ...place, class: 'bar member' }, svg('title', {}, says))
}

/** The years of an axis, as many as can be read. */
export const axisOf = (from: number, to: number): HTMLElement => {
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
