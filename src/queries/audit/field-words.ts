import type { NormStatus } from '../../../projections/compose/norm/norm-statuses.ts'
import { channelIds, channelOf, type ChannelId } from '../channels/index.ts'
import type { BriefSpread } from '../spread/spread-answer.ts'

const systems: Readonly<Record<string, string>> = {
  cow: 'the state system (Correlates of War)',
  gw: 'the state system (Gleditsch and Ward)',
  un: 'the United Nations',
}

/** Of whom the members are counted, in words. */
export const systemWords = ({ system }: Pick<BriefSpread, 'system'>): string => systems[system] ?? system

const thresholds: Readonly<Record<BriefSpread['threshold'], string>> = {
  SIGNED: 'signature',
  CONSENTED: 'consent to be bound',
  IN_FORCE: 'entry into force for them',
}

/** By what an adoption is counted, in words. */
export const thresholdWords = ({ threshold }: Pick<BriefSpread, 'threshold'>): string => thresholds[threshold]

/** By which partners an exposure is reckoned, in words: `formal organisations`. */
export const channelWords = (channel: string): string =>
  (channelIds as readonly string[]).includes(channel) ? channelOf(channel as ChannelId).title.toLowerCase() : channel

const statuses: Readonly<Record<NormStatus, string>> = {
  NO_POSITION: 'no act under its treaties that stands',
  ENDORSED: 'endorsed without being bound',
  SIGNALLED: 'signed, not bound',
  COMMITTED: 'consent given, not yet in force',
  BOUND_QUALIFIED: 'bound, with a reservation to what is core to it',
  BOUND: 'bound',
  INSTITUTIONALIZED: 'bound, and the norm stands in its law at home',
  INTERNALIZED: 'bound, in its law at home, and practised',
  OBJECTING: 'objecting',
  CONTESTING: 'contesting',
  EXITING: 'bound, with notice of withdrawal given',
  EXITED: 'no longer bound, after its exit',
  LAPSED: 'no longer bound, for the treaty ended',
  UNKNOWN: 'unknown',
}

/** A status towards a norm in words. */
export const statusWords = (status: string): string =>
  Object.hasOwn(statuses, status) ? statuses[status as NormStatus] : status.replaceAll('_', ' ').toLowerCase()
