import { clocksOf, type Address } from '../address/address.ts'
import { currentAddress } from '../address/navigate.ts'
import { bodyOf, v1, type Answer } from '../ask/v1.ts'
import { countsOn, holds, membersOf, type Member } from '../organisation/members.ts'
import { counted } from '../organisation/sentence.ts'
import { dayElement, dayNumber, dayOfNumber, dayWords } from '../words/days.ts'
import { actorInSentence } from '../words/names.ts'
import { noSource } from '../words/no-source.ts'
import type { Child } from '../elements/element.ts'

/** An organisation of a comparison: its members, what it was called when, and how far sources hold who they were. */
export interface OrganisationSide {
  readonly id: string
  /** What it is called today, or was last. */
  readonly name: string
  readonly members: readonly Member[]
  readonly life: Answer<'/v1/organisation/{igo}'>
  readonly coverage: Answer<'/v1/members/{igo}'>['coverage']
  readonly releaseId: string
  readonly ordinal: number
}

export const sideOf = async (id: string, name: string, address: Address): Promise<OrganisationSide> => {
  const known = address.asKnownAt === undefined ? {} : { asKnownAt: address.asKnownAt }
  const path = { igo: id }
  const [spells, life, { coverage }] = await Promise.all([
    bodyOf(
      v1.GET('/v1/spells/memberships', { params: { query: { igo: id, formality: 'all', ...clocksOf(address) } } }),
    ),
    bodyOf(v1.GET('/v1/organisation/{igo}', { params: { path, query: known } })),
    bodyOf(v1.GET('/v1/members/{igo}', { params: { path, query: clocksOf(address) } })),
  ])
  const { memberships, releaseId, ordinal } = spells
  return { id, name, members: membersOf(memberships), life, coverage, releaseId, ordinal }
}

/** What an organisation called itself on a day: the European Communities in 1980. */
const calledOn = ({ name, life }: OrganisationSide, day: string): string =>
  life.calledItself.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))?.name ?? name

/** The same, with the name of today beside where it is another. */
export const calledBesideOn = (side: OrganisationSide, day: string): string => {
  const then = calledOn(side, day)
  return then === side.name ? then : `${then} (today ${side.name})`
}

const fullOn = ({ members }: OrganisationSide, day: string): ReadonlySet<string> =>
  new Set(
    members
      .filter(({ rows }) =>
        rows.some(({ kind, certain }) => kind === 'full' && certain !== null && holds(certain, day)),
      )
      .map(({ state }) => state),
  )

const memberWords = (side: OrganisationSide, day: string): string => {
  const organisation = actorInSentence(calledOn(side, day))
  const { firstDay, lastDay } = side.life
  if (firstDay !== null && day < firstDay) return `${organisation} did not exist yet`
  if (lastDay !== null && day > lastDay) return `${organisation} existed no longer`
  return `${organisation} had ${counted(countsOn(side.members, day).certain.get('full') ?? 0, 'full')}`
}

/** From which day on who belonged is carried forward, of each whose sources do not reach the day. */
const carriedWords = (sides: readonly OrganisationSide[], day: string): string => {
  const ends = sides.flatMap((side) => {
    const { through } = side.coverage
    return through === null || day <= through
      ? []
      : [`${actorInSentence(calledOn(side, day))} from ${dayWords(through)}`]
  })
  return ends.length === 0 ? '' : `; carried forward, ${ends.join(' and ')}`
}

/** How many belonged to either and to both on a day. */
export const sentenceOn = (sides: readonly [OrganisationSide, OrganisationSide], on: number): readonly Child[] => {
  const day = dayOfNumber(on)
  const [a, b] = sides
  const [first, second] = [fullOn(a, day), fullOn(b, day)]
  const both = [...first].filter((state) => second.has(state)).length
  return [
    'On ',
    dayElement(day),
    `, ${sides.map((side) => memberWords(side, day)).join(' and ')}; ` +
      `${both} ${both === 1 ? 'was a full member' : 'were full members'} of both${carriedWords(sides, day)}.`,
  ]
}

/** How far sources hold who the members were, beneath. */
export const reachOf = (side: OrganisationSide, on: number): string => {
  const { through } = side.coverage
  const name = calledBesideOn(side, dayOfNumber(on))
  if (through === null) return `${noSource(currentAddress().sources)} says of ${name} that it holds every member.`
  const forward = on > dayNumber(through) ? ', and carried forward from then' : ''
  return `${name}: data through ${dayWords(through)}${forward}.`
}
