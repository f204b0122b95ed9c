import type { Reach } from '../queries/question/figure.ts'
import type { XmlElement } from './xml.ts'

/**
 * How figures look. Of the three colours of lines each is twice as dark as the one before, so that they are told apart
 * in grey, too, and by whoever sees no red or green; the first is drawn broadest, so that lines that coincide show all.
 */
export const ink = '#1d2327'
export const quiet = '#4d565b'
export const faint = '#d9d8d2'

export const lineStyles = [
  { colour: '#b8860b', width: 3.2 },
  { colour: '#1f5fa8', width: 2 },
  { colour: '#10302e', width: 1 },
] as const
export type LineStyle = (typeof lineStyles)[number]
/** The look of one line of several; that of one alone. */
export const styleOf = (index: number, count: number): LineStyle =>
  lineStyles[count === 1 ? 1 : index % lineStyles.length] ?? lineStyles[1]

/** Upward and downward bars: light and dark. */
export const barColours = { up: '#5b93cc', down: '#7a2a1f' } as const

/** How a line of a reach is broken. Broken lines begin with a gap, so that it is seen of the shortest, too. */
const brokenBy = (dash: number, gap: number) => ({
  'stroke-dasharray': `${dash} ${gap}`,
  'stroke-dashoffset': dash,
})
export const dashes: Readonly<Record<Reach, XmlElement['attributes']>> = {
  covered: {},
  carried: brokenBy(3, 2.5),
  recorded: brokenBy(1.5, 3),
}

/** Sizes of text, in units of which 640 are 16 cm of paper: 10 of them are 7 points. */
export const sizes = { title: 15, text: 12, small: 10.5 } as const

/** How wide a character is at most, on the average of a line and in parts of its size: in a broad typeface. */
const widest = { normal: 0.58, bold: 0.66 } as const
type Weight = keyof typeof widest

/** How many characters a line of a width surely holds. */
const fitting = (size: number, width: number, weight: Weight): number =>
  Math.max(1, Math.floor(width / (size * widest[weight])))

export const widthOf = (text: string, size: number): number => Array.from(text).length * size * widest.normal

const pieces = (word: string, most: number): readonly string[] =>
  Array.from({ length: Math.ceil(word.length / most) }, (_, i) => word.slice(i * most, (i + 1) * most))

/** Text in lines of a width; a word that is longer than a line is cut. */
export const wrapped = (text: string, size: number, width: number, weight: Weight = 'normal'): readonly string[] => {
  const most = fitting(size, width, weight)
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, most))) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The beginning of a bold text that is wider than there is room for. */
export const shortened = (text: string, size: number, width: number): string => {
  const most = fitting(size, width, 'bold')
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
