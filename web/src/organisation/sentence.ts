import { el, type Child } from '../elements/element.ts'
import { dayElement } from '../words/days.ts'
import { noSource } from '../words/no-source.ts'
import { onWhenWords } from '../words/when.ts'
import { currentAddress, linkTo } from '../address/navigate.ts'
import { actorInSentence, capitalized } from '../words/names.ts'
import type { Coverage } from '../words/coverage.ts'
import { dayWords } from '../words/days.ts'
import type { Counts } from './members.ts'

const kinds: Readonly<Record<string, readonly [string, string]>> = {
  full: ['full member', 'full members'],
  associate: ['associate member', 'associate members'],
  observer: ['observer', 'observers'],
  unknown: ['member of which no source says how it belonged', 'members of which no source says how they belonged'],
}

export const counted = (count: number, kind: string): string => {
  const [one, many] = kinds[kind] ?? [kind, kind]
  return `${count}\u00a0${count === 1 ? one : many}`
}

/** From when to when an organisation existed; null where the log does not say it. */
interface Lifetime {
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly founded: string | null
  readonly ended: string | null
}
const nothingTold: Lifetime = { firstDay: null, lastDay: null, founded: null, ended: null }

/** When it was, as precisely as it is told; it leads to a day. */
const linkToDay = (day: string, when: string): HTMLElement =>
  el('a', { ...linkTo({ ...currentAddress(), asOf: day }), title: when }, onWhenWords(when))

/** Who belonged on a day, as a sentence that can be quoted: the count, and what of it is doubtful. */
export const membersSentence = (
  name: string,
  counts: Counts,
  day: string,
  { firstDay, lastDay, founded, ended }: Lifetime = nothingTold,
): readonly Child[] => {
  const organisation = actorInSentence(name)
  if (firstDay !== null && day < firstDay)
    return [
      capitalized(organisation),
      ' did not exist yet on ',
      dayElement(day),
      ': founded ',
      linkToDay(firstDay, founded ?? firstDay),
      '.',
    ]
  if (lastDay !== null && day > lastDay)
    return [
      capitalized(organisation),
      ' existed no longer on ',
      dayElement(day),
      ': it ended ',
      linkToDay(lastDay, ended ?? lastDay),
      '.',
    ]
  const { certain, possible, untold } = counts
  const full = certain.get('full') ?? 0
  if (full === 0 && certain.size === 0 && possible.size === 0)
    return ['On ', dayElement(day), `, ${nobody(organisation, untold)}.`]
  const said = othersOf(counts)
  return [
    'On ',
    dayElement(day),
    `, ${organisation} had `,
    el('strong', {}, full === 0 ? 'no full member' : counted(full, 'full')),
    said.length === 0 ? '.' : `; ${said.join('; ')}.`,
  ]
}

const nobody = (organisation: string, untold: number): string =>
  untold > 0 ? `it is not known who belonged to ${organisation}` : `nobody on record belonged to ${organisation}`

const othersOf = ({ certain, possible, suspended, untold }: Counts): readonly string[] => {
  const more = [...possible.values()].reduce((sum, count) => sum + count, 0)
  return [
    ...['associate', 'observer', 'unknown'].flatMap((kind) => {
      const count = certain.get(kind) ?? 0
      return count === 0 ? [] : [`${counted(count, kind)}`]
    }),
    ...(more > 0 ? [`${more} more may have belonged to it`] : []),
    ...(untold > 0 ? [`of ${untold} more no source tells any longer`] : []),
    ...(suspended.length > 0 ? [`the rights of ${suspended.map(actorInSentence).join(' and ')} were suspended`] : []),
  ]
}

/** How far sources hold who the members were, beside the day that is looked at. */
export const reachWords = (
  { state, through }: Pick<Coverage, 'state' | 'through'>,
  sources: string | undefined,
): string => {
  if (state === 'none' || through === null)
    return `${noSource(sources)} says that it holds every member on that day; there may be others.`
  const end = dayWords(through)
  if (state === 'covered') return `The sources hold every member up to ${end}.`
  return `The sources hold every member up to ${end}; from then on this is carried forward.`
}
