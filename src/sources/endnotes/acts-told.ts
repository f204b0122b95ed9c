import { day, isoDay } from './written-day.ts'

/** An act as a sentence tells it: what was done and when. */
export interface ToldAct {
  readonly type: string
  readonly occurred: string
}

const types: Readonly<Record<string, string>> = {
  sign: 'TreatySigned',
  ratif: 'TreatyRatified',
  acce: 'TreatyAcceded',
  accep: 'TreatyAccepted',
  appro: 'TreatyApproved',
  succe: 'TreatySucceeded',
}

/** Verbs and nouns of consent, each group of one word: `signed`, `re-acceded`, `ratification`. */
export const actWord =
  '(?:signed|signature|ratified|ratification|(?:re-?)?acce+ded|(?:re-?)?accession|' +
  'accepted|acceptance|approved|approval|succeeded|succession)'

/** The event that a word of `actWord` names. */
export const typeOf = (word: string): string | undefined => {
  const plain = word.toLowerCase().replace(/^re-?(?=acce)/, '')
  const stem = Object.keys(types)
    .filter((each) => plain.startsWith(each))
    .toSorted((a, b) => b.length - a.length)[0]
  return stem === undefined ? undefined : types[stem]
}

const clause = new RegExp(
  `^(${actWord})(,? definitively,?)?(?: and (${actWord}))?(?: to)?(?: (.*?))?,?(?: subsequently| definitively,?)? ` +
    `on (${day})(?: and (?:on )?(${day}))?`,
)

/**
 * What `signed and ratified the Convention on 7 October 1966 and 23 December 1975, respectively` tells: as many acts as
 * days, or nothing. `isInstrument` says whether what stands between the verb and the day is the instrument.
 */
export const actsTold = (
  predicate: string,
  isInstrument: (object: string) => boolean,
): readonly ToldAct[] | undefined => {
  const match = clause.exec(predicate.replace(/ \([^()]*\)/g, ''))
  if (match === null) return undefined
  const [, first = '', definitively, second, object = '', firstDay = '', secondDay] = match
  if (!isInstrument(objectOnly(object))) return undefined
  const whole = definitively !== undefined || /\bdefinitively\b/.test(match[0])
  const verbs = second === undefined ? [first] : [first, second]
  const days = secondDay === undefined ? [firstDay] : [firstDay, secondDay]
  if (days.length !== verbs.length) return undefined
  const acts = verbs.map((verb, index) => toldAct(verb, days[index] ?? firstDay, whole))
  return acts.every((act) => act !== undefined) ? acts : undefined
}

const toldAct = (verb: string, written: string, definitively: boolean): ToldAct | undefined => {
  const type = typeOf(verb)
  const occurred = isoDay(written)
  if (type === undefined || occurred === undefined) return undefined
  return { type: type === 'TreatySigned' && definitively ? 'TreatySignedDefinitively' : type, occurred }
}

const afterObject = new RegExp(
  ',? (?:(?:with|without) (?:an? |the )?(?:following )?(?:reservation|' +
    'declaration|understanding)|accepting Protocol).*$',
)

/** `the Convention, with a reservation,` and `the Convention accepting Protocols I and II` are the Convention. */
const objectOnly = (object: string): string => object.replace(afterObject, '')
