import { z } from 'zod'
import { actor, event, normId, text } from './define.ts'

const norm = normId.describe('The norm that it serves or offends')
const title = text.describe('What it is called at home')

/** What states do at home about norms. Stream: `domestic-fra`. */
export const domesticEvents = [
  event('domestic', 'LegislationEnacted', 'A law that serves the norm came into force', { actor, norm, title }),
  event('domestic', 'LegislationRepealed', 'Such a law was repealed', { actor, norm, title }),
  event('domestic', 'ConstitutionalIncorporation', 'The norm became part of the constitution', { actor, norm, title }),
  event('domestic', 'ConstitutionalIncorporationRemoved', 'It was taken out of the constitution', {
    actor,
    norm,
    title,
  }),
  event('domestic', 'ImplementingActAdopted', 'An act of the executive that puts the norm into effect', {
    actor,
    norm,
    title,
  }),
  event('domestic', 'NationalInstitutionCreated', 'An institution that watches over the norm', { actor, norm, title }),
  event('domestic', 'DomesticCourtRuling', 'A court of the state applied the norm, or refused to', {
    actor,
    norm,
    title,
    direction: z.enum(['upholds', 'denies']),
  }),
  event('domestic', 'ReferendumHeld', 'The people voted on it', {
    actor,
    norm,
    title,
    outcome: z.enum(['accepted', 'rejected']),
  }),
  event('domestic', 'GovernmentChanged', 'Another government took office: context', { actor, title }),
]
