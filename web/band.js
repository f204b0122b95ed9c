import { svg, ticks, yearOf } from './elements.js'
import { eventWords } from './record.js'
import { spanLabel, spanWords } from './spans.js'
import { familyOf } from './words.js'

const barTop = 8
const barHeight = 40
const eventsAt = barTop + barHeight + 14
const height = 96
/** Room at both ends, for dots and for the line of the date asked. */
const side = 6

/** The hatching of what is only possible. */
const hatching = () =>
  svg(
    'defs',
    {},
    svg(
      'pattern',
      { id: 'maybe', width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('line', { x1: 0, x2: 0, y1: 0, y2: 8, class: 'maybe' }),
    ),
  )

/** The line above the band: whole where sources cover the days, broken where they covered earlier ones. */
const reachOf = (coverage, { x, from, to }) =>
  coverage
    .filter(({ state }) => state !== 'none')
    .map(({ from: first, to: end, state }) =>
      svg(
        'line',
        { x1: x(first ? yearOf(first) : from), x2: x(end ? yearOf(end) : to), y1: 3, y2: 3, class: `reach ${state}` },
        svg('title', {}, state === 'covered' ? 'Sources cover these days' : 'Carried on: no source covers these days'),
      ),
    )

const dotOf = (event, x, say) => {
  const words = eventWords(event)
  const dot = svg(
    'circle',
    { cx: x(yearOf(firstDay(event.date))), cy: eventsAt, r: 4.5, class: event.retracted ? 'event retracted' : 'event' },
    svg('title', {}, words),
  )
  dot.addEventListener('pointerenter', () => say(words))
  return dot
}

const yearsBelow = ({ x, from, to }, width) =>
  ticks(from, to, width / 70).map((year) =>
    svg(
      'text',
      { x: Math.min(Math.max(x(year), 14), width - 14), y: height - 6, 'text-anchor': 'middle' },
      String(year),
    ),
  )

/** Where a year is drawn, of the years that are drawn at all. */
const scaleOf = ([from, to], width) => ({
  from,
  to,
  x: (year) => side + ((Math.min(Math.max(year, from), to) - from) / (to - from)) * (width - 2 * side),
})

/**
 * A state's statuses as a horizontal band up to today, with its events below. Above it a line says how far the sources
 * reach. `say` shows what is pointed at, in words.
 */
export const drawBand = (box, { spans = [], coverage = [], events = [], asOf }, say) => {
  const width = Math.max(box.clientWidth, 280)
  const dated = events.filter(({ date }) => /^\d{4}/.test(date ?? ''))
  const scale = scaleOf(rangeOf(spans, dated, asOf), width)
  const { x } = scale
  const drawing = svg('svg', {
    viewBox: `0 0 ${width} ${height}`,
    height,
    role: 'group',
    'aria-label': 'Timeline of statuses',
  })
  drawing.append(
    hatching(),
    ...spans.map((span) => segmentOf(span, scale, say)),
    svg('rect', { x: side, y: barTop, width: width - 2 * side, height: barHeight, class: 'outline' }),
    ...reachOf(coverage, scale),
    ...dated.map((event) => dotOf(event, x, say)),
    ...yearsBelow(scale, width),
  )
  if (asOf)
    drawing.append(svg('line', { x1: x(yearOf(asOf)), x2: x(yearOf(asOf)), y1: 0, y2: eventsAt + 8, class: 'now' }))
  // Above everything else: the line of the date asked may cross a label.
  for (const span of spans) drawing.append(...labelOn(span, scale))
  box.replaceChildren(drawing)
  const current = spans.find((span) => (!span.from || span.from <= asOf) && (!span.to || asOf < span.to))
  say(current === undefined ? 'Point at the band to read it.' : spanWords(current))
}

const segmentOf = (span, { x, from, to }, say) => {
  const left = x(span.from ? yearOf(span.from) : from)
  const right = x(span.to ? yearOf(span.to) : to)
  const words = spanWords(span)
  const group = svg('g', { tabindex: 0, role: 'img', 'aria-label': words }, svg('title', {}, words))
  const bar = { x: left, y: barTop, width: Math.max(right - left, 1.5), height: barHeight }
  group.append(svg('rect', { ...bar, class: `segment ${familyOf(span.status)}` }))
  if (span.certainty === 'possible') group.append(svg('rect', { ...bar, fill: 'url(#maybe)' }))
  for (const when of ['pointerenter', 'focus']) group.addEventListener(when, () => say(words))
  return group
}

/** The status on its segment, where there is room for it. */
const labelOn = (span, { x, from, to }) => {
  const left = x(span.from ? yearOf(span.from) : from)
  const right = x(span.to ? yearOf(span.to) : to)
  const label = spanLabel(span)
  if (right - left < label.length * 8 + 16) return []
  return [svg('text', { x: left + 8, y: barTop + 24, class: 'strong label', 'aria-hidden': true }, label)]
}

/** An EDTF date may be a month, a year, or a choice: its first day is where it is drawn. */
const firstDay = (date) => /^\d{4}(-\d{2}(-\d{2})?)?/.exec(date)[0]

const rangeOf = (spans, events, asOf) => {
  const today = spans.some(({ to }) => !to) ? new Date().toISOString().slice(0, 10) : undefined
  const days = [
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...events.map(({ date }) => firstDay(date)),
    asOf,
    today,
  ]
    .filter(Boolean)
    .map(yearOf)
  if (days.length === 0) return [1945, new Date().getUTCFullYear() + 1]
  // Nothing is drawn of days to come, unless something is said of them.
  const to = Math.max(...days)
  return [Math.min(Math.floor(Math.min(...days)) - 2, Math.floor(to) - 10), to]
}
