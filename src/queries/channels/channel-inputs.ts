import { words } from '../question/inputs.ts'
import { channelOptions, type ChannelOptions } from './channel-options.ts'
import { channelIds, type ChannelId } from './index.ts'

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
