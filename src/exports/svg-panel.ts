import { ticks } from 'd3-array'
import type { Figure, FigureAxis, FigureLine, FigurePanel, FigurePoint } from '../queries/question/figure.ts'
import { barColours, dashes, faint, ink, quiet, sizes, styleOf, widthOf, type LineStyle } from './svg-look.ts'
import { element, rounded, type XmlElement } from './xml.ts'

/** Where a panel is drawn: the corner of its plot, and the size of it. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Whether values of the axis upwards are written beside it, and the last value of each line. */
  readonly isNamed: boolean
  readonly isLabelled: boolean
}

type Attributes = XmlElement['attributes']
export const textAt = (x: number, y: number, text: string, attributes: Attributes = {}): XmlElement =>
  element('text', { x, y, 'font-size': sizes.small, fill: quiet, ...attributes }, text)
const lineFrom = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes): XmlElement =>
  element('line', { x1, y1, x2, y2, ...attributes })

type Scale = (value: number) => number

/** A value of an axis as a place between `start` and `end`: a third of the axis lies at a third of the way. */
const scaleOf =
  ({ from, to }: FigureAxis, start: number, end: number): Scale =>
  (value) =>
    start + ((value - from) / (to - from || 1)) * (end - start)

interface Tick {
  readonly at: number
  readonly label: string
}

const shares = { many: [0, 0.25, 0.5, 0.75, 1], few: [0, 0.5, 1] } as const

/** The values that are named on an axis of a length; years and counts are whole. */
const ticksOf = ({ unit, from, to }: FigureAxis, length: number): readonly Tick[] => {
  if (unit === 'share')
    return (length > 150 ? shares.many : shares.few).map((at) => ({ at, label: `${rounded(at * 100)} %` }))
  const whole = ticks(from, to, Math.max(2, length / (unit === 'count' ? 40 : 55))).filter(Number.isInteger)
  if (unit === 'count') return whole.map((at) => ({ at, label: String(Math.abs(at)) }))
  if (unit === 'time') return whole.map((at) => ({ at, label: String(at) }))
  return whole.filter((year) => year < to).map((year) => ({ at: year + 0.5, label: String(year) }))
}

/** Closer than this, one of two texts below each other is left out. */
export const lineHeight = 12

interface Scales {
  readonly x: Scale
  readonly y: Scale
}

const upright = ({ y }: Figure, { marks }: FigurePanel, frame: Frame, scales: Scales): readonly XmlElement[] => {
  const { left, width } = frame
  const across = marks.filter(({ axis }) => axis === 'y')
  const isFree = ({ at }: Tick): boolean =>
    across.every((mark) => Math.abs(scales.y(mark.at) - scales.y(at)) >= lineHeight)
  const named = ticksOf(y, frame.height)
  const label = (at: number, text: string, attributes: Attributes = {}) =>
    textAt(left - 6, scales.y(at) + 3.5, text, { 'text-anchor': 'end', ...attributes })
  return [
    ...named.map(({ at }) =>
      lineFrom(left, scales.y(at), left + width, scales.y(at), { stroke: at === 0 ? quiet : faint }),
    ),
    ...across.map(({ at }) =>
      lineFrom(left, scales.y(at), left + width, scales.y(at), { stroke: ink, 'stroke-width': 0.7 }),
    ),
    ...(frame.isNamed
      ? [
          ...named.filter(isFree).map((tick) => label(tick.at, tick.label)),
          ...across.map((mark) => label(mark.at, mark.label, { fill: ink, 'font-weight': 'bold' })),
        ]
      : []),
  ]
}

const along = ({ x }: Figure, { top, width, height }: Frame, scales: Scales): readonly XmlElement[] => {
  const bottom = top + height
  return ticksOf(x, width).flatMap(({ at, label }) => [
    lineFrom(scales.x(at), bottom, scales.x(at), bottom + 4, { stroke: quiet }),
    textAt(scales.x(at), bottom + 15, label, { 'text-anchor': 'middle' }),
  ])
}

/** Upright marks, each named above the plot on the side where there is room. */
const marksOf = ({ marks }: FigurePanel, frame: Frame, { x }: Scales): readonly XmlElement[] => {
  const { left, top, width, height } = frame
  return marks
    .filter(({ axis }) => axis === 'x')
    .flatMap(({ at, label }) => {
      const isLeft = x(at) > left + width / 2
      const line = lineFrom(x(at), top - (label === '' ? 0 : 12), x(at), top + height, {
        stroke: ink,
        'stroke-width': 0.7,
      })
      const anchor = { fill: ink, 'text-anchor': isLeft ? 'end' : 'start' }
      return label === '' ? [line] : [line, textAt(x(at) + (isLeft ? -4 : 4), top - 5, label, anchor)]
    })
}

type Placed = FigurePoint & { readonly y: number }
const isPlaced = (point: FigurePoint): point is Placed => point.y !== null

/** The points between gaps. */
const unbroken = (points: readonly FigurePoint[]): readonly (readonly Placed[])[] => {
  const parts: Placed[][] = [[]]
  for (const point of points)
    if (isPlaced(point)) parts.at(-1)?.push(point)
    else parts.push([])
  return parts.filter((part) => part.length > 0)
}

/** Points in runs of the same reach; each run begins where the one before it ends, so that the line goes on. */
const runsOf = (points: readonly Placed[]): readonly (readonly Placed[])[] => {
  const runs: Placed[][] = []
  let before: Placed | undefined
  for (const point of points) {
    const run = runs.at(-1)
    if (run !== undefined && before?.reach === point.reach) run.push(point)
    else runs.push(before === undefined ? [point] : [before, point])
    before = point
  }
  return runs
}

const pathOf = (points: readonly { readonly x: number; readonly y: number }[], { x, y }: Scales): string =>
  points.map((point) => `${rounded(x(point.x))},${rounded(y(point.y))}`).join(' ')

const bandOf = (points: readonly Placed[], colour: string, scales: Scales): readonly XmlElement[] => {
  if (points.every(({ y, possible }) => possible === null || possible <= y)) return []
  const upper = points.map(({ x, y, possible }) => ({ x, y: Math.max(y, possible ?? y) })).toReversed()
  return [
    element('polygon', {
      points: pathOf([...points, ...upper], scales),
      fill: colour,
      'fill-opacity': 0.22,
    }),
  ]
}

const curveOf = ({ points }: FigureLine, { colour, width }: LineStyle, scales: Scales): readonly XmlElement[] =>
  unbroken(points)
    .flatMap(runsOf)
    .map((run) =>
      element('polyline', {
        points: pathOf(run, scales),
        fill: 'none',
        stroke: colour,
        'stroke-width': width,
        'stroke-linejoin': 'round',
        ...dashes[run.at(-1)?.reach ?? 'covered'],
      }),
    )

/** The ends of lines: a dot on each, and what it is beside the plot, from top to bottom, none upon another. */
const endsOf = ({ lines }: FigurePanel, frame: Frame, scales: Scales): readonly XmlElement[] => {
  const right = frame.left + frame.width
  const step = 2 * lineHeight + 5
  const ends = lines
    .flatMap((line, index) => {
      const last = unbroken(line.points).at(-1)?.at(-1)
      return last === undefined ? [] : [{ line, index, last, at: scales.y(last.y) }]
    })
    .toSorted((a, b) => a.at - b.at)
  const floor = frame.top + frame.height
  let above = Number.NEGATIVE_INFINITY
  return ends.flatMap(({ line, index, last, at }, place) => {
    const lowest = floor - (ends.length - place) * step + lineHeight
    above = Math.max(above + step, Math.min(at, lowest))
    const { colour, width } = styleOf(index, lines.length)
    const dot = { cx: scales.x(last.x), cy: scales.y(last.y), r: width / 2 + 0.8, fill: colour }
    return [
      element('circle', dot),
      lineFrom(right + 8, above, right + 24, above, { stroke: colour, 'stroke-width': width }),
      textAt(right + 29, above + 4, line.label, { fill: ink, 'font-size': sizes.text }),
      textAt(right + 29, above + 4 + lineHeight, line.last),
    ]
  })
}

/** What is written at the end of a bar stands beside its middle where it would leave the plot. */
const besideBar = (middle: number, label: string, { left, width }: Frame): Attributes => {
  const half = widthOf(label, sizes.small) / 2
  if (middle - half < left) return { 'text-anchor': 'start', x: left + 2 }
  if (middle + half > left + width) return { 'text-anchor': 'end', x: left + width - 2 }
  return { 'text-anchor': 'middle' }
}

const barsOf = ({ bars }: FigurePanel, scales: Scales): readonly XmlElement[] => {
  const slot = scales.x(1) - scales.x(0)
  return bars.map(({ x, y, reach }) => {
    const [from, to] = [scales.y(0), scales.y(y)]
    const colour = y > 0 ? barColours.up : barColours.down
    return element('rect', {
      x: scales.x(x) + slot * 0.1,
      y: Math.min(from, to),
      width: slot * 0.8,
      height: Math.abs(to - from),
      fill: reach === 'covered' ? colour : '#ffffff',
      stroke: colour,
    })
  })
}

/** What is written at the ends of bars, with a rim that keeps it apart from a line behind it. */
const barLabels = ({ bars }: FigurePanel, frame: Frame, scales: Scales): readonly XmlElement[] =>
  bars.flatMap(({ x, y, label }) => {
    if (label === undefined) return []
    const middle = scales.x(x + 0.5)
    const at = scales.y(y) + (y > 0 ? -4 : 11)
    const rim = { fill: ink, stroke: '#ffffff', 'stroke-width': 3, 'paint-order': 'stroke' }
    return [textAt(middle, at, label, { ...rim, ...besideBar(middle, label, frame) })]
  })

/** How much room the labels beside a plot take: values to its left, the ends of lines to its right. */
export const marginsOf = ({ panels }: Figure): { readonly left: number; readonly right: number } => {
  const ends = panels
    .flatMap(({ lines }) => lines)
    .flatMap(({ label, last }) => [widthOf(label, sizes.text), widthOf(last, sizes.small)])
  return { left: 42, right: ends.length === 0 ? 8 : 32 + Math.max(...ends) }
}

/** A panel: axes, shades, lines or bars, marks. */
export const panelOf = (figure: Figure, panel: FigurePanel, frame: Frame): XmlElement => {
  const { left, top, width, height } = frame
  // Bars leave room for what is written at their ends.
  const room = panel.bars.length === 0 ? 0 : 14
  const scales = {
    x: scaleOf(figure.x, left, left + width),
    y: scaleOf(figure.y, top + height - (figure.y.from < 0 ? room : 0), top + room),
  }
  return element(
    'g',
    {},
    ...upright(figure, panel, frame, scales),
    ...along(figure, frame, scales),
    ...panel.lines.flatMap(({ points }, index) =>
      unbroken(points).flatMap((part) => bandOf(part, styleOf(index, panel.lines.length).colour, scales)),
    ),
    ...barsOf(panel, scales),
    ...panel.lines.flatMap((line, index) => curveOf(line, styleOf(index, panel.lines.length), scales)),
    ...marksOf(panel, frame, scales),
    ...barLabels(panel, frame, scales),
    ...(frame.isLabelled ? endsOf(panel, frame, scales) : []),
  )
}
