import { lazily } from '../../common/lazily.ts'
import type { Formula } from '../../exposure/formulas/formula.ts'
import type { Day } from '../../time/day.ts'
import { loadChannel, type ChannelCompanies } from '../channels/channel-companies.ts'
import type { ChannelInput, LoadedStock } from '../channels/channel.ts'
import type { Asked } from '../channels/channel-inputs.ts'
import { formal, isStock, stockChannelOf, type PartnerChannelId, type StockChannelId } from '../channels/index.ts'
import { mayBeAloneIn, reasonBy } from '../exposure/exposure-by-channel.ts'
import { parametersOfChannel, type Parameters } from '../exposure/exposure-parameters.ts'
import { exposuresIn, type ExposureValue, type optionsOn } from '../exposure/exposure-value.ts'
import type { CompanyOn } from '../network/company-on.ts'
import type { Years } from '../network/lag.ts'
import type { NetworkInput } from '../network/network-inputs.ts'
import { unpublishedIn, type Unpublished } from '../network/unpublished.ts'
import { coverageCells, coverageOf, type CoverageOut } from '../question/coverage-fields.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** A channel as a panel reads it: with partners, or a stock. */
interface PartnersOfPanel {
  readonly id: PartnerChannelId
  readonly companies: ChannelCompanies
  readonly coverageIn: Awaited<ReturnType<ChannelCompanies['loadCoverage']>>
}
interface StockOfPanel {
  readonly id: StockChannelId
  readonly stock: LoadedStock
}
export type ChannelOfPanel = PartnersOfPanel | StockOfPanel

export const ofPartners = (channel: ChannelOfPanel): channel is PartnersOfPanel => 'companies' in channel

/** Loads the channels that were asked for: formal organisations where none was. */
export const loadChannels = async (
  world: Snapshot,
  input: ChannelInput & Years & Asked,
  ofPast: boolean,
): Promise<readonly ChannelOfPanel[]> => {
  const channels: ChannelOfPanel[] = []
  for (const id of input.channel ?? [formal]) {
    if (isStock(id)) {
      channels.push({ id, stock: await stockChannelOf(id).load(world, input) })
      continue
    }
    const companies = await loadChannel(world, input, id, { years: { from: input.from, to: input.to }, ofPast })
    channels.push({ id, companies, coverageIn: await companies.loadCoverage() })
  }
  return channels
}

/** What a row says of a channel: an exposure for each formula, or a stock. */
export interface CellsOfChannel {
  readonly exposures: readonly ExposureValue[]
  /** In how many groups the state is: null where nobody says; a stock has none. */
  readonly groups?: number | null
  /** Of how many partners the scores were not read; none where that is not asked. */
  readonly unread?: readonly (number | null)[]
  /** Reckoned where somebody asks for it. */
  readonly covered: () => CoverageOut
}

/** Parameters as cells of a table: what is true is 1. */
const asCells = (parameters: Readonly<Record<string, string | number | boolean | null>>) =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  )

/** How exposures are made of the company of a day. */
export interface How {
  readonly formulas: readonly Formula[]
  readonly optionsFor: Awaited<ReturnType<typeof optionsOn>>
  readonly input: Pick<NetworkInput, 'minCoverage' | 'isolates' | 'published'>
  /** The one state whose cells are wanted, where it is one. */
  readonly only?: string | undefined
  /** Whether bounds are wanted, too; else they are null. Default: they are. */
  readonly withBounds?: boolean | undefined
}

/**
 * Every state's exposures by one channel on a day, one for each formula; in how many groups it is, and how far known.
 */
const exposuresBy = (
  { id, companies, coverageIn }: PartnersOfPanel,
  { day, by }: { readonly day: Day; readonly by: Day },
  { formulas, optionsFor, input, only, withBounds }: How,
) => {
  const on = companies.on(day, by)
  const unpublished = input.published ? unpublishedIn(on) : undefined
  const mayBeAlone = mayBeAloneIn(companies, on)
  const whom = { mayBeAlone, withBounds, ...(only !== undefined && { only }) }
  const exposures = formulas.map((formula) => exposuresIn(on, formula, optionsFor(on), input, whom))
  const coverage = lazily(() => coverageIn(on))
  return (state: string): CellsOfChannel => {
    const i = on.indexOf(state)
    const groups = i === undefined ? 0 : countGroups(on, i)
    // None that are told are none where sources would tell of them; else nobody knows how many there were.
    const reason = reasonBy(id, groups === 0 ? 'no-organisation' : null, { companies, state, day })
    const isKnown = reason !== 'unknown' && reason !== 'not-in-system'
    return {
      exposures: exposures
        .map((of) => of(state))
        .map((found) => ({ ...found, missing: reasonBy(id, found.missing, { companies, state, day }) })),
      groups: isKnown ? groups : null,
      unread: unreadCells(unpublished?.(state), isKnown),
      covered: () => coverageOf(coverage()(state)),
    }
  }
}

const unreadCells = (unpublished: Unpublished, isKnown: boolean): readonly (number | null)[] =>
  [unpublished?.notYet, unpublished?.unknown].flatMap((partners) =>
    partners === undefined ? [] : [isKnown ? partners.length : null],
  )

/** Every state's stock on the day of its rows. */
const stocksOn =
  ({ stock }: StockOfPanel, day: Day) =>
  (state: string): CellsOfChannel => {
    const { value, min, max, missing, observed, terms } = stock.on(state, day)
    return {
      exposures: [{ value, min, max, missing, coverage: observed, degree: terms.length }],
      covered: () => coverageOf(stock.coverageOf(state, day)),
    }
  }

/** In how many organisations, or other groups, that count a state is. */
const countGroups = (on: CompanyOn, i: number): number =>
  (on.company.focal.start[i + 1] ?? 0) - (on.company.focal.start[i] ?? 0)

/** What every state's row says of a channel on a day; partners are read on another, a lag before. */
export const cellsBy = (
  channel: ChannelOfPanel,
  { day, read }: { readonly day: Day; readonly read: Day },
  how: How,
): ((state: string) => CellsOfChannel) =>
  ofPartners(channel) ? exposuresBy(channel, { day: read, by: day }, how) : stocksOn(channel, day)

/** What a row says of all channels, in the order of its columns. */
export const exposureCells = (byChannel: readonly CellsOfChannel[]): readonly (string | number | null)[] => {
  const exposures = byChannel.flatMap((one) => one.exposures)
  return [
    ...exposures.map(({ value }) => value),
    ...byChannel.flatMap(({ groups }) => (groups === undefined ? [] : [groups])),
    ...byChannel.flatMap(({ unread = [] }) => unread),
    ...exposures.map(({ coverage }) => coverage),
    ...exposures.map(({ degree }) => degree),
    ...exposures.map(({ missing }) => missing),
    ...exposures.map(({ min }) => min),
    ...exposures.map(({ max }) => max),
    ...byChannel.flatMap(({ covered }) => coverageCells(covered())),
  ]
}

/** What shaped any of the channels, and nothing else. */
export const parametersOfChannels = (
  channels: readonly ChannelOfPanel[],
  input: ChannelInput & Asked & { readonly formula: readonly string[]; readonly discount: number },
  ofPast: boolean,
) => {
  const { channel, formula, discount, system } = input
  const ofChannels = channels.map((one) =>
    ofPartners(one) ? parametersOfChannel(one.id, input, system) : one.stock.parameters,
  )
  return asCells({
    ...(Object.assign({}, ...ofChannels) as Parameters),
    ...(channel !== undefined && { channel: channel.join(',') }),
    ...(channels.some(ofPartners) && { formula: formula.join(','), ...(ofPast && { discount }) }),
  })
}
