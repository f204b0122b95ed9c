import { svg } from '../elements/element.ts'
import { linesOf } from '../words/lines.ts'

const width = 616
const edge = 4
const rowHeight = 34
const lettersAcross = 62

/** What adds up to a value, as it stands in the column, as one drawing to be saved: each list with its sum. */
export const sharePicture = (column: Element): SVGSVGElement => {
  let y = 4
  const lists = [...column.querySelectorAll('section:has(> .shares)')].flatMap((list) => {
    const heading = textOf(edge, (y += 20), list.querySelector('h3')?.textContent ?? '', { 'font-weight': 600 })
    y += 8
    const rows = [...list.querySelectorAll('.shares > li')].flatMap((row) => {
      y += rowHeight
      return rowOf(row, y - rowHeight)
    })
    const [words, sum] = [...list.querySelectorAll('.share-total span')].map(({ textContent }) => textContent ?? '')
    y += 24
    return [
      heading,
      ...rows,
      textOf(edge, y - 8, words ?? '', { 'font-weight': 600 }),
      textOf(width - edge, y - 8, sum ?? '', { 'font-weight': 600, 'text-anchor': 'end' }),
    ]
  })
  const height = y + 4
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, class: 'plot', 'font-family': 'sans-serif' },
    ...lists,
  )
}

const textOf = (x: number, y: number, words: string, more: object = {}): SVGElement =>
  svg('text', { x, y, 'font-size': 12, ...more }, words)

const nameOf = (row: Element): string =>
  (row.querySelector('.share-name summary') ?? row.querySelector('.share-name'))?.textContent ?? ''

const rowOf = (row: Element, y: number): readonly SVGElement[] => {
  const bar = row.querySelector<HTMLElement>('.share-bar')
  const share = Number.parseFloat(bar?.style.width ?? '0') / 100
  const [name = ''] = linesOf(nameOf(row), lettersAcross)
  return [
    textOf(edge, y + 14, name),
    textOf(width - edge, y + 14, row.querySelector('.share-number')?.textContent ?? '', { 'text-anchor': 'end' }),
    ...(bar === null
      ? []
      : [svg('rect', { x: edge, y: y + 20, width: share * (width - 2 * edge), height: 6, class: bar.className })]),
  ]
}
