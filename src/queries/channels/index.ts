import { advocacy } from './advocacy.ts'
import { alliance } from './alliance.ts'
import type { Channel, PartnerChannel, StockChannel } from './channel.ts'
import { colony } from './colony.ts'
import { contiguity } from './contiguity.ts'
import { language } from './language.ts'
import { igo, informal } from './organisations.ts'
import { power } from './power.ts'
import { regime } from './regime.ts'
import { region } from './region.ts'
import { treaties } from './treaties.ts'

/**
 * Every channel by its id, that of formal organisations first; those without partners last. What callers need of a
 * channel is in its entry; none should know one by name.
 */
const ofPartners = {
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
const stocks = { advocacy } as const
const channels = { ...ofPartners, ...stocks } as const

/** A channel by which a state has partners. */
export type PartnerChannelId = keyof typeof ofPartners
/** A channel that is a stock of what was done to the state itself. */
export type StockChannelId = keyof typeof stocks
export type ChannelId = PartnerChannelId | StockChannelId

export const channelIds = Object.keys(channels) as readonly ChannelId[]

/** The channel that exposures are made of where none is named. */
export const formal: PartnerChannelId = 'igo'

export const channelOf = (id: ChannelId): Channel => channels[id]
export const partnerChannelOf = (id: PartnerChannelId): PartnerChannel => ofPartners[id]
export const stockChannelOf = (id: StockChannelId): StockChannel => stocks[id]

export const isStock = (id: ChannelId): id is StockChannelId => Object.hasOwn(stocks, id)
export const hasPartners = (id: ChannelId): id is PartnerChannelId => Object.hasOwn(ofPartners, id)
