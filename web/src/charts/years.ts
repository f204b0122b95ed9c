import * as Plot from '@observablehq/plot'
import { el, freshId } from '../elements/element.ts'
import { withoutStyle } from './plot.ts'

/** A value of a year, with how far others lie from it where that is told. */
export interface YearValue {
  readonly year: number
  /** Null where there is none: the line breaks there. */
  readonly value: number | null
  readonly spread?: number | null
}
export interface YearLine {
  readonly name: string
  readonly look: 'main' | 'second'
  readonly values: readonly YearValue[]
}
interface Years {
  readonly caption: string
  readonly lines: readonly YearLine[]
  readonly width: number
}

const height = 240
const narrow = 480

/** Values by year: a dot a year, a line where years follow one another, and a band where their spread is told. */
export const yearsChart = ({ caption, lines, width }: Years): HTMLElement => {
  const id = freshId('years')
  const isNarrow = width < narrow
  const drawn = Plot.plot({
    width,
    height,
    marginLeft: 44,
    marginRight: isNarrow || lines.length === 1 ? 16 : 150,
    marginBottom: 28,
    className: 'plot',
    x: { label: null, tickFormat: 'd', ticks: isNarrow ? 4 : 8 },
    y: { label: null, ticks: 5, nice: true },
    marks: [
      Plot.gridY({ ticks: 5 }),
      ...lines.flatMap(marksOf),
      ...(isNarrow || lines.length === 1
        ? []
        : lines.map((line, place) => endMark(line, lines[1 - place], lastYear(lines)))),
    ],
  })
  return el(
    'figure',
    { class: 'years-of', 'aria-labelledby': id },
    withoutStyle(drawn),
    isNarrow && lines.length > 1 && namesOf(lines),
    el('figcaption', { id }, caption),
  )
}

const namesOf = (lines: readonly YearLine[]): HTMLElement =>
  el('ul', { class: 'legend' }, ...lines.map(({ name, look }) => el('li', { class: `year-name ${look}` }, name)))

const low = ({ value, spread }: YearValue): number => (value ?? NaN) - (spread ?? 0)
const high = ({ value, spread }: YearValue): number => (value ?? NaN) + (spread ?? 0)

const marksOf = ({ values, look }: YearLine) => {
  const known = values.filter(({ value }) => value !== null)
  const years = new Set(known.map(({ year }) => year))
  const spread = known.filter((one) => one.spread !== undefined && one.spread !== null)
  const alone = spread.filter(({ year }) => !years.has(year - 1) && !years.has(year + 1))
  return [
    Plot.areaY(spread.length === 0 ? [] : values, { x: 'year', y1: low, y2: high, className: 'band' }),
    // A year between two without a value has no area: its spread is a stroke.
    Plot.ruleX(alone, { x: 'year', y1: low, y2: high, className: 'spread' }),
    Plot.line(values, {
      x: 'year',
      y: (one: YearValue) => one.value ?? NaN,
      strokeWidth: 2,
      className: `year-line ${look}`,
    }),
    Plot.dot(known, { x: 'year', y: 'value', r: known.length > 40 ? 2 : 3.5, className: `year-dot ${look}` }),
  ]
}

const lastYear = (lines: readonly YearLine[]): number =>
  Math.max(...lines.flatMap(({ values }) => values.map(({ year }) => year)))

/** The name of a line at the right, as high as its end; of two that end close to one another the lower stands below. */
const endMark = ({ name, look, values }: YearLine, other: YearLine | undefined, last: number) => {
  const end = values.findLast(({ value }) => value !== null)
  const beside = other?.values.findLast(({ value }) => value !== null)
  const isLower = (end?.value ?? 0) < (beside?.value ?? 0)
  return Plot.text(end === undefined ? [] : [end], {
    x: () => last,
    y: 'value',
    text: () => name,
    dx: 10,
    dy: isLower ? 6 : -6,
    textAnchor: 'start',
    className: `year-end ${look}`,
  })
}
