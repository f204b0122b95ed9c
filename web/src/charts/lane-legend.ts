import type { LegendEntry } from '../take/picture-legend.ts'
import { families, familyLabel } from '../words/statuses.ts'

/** What bars of memberships mean, in the order of a legend. */
const memberships: readonly (readonly [looks: string, words: string])[] = [
  ['member', 'Member'],
  ['lesser', 'In it without being a full member'],
  ['possible', 'May have been a member'],
  ['suspended', 'Rights suspended'],
  ['beyond', 'These years are not told of'],
]
const ticks: readonly (readonly [looks: string, words: string])[] = [
  ['act', 'Act'],
  ['reservation', 'Reservation'],
  ['exit', 'Exit'],
  ['report', 'Report'],
  ['campaign', 'Campaign'],
]

/** What the bars, dots and lines of a figure of lanes mean, of those that are drawn. */
export const laneLegend = (figure: Element, isNorm = false): readonly LegendEntry[] => {
  const worn = (selector: string): boolean => figure.querySelector(selector) !== null
  return [
    ...families.filter((family) => worn(`.bar.${family}`)).map((family) => bar(family, familyLabel(family, isNorm))),
    ...memberships
      .filter(([looks]) => worn(looks === 'member' ? '.bar.member:not(.lesser)' : `.bar.${looks}`))
      .map(([looks, words]) => bar(looks === 'lesser' ? 'member lesser' : looks, words)),
    ...ticks
      .filter(([looks]) => worn(`.tick.${looks}`))
      .map(([looks, words]) => ({ looks: `tick ${looks}`, shape: 'dot' as const, words })),
    ...[...figure.querySelectorAll('.trace-names li')].map((one) => ({
      looks: one.querySelector('line')?.getAttribute('class') ?? 'trace',
      shape: 'line' as const,
      words: one.textContent ?? '',
    })),
  ]
}

const bar = (looks: string, words: string): LegendEntry => ({ looks, shape: 'bar', words })

/** What stands beneath a figure, to stand beneath its picture, too. */
export const captionsOf = (figure: Element): readonly string[] =>
  [...figure.querySelectorAll('figcaption')].flatMap(({ textContent }) => textContent ?? [])
