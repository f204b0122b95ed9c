import { alliance } from './alliance.ts'
import type { Channel } from './channel.ts'
import { colony } from './colony.ts'
import { contiguity } from './contiguity.ts'
import { language } from './language.ts'
import { power } from './power.ts'
import { regime } from './regime.ts'
import { region } from './region.ts'
import { treaties } from './treaties.ts'

/**
 * Every channel but that of formal organisations, by its id. What callers need of a channel is in its entry; none
 * should know one by name.
 */
const channels = { treaties, region, language, colony, contiguity, alliance, regime, power } as const

/** The channel of formal organisations, which exposures are made of where none is named. */
export const formal = 'igo'

export type ChannelId = typeof formal | keyof typeof channels

export const channelIds: readonly ChannelId[] = [formal, ...(Object.keys(channels) as (keyof typeof channels)[])]

/** A channel by its id; undefined for that of formal organisations. */
export const channelOf = (id: ChannelId): Channel | undefined => (id === formal ? undefined : channels[id])
