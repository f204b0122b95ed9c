import { withheld } from '../redistribution.ts'
import type { PackagePlan } from './package-of.ts'

/**
 * The columns whose cells are values as a source publishes them that may not be passed on, and these sources. What is
 * derived from them passes.
 */
export const forbiddenIn = ({ columns, sources }: Pick<PackagePlan, 'columns' | 'sources'>) => {
  const found = columns
    .filter(({ isRaw }) => isRaw)
    .map(({ name, sources: used }) => ({ name, sources: withheld(sources, used) }))
    .filter((column) => column.sources.length > 0)
  return {
    columns: [...new Set(found.map(({ name }) => name))],
    sources: [...new Set(found.flatMap((column) => column.sources))],
  }
}
