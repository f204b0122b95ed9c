import { closest } from '../../common/closest.ts'
import { badInput } from '../../common/error.ts'
import type { Names } from '../../names/names.ts'
import type { Importer } from '../../sources/importer/draft.ts'

const kinds = { actor: 'state', treaty: 'treaty', igo: 'igo', norm: 'norm' } as const
const many = { actor: 'actors', treaty: 'treaties', igo: 'organisations', norm: 'norms' } as const

/**
 * Throws `bad-mapping` where a mapping names a scheme in which the log knows no code: a misspelt scheme is not a table
 * of unknown states.
 */
export const checkSchemes = (names: Names, importer: Importer): void => {
  const faults = (importer.schemes ?? []).flatMap(({ path, scheme, subject }) => {
    const known = names.schemes(kinds[subject])
    if (known.includes(scheme)) return []
    const near = closest(scheme, known)
    const hint = near.length > 0 ? `Closest: ${near.join(', ')}` : `Known: ${known.toSorted().join(', ')}`
    return [`${path}: "${scheme}" is no scheme of ${many[subject]}. ${hint}.`]
  })
  if (faults.length > 0)
    throw badInput('bad-mapping', `The mapping does not say what the table means.\n  ${faults.join('\n  ')}`, {
      where: importer.name,
      hint: 'A scheme says whose codes a column holds; docs/import.md lists them.',
    })
}
