import type { Figure, KeyEntry } from '../queries/question/figure.ts'
import { barColours, dashes, ink, lineStyles, quiet, shortened, sizes, wrapped } from './svg-look.ts'
import { marginsOf, panelOf, textAt, type Frame } from './svg-panel.ts'
import { element, xmlText, type XmlElement } from './xml.ts'

/** 640 units are 16 cm, the width of a text on paper. */
const width = 640
const margin = 12
const inside = width - 2 * margin

/** What is drawn below each other: it says where it ends. */
interface Block {
  readonly elements: readonly XmlElement[]
  readonly bottom: number
}

type Attributes = XmlElement['attributes']

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`

/** Texts as lines below each other, from a height on. */
const linesFrom = (top: number, texts: readonly string[], size: number, attributes: Attributes = {}): Block => {
  const step = Math.round(size * 1.32)
  const weight = attributes['font-weight'] === 'bold' ? 'bold' : 'normal'
  const lines = texts.flatMap((text) => wrapped(text, size, inside, weight))
  return {
    elements: lines.map((line, index) =>
      textAt(margin, top + size + index * step, line, { 'font-size': size, ...attributes }),
    ),
    bottom: top + lines.length * step,
  }
}

/** The title of an axis: that of values above the plots, that of years below them. */
const plot = { height: 260, above: 36, below: 34 } as const
const small = { columns: 3, height: 96, above: 34, below: 26, gap: 14, left: 42 } as const

const onePanel = (figure: Figure, top: number): Block => {
  const { left, right } = marginsOf(figure)
  const frame: Frame = {
    left: margin + left,
    top: top + plot.above,
    width: inside - left - right,
    height: plot.height,
    isNamed: true,
    isLabelled: true,
  }
  const bottom = frame.top + frame.height
  return {
    elements: [
      textAt(margin, top + 12, figure.y.title),
      ...figure.panels.map((panel) => panelOf(figure, panel, frame)),
      textAt(frame.left + frame.width / 2, bottom + 29, figure.x.title, { 'text-anchor': 'middle' }),
    ],
    bottom: bottom + plot.below + 4,
  }
}

/** Small panels in rows, the same axes in each. */
const manyPanels = (figure: Figure, top: number): Block => {
  const across = (inside - small.left - small.gap * (small.columns - 1)) / small.columns
  const row = small.above + small.height + small.below
  const rows = Math.ceil(figure.panels.length / small.columns)
  return {
    elements: [
      textAt(margin, top + 12, figure.y.title),
      ...figure.panels.map((panel, index) => {
        const column = index % small.columns
        const frame: Frame = {
          left: margin + small.left + column * (across + small.gap),
          top: top + 12 + Math.floor(index / small.columns) * row + small.above,
          width: across,
          height: small.height,
          isNamed: column === 0,
          isLabelled: false,
        }
        const title = shortened(panel.title ?? '', sizes.text, across)
        return element(
          'g',
          {},
          textAt(frame.left, frame.top - 19, title, { 'font-size': sizes.text, 'font-weight': 'bold', fill: ink }),
          textAt(frame.left, frame.top - 6, panel.subtitle ?? ''),
          panelOf(figure, panel, frame),
        )
      }),
      textAt(margin + small.left + (inside - small.left) / 2, top + 12 + rows * row + 6, figure.x.title, {
        'text-anchor': 'middle',
      }),
    ],
    bottom: top + 12 + rows * row + 16,
  }
}

/** What a kind of line, shade or mark looks like, 26 units wide. */
const sampleOf = (sample: KeyEntry['sample'], x: number, y: number): readonly XmlElement[] => {
  const { colour } = lineStyles[1]
  const line = (attributes: Attributes) =>
    element('line', { x1: x, y1: y, x2: x + 26, y2: y, stroke: colour, 'stroke-width': 2, ...attributes })
  const box = (left: number, fill: string) => element('rect', { x: left, y: y - 5, width: 10, height: 10, fill })
  switch (sample) {
    case 'mark':
      return [line({ stroke: ink, 'stroke-width': 0.7 })]
    case 'possible':
      return [element('rect', { x, y: y - 5, width: 26, height: 10, fill: colour, 'fill-opacity': 0.22 })]
    case 'hollow':
      return [element('rect', { x, y: y - 5, width: 10, height: 10, fill: 'none', stroke: barColours.up })]
    case 'bar':
      return [box(x, barColours.up), box(x + 14, barColours.down)]
    default:
      return [line(dashes[sample])]
  }
}

const keyFrom = (top: number, key: Figure['key']): Block => {
  const room = inside - 34
  let bottom = top
  const elements = key.flatMap(({ sample, means }) => {
    const lines = wrapped(means, sizes.small, room)
    const first = bottom
    bottom += lines.length * 14
    return [
      ...sampleOf(sample, margin, first + 7),
      ...lines.map((line, index) => textAt(margin + 34, first + 10.5 + index * 14, line)),
    ]
  })
  return { elements, bottom }
}

/**
 * A figure as SVG 1.1, 16 cm wide: one document by itself, without scripts, styles and fonts of its own, and the same
 * bytes for the same figure. `named` says what the answer is: its clocks, its release, what may not be passed on.
 * `terms`, those of every source of the log, stand in the file and are not drawn.
 */
export const svgText = (figure: Figure, named: readonly string[], terms?: string): string => {
  const words = [...figure.about, ...named].map(sentence)
  const title = linesFrom(margin - 4, [figure.title], sizes.title, { fill: ink, 'font-weight': 'bold' })
  const subtitle = linesFrom(title.bottom, [figure.subtitle], sizes.text, { fill: ink })
  const isOne = figure.panels.length <= 1
  const panels = (isOne ? onePanel : manyPanels)(figure, subtitle.bottom + 6)
  const key = keyFrom(panels.bottom + 2, figure.key)
  const about = linesFrom(key.bottom + 8, words, sizes.small, { fill: quiet })
  const height = Math.ceil(about.bottom + margin)
  const drawing = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: '160mm',
      height: `${Math.round(height * 25) / 100}mm`,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'figure-title figure-desc',
      'font-family': "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
    },
    element('title', { id: 'figure-title' }, figure.title),
    element(
      'desc',
      { id: 'figure-desc' },
      [...[figure.subtitle, figure.description].map(sentence), ...words].join(' '),
    ),
    ...(terms === undefined ? [] : [element('metadata', {}, sentence(terms))]),
    element('rect', { width, height, fill: '#ffffff' }),
    ...[title, subtitle, panels, key, about].flatMap(({ elements }) => elements),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(drawing)}`
}
