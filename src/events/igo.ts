import { z } from 'zod'
import { exitRule } from './clauses.ts'
import { actor, edtf, endNames, event, igoId, normId, text, year } from './define.ts'

const membershipKinds = ['full', 'associate', 'observer'] as const
const kind = z.enum(membershipKinds)

/** What an organisation is for, as far as a source sorts them. */
export const igoFields = ['political', 'social', 'economic'] as const

/** Whether a treaty founds it, or states meet without one: G7, BRICS. */
export const formalities = ['formal', 'informal'] as const
export type Formality = (typeof formalities)[number]

/** What lies between asking to be admitted and being a member. */
export const accessionSteps = [
  'invitation',
  'actionPlan',
  'opinion',
  'candidateStatus',
  'negotiationsOpened',
  'negotiationsClosed',
  'treatySigned',
  'referendum',
] as const

/** Organisations and who belongs to them. Stream: `igo-un`. */
export const igoEvents = [
  event('igo', 'IgoFounded', 'The organisation began to function', {
    igo: igoId,
    name: text,
    longName: text.optional(),
    fields: z
      .array(z.enum(igoFields))
      .optional()
      .describe('What it is for, as its source sorts organisations; an empty list where the source says none of these'),
    exit: exitRule.optional().describe('How a member leaves, by the constituent treaty'),
    formality: z
      .enum(formalities)
      .optional()
      .describe('Whether a treaty founds it, or states meet without one. Absent: formal'),
  }),
  event('igo', 'IgoDissolved', 'The organisation ended', { names: endNames }),
  event('igo', 'IgoSucceeded', 'Another organisation took its place', {
    successor: igoId,
    mode: z.enum(['integrated', 'replaced']),
  }),
  event('igo', 'MembershipStarted', 'A membership began', {
    actor,
    kind,
    mode: z.enum(['original', 'accession', 'succession', 'seatSubstitution', 'readmission', 'resumption']).optional(),
  }),
  event('igo', 'MembershipKindChanged', 'A member took another standing', { actor, kind }),
  event('igo', 'MembershipEnded', 'A membership ended', {
    actor,
    names: endNames,
    mode: z.enum(['withdrawal', 'expulsion', 'cessation', 'extinction', 'unknown']).optional(),
  }),
  event('igo', 'MembershipApplied', 'A state asked to be admitted', { actor }),
  event('igo', 'AccessionStepTaken', 'A step between asking to be admitted and being a member', {
    actor,
    step: z.enum(accessionSteps),
    outcome: z
      .enum(['positive', 'negative', 'deferred'])
      .optional()
      .describe('Of an opinion, a referendum, an invitation: which way it went'),
    by: text.optional().describe('The organ that took it'),
  }),
  event('igo', 'MembershipApplicationEnded', 'An application came to an end without a membership, or rests', {
    actor,
    how: z.enum(['withdrawn', 'rejected', 'suspended', 'lapsed']),
  }),
  event('igo', 'ConditionAttached', 'Admission or standing was made to depend on something', {
    actor,
    condition: text,
    norm: normId.optional(),
    benchmark: text.optional(),
    deadline: edtf.optional(),
  }),
  event('igo', 'ConditionResolved', 'A condition was met, waived or failed', {
    actor,
    condition: text,
    outcome: z.enum(['met', 'waived', 'failed']),
  }),
  event('igo', 'MembershipSuspended', 'Rights of a member were suspended; it stays a member', {
    actor,
    scope: z.enum(['voting', 'representation', 'all']),
    ground: text.optional(),
  }),
  event('igo', 'MembershipReinstated', 'A suspension was lifted', { actor }),
  event('igo', 'MembershipWithdrawalNotified', 'Notice of withdrawal; the member is in until it takes effect', {
    actor,
    statedEffective: edtf.optional().describe('The first day out'),
  }),
  event('igo', 'MembershipWithdrawalRevoked', 'The notice was taken back before it took effect', { actor }),
  event('igo', 'CooperationCeased', 'A member ceased to take part; it stays a member', {
    actor,
    ground: text.optional(),
  }),
  event('igo', 'CooperationResumed', 'It took part again, without a new admission', { actor }),
  event('igo', 'RepresentationChanged', 'Another government speaks for the member; neither an exit nor an admission', {
    actor,
    from: text,
    to: text,
  }),
  event('igo', 'IgoRenamed', 'The organisation took another name; it continues', { name: text }),
  event('igo', 'MembershipObserved', 'A source coded the same standing for every year from the first to the last', {
    actor,
    code: z.enum([...membershipKinds, 'none', 'unknown']),
    firstYear: year,
    lastYear: year,
  }),
  event('igo', 'MembershipsImputed', "The source filled in the organisation's memberships for these years", {
    firstYear: year,
    lastYear: year,
  }),
]
