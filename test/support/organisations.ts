import { expect } from 'vitest'
import { igoActs, type MembershipActRow } from '../../projections/folds/igo-acts.ts'
import { igoAttributes, type MembershipAttributeRow } from '../../projections/folds/igo-attributes.ts'
import { igoMembership, type Membership } from '../../projections/folds/igo-membership.ts'
import { igoProfile, type Profile } from '../../projections/folds/igo-profile.ts'
import {
  attributeSpanOf,
  exitClauseOf,
  memberActOf,
  membershipSpanOf,
} from '../../projections/compose/membership/from-rows.ts'
import {
  absenceOn,
  membershipRecord,
  qualificationsOn,
  type MembershipRecord,
} from '../../projections/compose/membership/record.ts'
import { isMember, membershipOn, type MembershipKind } from '../../projections/compose/membership/membership.ts'
import type { ExitRule } from '../../src/events/clauses.ts'
import type { JsonObject } from '../../src/events/json.ts'
import { formatBound, parseDay } from '../../src/time/day.ts'
import { intervalsOf } from './folded.ts'
import { said, type Said } from './recorded.ts'

/** What is told of one member, waiting for the organisation that it is told of. */
export type Told = (igo: string) => (actor: string) => Said

const told =
  (type: string, occurred: string, data: JsonObject = {}, more: Parameters<typeof said>[4] = {}): Told =>
  (igo) =>
  (actor) =>
    said(`igo-${igo}`, type, occurred, { actor, ...data }, more)

/** All that may be told of a member: `joined('1996-02-28')`. */
export const joined = (day: string, mode = 'accession', kind = 'full'): Told =>
  told('MembershipStarted', day, { kind, mode })
export const applied = (day: string): Told => told('MembershipApplied', day)
export const applicationEnded = (day: string, how: 'withdrawn' | 'rejected' | 'suspended' | 'lapsed'): Told =>
  told('MembershipApplicationEnded', day, { how })
export const gaveNotice = (day: string, statedEffective?: string): Told =>
  told('MembershipWithdrawalNotified', day, statedEffective === undefined ? {} : { statedEffective })
export const tookNoticeBack = (day: string): Told => told('MembershipWithdrawalRevoked', day)
export const wasOutOn = (day: string, mode = 'withdrawal'): Told =>
  told('MembershipEnded', day, { names: 'firstDayOut', mode })
export const wasSuspended = (day: string, scope: 'voting' | 'representation' | 'all' = 'all'): Told =>
  told('MembershipSuspended', day, { scope })
export const wasReinstated = (day: string): Told => told('MembershipReinstated', day)
export const ceasedToCooperate = (day: string): Told => told('CooperationCeased', day)
export const cooperatedAgain = (day: string): Told => told('CooperationResumed', day)
export const changedRepresentation = (day: string, from: string, to: string): Told =>
  told('RepresentationChanged', day, { from, to })
export const wasMadeToPromise = (day: string, condition: string, deadline?: string): Told =>
  told('ConditionAttached', day, { condition, ...(deadline !== undefined && { deadline }) })
export const promiseEnded = (day: string, condition: string, outcome: 'met' | 'waived' | 'failed'): Told =>
  told('ConditionResolved', day, { condition, outcome })
export const wasCoded = (code: string, firstYear: number, lastYear: number): Told =>
  told(
    'MembershipObserved',
    `${firstYear}/${lastYear}`,
    { code, firstYear, lastYear },
    { sources: [{ citation: 'A table of memberships', kind: 'dataset', series: 'cow-igo' }] },
  )

interface Text {
  readonly id: string
  readonly exit?: ExitRule
  readonly founded?: string
  readonly dissolved?: string
}

/** An organisation, by the clause of its constituent treaty on leaving. */
export const organisation = (id: string, exit?: ExitRule, founded = '1900-01-01', dissolved?: string): Text => ({
  id,
  founded,
  ...(exit !== undefined && { exit }),
  ...(dissolved !== undefined && { dissolved }),
})

const saidOf = ({ id, exit, founded = '1900-01-01', dissolved }: Text): readonly Said[] => [
  said(`igo-${id}`, 'IgoFounded', founded, { igo: id, name: id, ...(exit !== undefined && { exit: exit as never }) }),
  ...(dissolved === undefined ? [] : [said(`igo-${id}`, 'IgoDissolved', dissolved, { names: 'firstDayOut' })]),
]

/** What the folds and the composition make of all that is told of one member; no database. */
const recordOf = (igo: string, list: readonly Said[]): MembershipRecord => {
  const [profile] = intervalsOf<Profile>(igoProfile, list)
  const clause = profile && exitClauseOf(profile)
  const acts = intervalsOf<MembershipActRow>(igoActs, list).map(memberActOf)
  const spans = intervalsOf<Membership>(igoMembership, list).map(membershipSpanOf)
  const attributes = intervalsOf<MembershipAttributeRow>(igoAttributes, list).map(attributeSpanOf)
  return membershipRecord(
    { igo, actor: 'abc' },
    spans.toSorted((a, b) => a.from - b.from),
    acts,
    attributes,
    clause,
  )
}

/** What happened between one organisation and one state. */
export const member = (text: Text, ...parts: readonly Told[]) => {
  const record = recordOf(text.id, [...saidOf(text), ...parts.map((part) => part(text.id)('abc'))])
  const standing = (day: string) => membershipOn(record.spans, parseDay(day))
  return {
    record,
    anomalies: record.anomalies.map(({ code }) => code),
    /** The ledger: notice, first day out, revocation, and on what it rests. */
    ledger: record.exits.map(({ notified, effect, revoked, basis, ineffective }) => [
      notified === undefined ? null : formatBound(notified.lo),
      effect === undefined ? null : formatBound(effect.lo),
      revoked === undefined ? null : formatBound(revoked.lo),
      ineffective ? 'ineffective' : basis,
    ]),
    on: (day: string) => ({
      is: (kind: MembershipKind, since?: string) => {
        expect([standing(day)?.kind, standing(day)?.certainty]).toEqual([kind, 'certain'])
        if (since !== undefined) expect(standing(day)?.since).toBe(since)
      },
      /** Certainly out: it left, and nothing brought it back. */
      isOut: (ended?: string) => {
        const kind = standing(day)?.kind
        expect(kind === undefined || !isMember(kind)).toBe(true)
        expect(absenceOn(record, parseDay(day))).toMatchObject({
          standing: 'ceased',
          certainty: 'certain',
          ...(ended !== undefined && { ended }),
        })
      },
      maybe: (kind: MembershipKind) =>
        expect([standing(day)?.kind, standing(day)?.certainty]).toEqual([kind, 'possible']),
      absence: () => absenceOn(record, parseDay(day)),
      has: () => qualificationsOn(record, parseDay(day)),
    }),
  }
}
