import type { CitedSource } from '../../events/source.ts'

/** On which terms a source is to be had, and whether they let it be passed on. */
export type Terms = Required<Pick<CitedSource, 'licence' | 'redistributable'>>

/** The Correlates of War Project, whatever the data set. */
export const cowTerms: Terms = {
  licence: 'Terms of the Correlates of War Project: cite it; the data are not passed on without its permission',
  redistributable: 'no',
}

/** Tables that others made of the pages of the UN Treaty Collection. */
export const treatyCollectionTerms: Terms = {
  licence: 'Terms of use of the United Nations (treaties.un.org); who collected the table states no licence',
  redistributable: 'unknown',
}

/** What is given away for a citation, without a word on who may give it away again. */
export const citationTerms: Terms = {
  licence: 'Free of charge, with citation; no licence stated',
  redistributable: 'unknown',
}
