import { alliance } from './alliance.ts'
import type { Channel } from './channel.ts'
import { colony } from './colony.ts'
import { contiguity } from './contiguity.ts'
import { language } from './language.ts'
import { igo, informal } from './organisations.ts'
import { power } from './power.ts'
import { regime } from './regime.ts'
import { region } from './region.ts'
import { treaties } from './treaties.ts'

/**
 * Every channel by its id, that of formal organisations first. What callers need of a channel is in its entry; none
 * should know one by name.
 */
const channels = {
  igo,
  informal,
  treaties,
  region,
  language,
  colony,
  contiguity,
  alliance,
  regime,
  power,
} as const

export type ChannelId = keyof typeof channels

export const channelIds = Object.keys(channels) as readonly ChannelId[]

/** The channel that exposures are made of where none is named. */
export const formal: ChannelId = 'igo'

export const channelOf = (id: ChannelId): Channel => channels[id]
