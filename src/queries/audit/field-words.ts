import type { NormStatus } from '../../../projections/compose/norm/norm-statuses.ts'
import { channelIds, channelOf, type ChannelId } from '../channels/index.ts'
import type { BriefSpread } from '../spread/spread-answer.ts'
import { normStatusWords } from '../status/status-words.ts'

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

/** A status towards a norm in words. */
export const statusWords = (status: string): string =>
  Object.hasOwn(normStatusWords, status)
    ? normStatusWords[status as NormStatus]
    : status.replaceAll('_', ' ').toLowerCase()
