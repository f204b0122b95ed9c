import type { Figure, KeyEntry } from '../queries/question/figure.ts'
import { asSentence } from '../text/sentence.ts'
import { barColours, dashes, ink, lineStyles, quiet, shortened, sizes, wrapped } from './svg-look.ts'
import { lineHeight, marginsOf, panelOf, textAt, type Frame } from './svg-panel.ts'
import { element, xmlText, type XmlElement } from './xml.ts'

/** Of paper 640 units are 16 cm, the width of a text; of a phone 320 are a screen, on which text keeps its size. */
export const widths = { paper: 640, phone: 320 } as const
export type Width = (typeof widths)[keyof typeof widths]
const margin = 12
const insideOf = (width: Width): number => width - 2 * margin

/** What is drawn below each other: it says where it ends. */
interface Block {
  readonly elements: readonly XmlElement[]
  readonly bottom: number
}

type Attributes = XmlElement['attributes']

/** Texts as lines below each other, from a height on. */
const linesFrom = (
  width: Width,
  top: number,
  texts: readonly string[],
  size: number,
  attributes: Attributes = {},
): Block => {
  const step = Math.round(size * 1.32)
  const weight = attributes['font-weight'] === 'bold' ? 'bold' : 'normal'
  const lines = texts.flatMap((text) => wrapped(text, size, insideOf(width), weight))
  return {
    elements: lines.map((line, index) =>
      textAt(margin, top + size + index * step, line, { 'font-size': size, ...attributes }),
    ),
    bottom: top + lines.length * step,
  }
}

/** The title of an axis: that of values above the plots, that of years below them. */
const plot = { height: 260, above: 36, below: 34 } as const
const small = { columns: { 640: 3, 320: 2 }, height: 96, above: 34, below: 26, gap: 14, left: 42 } as const

const onePanel = (figure: Figure, top: number, width: Width): Block => {
  const { left, right } = marginsOf(figure)
  const frame: Frame = {
    left: margin + left,
    top: top + plot.above,
    width: insideOf(width) - left - right,
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
const manyPanels = (figure: Figure, top: number, width: Width): Block => {
  const inside = insideOf(width)
  const columns = small.columns[width]
  const across = (inside - small.left - small.gap * (columns - 1)) / columns
  const subtitles = figure.panels.map(({ subtitle = '' }) => wrapped(subtitle, sizes.small, across))
  const lines = Math.max(1, ...subtitles.map(({ length }) => length))
  const above = small.above + (lines - 1) * lineHeight
  const row = above + small.height + small.below
  const rows = Math.ceil(figure.panels.length / columns)
  return {
    elements: [
      textAt(margin, top + 12, figure.y.title),
      ...figure.panels.map((panel, index) => {
        const column = index % columns
        const frame: Frame = {
          left: margin + small.left + column * (across + small.gap),
          top: top + 12 + Math.floor(index / columns) * row + above,
          width: across,
          height: small.height,
          isNamed: column === 0,
          isLabelled: false,
        }
        const title = shortened(panel.title ?? '', sizes.text, across)
        return element(
          'g',
          {},
          textAt(frame.left, frame.top - above + 15, title, {
            'font-size': sizes.text,
            'font-weight': 'bold',
            fill: ink,
          }),
          ...(subtitles[index] ?? []).map((line, at) =>
            textAt(frame.left, frame.top - above + 28 + at * lineHeight, line),
          ),
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

const keyFrom = (top: number, key: Figure['key'], width: Width): Block => {
  const room = insideOf(width) - 34
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

/** What is written in a figure beside what it shows. */
interface Written {
  /** What the answer is: its clocks, its release, what may not be passed on. */
  readonly named: readonly string[]
  /** Those of every source of the log: they stand in the file and are not drawn. */
  readonly terms?: string | undefined
  /** What its title and description are found by: no two figures of a document share it. */
  readonly id: string
  readonly width: Width
}

/** A figure as an element of a document: without scripts, styles and fonts of its own. */
export const svgElement = (figure: Figure, { named, terms, id, width }: Written): XmlElement => {
  const words = [...figure.about, ...named].map(asSentence)
  const title = linesFrom(width, margin - 4, [figure.title], sizes.title, { fill: ink, 'font-weight': 'bold' })
  const subtitle = linesFrom(width, title.bottom, [figure.subtitle], sizes.text, { fill: ink })
  const isOne = figure.panels.length <= 1
  const panels = (isOne ? onePanel : manyPanels)(figure, subtitle.bottom + 6, width)
  const key = keyFrom(panels.bottom + 2, figure.key, width)
  const about = linesFrom(width, key.bottom + 8, words, sizes.small, { fill: quiet })
  const height = Math.ceil(about.bottom + margin)
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${width / 4}mm`,
      height: `${Math.round(height * 25) / 100}mm`,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
    },
    element('title', { id: `${id}-title` }, figure.title),
    element(
      'desc',
      { id: `${id}-desc` },
      [...[figure.subtitle, figure.description].map(asSentence), ...words].join(' '),
    ),
    ...(terms === undefined ? [] : [element('metadata', {}, asSentence(terms))]),
    element('rect', { width, height, fill: '#ffffff' }),
    ...[title, subtitle, panels, key, about].flatMap(({ elements }) => elements),
  )
}

/** A figure as SVG 1.1, 16 cm wide: one document by itself, and the same bytes for the same figure. */
export const svgText = (figure: Figure, named: readonly string[], terms?: string): string => {
  const drawing = svgElement(figure, { named, terms, id: 'figure', width: widths.paper })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(drawing)}`
}
