import { kindOf } from './curve.js'
import { dayWords } from './words.js'

/** What the line above the band says, and through which day there are data. */
export const reachOfBand = (coverage = []) => {
  const through = coverage.findLast((one) => one.state !== 'none' && one.through)?.through
  if (!through) return 'Where no line stands above the band, no source covers the days.'
  const isCarried = coverage.some(({ state }) => state === 'carried')
  const isOpen = coverage.some(({ state }) => state === 'none')
  return [
    `Line above the band: data through ${dayWords(through)}`,
    isCarried && 'dotted: carried on from the last covered day',
    isOpen && 'no line: not covered',
  ]
    .filter(Boolean)
    .join('; ')
    .concat('.')
}

/** What the lines of the curve say, as far as it has such lines. */
export const reachOfCurve = (curve = []) => {
  const kinds = curve.map((point) => kindOf(point, 'consented'))
  const through = curve[kinds.lastIndexOf('covered')]?.year
  return [
    through && `Unbroken: data through ${through}`,
    kinds.includes('carried') && 'dashed: carried on from the last covered day',
    kinds.includes('recorded') && 'dotted: only acts that happen to be recorded',
  ]
    .filter(Boolean)
    .join('; ')
    .replace(/^./, (letter) => letter.toUpperCase())
    .replace(/.$/, '$&.')
}
