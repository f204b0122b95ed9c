import type { UsedSource } from '../../queries/holdings/cited-in.ts'
import { licenceWords } from '../terms.ts'

/** A licence as a descriptor names it: an id of the Open Definition, and the words of the source. */
export interface NamedLicence {
  readonly name: string
  readonly path?: string
  readonly title: string
}

interface Known {
  readonly words: RegExp
  readonly name: string
  readonly path: string
}

const creativeCommons = (kind: string): string => `https://creativecommons.org/licenses/${kind}/4.0/`

/** Licences that their words name beyond doubt. */
const known: readonly Known[] = [
  { words: /^CC BY-NC-SA 4\.0\b/, name: 'CC-BY-NC-SA-4.0', path: creativeCommons('by-nc-sa') },
  { words: /^CC BY-NC 4\.0\b/, name: 'CC-BY-NC-4.0', path: creativeCommons('by-nc') },
  { words: /^CC BY-SA 4\.0\b/, name: 'CC-BY-SA-4.0', path: creativeCommons('by-sa') },
  { words: /^CC BY 4\.0\b/, name: 'CC-BY-4.0', path: creativeCommons('by') },
  { words: /^CC0\b/, name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  { words: /^MIT\b/, name: 'MIT', path: 'https://opensource.org/license/mit' },
  {
    words: /^Etalab Open Licence 2\.0\b/,
    name: 'etalab-2.0',
    path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  },
]

/** What stands for terms that have no id of their own. */
const others = { yes: 'other-open', no: 'other-closed', unknown: 'notspecified' } as const

/** The terms of a source by an id that programs know, where its words are those of a licence that has one. */
export const licenceOf = ({
  licence,
  redistributable,
}: Pick<UsedSource, 'licence' | 'redistributable'>): NamedLicence => {
  const title = licenceWords({ licence })
  const found = known.find(({ words }) => words.test(title))
  if (found === undefined) return { name: others[redistributable], title }
  return { name: found.name, path: found.path, title }
}

/** The terms of several sources, each once. */
export const licencesOf = (sources: readonly UsedSource[]): readonly NamedLicence[] => {
  const each = new Map(sources.map(licenceOf).map((one) => [`${one.name} ${one.title}`, one]))
  return [...each].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}
