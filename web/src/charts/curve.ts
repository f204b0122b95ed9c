import * as Plot from '@observablehq/plot'
import { el, freshId, svg } from '../elements/element.ts'
import { dayOfNumber } from '../words/days.ts'
import { withoutStyle } from './plot.ts'

/** A share on a day, of a line with a name. */
export interface CurvePoint {
  readonly day: number
  readonly share: number
}
export interface CurveLine {
  readonly name: string
  readonly family: string
  readonly points: readonly CurvePoint[]
}
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

const dateOf = (day: number): Date => new Date(dayOfNumber(day))

/**
 * Shares over time as steps, with their names at the ends of the lines, the one-third line, and flags. `moveTo` puts the
 * cursor on a day, and draws nothing else anew.
 */
export const curve = ({ caption, lines, flags, width }: Curve) => {
  const id = freshId('curve')
  const isNarrow = width < 480
  const height = isNarrow ? 220 : 250
  const ends = endsOf(lines)
  const last = Math.max(...lines.flatMap(({ points }) => points.map((point) => point.day)))
  const drawn = Plot.plot({
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
      Plot.gridY([0, 0.25, 0.5, 0.75, 1], { ariaHidden: 'true' } as object),
      Plot.ruleY([1 / 3], { strokeDasharray: '3 3', className: 'third' }),
      ...lines.map(({ points, family }) =>
        Plot.line(points, {
          x: ({ day: on }: CurvePoint) => dateOf(on),
          y: 'share',
          curve: 'step-after',
          strokeWidth: 2,
          className: `line ${family}`,
        }),
      ),
      Plot.text([{ words: 'one third' }], {
        x: () => dateOf(last),
        y: 1 / 3,
        text: 'words',
        dy: -8,
        dx: -4,
        textAnchor: 'end',
        className: 'note',
      }),
      ...(isNarrow
        ? []
        : [
            ...ends.map((end) =>
              Plot.text([end], {
                x: ({ day: on }: CurvePoint) => dateOf(on),
                y: 'at',
                text: 'words',
                dx: 8,
                textAnchor: 'start',
                className: `end ${end.family}`,
              }),
            ),
          ]),
      Plot.dot(flags, { x: (flag: CurveFlag) => dateOf(flag.day), y: 'share', r: 4, className: 'flag' }),
      Plot.text(flags, {
        x: (flag: CurveFlag) => dateOf(flag.day),
        y: 'share',
        text: 'words',
        dx: 8,
        dy: 12,
        textAnchor: 'start',
        className: 'note',
      } as object),
    ],
  })
  const cursor = svg('line', { class: 'cursor', y1: 12, y2: height - 28 })
  drawn.append(cursor)
  const x = drawn.scale('x')
  const moveTo = (day: number): void => {
    const at = String(x?.apply(dateOf(day)) ?? 0)
    cursor.setAttribute('x1', at)
    cursor.setAttribute('x2', at)
  }
  const element = el(
    'figure',
    { class: 'curve', 'aria-labelledby': id },
    withoutStyle(drawn),
    isNarrow &&
      el(
        'ul',
        { class: 'legend' },
        ...ends.map(({ words, family }) => el('li', {}, el('span', { class: `swatch ${family}` }), words)),
      ),
    el('figcaption', { id }, caption),
  )
  return { element, moveTo }
}

/** Names at the ends of lines, moved apart where they would stand on one another. */
const endsOf = (lines: readonly CurveLine[]) => {
  const apart = 0.075
  const ends = lines
    .flatMap(({ name, family, points }) => {
      const end = points.at(-1)
      return end === undefined ? [] : [{ day: end.day, at: end.share, share: end.share, name, family }]
    })
    .toSorted((a, b) => a.share - b.share)
  let floor = -Infinity
  return ends.map((end) => {
    const at = Math.max(end.at, floor)
    floor = at + apart
    return { ...end, at, words: `${end.name} ${Math.round(end.share * 100)} %` }
  })
}
