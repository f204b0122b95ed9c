import { words } from '../question/inputs.ts'
import { channelOptions } from './channel-options.ts'
import { channelIds } from './index.ts'

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
