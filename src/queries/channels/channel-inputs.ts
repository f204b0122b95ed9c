import { badInput } from '../../common/error.ts'
import { words } from '../question/inputs.ts'
import { channelOptions, type ChannelOptions } from './channel-options.ts'
import type { Channel } from './channel.ts'
import { channelIds, channelOf, formal, type ChannelId } from './index.ts'

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

interface Asked extends ChannelOptions {
  readonly channel?: readonly ChannelId[] | undefined
}

/** What of channels shaped a number, printed with it: nothing where none was asked for. */
export const channelParameters = ({ channel, contiguity, alliance, peers, gap }: Asked) => {
  if (channel === undefined) return {}
  return {
    channel: channel.join(','),
    ...(channel.includes('contiguity') && { contiguity }),
    ...(channel.includes('alliance') && { alliance }),
    ...(channel.includes('regime') && { peers: peers ?? null }),
    ...(channel.includes('power') && { gap }),
  }
}

interface Given extends Asked {
  readonly igos?: unknown
  readonly weight?: string | undefined
  readonly minObserved: number
  readonly includeSelf: boolean
}

/** What is given that no channel reads which was asked for; undefined where all of it is read. */
const readByNone = ({ channel = [formal], igos, weight, peers, gap, ...more }: Given): string | undefined => {
  const hasOrganisations = channel.some((id) => 'formality' in channelOf(id))
  if (!hasOrganisations && igos !== undefined) return 'igos says which organisations count'
  if (!hasOrganisations && weight !== undefined) return 'weight says what organisations weigh'
  if (peers !== undefined && !channel.includes('regime')) return 'peers is read by the channel regime alone'
  if (gap && !channel.includes('power')) return 'gap is read by the channel power alone'
  const tie = channel.find((id) => isOfTies(channelOf(id)))
  if (tie !== undefined && more.minObserved > 1) return `minObserved leaves nobody: a tie of ${tie} has one partner`
  return tie !== undefined && more.includeSelf ? `includeSelf has no meaning in the ties of ${tie}` : undefined
}

const isOfTies = (channel: Channel): boolean => 'group' in channel && channel.group === 'tie'

/** Throws `bad-input` where something is given that bears on no channel that was asked for. */
export const checkChannels = (given: Given): void => {
  const message = readByNone(given)
  if (message !== undefined)
    throw badInput('bad-input', `${message}; came channel ${(given.channel ?? [formal]).join(',')}.`)
}
