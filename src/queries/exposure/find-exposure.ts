import type { z } from 'zod'
import { narrowedTo } from '../../exposure/company.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import { formulaOf } from '../../exposure/formulas/index.ts'
import { formatDay } from '../../time/day.ts'
import { loadCompanyRead, type CompanyRead } from '../channels/channel-companies.ts'
import { checkChannels } from '../channels/channel-inputs.ts'
import { formal, isStock, type PartnerChannelId, type StockChannelId } from '../channels/index.ts'
import { loadAveraged } from '../network/averaged.ts'
import { unpublishedFor } from '../network/unpublished.ts'
import { coverageOf } from '../question/coverage-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { withSystem } from '../subjects/default-system.ts'
import type { System } from '../memberships/system-spells.ts'
import { statehoodOn } from '../memberships/statehood.ts'
import type { BriefExposure, ExposureAnswer, exposureInput } from './exposure-answer.ts'
import { exposureByChannel, mayBeAloneIn, reasonBy, type ExposureByChannel } from './exposure-by-channel.ts'
import { checkDiscount } from './formula-inputs.ts'
import { checkByEntry, droppedFor, exposureByEntry } from './exposure-by-entry.ts'
import { exposureByStock } from './exposure-by-stock.ts'
import { parametersBy } from './exposure-parameters.ts'
import { tellUncertain, termsInBrief, termsOf, uncertainFor } from './exposure-terms.ts'
import { exposuresIn, optionsOn } from './exposure-value.ts'

/** What was asked, with the state system that is meant. */
export type Settled = z.output<typeof exposureInput> & { readonly system: System }

/** An answer in brief; and whole, with every partner and event behind the terms, which are some thousands. */
interface Found {
  readonly brief: BriefExposure
  readonly whole: () => ExposureAnswer
  /** The company that was read of each channel that has one. */
  readonly reads: Reads
  /** What was asked, with all that is meant where nothing was said. */
  readonly settled: Settled
}
type Reads = ReadonlyMap<PartnerChannelId, CompanyRead>

interface Of {
  readonly state: string
  readonly formula: Formula
  /** What was read already, which is not read again. */
  readonly read: Reads
}

/** Every channel that was asked for, and the companies that were read of them. */
const channelsAskedFor = async (
  world: Snapshot,
  input: Settled,
  { state, formula, read }: Of,
): Promise<{ readonly beside: { readonly channels?: ExposureByChannel[] }; readonly reads: Reads }> => {
  if (input.channel === undefined) return { beside: {}, reads: read }
  const reads = new Map(read)
  const channels: ExposureByChannel[] = []
  for (const id of input.channel) {
    if (isStock(id)) {
      channels.push(await exposureByStock(world, input, { state, id }))
      continue
    }
    const ofChannel = reads.get(id) ?? (await loadCompanyRead(world, input, id, formula))
    reads.set(id, ofChannel)
    channels.push(await exposureByChannel(world, input, { state, formula, id, read: ofChannel }))
  }
  return { beside: { channels }, reads }
}

/** What was asked for first is a stock: there is no formula, and nothing is averaged. */
const firstOfStock = async (world: Snapshot, input: Settled, state: string, id: StockChannelId): Promise<Found> => {
  const formula = formulaOf(input.formula)
  const { beside, reads } = await channelsAskedFor(world, input, { state, formula, read: new Map() })
  const { value, min, max, missing, coverage, covered, degree, definition, terms, unrated, leftOut, ...first } =
    beside.channels?.[0] ?? (await exposureByStock(world, input, { state, id }))
  const isAveraged = [input.score, input.adoption, input.attribute].some((one) => one !== undefined)
  const own = isAveraged ? (await loadAveraged(world, input)).scoreOn(world.asOf)(state)?.value : undefined
  const answer: ExposureAnswer = {
    state,
    value,
    min,
    max,
    uncertain: first.uncertain,
    missing,
    own: own ?? null,
    ownOnReadDay: own ?? null,
    coverage,
    covered,
    degree,
    formula: null,
    definition,
    channel: id,
    terms,
    unrated,
    leftOut,
    unknownIgos: [],
    statehood: await statehoodOn(world, state),
    readOn: formatDay(world.asOf),
    parameters: { ...first.parameters, channel: (input.channel ?? [id]).join(',') },
    ...beside,
  }
  return { brief: answer, whole: () => answer, reads, settled: input }
}

/** What was asked for first is an average of partners, of organisations where no channel was named. */
const firstOfPartners = async (
  world: Snapshot,
  input: Settled,
  state: string,
  channel: PartnerChannelId,
): Promise<Found> => {
  const formula = formulaOf(input.formula)
  const first = await loadCompanyRead(world, input, channel, formula, state)
  const { companies, on } = first
  const { beside, reads } = await channelsAskedFor(world, input, { state, formula, read: new Map([[channel, first]]) })
  const options = (await optionsOn(world, input, input.system, [formula]))(on)
  const i = on.indexOf(state)
  const whom = { mayBeAlone: mayBeAloneIn(companies, on), only: state }
  const found = exposuresIn(on, formula, options, input, whom)(state)
  const explanation =
    i === undefined || found.value === null ? undefined : formula.explain(narrowedTo(on.company, i), i, options)
  const uncertain = i === undefined ? [] : uncertainFor(on, state, i)
  const brief: BriefExposure = {
    state,
    ...found,
    missing: reasonBy(channel, found.missing, { companies, state, day: on.day }),
    covered: coverageOf((await companies.loadCoverage())(on)(state)),
    uncertain: uncertain.map(({ actor, igo, may }) => ({ actor, igo, may: [...may] })),
    own: companies.scoreOn(world.asOf)(state)?.value ?? null,
    ownOnReadDay: on.scoreOf(state)?.value ?? null,
    formula: formula.id,
    definition: formula.definition,
    channel,
    terms: explanation === undefined ? [] : termsInBrief(explanation, channel),
    unrated: [...(explanation?.unrated ?? [])],
    ...unpublishedFor(input, on, state),
    leftOut: [...(explanation?.leftOut ?? [])],
    unknownIgos: [...on.unknownIgos(state)],
    ...droppedFor(input, on, state),
    ...(input.byEntry &&
      found.value !== null && { byEntry: await exposureByEntry(world, input, on, { state, formula, options }) }),
    statehood: await statehoodOn(world, state, on.day),
    readOn: formatDay(on.day),
    parameters: {
      ...parametersBy(channel, formula, input, options.systemSize),
      ...(input.channel !== undefined && { channel: input.channel.join(',') }),
    },
    ...beside,
  }
  const whole = (): ExposureAnswer => ({
    ...brief,
    uncertain: uncertain.map(tellUncertain),
    terms: explanation === undefined ? [] : termsOf(explanation, on, channel),
  })
  return { brief, whole, reads, settled: input }
}

/** A state's exposure on the world's day: by the first channel, and beside it by each that was asked for. */
export const exposureOf = async (world: Snapshot, asked: z.output<typeof exposureInput>): Promise<Found> => {
  checkChannels(asked)
  checkDiscount([formulaOf(asked.formula)], asked.discount)
  const state = world.names.require('state', asked.state, { day: world.asOf })
  const input = { ...asked, system: (await withSystem(world, asked)).system }
  const [channel = formal] = input.channel ?? []
  checkByEntry(input.byEntry, input.formula, channel)
  return isStock(channel) ? firstOfStock(world, input, state, channel) : firstOfPartners(world, input, state, channel)
}
