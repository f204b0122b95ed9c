import { svg } from '../elements/element.ts'

const left = 206
const across = 760
const rowHeight = 20
const top = 24

/** Lanes as one drawing, to be saved: what they wear on the page is written into it. */
export const lanePicture = (figure: Element): SVGSVGElement => {
  const rows = [...figure.querySelectorAll('.lane:not(.axis, .over)')]
  const height = top + rows.length * rowHeight + 8
  return svg(
    'svg',
    { viewBox: `0 0 ${left + across + 16} ${height}`, width: left + across + 16, height, 'font-family': 'sans-serif' },
    ...yearsOf(figure),
    ...rows.flatMap(rowOf),
  )
}

const placeOf = (element: HTMLElement): number => left + (Number.parseFloat(element.style.left) / 100) * across

const textOf = (x: number, y: number, words: string, like: Element, anchor = 'start'): SVGElement =>
  svg('text', { x, y, 'font-size': 11, 'text-anchor': anchor, fill: getComputedStyle(like).color }, words)

const yearsOf = (figure: Element): readonly SVGElement[] =>
  [...figure.querySelectorAll<HTMLElement>('.lane.axis .years span')].map((year) =>
    textOf(placeOf(year), 14, year.textContent ?? '', year, 'middle'),
  )

const rowOf = (row: Element, index: number): readonly SVGElement[] => {
  const y = top + index * rowHeight
  const label = row.querySelector('.label')
  const words = (label?.textContent ?? '').slice(0, 32)
  const bars = [...row.querySelectorAll('rect.bar')].map((bar) => barOf(bar, y))
  const ticks = [...row.querySelectorAll<HTMLElement>('.tick')].map((tick) =>
    svg('circle', {
      cx: placeOf(tick),
      cy: y + 9,
      r: 3.5,
      fill: getComputedStyle(tick).backgroundColor,
      stroke: getComputedStyle(tick).borderTopColor,
    }),
  )
  return [...(label === null ? [] : [textOf(16, y + 13, words, label)]), ...bars, ...ticks]
}

const barOf = (bar: Element, y: number): SVGElement => {
  const { fill, stroke } = getComputedStyle(bar)
  const at = (name: string): number => (Number(bar.getAttribute(name)) / 1000) * across
  return svg('rect', { x: left + at('x'), width: at('width'), y: y + 5, height: 8, fill, stroke })
}
