import type { Fact } from './fold.ts'

/** Which of several acts of one day comes first: signature, consent, exit before re-entry, entry into force last. */
const order: Readonly<Record<string, number>> = {
  TreatyConcluded: 0,
  TreatyOpenedForSignature: 1,
  TreatySigned: 2,
  TreatySignatureSucceeded: 2,
  TreatySignatureConfirmed: 3,
  TreatyProvisionallyApplied: 4,
  TreatyWithdrawalNotified: 5,
  TreatyWithdrawalRevoked: 6,
  TreatyEnteredIntoForce: 9,
  StateEnded: 5,
  MembershipWithdrawalNotified: 3,
  MembershipWithdrawalRevoked: 4,
  MembershipEnded: 5,
  MembershipReinstated: 8,
  CooperationResumed: 8,
  ConditionResolved: 8,
  SuccessionSettled: 8,
}

const rank = (type: string): number => order[type] ?? 7

const byId = (a: Fact, b: Fact): number => {
  if (a.id === b.id) return 0
  return a.id < b.id ? -1 : 1
}

/** Which of two acts of one day comes first: negative where the first does. */
export const ofOneDay = (a: Fact, b: Fact): number => rank(a.type) - rank(b.type) || byId(a, b)

/** Legal order: by date, then by kind of act, then by event id; never by the order of recording. */
export const inLegalOrder = (facts: readonly Fact[]): readonly Fact[] =>
  facts.toSorted((a, b) => a.occurred.lo - b.occurred.lo || a.occurred.hi - b.occurred.hi || ofOneDay(a, b))
