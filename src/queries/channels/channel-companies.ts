import { badInput } from '../../common/error.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import { loadOrganisationNames } from '../memberships/load-memberships.ts'
import { loadAveraged } from '../network/averaged.ts'
import { exposureCoverage } from '../network/exposure-coverage.ts'
import { laggedDay, yearsRead } from '../network/lag.ts'
import type { CompanyOn } from '../network/company-on.ts'
import { companyOn } from '../network/network-on-day.ts'
import { loadCompanies, type Companies, type Wanted } from '../network/network.ts'
import { resolutionOf } from '../../time/date-policy.ts'
import { yearOf, type Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { ChannelInput } from './channel.ts'
import { partnerChannelOf, type PartnerChannelId } from './index.ts'
import { loadSystemStates } from './states-on.ts'

/** The companies that states keep by a channel, and what only channels say of them. */
export interface ChannelCompanies extends Companies {
  /** States of the system that the channel leaves out on a day, since nobody says what it needs of them. */
  readonly unknownOn: (day: Day) => readonly string[]
  readonly assumptions: readonly string[]
  /** Whether a state was in the state system on a day. */
  readonly isThere: (state: string, day: Day) => boolean
  /** Whether the sources believed tell whether it was. */
  readonly isTold: (state: string, day: Day) => boolean
  /** What the groups are called on a day. */
  readonly loadNames: (day: Day) => Promise<(group: string) => string>
  /** Whether it is known of a state without any group or tie on a day that it had none. */
  readonly meansNone: (state: string, day: Day) => boolean
}

/** What was made of the last day that was asked about: the company and who is unknown are asked one after the other. */
const memoOfLast = <V>(make: (day: Day) => V): ((day: Day) => V) => {
  let last: { readonly day: Day; readonly made: V } | undefined
  return (day) => {
    if (last?.day !== day) last = { day, made: make(day) }
    return last.made
  }
}

/**
 * The company that every state keeps by a channel: of organisations as ever, of others by their groups and ties. Throws
 * where the log knows nothing of what the channel is made of, and where the past of another channel is wanted.
 */
export const loadChannel = async (
  world: Snapshot,
  input: ChannelInput,
  id: PartnerChannelId,
  wanted: Wanted = {},
): Promise<ChannelCompanies> => {
  const channel = partnerChannelOf(id)
  if ('formality' in channel) {
    const { formality } = channel
    // Where no channel is asked for, informal bodies that are named count, too.
    const ofChannel = input.channel === undefined ? world : { ...world, formality }
    const system = input.isolates === 'zero' ? await loadSystemStates(world, input.system) : undefined
    return {
      ...(await loadCompanies(ofChannel, input, wanted)),
      unknownOn: () => [],
      assumptions: [],
      isThere: (state, day) => system?.isIn(state, day) ?? true,
      isTold: (state, day) => system?.isTold(state, day) ?? true,
      loadNames: (day) => loadOrganisationNames({ ...world, asOf: day }),
      meansNone: () => true,
    }
  }
  const { years, ofPast } = wanted
  if (ofPast)
    throw badInput('bad-input', `the years that states shared are counted in organisations: came channel ${id}.`, {
      hint: 'Leave `channel` out, or take a formula of the day.',
    })
  if (resolutionOf(input.dates) !== undefined)
    throw badInput('bad-input', `dates is ${input.dates}; the channel ${id} knows bounds and exclude alone.`)
  const loaded = await channel.load(world, input)
  const system = await loadSystemStates(world, input.system)
  const { scoreOn, loadCoverage } = await loadAveraged(world, input, years && yearsRead(years, input.lag))
  const dayOf = memoOfLast(loaded.on)
  const on = (day: Day, by: Day): CompanyOn => {
    world.goOn?.()
    return companyOn(day, {
      ...dayOf(day),
      leavesOut: input.dates === 'exclude',
      scoreOf: scoreOn(day, by),
      yearsBefore: () => [],
    })
  }
  return {
    on,
    scoreOn,
    loadCoverage: async () => {
      const ofAveraged = await loadCoverage()
      const inAll = loaded.coverageOf
      return (company) => exposureCoverage(company, { inAll }, ofAveraged)
    },
    unknownOn: (day) => dayOf(day).unknown,
    assumptions: loaded.assumptions,
    isThere: system.isIn,
    isTold: system.isTold,
    loadNames: async (day) => (group) => loaded.nameOf(group, day),
    meansNone: loaded.meansNone,
  }
}

/** The companies of a channel, and that of the day that is read. */
export interface CompanyRead {
  readonly companies: ChannelCompanies
  readonly on: CompanyOn
}

/**
 * The company of the world's day less the lag, as a formula needs it: with the years before, where it is of the past.
 * `whom`: the one state that is asked about, where nothing is asked of others.
 */
export const loadCompanyRead = async (
  world: Snapshot,
  input: ChannelInput,
  id: PartnerChannelId,
  { ofPast }: Formula,
  whom?: string,
): Promise<CompanyRead> => {
  const year = yearOf(world.asOf)
  const companies = await loadChannel(world, input, id, { years: { from: year, to: year }, ofPast, whom })
  const on = companies.on(laggedDay(world.asOf, input.lag), world.asOf)
  return { companies, on: ofPast ? on.withPast() : on }
}
