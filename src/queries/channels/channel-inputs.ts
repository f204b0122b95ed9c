import { badInput } from '../../common/error.ts'
import { defaultHalfLife, words } from '../question/inputs.ts'
import type { NetworkInput } from '../network/network-inputs.ts'
import { channelOptions, type ChannelOptions } from './channel-options.ts'
import type { Channel } from './channel.ts'
import { channelIds, channelOf, formal, hasPartners, type ChannelId, type PartnerChannelId } from './index.ts'

const ids = channelIds as readonly [(typeof channelIds)[number], ...(typeof channelIds)[number][]]

/** What questions about exposure take of channels. */
export const channelInputs = {
  channel: words(ids)
    .optional()
    .describe(
      `By which channels, side by side, with commas between: ${ids.join(',')}. Without it organisations ` +
        `alone; there is no ` +
        'total across channels',
    ),
  ...channelOptions,
}

export interface Asked extends ChannelOptions {
  readonly channel?: readonly ChannelId[] | undefined
}

/** What shaped a number by one channel alone. */
export const ownParameters = (
  id: PartnerChannelId,
  { contiguity, alliance, peers, gap }: Asked,
): Readonly<Record<string, string | boolean | null>> => ({
  ...(id === 'contiguity' && { contiguity }),
  ...(id === 'alliance' && { alliance }),
  ...(id === 'regime' && { peers: peers ?? null }),
  ...(id === 'power' && { gap }),
})

/** What says how partners are averaged, each with its value where nobody says. */
const usual = {
  lag: { years: 1 },
  kinds: ['full'],
  partnerKinds: ['full'],
  minObserved: 1,
  minPartners: 1,
  minCoverage: 0.5,
  missing: 'renormalise',
  isolates: 'none',
  includeSelf: false,
  excludeImputed: false,
  excludeSuspended: false,
  threshold: 'CONSENTED',
} satisfies Partial<NetworkInput>
const namesOfUsual = Object.keys(usual) as readonly (keyof typeof usual)[]

interface Given extends Asked, Partial<Pick<NetworkInput, keyof typeof usual | 'dates'>> {
  readonly preset?: string | undefined
  readonly formula?: string | readonly string[] | undefined
  readonly score?: string | undefined
  readonly adoption?: string | undefined
  readonly attribute?: string | undefined
  readonly cumulative?: boolean
  readonly published?: boolean
  readonly igos?: unknown
  readonly weight?: string | undefined
  readonly entry?: unknown
}

/** What is given of how partners are averaged, other than usual. */
const unusual = (given: Given): string | undefined =>
  namesOfUsual.find((name) => given[name] !== undefined && JSON.stringify(given[name]) !== JSON.stringify(usual[name]))

/** The formulas that are meant where nobody says, of one exposure and of a panel. */
const usualFormulas: ReadonlySet<string> = new Set(['mm', 'mm,dc'])
const isOfFormula = ({ formula = 'mm' }: Given): boolean => !usualFormulas.has([formula].flat().join())

/** What is given of organisations, or of other partners, where no channel that was asked for has any. */
const readByNoPartners = (channel: readonly ChannelId[], given: Given): string | undefined => {
  const { igos, weight, entry, preset, score, adoption, attribute, cumulative, published } = given
  if (!channel.some((id) => 'formality' in channelOf(id))) {
    if (igos !== undefined) return 'igos says which organisations count'
    if (weight !== undefined) return 'weight says what organisations weigh'
    if (entry !== undefined) return 'entry says which memberships of organisations count'
  }
  if (channel.some(hasPartners)) return undefined
  if (preset !== undefined) return 'preset says how partners are averaged'
  if (isOfFormula(given)) return 'formula says how partners are averaged'
  const how = unusual(given)
  if (how !== undefined) return `${how} says how partners are averaged`
  const isAveraged =
    [score, adoption, attribute].some((one) => one !== undefined) || cumulative === true || published === true
  return isAveraged ? 'score, adoption and attribute say what of partners is averaged' : undefined
}

/** What is given of ties, where they have no use for it. */
const readByNoTie = (channel: readonly ChannelId[], { minObserved, includeSelf }: Given): string | undefined => {
  const tie = channel.find((id) => isOfTies(channelOf(id)))
  if (tie === undefined) return undefined
  if (minObserved !== undefined && minObserved > 1) return `minObserved leaves nobody: a tie of ${tie} has one partner`
  return includeSelf === true ? `includeSelf has no meaning in the ties of ${tie}` : undefined
}

/** What is given of one channel that was not asked for. */
const readByAnother = (channel: readonly ChannelId[], given: Given): string | undefined => {
  if (given.peers !== undefined && !channel.includes('regime')) return 'peers is read by the channel regime alone'
  if (given.contiguity === 'any' && !channel.includes('contiguity'))
    return 'contiguity is read by the channel contiguity alone'
  if (given.alliance !== undefined && given.alliance !== 'any' && !channel.includes('alliance'))
    return 'alliance is read by the channel alliance alone'
  if (given.gap && !channel.includes('power')) return 'gap is read by the channel power alone'
  if (channel.includes('advocacy'))
    return (given.dates ?? 'bounds') === 'bounds' ? undefined : `dates is ${given.dates}; advocacy knows bounds alone`
  if (given.norm !== undefined) return 'norm is read by the channel advocacy alone'
  return given.halfLife === defaultHalfLife ? undefined : 'halfLife is read by the channel advocacy alone'
}

const isOfTies = (channel: Channel): boolean => 'group' in channel && channel.group === 'tie'

/** Throws `bad-input` where something is given that bears on no channel that was asked for. */
export const checkChannels = (given: Given): void => {
  const { channel = [formal] } = given
  const message = readByNoPartners(channel, given) ?? readByAnother(channel, given) ?? readByNoTie(channel, given)
  if (message !== undefined) throw badInput('bad-input', `${message}; came channel ${channel.join(',')}.`)
}
