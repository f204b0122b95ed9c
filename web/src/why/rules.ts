import type { Names } from '../ask/names.ts'
import type { Answer } from '../ask/v1.ts'
import { el } from '../elements/element.ts'
import { actorInSentence, inSentence } from '../words/names.ts'

type Explained = Answer<'/v1/explain/status/{state}/{subject}'>

/** The rules of entry into force; of a norm those of the treaties that decided, each under its name. */
export const rulesOf = ({ rules, dates }: Explained, isNorm: boolean, known: Names): readonly HTMLElement[] => {
  const deciding = new Set(dates.map(({ treaty }) => treaty))
  return rules
    .filter(({ treaty }) => !isNorm || deciding.has(treaty))
    .map(({ treaty, rule }) => {
      const of = isNorm ? `${treatyName(treaty, known)}: in` : 'In'
      return el('p', { class: 'rule' }, `${of} force ${withNames(rule, known)}.`)
    })
}

const treatyName = (id: string, { treaties }: Names): string => {
  const found = treaties.find((treaty) => treaty.id === id)
  return found?.shortTitle ?? found?.name ?? id
}

/** A rule with names where it has ids: `a member of coe`, `and iccpr in force`. */
export const withNames = (rule: string, known: Names): string =>
  rule
    .replaceAll(/(member of )([a-z0-9-]+)/g, (_, before: string, id: string) => {
      const name = known.organisations.find((one) => one.id === id)?.name
      return `${before}${name === undefined ? id : actorInSentence(name)}`
    })
    .replaceAll(/([a-z0-9-]+)( in force)/g, (whole, id: string, after: string) => {
      const name = treatyName(id, known)
      return name === id ? whole : `${inSentence(name, false)}${after}`
    })
