import { badInput } from '../common/error.ts'
import { printable } from '../text/printable.ts'
import { licenceWords, type SourceTerms } from './terms.ts'

/** Those of some sources that forbid passing on what they hold as it came. */
export const withheld = <S extends SourceTerms>(sources: readonly S[], used: readonly string[]): readonly S[] => {
  const ids = new Set(used)
  return sources.filter(({ id, redistributable }) => redistributable === 'no' && ids.has(id))
}

/** What would be passed on as it came: of which sources, and in which columns, where it is a table. */
interface PassedOn {
  readonly columns?: readonly string[]
  readonly sources: readonly SourceTerms[]
}

const subjectOf = ({ columns = [] }: PassedOn): string => {
  if (columns.length === 0) return 'this'
  return columns.length === 1 ? `the column ${columns.join()}` : `the columns ${columns.join(', ')}`
}

/**
 * Throws `not-redistributable` where something would pass on, as they came, values of sources that forbid it, unless
 * the user says that they have the right. What is derived from them passes.
 */
export const refuseWithheld = (
  passedOn: PassedOn,
  { iMayRedistribute = false }: { readonly iMayRedistribute?: boolean | undefined },
): void => {
  const { sources } = passedOn
  if (sources.length === 0 || iMayRedistribute) return
  const terms = sources.map((source) => `${printable(source.id)} (${printable(licenceWords(source))})`)
  throw badInput(
    'not-redistributable',
    `${subjectOf(passedOn)} would pass on, as they came, values of ${terms.join('; ')}, and by these terms they may ` +
      'not be.',
    {
      hint:
        'Leave them out, or ask for what is derived from them, such as an exposure; or, if you have the right to ' +
        'pass them on, say so: `iMayRedistribute`.',
    },
  )
}
