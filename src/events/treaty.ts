import { z } from 'zod'
import { entryIntoForceRule, exitRule, offset } from './clauses.ts'
import { actor, edtf, event, text, treatyId } from './define.ts'

const act = (type: string, means: string, more: z.ZodRawShape = {}) => event('treaty', type, means, { actor, ...more })

/** Treaty acts, as the depositary receives them. The deposit governs, not the vote at home. Stream: `treaty-cat`. */
export const treatyEvents = [
  event('treaty', 'TreatyConcluded', 'The text was established, with its clauses', {
    treaty: treatyId,
    title: text,
    shortTitle: text.optional(),
    depositary: text.optional(),
    place: text.optional(),
    entryIntoForce: entryIntoForceRule,
    perParty: offset.optional().describe('For those who consent later: counted from their deposit. Absent: as the treaty'),
    laterThan: z.literal('entryIntoForce').optional().describe('perParty is for those who consent after entry into force; who consented before is in from that day'),
    exit: exitRule,
    reservations: z.enum(['unknown', 'silent', 'permitted', 'restricted', 'prohibited']).optional(),
  }),
  event('treaty', 'TreatyOpenedForSignature', 'From this day it could be signed', { until: edtf.optional(), place: text.optional() }),
  event('treaty', 'TreatyEnteredIntoForce', 'The day that the depositary states; a check on the derived one', {}),
  act('TreatySigned', 'Signature subject to ratification', { kind: z.enum(['simple', 'adReferendum']).optional() }),
  act('TreatySignedDefinitively', 'Signature that expresses consent'),
  act('TreatyRatified', 'Consent by deposit of an instrument of ratification'),
  act('TreatyAccepted', 'Consent by acceptance'),
  act('TreatyApproved', 'Consent by approval'),
  act('TreatyAcceded', 'Consent without prior signature'),
  act('TreatySucceeded', 'Consent by notification of succession', { predecessor: actor.optional(), effectFrom: edtf.optional() }),
  act('TreatyFormallyConfirmed', 'Consent of an organisation'),
  act('TreatyConsentExpressed', 'Consent to be bound in another form that the table names'),
  act('TreatySignatureSucceeded', "Succession to a predecessor's signature; no consent"),
  act('TreatySignatureConfirmed', 'A signature ad referendum became a full one'),
  act('TreatyProvisionallyApplied', 'Provisional application began'),
  act('TreatyWithdrawalNotified', 'Notice of withdrawal, as received by the depositary', { statedEffective: edtf.optional() }),
  act('TreatyWithdrawalRevoked', 'The notice was taken back before it took effect'),
]

/** Which class of act an event belongs to: what a relabelled act keeps. */
export const actClass: Readonly<Record<string, 'signature' | 'consent' | 'provisional' | 'notice' | 'revocation' | 'confirmation'>> = {
  TreatySigned: 'signature',
  TreatySignatureSucceeded: 'signature',
  TreatySignatureConfirmed: 'confirmation',
  TreatySignedDefinitively: 'consent',
  TreatyRatified: 'consent',
  TreatyAccepted: 'consent',
  TreatyApproved: 'consent',
  TreatyAcceded: 'consent',
  TreatySucceeded: 'consent',
  TreatyFormallyConfirmed: 'consent',
  TreatyConsentExpressed: 'consent',
  TreatyProvisionallyApplied: 'provisional',
  TreatyWithdrawalNotified: 'notice',
  TreatyWithdrawalRevoked: 'revocation',
}
