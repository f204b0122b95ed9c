import { badInput } from '../../common/error.ts'
import { words } from '../question/inputs.ts'
import { channelOptions, type ChannelOptions } from './channel-options.ts'
import { channelIds, channelOf, type ChannelId } from './index.ts'

const ids = channelIds as readonly [(typeof channelIds)[number], ...(typeof channelIds)[number][]]

/** What questions about exposure take of channels. */
export const channelInputs = {
  channel: words(ids)
    .optional()
    .describe(
      `By which channels, side by side, with commas between: ${ids.join(',')}. Without it organisations alone; there is no ` +
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

/** Throws `bad-input` where conditions on organisations are given, and no channel that was asked for is of any. */
export const checkChannels = ({ channel, igos }: Pick<Asked, 'channel'> & { readonly igos?: unknown }): void => {
  if (igos === undefined || channel === undefined || channel.some((id) => 'formality' in channelOf(id))) return
  throw badInput('bad-input', `igos says which organisations count; came channel ${channel.join(',')}: it has none.`, {
    hint: 'Leave `igos` out, or ask for the channel igo or informal, too.',
  })
}
