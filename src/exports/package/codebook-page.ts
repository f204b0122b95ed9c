import { askedEntriesOf, identifiersOf, type CodebookEntry } from './codebook-entries.ts'
import { licenceWords } from '../terms.ts'
import type { PackageOf } from './package-of.ts'
import { releaseInWords, termsInWords } from './sayings.ts'

/** A codebook in plain text, of which a page is made in each form. */
export interface CodebookPage {
  readonly title: string
  /** By which program it was made. */
  readonly program: string
  readonly paragraphs: readonly string[]
  /** What says which row it is: a line of a table each. */
  readonly identifiers: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  readonly columns: readonly CodebookEntry[]
  /** Every source: its id, and what is to be cited on which terms. */
  readonly sources: readonly (readonly [id: string, told: string])[]
}

const factOf = ({ facts }: CodebookEntry, term: string): string => facts.find(([name]) => name === term)?.[1] ?? ''

export const codebookPageOf = (of: PackageOf): CodebookPage => ({
  title: `Codebook: ${of.recipe.title}`,
  program: of.release.program,
  paragraphs: [
    ...(of.recipe.description === undefined ? [] : [of.recipe.description]),
    `One row is a ${of.recipe.unit}; ${of.table.rows} rows, ${of.columns.length} columns. A row is named by ` +
      `${of.key.join(', ')}.`,
    'A missing value is an empty cell in CSV and null elsewhere; why it is missing stands in the column of the same ' +
      'name with _why at its end, where the recipe asks for it.',
    releaseInWords(of),
    ...termsInWords(of),
  ],
  identifiers: {
    head: ['column', 'type', 'what it says', 'n', 'missing', 'example'],
    rows: identifiersOf(of).map((entry) => [
      entry.name,
      entry.type,
      entry.says,
      factOf(entry, 'n'),
      factOf(entry, 'missing'),
      factOf(entry, 'example'),
    ]),
  },
  columns: askedEntriesOf(of),
  sources: of.sources.map((source) => [source.id, `${source.citation}. Licence: ${licenceWords(source)}`]),
})
