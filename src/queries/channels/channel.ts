import type { PressureTerm } from '../../../projections/compose/campaign/pressure.ts'
import type { Coverage } from '../../../projections/compose/coverage/coverage.ts'
import type { Formality } from '../../events/igo.ts'
import type { Day } from '../../time/day.ts'
import type { ReadAdoptions } from '../network/averaged-adoption.ts'
import type { NetworkInput } from '../network/network-inputs.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { System } from '../memberships/system-spells.ts'
import type { ChannelOptions } from './channel-options.ts'
import type { CampaignAction } from '../subjects/campaign-actions.ts'
import type { GroupSeats } from './member-seats.ts'

/** Who shares what with whom on a day, by one channel: groups, their members, and what each group weighs. */
export interface ChannelDay extends GroupSeats {
  readonly states: readonly string[]
  readonly places: ReadonlyMap<string, number>
  /** The weight of each group; undefined where each counts 1. */
  readonly weights?: Float64Array | undefined
  /** States that the channel leaves out on the day, since nobody says what it needs of them: no CINC, no score. */
  readonly unknown: readonly string[]
}

/** A channel with what it reads of the log. */
export interface LoadedChannel {
  readonly on: (day: Day) => ChannelDay
  /** How far the sources of a state's ties reach on a day. */
  readonly coverageOf: (state: string, day: Day) => Coverage
  /** Whether it is known of a state without any group or tie on a day that it had none. */
  readonly meansNone: (state: string, day: Day) => boolean
  /** What is taken for granted, in sentences that an answer prints: a region of today that is applied to 1950. */
  readonly assumptions: readonly string[]
  /** What a group or tie is called on a day; its id where nothing says. */
  readonly nameOf: (group: string, day: Day) => string
}

/** What a channel is asked with: the inputs of exposures, and the state system whose members partners are. */
export type ChannelInput = NetworkInput &
  ReadAdoptions &
  ChannelOptions & {
    readonly system: System
    /** The channels that were asked for, by their ids; none where organisations are meant without more ado. */
    readonly channel?: readonly string[] | undefined
    /** The one state whose exposures are wanted: groups and ties that it has no part in may be left out. */
    readonly only?: string | undefined
  }

/** What a reader is told of a channel. */
interface About<Id extends string> {
  readonly id: Id
  readonly title: string
  /** Who is a partner, and with which weight, in a sentence. */
  readonly definition: string
  /** The events that it is made of. */
  readonly evidence: string
}

/** A channel of organisations, formal or informal ones: their memberships are read as exposures always read them. */
export interface OrganisationChannel<Id extends string = string> extends About<Id> {
  readonly formality: Formality
}

/**
 * By which other door a norm may have reached a state. Groups act as organisations do; where each tie between two
 * states is a group of two, MM equals DC.
 */
export interface MadeChannel<Id extends string = string> extends About<Id> {
  /** What a group is: a region, a treaty; or a tie of two. */
  readonly group: 'group' | 'tie'
  /** Whether it is made of ties that sources tell by days or years, so that `yearCodes` bears on it. Default false. */
  readonly hasDays?: boolean
  readonly load: (world: Snapshot, input: ChannelInput) => Promise<LoadedChannel>
}

/** A channel by which a state has partners, whose scores or adoptions a formula averages. */
export type PartnerChannel = OrganisationChannel | MadeChannel

/** What was done to a state itself up to a day. */
export interface StockOnDay {
  /** Null where nothing is known to have been done: that is not 0. */
  readonly value: number | null
  /** Over what is uncertain of the dates. */
  readonly min: number | null
  readonly max: number | null
  /** Why there is no value; null where there is one. */
  readonly missing: string | null
  /** The share, 0 to 1, of the stock of which it is known that it belongs here. */
  readonly observed: number
  readonly terms: readonly PressureTerm[]
  /** The campaigns of which nobody knows whether they belong here. */
  readonly leftOut: readonly string[]
  readonly uncertain: readonly CampaignAction[]
}

/** A stock with what it reads of the log. */
export interface LoadedStock {
  readonly on: (state: string, day: Day) => StockOnDay
  readonly coverageOf: (state: string, day: Day) => Coverage
  readonly assumptions: readonly string[]
  /** Of what it is a stock, in a word. */
  readonly about: string
  /** What shaped it. */
  readonly parameters: Readonly<Record<string, string | number>>
}

/** What a stock is asked with. */
export type StockInput = Pick<ChannelOptions, 'norm' | 'halfLife'>

/** A channel without partners: a stock of what was done to the state itself. It depends on no formula and no lag. */
export interface StockChannel<Id extends string = string> extends About<Id> {
  readonly load: (world: Snapshot, input: StockInput) => Promise<LoadedStock>
}

export type Channel = PartnerChannel | StockChannel
