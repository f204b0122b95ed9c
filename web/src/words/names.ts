/** What a sentence calls a treaty or a norm: `the Rome Statute`, `the abolition of the death penalty`. */
export const inSentence = (name: string, isNorm: boolean): string => {
  if (isNorm) return `${/ (of|on) /.test(name) ? 'the ' : ''}${name.charAt(0).toLowerCase()}${name.slice(1)}`
  return /\b(Convention|Covenant|Treaty|Protocol|Agreement|Statute|Charter|Constitution)\b/.test(name) &&
    !/^the /i.test(name)
    ? `the ${name}`
    : name
}

const beginsWithArticle =
  /^(?:United|State of|Council of|Isle of|Netherlands|(?:Bahamas|Gambia|Comoros|Maldives|Philippines|Holy See)$)/
const tellsArticle = new RegExp(
  'Republic of|Federation of|Arab Jamahiriya|' +
    '(?:Republic|Empire|SSR|Federation|Union|Islands|Community|Organi[sz]ation)$',
)

/** The Association of Southeast Asian Nations, the International Union for Conservation. */
const isBodyOf =
  /^(?:[A-Z][\w-]+ )*(?:Association|Organi[sz]ation|League|Union|Community|Agency|Court|Bank|Fund) (?:of|for)\b/

/** What a sentence calls a state or an organisation: `the United States`, `Japan`. */
export const actorInSentence = (name: string): string => {
  if (name.startsWith('The ')) return `the ${name.slice('The '.length)}`
  return [beginsWithArticle, tellsArticle, isBodyOf].some((one) => one.test(name)) ? `the ${name}` : name
}

export const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const systems: Readonly<Record<string, string>> = {
  un: 'members of the United Nations',
  cow: 'states (Correlates of War)',
  gw: 'states (Gleditsch and Ward)',
}
/** The order of trust that questions have by default: all kinds of source. */
export const usualSources = 'depositary,organisation,scholarly,dataset,press'

/** Whom an answer counts: a state system, as far as the sources that it believes know its members. */
interface Counted {
  readonly system: string | null
  readonly sources: string
}

/** Lists of states speak of all of them, whoever is believed; of members of the United Nations sources tell. */
export const isList = (system: string | null): boolean => system === 'cow' || system === 'gw'

/** Whether sources of all kinds are believed, in whatever order. */
export const believesAll = (sources: string): boolean =>
  usualSources.split(',').every((kind) => sources.split(',').includes(kind))

/**
 * What the states of a system are called in a count: `88 of 187 states`. Where some sources are not believed, the
 * members that only these tell of are not counted: `20 of 25 members of the United Nations that the chosen sources tell
 * of`. `when` stands behind the name: `members of the United Nations of the time`.
 */
export const systemInCount = ({ system, sources }: Counted, when = ''): string => {
  const whom = system === null ? 'actors on record' : (systems[system] ?? 'states')
  return isList(system) || believesAll(sources) ? `${whom}${when}` : `${whom}${when} that the chosen sources tell of`
}
