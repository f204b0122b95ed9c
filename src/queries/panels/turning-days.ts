import { resolutionOf, resolveDate } from '../../time/date-policy.ts'
import { addDays, firstDayOfYear, lastDayOfYear, yearOf, type Day } from '../../time/day.ts'
import { cuts, inOrder, type Days } from '../../time/timeline.ts'
import type { IntervalTable } from '../../readmodel/schema.ts'
import type { ChannelInput } from '../channels/channel.ts'
import { partnerChannelOf, type PartnerChannelId } from '../channels/index.ts'
import { loadKeptMemberships } from '../memberships/kept-memberships.ts'
import { withNamedBodies } from '../network/chosen-igos.ts'
import { laggedDay, type Lag } from '../network/lag.ts'
import { loadClaimsIn, type ClaimOnSubject } from '../question/coverage-claims.ts'
import { knownRows } from '../question/known-rows.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { keptSubject } from '../status/kept-subject.ts'
import { loadPublishedScores } from '../subjects/published-scores.ts'
import { loadBindingSpans } from '../treaties/binding-spans.ts'

/**
 * The days on which an exposure may be another than on the day before. None on which it is may be missing; on some of
 * them nothing may change. Everything that an exposure is made of holds from a day to a day: these are all such days.
 */

/** What each channel reads, beside what is composed of acts: memberships, and treaties in force. */
const tablesOf: Readonly<Record<PartnerChannelId, readonly IntervalTable[]>> = {
  igo: ['igo_imputed', 'membership_attribute'],
  informal: ['igo_imputed', 'membership_attribute'],
  treaties: [],
  region: ['classification'],
  language: ['classification'],
  colony: ['relation'],
  contiguity: ['relation'],
  alliance: ['relation'],
  regime: ['attribute'],
  power: ['attribute'],
}

const daysIn = async (world: Snapshot, table: IntervalTable): Promise<readonly Day[]> => {
  const rows = await knownRows(world, table).select(['valid_from', 'valid_to']).distinct().execute()
  return rows.flatMap(({ valid_from, valid_to }) => [valid_from as Day, valid_to as Day])
}

/** The memberships that a channel reads begin and end on these days, by the policy of dates. */
const daysOfMemberships = async (world: Snapshot, input: ChannelInput, id: PartnerChannelId): Promise<Set<Day>> => {
  const channel = partnerChannelOf(id)
  const named = input.igos === undefined ? world : await withNamedBodies(world, input.igos)
  const formality = input.channel === undefined || !('formality' in channel) ? {} : { formality: channel.formality }
  const { from, to } = await loadKeptMemberships({ ...named, ...formality, resolution: resolutionOf(input.dates) })
  return new Set([...from, ...to] as Day[])
}

/**
 * What a code for a year says turns where the year does, and a day before and after; or on the day that stands for it.
 */
const daysOfYears = ({ from, to }: Days, { dates }: Pick<ChannelInput, 'dates'>): readonly Day[] => {
  const resolution = resolutionOf(dates)
  const days: Day[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) {
    const [first, last] = [firstDayOfYear(year), lastDayOfYear(year)]
    days.push(first, addDays(first, 1), last)
    if (resolution === undefined) continue
    days.push(resolveDate({ lo: first, hi: last }, resolution))
    days.push(resolveDate({ lo: addDays(first, 1), hi: addDays(last, 1) }, resolution))
  }
  return days
}

/** On which days an adoption of some state turns. */
const daysOfAdoption = async (world: Snapshot, adoption: string, { dates }: Pick<ChannelInput, 'dates'>) => {
  const subject = await keptSubject({ ...world, resolution: resolutionOf(dates) }, adoption)
  return cuts(...subject.actors.map((actor) => subject.historyOf(actor).timeline))
}

type Scope = ClaimOnSubject['scope']

/** Of what sources claim that they hold all, where a channel rests on it. */
const scopesOf: Readonly<Record<PartnerChannelId, readonly Scope[]>> = {
  igo: ['igo'],
  informal: ['igo'],
  treaties: ['treaty'],
  region: ['classification'],
  language: ['classification'],
  colony: ['relation'],
  contiguity: ['relation'],
  alliance: ['relation'],
  regime: ['attribute', 'rater'],
  power: ['attribute'],
}

/** How far sources reach turns where what they claim begins, and after it ends. */
const daysOfClaims = async (world: Snapshot, input: ChannelInput, id: PartnerChannelId): Promise<readonly Day[]> => {
  const averaged: Scope = input.score === undefined ? 'treaty' : 'rater'
  const scopes = new Set<Scope>([...scopesOf[id], input.attribute === undefined ? averaged : 'attribute'])
  const days: Day[] = []
  for (const scope of scopes)
    for (const { from, through } of await loadClaimsIn(world, scope)) days.push(from, addDays(through, 1))
  return days
}

/** The days that are read on which something turns, by one channel. */
const daysRead = async (world: Snapshot, input: ChannelInput, id: PartnerChannelId, within: Days) => {
  const isOfIgos = 'formality' in partnerChannelOf(id)
  const chooses = isOfIgos && (input.igos !== undefined || input.weight !== undefined)
  const tables = new Set<IntervalTable>(['state_spell', 'succession', ...tablesOf[id]])
  if (chooses) for (const table of ['classification', 'attribute'] as const) tables.add(table)
  if (input.attribute !== undefined) tables.add('attribute')
  const days: Day[] = [...daysOfYears(within, input), ...(await daysOfClaims(world, input, id))]
  for (const table of tables) for (const day of await daysIn(world, table)) days.push(day)
  if (isOfIgos || input.system === 'un') for (const day of await daysOfMemberships(world, input, id)) days.push(day)
  if (id === 'treaties') for (const { spans } of (await loadBindingSpans(world)).values()) days.push(...cuts(spans))
  if (input.adoption !== undefined) days.push(...(await daysOfAdoption(world, input.adoption, input)))
  return days
}

/** The days on which a score becomes readable, or may. */
const daysOfPublication = async (world: Snapshot, input: ChannelInput): Promise<readonly Day[]> => {
  if (!input.published || input.score === undefined) return []
  const byYear = await loadPublishedScores({ ...world, resolution: resolutionOf(input.dates) }, input.score)
  const reports = [...byYear.values()].flatMap((ofYear) => [...ofYear.values()].flat(2))
  const ranges = reports.flatMap(({ published }) => published.filter((range) => range !== undefined))
  return [...new Set(ranges.flatMap(({ lo, hi }) => [lo, hi]))]
}

/** The first day on which a day, or one after it, is read. */
export const firstReading = (read: Day, lag: Lag): Day => {
  if ('days' in lag) return addDays(read, lag.days)
  // As many calendar years later, or the day after: of 29 February nothing is read in a year that has none.
  let day = laggedDay(read, { years: -lag.years })
  while (laggedDay(day, lag) < read) day = addDays(day, 1)
  while (laggedDay(addDays(day, -1), lag) >= read) day = addDays(day, -1)
  return day
}

/** The days from the first one on, in order, on which an exposure by a channel may be another than the day before. */
export const turningDays = async (
  world: Snapshot,
  input: ChannelInput,
  id: PartnerChannelId,
  { from, to }: Days,
): Promise<readonly Day[]> => {
  const read: Days = { from: laggedDay(from, input.lag), to: laggedDay(to, input.lag) }
  const turning = (await daysRead(world, input, id, read)).filter((day) => read.from <= day && day <= read.to)
  const days = [...new Set(turning)].map((day) => firstReading(day, input.lag))
  return inOrder([from, ...days, ...(await daysOfPublication(world, input))]).filter((day) => from <= day && day < to)
}
