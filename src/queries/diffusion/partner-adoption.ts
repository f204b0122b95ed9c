import { z } from 'zod'
import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import { lazily } from '../../common/lazily.ts'
import { memo } from '../../common/memo.ts'
import { adoptionExposureOf } from '../../diffusion/adoption-exposure.ts'
import { sharedOrganisationsOf } from '../../exposure/shared-organisations.ts'
import { lastDayOfYear } from '../../time/day.ts'
import { loadChannel } from '../channels/channel-companies.ts'
import type { ChannelOptions } from '../channels/channel-options.ts'
import { isStock, stockChannelOf, type ChannelId, type PartnerChannelId } from '../channels/index.ts'
import type { CompanyOn, Scored } from '../network/company-on.ts'
import { companyInputs } from '../network/network-inputs.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { isWithin } from './adoption-spells.ts'
import type { Adoptions } from './adoptions.ts'

/** What a state met by one channel at the end of a year. */
export interface MetByChannel {
  /** Of partners, the share that had adopted, 0 to 1; of a stock its size. Null where there is none. */
  readonly value: number | null
  /** How far the sources of it reach. */
  readonly covered: Coverage['state']
}

/** What states met by one channel, year by year. */
export interface PartnerAdoption {
  readonly channel: ChannelId
  readonly on: (state: string, year: number) => MetByChannel
  /** The weights of a state to every other at the end of a year, in the order of the states; none of a stock. */
  readonly weights?: (
    state: string,
    year: number,
  ) => { readonly weights: Float64Array; readonly states: readonly string[] } | undefined
  readonly assumptions: readonly string[]
}

/** What channels are asked with, and which of them. */
export type MetInput = ChannelOptions & { readonly channel?: readonly ChannelId[] | undefined }

/** A company and, as each is asked for, the weights of its states: by shared organisations, or by other groups. */
const weighing = (on: CompanyOn) => {
  const rows = sharedOrganisationsOf(on.company, on.weights)
  const known = new Map<number, Float64Array>()
  return (state: string) => {
    const i = on.indexOf(state)
    if (i === undefined) return undefined
    const weights = known.get(i) ?? rows(i)
    known.set(i, weights)
    return { i, weights }
  }
}

/** Of a partner whose adoption is averaged it matters here that it is known, not what it is. */
const told: Scored = { value: 1, missing: undefined, decidedBy: [] }

/** By a channel with partners: those of whom it is known, weighted by what they share with the state. */
const byPartners = async (
  world: Snapshot,
  { subject, threshold, systemName, spells, uncovered }: Adoptions,
  input: MetInput,
  id: PartnerChannelId,
): Promise<PartnerAdoption> => {
  const network = z.object(companyInputs).parse({ adoption: subject.id, threshold, yearCodes: 'whole' })
  const companies = await loadChannel(world, { ...network, ...input, system: systemName }, id)
  const coverageIn = await companies.loadCoverage()
  const ofYear = memo((year) => {
    const day = lastDayOfYear(Number(year))
    const on = companies.on(day, day)
    const flags = (is: (state: string) => boolean) => Uint8Array.from(on.company.states, (one) => (is(one) ? 1 : 0))
    const known = flags((state) => !isWithin(uncovered.get(state), day))
    const isKnown = (state: string): boolean => known[on.indexOf(state) ?? -1] === 1
    const coverage = lazily(() => coverageIn({ ...on, scoreOf: (state) => (isKnown(state) ? told : undefined) }))
    return {
      weightsOf: weighing(on),
      states: on.company.states,
      adopted: flags((state) => isWithin(spells.get(state), day)),
      known,
      coverageOf: (state: string) => coverage()(state),
    }
  })
  return {
    channel: id,
    on: (state, year) => {
      const { weightsOf, adopted, known, coverageOf } = ofYear(String(year))
      const found = weightsOf(state)
      return {
        value: found === undefined ? null : (adoptionExposureOf(found.i, found.weights, adopted, known) ?? null),
        covered: coverageOf(state).state,
      }
    },
    weights: (state, year) => {
      const { weightsOf, states } = ofYear(String(year))
      const found = weightsOf(state)
      return found === undefined ? undefined : { weights: found.weights, states }
    },
    assumptions: companies.assumptions,
  }
}

/**
 * What states met by each channel that was asked for, by formal organisations where none was: the share of a state's
 * partners that had adopted at the end of a year, each weighted by the groups that it shares with the state. Stocks
 * have no partners: of them it is what had come together by then.
 */
export const loadPartnerAdoption = async (
  world: Snapshot,
  adoptions: Adoptions,
  input: MetInput,
): Promise<readonly [PartnerAdoption, ...PartnerAdoption[]]> => {
  const load = async (id: ChannelId): Promise<PartnerAdoption> => {
    if (!isStock(id)) return byPartners(world, adoptions, input, id)
    const stock = await stockChannelOf(id).load(world, input)
    return {
      channel: id,
      on: (state, year) => {
        const day = lastDayOfYear(year)
        return { value: stock.on(state, day).value, covered: stock.coverageOf(state, day).state }
      },
      assumptions: stock.assumptions,
    }
  }
  const [first = 'igo', ...others] = input.channel ?? []
  const rest: PartnerAdoption[] = []
  const found = await load(first)
  for (const id of others) rest.push(await load(id))
  return [found, ...rest]
}
