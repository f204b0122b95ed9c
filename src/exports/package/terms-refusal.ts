import { badInput } from '../../common/error.ts'
import { printable } from '../../text/printable.ts'
import { licenceWords } from './licences.ts'
import { sourcesOfColumn, type PackagePlan } from './package-of.ts'

/** The columns whose cells are values as a source publishes them that may not be passed on, with that source. */
export const forbiddenIn = (plan: Pick<PackagePlan, 'columns' | 'sources'>) =>
  plan.columns
    .filter(({ isRaw }) => isRaw)
    .flatMap((column) =>
      sourcesOfColumn(plan, column)
        .filter(({ redistributable }) => redistributable === 'no')
        .map((source) => ({ column: column.name, source })),
    )

/**
 * Refuses a package in which values stand as a source published them that may not be passed on, unless who makes it
 * says that it may. What is derived from them passes. Throws `not-redistributable`.
 */
export const checkTerms = (plan: Pick<PackagePlan, 'columns' | 'sources' | 'mayRedistribute'>): void => {
  const forbidden = forbiddenIn(plan)
  if (plan.mayRedistribute || forbidden.length === 0) return
  const sources = [...new Map(forbidden.map(({ source }) => [source.id, source])).values()]
  const columns = [...new Set(forbidden.map(({ column }) => column))]
  const terms = sources.map((one) => `${printable(one.id)} (${printable(licenceWords(one))})`)
  throw badInput(
    'not-redistributable',
    `${columns.join(', ')}: values as they were published by a source that may not be passed on: ${terms.join('; ')}.`,
    {
      hint:
        'Leave these columns out, or ask for what is derived from them, such as an exposure; who has the right to ' +
        'pass them on says so by `iMayRedistribute`. A table for your own use is no package, and is not refused.',
    },
  )
}
