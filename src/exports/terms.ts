import type { RegisteredSource } from '../queries/holdings/registered-sources.ts'
import { printable } from '../text/printable.ts'

/** A source, and on which terms it is to be had. */
export type SourceTerms = Pick<RegisteredSource, 'id' | 'licence' | 'redistributable'>

/** The words of a licence; of one that nobody has recorded, that. */
export const licenceWords = ({ licence }: Pick<SourceTerms, 'licence'>): string => licence ?? 'Terms not recorded'

const answers = ['yes', 'no', 'unknown'] as const
const sentences: Readonly<Record<SourceTerms['redistributable'], string>> = {
  yes: 'may be passed on',
  no: 'may not be passed on',
  unknown: 'no word on passing on',
}

/** A list of more is left to the question `sources`. */
const named = 12

const idsText = (of: readonly SourceTerms[]): string => {
  const ids = of.slice(0, named).map(({ id }) => printable(id))
  return of.length > named ? `${ids.join(', ')} and ${of.length - named} more` : ids.join(', ')
}

/** What goes with whatever leaves a log: which of its sources may be passed on. Undefined where none is registered. */
export const termsText = (sources: readonly SourceTerms[]): string | undefined => {
  if (sources.length === 0) return undefined
  const parts = answers
    .map((answer) => ({ answer, of: sources.filter(({ redistributable }) => redistributable === answer) }))
    .filter(({ of }) => of.length > 0)
    .map(({ answer, of }) => `${sentences[answer]}: ${idsText(of)}`)
  return `Sources of the log: ${parts.join('; ')}`
}

/** Those that may not be passed on, in words; undefined where there is none. */
export const refusalText = (sources: readonly SourceTerms[]): string | undefined => {
  const refused = sources.filter(({ redistributable }) => redistributable === 'no')
  return refused.length === 0
    ? undefined
    : `not to be passed on, by the terms of the sources: ${idsText(refused)}; \`normtrail sources\` has the terms`
}
