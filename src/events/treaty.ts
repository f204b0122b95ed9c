import { z } from 'zod'
import { entryIntoForceRule, exitRule, offset, openTo } from './clauses.ts'
import { actor, edtf, event, text, treatyId } from './define.ts'

const act = (type: string, means: string, more: z.ZodRawShape = {}) => event('treaty', type, means, { actor, ...more })

/** At which act something was attached to the treaty. What a source leaves undated holds from that act on. */
const attachedTo = z
  .enum(['signature', 'consent', 'late'])
  .describe('Made with the signature, with the consent, or later')
const provisions = z.array(text).describe('The articles that it names')

/** Treaty acts, as the depositary receives them. The deposit governs, not the vote at home. Stream: `treaty-cat`. */
export const treatyEvents = [
  event('treaty', 'TreatyConcluded', 'The text was established, with its clauses', {
    treaty: treatyId,
    title: text,
    shortTitle: text.optional(),
    depositary: text.optional(),
    place: text.optional(),
    chapter: text.optional().describe('The chapter of the depositary’s register that it stands in'),
    registered: text.optional().describe('When and under which number it was registered, as the depositary states it'),
    published: text.optional().describe('Where its text is printed, as the depositary states it'),
    entryIntoForce: entryIntoForceRule,
    perParty: offset
      .optional()
      .describe('For those who consent later: counted from their deposit. Absent: as the treaty'),
    laterThan: z
      .literal('entryIntoForce')
      .optional()
      .describe('perParty is for those who consent after entry into force; who consented before is in from that day'),
    exit: exitRule,
    openTo: openTo
      .optional()
      .describe('To whom alone it is open. Absent: to all, by invitation, or that is not recorded'),
    reservations: z.enum(['unknown', 'silent', 'permitted', 'restricted', 'prohibited']).optional(),
  }),
  event('treaty', 'TreatyOpenedForSignature', 'From this day it could be signed', {
    until: edtf.optional(),
    place: text.optional(),
  }),
  event('treaty', 'TreatyEnteredIntoForce', 'The day that the depositary states; a check on the derived one', {
    article: text.optional().describe('The article by which it says so'),
  }),
  act('TreatySigned', 'Signature subject to ratification', { kind: z.enum(['simple', 'adReferendum']).optional() }),
  act('TreatySignedDefinitively', 'Signature that expresses consent'),
  act('TreatyRatified', 'Consent by deposit of an instrument of ratification'),
  act('TreatyAccepted', 'Consent by acceptance'),
  act('TreatyApproved', 'Consent by approval'),
  act('TreatyAcceded', 'Consent without prior signature'),
  act('TreatySucceeded', 'Consent by notification of succession', {
    predecessor: actor.optional(),
    effectFrom: edtf.optional(),
  }),
  act('TreatyFormallyConfirmed', 'Consent of an organisation'),
  act('TreatyConsentExpressed', 'Consent to be bound in another form that the table names'),
  act('TreatySignatureSucceeded', "Succession to a predecessor's signature; no consent"),
  act('TreatySignatureConfirmed', 'A signature ad referendum became a full one'),
  act('TreatyProvisionallyApplied', 'Provisional application began'),
  act('TreatyWithdrawalNotified', 'Notice of withdrawal, as received by the depositary', {
    statedEffective: edtf.optional(),
  }),
  act('TreatyWithdrawalRevoked', 'The notice was taken back before it took effect'),
  act(
    'TreatyWithdrawalDeclaredIneffective',
    'The depositary or a body said that a notice of withdrawal has no effect',
    { by: text, ground: text.optional() },
  ),
  act('TreatyWithdrawalTookEffect', 'The first day out that the depositary states; a check on the derived one'),
  act(
    'TreatyInForceForParty',
    'The first day in force for this party that the depositary states; a check on the derived one',
  ),
  act(
    'TreatySignatureRepudiated',
    'A signatory said that it will not become a party; the signature stays in the record',
    { text: text.optional() },
  ),
  act('TreatyConsentWithdrawn', 'An instrument was taken back before the treaty entered into force for the party'),
  act('TreatyConsentImplied', 'Consent that another treaty counts for', { through: treatyId }),
  act('TreatyProvisionalApplicationEnded', 'Provisional application ended by notice'),
  act('TreatyParticipationCeased', 'An organ ended the participation of a party', {
    by: text,
    ground: text.optional(),
  }),
  act('TreatyOperationSuspended', 'The operation of the treaty was suspended for this party', {
    towards: actor.optional(),
    ground: text.optional(),
  }),
  act('TreatyOperationResumed', 'The operation of the treaty was resumed for this party', {
    towards: actor.optional(),
  }),
  act(
    'TreatyActNoLongerStands',
    'The depositary lists an act as one that was done and no longer ' +
      'stands: it ended on a day between the act and that of the list',
    { act: text.describe('What the act is called in this stream: consent/1') },
  ),
  event(
    'treaty',
    'TreatyActNoLongerListed',
    'A later table of the source leaves out an act that an earlier one listed; the act stands',
    {
      actor,
      act: text.describe('What the act is called in this stream: consent/1'),
    },
    { dated: false },
  ),
  event(
    'treaty',
    'ReservationMade',
    'A reservation; attached to the act where the source gives no date',
    {
      actor,
      reservation: text.describe('What this party calls it: 1, art-29'),
      provisions,
      at: attachedTo,
      text: text.optional(),
      notified: edtf
        .optional()
        .describe(
          'When the depositary told the parties: the twelve months for ' +
            'objections run from then. Absent: from the day it was made',
        ),
    },
    { dated: false },
  ),
  act('ReservationModified', 'A reservation was changed', {
    reservation: text,
    provisions: provisions.optional(),
    text: text.optional(),
  }),
  act('ReservationWithdrawn', 'A reservation was taken back, or some provisions of it', {
    reservation: text,
    provisions: provisions.optional().describe('Absent: the whole of it'),
  }),
  event(
    'treaty',
    'DeclarationMade',
    'A declaration; attached to the act where the source gives no date',
    {
      actor,
      declaration: text.describe('What this party calls it: 1, art-22'),
      kind: z.enum(['interpretative', 'optionalClause', 'territorial', 'political', 'unclassified']),
      at: attachedTo,
      provisions: provisions.optional(),
      text: text.optional(),
    },
    { dated: false },
  ),
  act('DeclarationWithdrawn', 'A declaration was taken back', { declaration: text }),
  event(
    'treaty',
    'ObjectionMade',
    "An objection to another party's reservation",
    {
      actor: actor.describe('The objector'),
      to: actor,
      reservation: text.optional().describe('Absent: all of them'),
      precludesEntryIntoForce: z.boolean(),
      text: text.optional(),
    },
    { dated: false },
  ),
  act('ObjectionWithdrawn', 'An objection was taken back', { to: actor, reservation: text.optional() }),
  act('DerogationNotified', 'Obligations were set aside in an emergency', {
    derogation: text,
    provisions,
    emergency: text.optional(),
  }),
  act('DerogationEnded', 'A derogation ended', { derogation: text }),
  act('TerritorialApplicationExtended', 'The treaty was extended to a territory', { territory: text }),
  act('TerritorialApplicationWithdrawn', 'The treaty ceased to apply to a territory', { territory: text }),
  event('treaty', 'TreatyAmended', 'An amendment was adopted', {
    amendment: text,
    title: text.optional(),
    entryIntoForce: entryIntoForceRule,
    binds: z.enum(['accepting', 'all', 'tacit']),
  }),
  act('AmendmentAccepted', 'A party accepted an amendment', { amendment: text }),
  event(
    'treaty',
    'ProtocolLinked',
    'Another instrument is a protocol to this one',
    { protocol: treatyId, requiresParent: z.boolean() },
    { dated: false },
  ),
  event('treaty', 'TreatyTerminated', 'The treaty ended', { ground: text.optional() }),
  event('treaty', 'TreatySuperseded', 'A later treaty took its place', { by: treatyId, ground: text.optional() }),
  event('treaty', 'DepositaryNotificationIssued', 'The depositary told the parties', {
    number: text.describe('C.N.467.1997.TREATIES-10'),
    about: text,
  }),
  event(
    'treaty',
    'MeasureStated',
    'The weight of an actor in a measure that a clause counts by',
    {
      measure: text,
      actor,
      weight: z.number().min(0).max(1).describe('Share of the whole, 0 to 1'),
    },
    { dated: false },
  ),
]

export type ActClass =
  | 'signature'
  | 'confirmation'
  | 'repudiation'
  | 'consent'
  | 'consentWithdrawn'
  | 'provisional'
  | 'provisionalEnd'
  | 'notice'
  | 'revocation'
  | 'ineffective'
  | 'tookEffect'
  | 'cessation'
  | 'suspension'
  | 'resumption'
  | 'statedForce'
  | 'lapse'

/** Which class of act an event belongs to: what a relabelled act keeps. */
export const actClass: Readonly<Record<string, ActClass>> = {
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
  TreatyWithdrawalDeclaredIneffective: 'ineffective',
  TreatyWithdrawalTookEffect: 'tookEffect',
  TreatyInForceForParty: 'statedForce',
  TreatySignatureRepudiated: 'repudiation',
  TreatyConsentWithdrawn: 'consentWithdrawn',
  TreatyConsentImplied: 'consent',
  TreatyProvisionalApplicationEnded: 'provisionalEnd',
  TreatyParticipationCeased: 'cessation',
  TreatyOperationSuspended: 'suspension',
  TreatyOperationResumed: 'resumption',
  TreatyActNoLongerStands: 'lapse',
}

/** What stands beside a party's acts, from the day it was made until it is taken back. */
export type AttachmentKind = 'reservation' | 'declaration' | 'objection' | 'derogation' | 'territory' | 'amendment'

/** Which kind of attachment an event makes, changes or takes back. */
export const attachmentKind: Readonly<Record<string, AttachmentKind>> = {
  ReservationMade: 'reservation',
  ReservationModified: 'reservation',
  ReservationWithdrawn: 'reservation',
  DeclarationMade: 'declaration',
  DeclarationWithdrawn: 'declaration',
  ObjectionMade: 'objection',
  ObjectionWithdrawn: 'objection',
  DerogationNotified: 'derogation',
  DerogationEnded: 'derogation',
  TerritorialApplicationExtended: 'territory',
  TerritorialApplicationWithdrawn: 'territory',
  AmendmentAccepted: 'amendment',
}
