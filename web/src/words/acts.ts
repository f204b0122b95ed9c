import { whenWords } from './when.ts'

/** What a state did, in the field's words, by the type of the event that records it. */
const acts: Readonly<Record<string, string>> = {
  TreatySigned: 'Signed',
  TreatySignedDefinitively: 'Signed definitively, and bound by that',
  TreatyRatified: 'Ratified',
  TreatyAccepted: 'Accepted',
  TreatyApproved: 'Approved',
  TreatyAcceded: 'Acceded',
  TreatySucceeded: 'Succeeded',
  TreatyConsentExpressed: 'Consented to be bound',
  TreatyConsentImplied: 'Consent follows from another act',
  TreatyProvisionallyApplied: 'Applied provisionally',
  TreatyWithdrawalNotified: 'Gave notice of withdrawal',
  TreatyWithdrawalRevoked: 'Took back its notice of withdrawal',
  TreatyWithdrawalTookEffect: 'Left',
  TreatySignatureRepudiated: 'Declared that it does not mean to become a party',
  TreatyActNoLongerStands: 'An earlier act no longer stands',
  ReservationMade: 'Made a reservation',
  ReservationWithdrawn: 'Withdrew a reservation',
  DeclarationMade: 'Made a declaration',
  ObjectionMade: 'Objected to a reservation',
  MembershipStarted: 'Became a member',
  MembershipObserved: 'A source coded how it stood, by the year',
  MembershipEnded: 'Ceased to be a member',
  MembershipWithdrawalNotified: 'Gave notice of leaving',
  ConcessionMade: 'Made a concession',
  StateResponded: 'Answered',
  CampaignAction: 'A campaign acted',
  NormContested: 'Spoke against the norm',
  ReportDue: 'Report due',
  ReportSubmitted: 'Submitted a report',
  ReportReviewed: 'Report reviewed',
  ConcludingObservationsAdopted: 'Concluding observations adopted',
  UprRecommendationMade: 'Recommended',
  UprRecommendationAnswered: 'Answered a recommendation',
  MeasureStated: 'Stated a measure',
}

/** When an act was done; years that a source coded are all meant. */
export const actWhenWords = (type: string, date: string): string => {
  const [first = '', last] = date.split('/')
  return type === 'MembershipObserved' && last !== undefined ? `each year from ${first} to ${last}` : whenWords(date)
}

/** The words for a type of event; of one without words of its own, its name taken apart: `optional protocol opened`. */
export const actWords = (type: string): string =>
  acts[type] ??
  type
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase())
