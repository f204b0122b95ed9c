import type { ChannelOptions } from '../channels/channel-options.ts'
import { stockChannelOf, type StockChannelId } from '../channels/index.ts'
import { coverageOf } from '../question/coverage-fields.ts'
import { formatDay } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { ExposureByChannel } from './exposure-by-channel.ts'
import { termsOfStock } from './exposure-terms.ts'

/** A state's stock by a channel without partners, on the world's day whatever the lag of scores. */
export const exposureByStock = async (
  world: Snapshot,
  input: ChannelOptions,
  { state, id }: { readonly state: string; readonly id: StockChannelId },
): Promise<ExposureByChannel> => {
  const { title, definition, evidence, load } = stockChannelOf(id)
  const loaded = await load(world, input)
  const { value, min, max, missing, observed, terms, leftOut, uncertain } = loaded.on(state, world.asOf)
  return {
    channel: id,
    title,
    definition,
    evidence,
    value,
    min,
    max,
    missing,
    coverage: observed,
    covered: coverageOf(loaded.coverageOf(state, world.asOf)),
    degree: terms.length,
    unrated: [],
    leftOut: [...leftOut],
    unknownIgos: [],
    unknown: [],
    assumptions: [...loaded.assumptions],
    uncertain: uncertain.map(({ campaign, earliest, day, decidedBy }) => ({
      actor: state,
      igo: campaign,
      may: [`on a day from ${formatDay(earliest)} to ${formatDay(day)}`],
      decidedBy: [...decidedBy],
    })),
    terms: termsOfStock(terms),
    parameters: { ...loaded.parameters },
  }
}
