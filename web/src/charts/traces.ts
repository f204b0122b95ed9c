import { el, svg, type Child } from '../elements/element.ts'
import { dayAt, axisOf, laneCursor } from './lanes.ts'

/** A value on a day; a line is broken where there is none. */
export interface TracePoint {
  readonly day: number
  readonly value: number | null
}
export interface Trace {
  readonly name: string
  /** How it is drawn: the state itself, then what stands beside it. */
  readonly wears: 'own' | 'first' | 'second' | 'third'
  readonly points: readonly TracePoint[]
}
/** Lines with one scale, in one row. */
export interface TraceRow {
  readonly label: Child
  readonly traces: readonly Trace[]
  readonly lowest: number
  readonly highest: number
  readonly tell: (value: number) => string
  readonly isTall?: boolean
}
export interface Traces {
  readonly caption: string
  readonly note: Child
  readonly from: number
  readonly to: number
  readonly rows: readonly TraceRow[]
  /** Called with the day, and the line that is nearest to where was pointed. */
  readonly pick?: (day: number, trace: Trace) => void
}

const width = 1000

/** Values over the same axis as lanes: a row for each scale, its name beside it, its ends at its edge. */
export const traces = ({ caption, note, from, to, rows, pick }: Traces) => {
  const cursor = laneCursor(from, to, true)
  const element = el(
    'figure',
    { class: 'lanes quiet', 'aria-label': caption },
    el(
      'div',
      { class: 'rows' },
      el('div', { class: 'lane axis', 'aria-hidden': 'true' }, el('span'), axisOf(from, to)),
      ...rows.map((row) => rowElement(row, { from, to, pick })),
      cursor.element,
    ),
    el('figcaption', {}, note),
  )
  return { element, moveTo: cursor.moveTo }
}

type Place = Pick<Traces, 'from' | 'to'> & { readonly pick: Traces['pick'] | undefined }

const rowElement = (row: TraceRow, { from, to, pick }: Place): HTMLElement => {
  const height = row.isTall === true ? 132 : 56
  const x = (day: number): number => ((day - from) / Math.max(to - from, 1)) * width
  const y = (value: number): number =>
    4 + (1 - (value - row.lowest) / Math.max(row.highest - row.lowest, 1e-9)) * (height - 8)
  const track = el(
    'div',
    { class: `track${pick === undefined ? '' : ' pointed'}` },
    svg(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        preserveAspectRatio: 'none',
        'aria-hidden': 'true',
        style: `height: ${height}px`,
      },
      ...[row.lowest, row.highest].map((end) =>
        svg('line', { x1: 0, x2: width, y1: y(end), y2: y(end), class: 'ground' }),
      ),
      ...row.traces.map(({ points, wears }) => svg('path', { d: pathOf(points, x, y), class: `trace ${wears}` })),
      ...row.traces.map(({ points, wears }) => svg('path', { d: loneOf(points, x, y), class: `trace lone ${wears}` })),
    ),
    ...[row.lowest, row.highest].map((end) =>
      el('span', { class: 'scale-end', style: `top: ${y(end)}px` }, row.tell(end)),
    ),
  )
  track.addEventListener('click', (event) => {
    const day = dayAt(event, from, to)
    if (day === undefined || pick === undefined) return
    const trace = nearestTo(
      row.traces,
      day,
      row.lowest + (1 - (event.offsetY - 4) / (height - 8)) * (row.highest - row.lowest),
    )
    if (trace !== undefined) pick(day, trace)
  })
  return el(
    'div',
    { class: `lane traced${row.isTall === true ? ' tall' : ''}` },
    el('div', { class: 'label' }, row.label, namesOf(row.traces)),
    track,
  )
}

/** The names of the lines, each beside how it is drawn; a row of one line needs none. */
const namesOf = (all: readonly Trace[]): Child =>
  all.length > 1 &&
  el(
    'ul',
    { class: 'trace-names' },
    ...all.map(({ name, wears }) =>
      el(
        'li',
        {},
        svg(
          'svg',
          { viewBox: '0 0 22 8', 'aria-hidden': 'true' },
          svg('line', { x1: 0, x2: 22, y1: 4, y2: 4, class: `trace ${wears}` }),
        ),
        name,
      ),
    ),
  )

const hasValue = (points: readonly TracePoint[], index: number): boolean => (points[index]?.value ?? null) !== null

/** A dot at each point that has a value, and none before and after it. */
const loneOf = (points: readonly TracePoint[], x: (day: number) => number, y: (value: number) => number): string =>
  points
    .map(({ day, value }, index) =>
      value === null || hasValue(points, index - 1) || hasValue(points, index + 1)
        ? ''
        : `M${x(day).toFixed(1)} ${y(value).toFixed(1)}h0.01`,
    )
    .join('')

/** A path through points that have a value, broken where there is none. */
export const pathOf = (
  points: readonly TracePoint[],
  x: (day: number) => number,
  y: (value: number) => number,
): string =>
  points
    .map(({ day, value }, index) => {
      if (value === null) return ''
      const place = `${x(day).toFixed(1)} ${y(value).toFixed(1)}`
      return hasValue(points, index - 1) ? `L${place}` : `M${place}`
    })
    .join('')

/** The line with the value closest to one, among those that have any near the day. */
export const nearestTo = (all: readonly Trace[], day: number, value: number): Trace | undefined => {
  const distances = all.flatMap((trace) => {
    const known = trace.points.filter((point) => point.value !== null)
    const near = known.toSorted((a, b) => Math.abs(a.day - day) - Math.abs(b.day - day))[0]
    return near === undefined ? [] : [{ trace, far: Math.abs((near.value ?? 0) - value) }]
  })
  return distances.toSorted((a, b) => a.far - b.far)[0]?.trace
}
