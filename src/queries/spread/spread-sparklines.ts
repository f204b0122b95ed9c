import { sparkline } from '../../text/sparkline.ts'
import { fieldBy, partOf } from './figure-parts.ts'
import type { BriefSpread } from './spread-answer.ts'
import type { CurveYear } from './spread-curve.ts'

/** So many characters at most: of more years several share one. */
const longest = 60

const together = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

/** The most in a year, of how many; of years that share a sign, of how many at the beginning of the first. */
const mostText = (years: readonly CurveYear[], most: number): string => {
  const [first, last] = [years[0], years.at(-1)]
  if (most === 0 || first === undefined || last === undefined) return 'none'
  return first === last
    ? `most: ${most} of ${first.atRisk} at risk in ${first.year}`
    : `most: ${most} in ${first.year}–${last.year}, of ${first.atRisk} at risk before`
}

/**
 * Two lines: the share by the threshold asked for, at the end of each year, of which the full height is 100 %; and the
 * new adopters of each year, of which it is the most in one year. Where years share a character, it has the share at
 * their end, and the sum of their adopters.
 */
export const spreadSparklines = (found: BriefSpread): readonly string[] => {
  const { curve, threshold } = found
  const [first, last] = [curve[0], curve.at(-1)]
  if (first === undefined || last === undefined) return []
  const field = fieldBy(threshold)
  const size = Math.ceil(curve.length / longest)
  const groups = together(curve, size)
  const ends = groups.map((years) => years.at(-1)?.[field].share ?? null)
  const adopters = groups.map((years) => years.reduce((sum, year) => sum + year.adopters, 0))
  const most = Math.max(...adopters)
  const scale = size === 1 ? '' : `, ${size} years a sign`
  return [
    `share     ${sparkline(ends, 1)}  ${first.year} to ${last.year}${scale}; ` +
      `at the end ${partOf(last, field, found).words}`,
    `adopters  ${sparkline(adopters, Math.max(most, 1))}  ${mostText(groups[adopters.indexOf(most)] ?? [], most)}`,
  ]
}
