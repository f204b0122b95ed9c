import { z } from 'zod'
import { actor, endNames, event, igoId, text, year } from './define.ts'

export const membershipKinds = ['full', 'associate', 'observer'] as const
const kind = z.enum(membershipKinds)

/** Organisations and who belongs to them. Stream: `igo-un`. */
export const igoEvents = [
  event('igo', 'IgoFounded', 'The organisation began to function', { igo: igoId, name: text, longName: text.optional() }),
  event('igo', 'IgoDissolved', 'The organisation ended', { names: endNames }),
  event('igo', 'IgoSucceeded', 'Another organisation took its place', { successor: igoId, mode: z.enum(['integrated', 'replaced']) }),
  event('igo', 'MembershipStarted', 'A membership began', {
    actor,
    kind,
    mode: z.enum(['original', 'accession', 'succession', 'seatSubstitution', 'readmission']).optional(),
  }),
  event('igo', 'MembershipKindChanged', 'A member took another standing', { actor, kind }),
  event('igo', 'MembershipEnded', 'A membership ended', {
    actor,
    names: endNames,
    mode: z.enum(['withdrawal', 'expulsion', 'cessation', 'extinction', 'unknown']).optional(),
  }),
  event('igo', 'MembershipObserved', 'A source coded the same standing for every year from the first to the last', {
    actor,
    code: z.enum([...membershipKinds, 'none', 'unknown']),
    firstYear: year,
    lastYear: year,
  }),
  event('igo', 'MembershipsImputed', "The source filled in the organisation's memberships for these years", { firstYear: year, lastYear: year }),
]
