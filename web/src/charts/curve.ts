import * as Plot from '@observablehq/plot'
import { el, freshId, svg } from '../elements/element.ts'
import { dayOfNumber } from '../words/days.ts'
import { linesOf } from '../words/lines.ts'
import type { CurveLine, CurvePoint } from './curve-line.ts'
import { curveTable } from './curve-table.ts'
import { withoutStyle } from './plot.ts'

/** A share on a day, of a line with a name. */
export interface CurveFlag {
  readonly day: number
  readonly share: number
  readonly words: string
}
export interface Curve {
  readonly caption: string
  readonly lines: readonly CurveLine[]
  readonly flags: readonly CurveFlag[]
  readonly width: number
}

/** Below this width names stand in a legend, not at the ends of lines. */
const narrow = 480

/**
 * Shares over time as steps, with their names at the ends of the lines, the one-third line, and flags. `moveTo` puts
 * the cursor on a day, and draws nothing else anew.
 */
export const curve = (wanted: Curve) => {
  const { caption, lines, width } = wanted
  const id = freshId('curve')
  const height = width < narrow ? 220 : 250
  const drawn = drawnCurve(wanted, height)
  const cursor = svg('line', { class: 'cursor', y1: 12, y2: height - 28 })
  // Beneath what is written: it runs through no word.
  const written = drawn.querySelector('.flag, .note, .end')
  if (written === null) drawn.append(cursor)
  else written.before(cursor)
  const x = drawn.scale('x')
  const moveTo = (day: number): void => {
    const at = String(x?.apply(dateOf(day)) ?? 0)
    cursor.setAttribute('x1', at)
    cursor.setAttribute('x2', at)
  }
  const names = endsOf(lines).map(({ words, family }) => el('li', {}, el('span', { class: `swatch ${family}` }), words))
  const element = el(
    'figure',
    { class: 'curve', 'aria-labelledby': id },
    withoutStyle(drawn),
    width < narrow && el('ul', { class: 'legend' }, ...names),
    el('figcaption', { id }, caption),
    curveTable(lines),
  )
  return { element, moveTo }
}

const dateOf = (day: number): Date => new Date(dayOfNumber(day))

const drawnCurve = ({ lines, flags, width }: Curve, height: number) => {
  const isNarrow = width < narrow
  return Plot.plot({
    width,
    height,
    marginLeft: 44,
    marginRight: isNarrow ? 12 : 150,
    marginBottom: 28,
    className: 'plot',
    x: { type: 'utc', label: null, ticks: isNarrow ? 4 : 8 },
    y: {
      domain: [0, 1],
      label: null,
      ticks: [0, 0.25, 0.5, 0.75, 1],
      tickFormat: (share: number) => `${share * 100}${share === 1 ? ' %' : ''}`,
    },
    marks: [
      Plot.gridY([0, 0.25, 0.5, 0.75, 1]),
      ...third(lines, flags.length === 0),
      ...lines.map(({ points, family }) => lineMark(points, family)),
      ...(isNarrow ? [] : endsOf(lines).map(endMark)),
      Plot.dot(flags, { x: (flag: CurveFlag) => dateOf(flag.day), y: 'share', r: 4, className: 'flag' }),
      Plot.text(flags, {
        x: (flag: CurveFlag) => dateOf(flag.day),
        y: 'share',
        text: 'words',
        dx: 8,
        dy: 12,
        textAnchor: 'start',
        className: 'note',
      }),
    ],
  })
}

/** The line of one third; its name, where no flag on it says the same. */
const third = (lines: readonly CurveLine[], isNamed: boolean) => {
  const last = Math.max(...lines.flatMap(({ points }) => points.map((point) => point.day)))
  const name = { words: 'one third', day: last }
  return [
    Plot.ruleY([1 / 3], { strokeDasharray: '3 3', className: 'third' }),
    Plot.text(isNamed ? [name] : [], {
      x: ({ day }: CurvePoint) => dateOf(day),
      y: 1 / 3,
      text: 'words',
      dy: 9,
      dx: -4,
      textAnchor: 'end',
      className: 'note',
    }),
  ]
}

const lineMark = (points: readonly CurvePoint[], family: string) =>
  Plot.line(points, {
    x: ({ day }: CurvePoint) => dateOf(day),
    y: 'share',
    curve: 'step-after',
    strokeWidth: 2,
    className: `line ${family}`,
  })

const endMark = (end: ReturnType<typeof endsOf>[number]) =>
  Plot.text([end], {
    x: ({ day }: CurvePoint) => dateOf(day),
    y: 'at',
    text: 'beside',
    dx: 8,
    textAnchor: 'start',
    className: `end ${end.family}`,
  })

/** So many letters of a name stand in a line beside the curve; longer ones go on in the next. */
const lettersBeside = 21
const lineApart = 0.068

/** Names at the ends of lines, moved apart where they would stand on one another. */
const endsOf = (lines: readonly CurveLine[]) => {
  const ends = lines
    .flatMap(({ name, family, points }) => {
      const end = points.at(-1)
      return end === undefined ? [] : [{ day: end.day, at: end.share, share: end.share, name, family }]
    })
    .toSorted((a, b) => a.share - b.share)
  let floor = -Infinity
  return ends.map((end) => {
    const words = `${end.name} ${Math.round(end.share * 100)}\u00a0%`
    const inLines = linesOf(words, lettersBeside)
    const half = ((inLines.length - 1) * lineApart) / 2
    const at = Math.max(end.at, floor + half)
    floor = at + half + lineApart * 1.15
    return { ...end, at, words, beside: inLines.join('\n') }
  })
}
