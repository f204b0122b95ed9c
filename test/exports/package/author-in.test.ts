import { expect, it } from 'vitest'
import { authorIn } from '../../../src/exports/package/citation-cff.ts'

/** Citations as their publishers give them, and who wrote it. */
const citations = [
  [
    'Pevehouse, Jon C., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison. 2020. Tracking ' +
      'organizations in the world: The Correlates of War IGO Version 3.0 datasets. Journal of Peace Research 57(3)',
    'Pevehouse, Jon C., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison',
  ],
  [
    'Pevehouse, Nordstrom, McManus & Jamison, Tracking organizations in the world, Journal of Peace Research 57(3)',
    'Pevehouse, Nordstrom, McManus & Jamison',
  ],
  [
    'Gleditsch, K. S. & Ward, M. D., A revised list of independent states since the Congress of Vienna',
    'Gleditsch, K. S. & Ward, M. D.',
  ],
  ['United Nations, Treaty Series, vol. 1465, p. 85', 'United Nations'],
  ['The convention', 'The convention'],
  ['', ''],
] as const

it.each(citations)('who stands first in: %s', (citation, author) => {
  expect(authorIn(citation)).toBe(author)
})
