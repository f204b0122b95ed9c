import { badInput } from '../common/error.ts'
import { printable } from '../text/printable.ts'
import type { SourceTerms } from './terms.ts'

/** The sources among those used that forbid passing on what they hold as it came. */
export const withheld = (sources: readonly SourceTerms[], used: readonly string[]): readonly SourceTerms[] => {
  const ids = new Set(used)
  return sources.filter(({ id, redistributable }) => redistributable === 'no' && ids.has(id))
}

const termsOf = ({ id, licence }: SourceTerms): string =>
  `${printable(id)} (${licence === undefined ? 'its terms are not recorded' : printable(licence)})`

/**
 * Throws `not-redistributable` where what is written would pass on, as they came, values of a source that forbids it,
 * unless the user says that they have the right.
 */
export const refuseWithheld = (
  sources: readonly SourceTerms[],
  used: readonly string[],
  { iMayRedistribute = false }: { readonly iMayRedistribute?: boolean | undefined },
): void => {
  const found = withheld(sources, used)
  if (found.length === 0 || iMayRedistribute) return
  throw badInput(
    'not-redistributable',
    `this would pass on, as they came, values of ${found.map(termsOf).join('; ')}, and by these terms they may not be.`,
    {
      hint: 'Ask for what is derived from them, or, if you have the right to pass them on, say so: `iMayRedistribute`.',
    },
  )
}
