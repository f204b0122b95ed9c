import { printable } from '../text/printable.ts'
import { sources, version } from '../package/version.ts'
import { bibtexText } from './bibtex.ts'
import { termsText, type SourceTerms } from './terms.ts'

/** What a citation is made of. */
export interface Cited {
  readonly releaseId: string
  /** The command that gives the answer again. */
  readonly command: string
  readonly asOf: string
  readonly asKnownAt: string
  readonly ordinal: number
  readonly prefix: string
  /** Every source that was registered then, on its terms. */
  readonly terms: readonly SourceTerms[]
}

export const citationForms = ['text', 'bibtex', 'json'] as const
export type CitationForm = (typeof citationForms)[number]

const yearOf = (cited: Cited): string => cited.asKnownAt.slice(0, 4)

/** The release, and what is said of the terms, each as a sentence; the last without its stop. */
const endOf = ({ releaseId, terms }: Cited): string =>
  [`Release ${releaseId}`, termsText(terms)].filter((sentence) => sentence !== undefined).join('. ')

const inWords = (cited: Cited): string =>
  `normtrail ${version} (${yearOf(cited)}). ${printable(cited.command)}. As of ` +
  `${cited.asOf}, as known at ${cited.asKnownAt}: log up to event ` +
  `${cited.ordinal}, sha256 ${cited.prefix.slice(0, 16)}. ${endOf(cited)}.`

const inBibtex = (cited: Cited): string =>
  [
    `@misc{normtrail-${cited.releaseId.slice(0, 8)},`,
    '  author = {{normtrail}},',
    `  title = {{${bibtexText(printable(cited.command))}}},`,
    `  year = {${yearOf(cited)}},`,
    `  version = {${version}},`,
    `  note = {As of ${cited.asOf}, as known at ${cited.asKnownAt}; log up to event ` +
      `${cited.ordinal}, sha256 ${cited.prefix.slice(0, 16)}. ${bibtexText(endOf(cited))}}`,
    '}',
  ].join('\n')

/** A citation for an answer. Whoever has a log with the same prefix gets the same bytes by the same command. */
export const citationOf = (cited: Cited, form: CitationForm): string => {
  switch (form) {
    case 'text':
      return inWords(cited)
    case 'bibtex':
      return inBibtex(cited)
    case 'json':
      return JSON.stringify({ ...cited, normtrail: version, sources }, null, 2)
  }
}
