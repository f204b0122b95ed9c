import { linesOf } from '../words/lines.ts'
import { drawnAlone, inLight } from './drawn-alone.ts'
import { pictureLegend, type LegendEntry } from './picture-legend.ts'

/** A drawing with what it needs to stand alone, in a paper as on a wall. */
export interface Picture {
  readonly drawing: SVGSVGElement
  /** What it shows, of which day, and as known when. */
  readonly title: string
  /** What it comes to, as a sentence. */
  readonly says: string
  /** What each colour, texture and line means. */
  readonly legend?: readonly LegendEntry[]
  /** What it is of, whose borders it shows, and the like. */
  readonly notes?: readonly string[]
}

const margin = 16
/** What a drawing may stand over its own edge: names and numbers are wider in other fonts. */
const beside = 12
const lineHeight = 18

/**
 * A picture as a file of its own: a title above the drawing, the legend below it, and the citation in lines that fit.
 * It is in ink on white, whatever the screen is.
 */
export const pictureOf = (picture: Picture, citation: string): string => inLight(() => laidOut(picture, citation))

const laidOut = ({ drawing, title, says, legend = [], notes = [] }: Picture, citation: string): string => {
  const { inner, width: own, height } = drawnAlone(drawing)
  const width = own + 2 * beside
  let y = margin
  const line = (words: string, size: number, weight: number): string => {
    y += lineHeight
    const look = `font-family="sans-serif" font-size="${size}" font-weight="${weight}" fill="${ink}"`
    return `<text x="${margin}" y="${y - 4}" ${look}>${escaped(words)}</text>`
  }
  const ink = getComputedStyle(document.documentElement).color
  const inWidth = (words: string, letter: number) => linesOf(words, Math.floor((width - 2 * margin) / letter))
  const above = [
    ...inWidth(title, 9).map((words) => line(words, 16, 700)),
    ...inWidth(says, 7).map((words) => line(words, 12, 400)),
  ]
  y += 8
  const drawn = `<g transform="translate(${beside} ${y})">${inner}</g>`
  y += height + 8
  const key = legend.length === 0 ? { inner: '', height: 0 } : drawnAlone(pictureLegend(legend, width, ink))
  const keyed = `<g transform="translate(0 ${y})">${key.inner}</g>`
  y += key.height
  const below = [...notes, citation].flatMap((words) => inWidth(words, 6.8).map((one) => line(one, 11, 400)))
  const whole = y + margin
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">` +
    `<title>${escaped(title)}</title><rect width="100%" height="100%" fill="white"/>` +
    `${above.join('')}${drawn}${keyed}${below.join('')}</svg>`
  )
}

/** The same in dots, twice as fine as a screen of old. */
export const pngOf = async (picture: string): Promise<Blob> => {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * 2
  canvas.height = image.height * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob === null ? fail(new Error('The picture could not be drawn.')) : done(blob))),
  )
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
