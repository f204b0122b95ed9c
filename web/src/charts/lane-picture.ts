import { svg } from '../elements/element.ts'
import { linesOf } from '../words/lines.ts'

const left = 194
const across = 760
const edge = 4
const top = 36
const least = 20
const lineHeight = 13
/** So many letters of a name stand in a line beside a lane. */
const lettersBeside = 30

/** Lanes, and lines over the same axis, as one drawing to be saved: the same classes, in the same colours. */
export const lanePicture = (figure: Element): SVGSVGElement => {
  const rows = [...figure.querySelectorAll('.lane:not(.axis, .over)')]
  let y = top
  const drawn = rows.flatMap((row) => {
    const one = rowOf(row, y)
    y += one.height
    return one.marks
  })
  const width = left + across + edge
  const height = y + 8
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, class: 'lanes plot trace-names', 'font-family': 'sans-serif' },
    ...yearsOf(figure),
    ...drawn,
    ...cursorOf(figure, height),
  )
}

const textOf = (x: number, y: number, words: string, more: object = {}): SVGElement =>
  svg('text', { x, y, 'font-size': 11, ...more }, words)

const placeOf = (element: HTMLElement): number => left + (Number.parseFloat(element.style.left) / 100) * across

const yearsOf = (figure: Element): readonly SVGElement[] =>
  [...figure.querySelectorAll<HTMLElement>('.lane.axis .years span')].map((year) =>
    textOf(placeOf(year), top - 8, year.textContent ?? '', { 'text-anchor': 'middle' }),
  )

/** The day that is looked at, as a line over all rows, with the day above it where the page tells it there. */
const cursorOf = (figure: Element, height: number): readonly SVGElement[] => {
  const cursor = figure.querySelector<HTMLElement>('.lane-cursor')
  if (cursor === null) return []
  const x = placeOf(cursor)
  const isLate = cursor.classList.contains('late')
  const more = { 'text-anchor': isLate ? 'end' : 'start', 'font-weight': 600 }
  return [
    svg('line', { x1: x, x2: x, y1: top - 22, y2: height, class: 'cursor' }),
    textOf(x + (isLate ? -4 : 4), 11, cursor.textContent ?? '', more),
  ]
}

const labelLines = (label: Element | null): readonly { readonly words: string; readonly isTitle: boolean }[] => {
  if (label === null) return []
  const isTitle = label.querySelector('.pair-title') !== null
  const copy = label.cloneNode(true) as Element
  for (const list of copy.querySelectorAll('.trace-names')) list.remove()
  const asides = [...copy.querySelectorAll('.aside')].map((aside) => {
    aside.remove()
    return aside.textContent ?? ''
  })
  return [copy.textContent ?? '', ...asides]
    .filter((words) => words !== '')
    .flatMap((words) => linesOf(words, isTitle ? 120 : lettersBeside))
    .map((words) => ({ words, isTitle }))
}

const rowOf = (row: Element, y: number) => {
  const lines = labelLines(row.querySelector('.label'))
  const track = row.querySelector('.track > svg')
  const isTraced = row.classList.contains('traced')
  const own = isTraced ? Number(track?.getAttribute('viewBox')?.split(' ')[3] ?? 0) + 12 : least
  const height = Math.max(own, lines.length * lineHeight + 7)
  const middle = y + height / 2
  const first = middle - ((lines.length - 1) * lineHeight) / 2 + 4
  const words = lines.map(({ words: text, isTitle }, place) =>
    textOf(edge, first + place * lineHeight, text, isTitle ? { 'font-weight': 600 } : {}),
  )
  if (track === null) return { height, marks: words }
  const marks = isTraced ? tracesOf(row, track, y + 6) : lastingOf(row, track, middle)
  return { height, marks: [...words, ...marks] }
}

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name))
const scaled = (x: number): number => left + (x / 1000) * across

/** What lasted as bars, heights of years, and what happened on a day as dots. */
const lastingOf = (row: Element, track: Element, middle: number): readonly SVGElement[] => {
  const tall = Number(track.getAttribute('viewBox')?.split(' ')[3] ?? 18)
  const scale = 10 / tall
  const bars = [...track.querySelectorAll('rect.bar')].map((bar) =>
    svg('rect', {
      x: scaled(numberOf(bar, 'x')),
      width: (numberOf(bar, 'width') / 1000) * across,
      y: middle - 5 + numberOf(bar, 'y') * scale,
      height: numberOf(bar, 'height') * scale,
      class: bar.getAttribute('class'),
    }),
  )
  const beyond = [...track.querySelectorAll('line.beyond')].map((bar) =>
    svg('line', {
      x1: scaled(numberOf(bar, 'x1')),
      x2: scaled(numberOf(bar, 'x2')),
      y1: middle,
      y2: middle,
      class: 'bar beyond',
    }),
  )
  const ticks = [...row.querySelectorAll<HTMLElement>('.tick')].map((tick) =>
    svg('circle', { cx: placeOf(tick), cy: middle, r: 3.5, class: tick.className }),
  )
  const ground = svg('line', { x1: left, x2: left + across, y1: middle, y2: middle, class: 'ground' })
  return bars.length + beyond.length + ticks.length === 0 && row.querySelector('.pair-title') !== null
    ? []
    : [ground, ...bars, ...beyond, ...ticks]
}

/** Lines of values between the ends of their scale. */
const tracesOf = (row: Element, track: Element, y: number): readonly SVGElement[] => {
  const lines = [...track.querySelectorAll('line.ground')].map((line) =>
    svg('line', {
      x1: left,
      x2: left + across,
      y1: y + numberOf(line, 'y1'),
      y2: y + numberOf(line, 'y2'),
      class: 'ground',
    }),
  )
  const paths = [...track.querySelectorAll('path')].map((path) =>
    svg('path', {
      d: (path.getAttribute('d') ?? '').replaceAll(
        /([ML])([\d.-]+) ([\d.-]+)/g,
        (_, step: string, x: string, up: string) =>
          `${step}${scaled(Number(x)).toFixed(1)} ${(y + Number(up)).toFixed(1)}`,
      ),
      class: path.getAttribute('class'),
    }),
  )
  const ends = [...row.querySelectorAll<HTMLElement>('.scale-end')].map((end) =>
    textOf(left - 6, y + Number.parseFloat(end.style.top) + 4, end.textContent ?? '', { 'text-anchor': 'end' }),
  )
  return [...lines, ...paths, ...ends]
}
