import { loadAveraged } from '../network/averaged.ts'
import { exposureCoverage } from '../network/exposure-coverage.ts'
import { yearsRead, type Years } from '../network/lag.ts'
import { companyOn, type CompanyOn } from '../network/network-on-day.ts'
import { loadCompanies, type Companies } from '../network/network.ts'
import type { Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { ChannelInput } from './channel.ts'
import { channelOf, type ChannelId } from './index.ts'

/** The companies that states keep by a channel, and what only channels say of them. */
export interface ChannelCompanies extends Companies {
  /** States of the system that the channel leaves out on a day, since nobody says what it needs of them. */
  readonly unknownOn: (day: Day) => readonly string[]
  readonly assumptions: readonly string[]
}

/**
 * The company that every state keeps by a channel: of organisations as ever, of others by their groups and ties. Throws
 * where the log knows nothing of what the channel is made of.
 */
export const loadChannel = async (
  world: Snapshot,
  input: ChannelInput,
  id: ChannelId,
  years?: Years,
): Promise<ChannelCompanies> => {
  const channel = channelOf(id)
  if (channel === undefined)
    return { ...(await loadCompanies(world, input, years)), unknownOn: () => [], assumptions: [] }
  const loaded = await channel.load(world, input)
  const { scoreOn, loadCoverage } = await loadAveraged(world, input, years && yearsRead(years, input.lag))
  const on = (day: Day): CompanyOn => {
    world.goOn?.()
    return companyOn(day, { ...loaded.on(day), leavesOut: input.dates === 'exclude', scoreOf: scoreOn(day) })
  }
  return {
    on,
    scoreOn,
    loadCoverage: async () => {
      const ofAveraged = await loadCoverage()
      const inAll = loaded.coverageOf
      return (company) => exposureCoverage(company, { inAll }, ofAveraged)
    },
    unknownOn: (day) => loaded.on(day).unknown,
    assumptions: loaded.assumptions,
  }
}
