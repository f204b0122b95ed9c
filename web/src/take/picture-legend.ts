import { svg } from '../elements/element.ts'
import { textures } from '../map/textures.ts'

/** What a colour, a texture or a line means: how it looks is said by the classes that the drawing has, too. */
export interface LegendEntry {
  readonly looks: string
  /** What it is a swatch of: an area of a map, a bar of a lane, a line of a curve, or a dot on a lane. */
  readonly shape: 'area' | 'bar' | 'line' | 'dot'
  readonly words: string
}

/** A line of a curve, by its name and the classes that it wears. */
export const lineEntry = ({ name, family }: { readonly name: string; readonly family: string }): LegendEntry => ({
  looks: `line ${family}`,
  shape: 'line',
  words: name,
})

const margin = 16
/** So wide a letter is, at most, in the size of a legend. */
const letter = 7.2

/** Swatches as the drawing has them, each beside its words, in as many rows as they take. */
export const pictureLegend = (legend: readonly LegendEntry[], width: number, ink: string): SVGSVGElement => {
  let [x, y] = [margin, 0]
  const entries = legend.flatMap((entry) => {
    const wide = 44 + entry.words.length * letter
    if (x + wide > width && x > margin) [x, y] = [margin, y + 20]
    const at = x
    x += wide
    const text = { x: at + 24, y: y + 12, 'font-family': 'sans-serif', 'font-size': 12, fill: ink }
    return [swatchOf(entry, at, y, ink), svg('text', text, entry.words)]
  })
  const height = y + 24
  const key = { class: 'map plot lanes trace-names', viewBox: `0 0 ${width} ${height}`, width, height }
  return svg('svg', key, textures(), ...entries)
}

const swatchOf = ({ looks, shape }: LegendEntry, x: number, y: number, ink: string): SVGElement => {
  if (shape === 'line') return svg('line', { x1: x, x2: x + 18, y1: y + 8, y2: y + 8, class: looks, 'stroke-width': 2 })
  if (shape === 'dot') return svg('circle', { cx: x + 9, cy: y + 8, r: 4, class: looks, stroke: ink })
  if (shape === 'bar') return svg('rect', { x, y: y + 4, width: 18, height: 8, class: `bar ${looks}` })
  const area = svg('path', { d: `M${x} ${y + 2}h12v12h-12z`, class: looks, stroke: ink, 'stroke-width': 0.5 })
  return svg('g', { class: 'areas key' }, area)
}
