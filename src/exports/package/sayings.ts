import { refusalText } from '../terms.ts'
import { stopped } from '../../text/sentence.ts'
import type { PackageOf, PackagePlan } from './package-of.ts'
import { forbiddenIn } from './forbidden.ts'

/** The release in a line: what the log knew, and by which program it was read. */
export const releaseInWords = ({ release }: Pick<PackageOf, 'release'>): string =>
  `Release ${release.releaseId}: as known at ${release.asKnownAt}, log up to event ${release.ordinal} (sha256 ` +
  `${release.prefix}), by normtrail ${release.program}.`

/** On which terms it may be passed on, as far as its sources say. */
export const termsInWords = (plan: Pick<PackagePlan, 'columns' | 'sources' | 'mayRedistribute'>): readonly string[] => {
  const refusal = refusalText(plan.sources)
  const { columns: raw } = forbiddenIn(plan)
  return [
    'Each source is to be cited, on its own terms: sources.bib and CITATION.cff have all of them.',
    ...(refusal === undefined || raw.length > 0
      ? []
      : ['Some sources forbid that their data are passed on; what stands here is derived from them.']),
    ...(raw.length === 0
      ? []
      : [
          `The values of ${raw.join(', ')} stand as their source published them, and its terms forbid that they are ` +
            'passed on: whoever made this package has said that it may.',
        ]),
  ]
}

/** What the package is, for its descriptor. */
export const descriptionOf = (of: PackagePlan): string =>
  [
    ...(of.recipe.description === undefined ? [] : [stopped(of.recipe.description)]),
    `A table by ${of.recipe.unit}, made by a recipe from the log of normtrail.`,
    releaseInWords(of),
    ...termsInWords(of),
  ].join(' ')
