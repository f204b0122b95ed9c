import type { Release } from '../importer/draft.ts'
import { cowTerms } from '../importer/terms.ts'

const citation =
  'Pevehouse, Jon C., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison. ' +
  '2020. Tracking organizations in the world: The Correlates of War IGO Version 3.0 ' +
  'datasets. Journal of Peace Research 57(3): 492-503, doi 10.1177/0022343319881175'

/** Each file of COW IGO 3.0 is a series of its own: a row that vanishes from one says nothing about the others. */
export const cowIgoRelease = (series: string): Release => ({
  id: `${series}-3.0`,
  series,
  version: '3.0',
  citation,
  kind: 'dataset',
  published: '2020',
  ...cowTerms,
})

/** The first and the last year of the release. */
export const cowIgoYears = [1816, 2014] as const
