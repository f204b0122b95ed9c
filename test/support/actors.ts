import type { NewEvent } from '../../src/events/envelope.ts'
import type { JsonObject } from '../../src/events/json.ts'
import { nextId, said, type Said } from './recorded.ts'

/** An act of one actor, waiting for the treaty that it is done under. */
export interface ActSaid {
  readonly kind: 'act'
  readonly actor: string
  readonly under: (stream: string) => Said
}

type More = Partial<Pick<NewEvent, 'effective' | 'sources'>>

const act =
  (actor: string, type: string, data: JsonObject = {}) =>
  (occurred: string, more: More = {}): ActSaid => {
    const id = nextId()
    return { kind: 'act', actor, under: (stream) => said(stream, type, occurred, { actor, ...data }, { ...more, id }) }
  }

/** An actor and all that it may do under a treaty: `actor('bdi').ratified('2004-09-21')`. */
export const actor = (id: string) => ({
  id,
  signed: act(id, 'TreatySigned'),
  signedDefinitively: act(id, 'TreatySignedDefinitively'),
  ratified: act(id, 'TreatyRatified'),
  accepted: act(id, 'TreatyAccepted'),
  approved: act(id, 'TreatyApproved'),
  acceded: act(id, 'TreatyAcceded'),
  confirmed: act(id, 'TreatyFormallyConfirmed'),
  appliedProvisionally: act(id, 'TreatyProvisionallyApplied'),
  notifiedWithdrawal: act(id, 'TreatyWithdrawalNotified'),
  revokedWithdrawal: act(id, 'TreatyWithdrawalRevoked'),
  withdrawalDeclaredIneffective: act(id, 'TreatyWithdrawalDeclaredIneffective', { by: 'the depositary' }),
  withdrawalTookEffect: act(id, 'TreatyWithdrawalTookEffect'),
  isStatedBound: act(id, 'TreatyInForceForParty'),
  signedAdReferendum: act(id, 'TreatySigned', { kind: 'adReferendum' }),
  confirmedSignature: act(id, 'TreatySignatureConfirmed'),
  repudiatedSignature: act(id, 'TreatySignatureRepudiated'),
  tookBackInstrument: act(id, 'TreatyConsentWithdrawn'),
  endedProvisionalApplication: act(id, 'TreatyProvisionalApplicationEnded'),
  wasCeased: act(id, 'TreatyParticipationCeased', { by: 'the organisation' }),
  /** Listed on the last of these days as one whose act, done on the first, no longer stands. */
  noLongerStands: (days: string, what = 'consent/1') => act(id, 'TreatyActNoLongerStands', { act: what })(days),
  suspended: act(id, 'TreatyOperationSuspended'),
  resumed: act(id, 'TreatyOperationResumed'),
  /** Notified on one day, party from another: the date of succession. */
  succeeded: (notified: string, from: string) => act(id, 'TreatySucceeded')(notified, { effective: from }),
})

/** So many states that each deposit on the day: `x1`, `x2`, … or another prefix. */
export const deposits = (count: number, day: string, prefix = 'x'): readonly ActSaid[] =>
  Array.from({ length: count }, (_, index) => actor(`${prefix}${index + 1}`).acceded(day))
