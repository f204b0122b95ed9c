import { exactly, type Resolution } from '../../src/time/date-policy.ts'
import { FOREVER } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/date-range.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from '../fold/fold.ts'
import { inLegalOrder } from '../fold/legal-order.ts'
import { underPolicy, type TellingOf } from '../fold/rivals.ts'
import { defaultPolicy, type SourcePolicy } from '../fold/source-policy.ts'
import { firstDayOut } from '../fold/ends.ts'

export type MembershipActClass = 'start' | 'notice' | 'revocation' | 'end'

export type MembershipActRow = {
  readonly igo: string
  readonly actor: string
  readonly class: MembershipActClass
  /** Of a start or an end: how. */
  readonly mode: string | null
  /**
   * The last day that the act may have been done on; the interval begins on the first. Of an end: the first day out.
   */
  readonly latest: number
  /** Of a notice, where a source states the first day out: its first and last possible day. */
  readonly effect_earliest: number | null
  readonly effect_latest: number | null
}

const classes: Readonly<Record<string, MembershipActClass>> = {
  MembershipStarted: 'start',
  MembershipWithdrawalNotified: 'notice',
  MembershipWithdrawalRevoked: 'revocation',
  MembershipEnded: 'end',
}

const effectOf = (fact: Fact): DateRange | undefined => {
  const { statedEffective } = payload<{ statedEffective?: string }>(fact)
  return fact.effective ?? (statedEffective === undefined ? undefined : parseDate(statedEffective))
}

/**
 * What a dated act says of a membership: what happened, the day on which it took hold, and of a start or change the
 * kind.
 */
export const membershipTelling: TellingOf = (fact) => {
  const kind = fact.type === 'MembershipKindChanged' ? 'change' : classes[fact.type]
  return kind === undefined
    ? undefined
    : {
        class: kind,
        on: kind === 'end' ? firstDayOut(fact) : fact.occurred,
        says: payload<{ kind?: string }>(fact).kind ?? '',
      }
}

/**
 * The dated acts that stand under a policy, in legal order; each on one day of its own where a resolution says on
 * which.
 */
export const standingActs = (
  facts: readonly Fact[],
  policy: SourcePolicy,
  to: Resolution | undefined,
): readonly Fact[] => {
  const { standing } = underPolicy(facts, policy, membershipTelling)
  return to === undefined
    ? standing
    : inLegalOrder(standing.map((fact) => ({ ...fact, occurred: exactly(fact.occurred, to) })))
}

/** One act as its fact tells it. */
const actOf = (fact: Fact, kind: MembershipActClass, to: Resolution | undefined): Interval<MembershipActRow> => {
  const { actor, mode = null } = payload<{ actor: string; mode?: string }>(fact)
  const { lo, hi } = kind === 'end' ? firstDayOut(fact) : fact.occurred
  const stated = kind === 'notice' ? effectOf(fact) : undefined
  const effect = stated === undefined || to === undefined ? stated : exactly(stated, to)
  return {
    from: lo,
    to: FOREVER,
    certainty: lo === hi ? 'certain' : 'possible',
    decidedBy: fact.decidedBy,
    columns: {
      igo: subjectOf(fact.stream),
      actor,
      class: kind,
      mode,
      latest: hi,
      effect_earliest: effect?.lo ?? null,
      effect_latest: effect?.hi ?? null,
    },
  }
}

/** The same act, told twice: what the first telling leaves open the second may say. */
const withAct = (known: Interval<MembershipActRow>, act: Interval<MembershipActRow>): Interval<MembershipActRow> => ({
  ...known,
  decidedBy: unionOf(known.decidedBy, act.decidedBy),
  columns: {
    ...known.columns,
    mode: known.columns.mode ?? act.columns.mode,
    effect_earliest: known.columns.effect_earliest ?? act.columns.effect_earliest,
    effect_latest: known.columns.effect_latest ?? act.columns.effect_latest,
  },
})

/** How one member came and went, act by act, under a policy. */
export const membershipActs = (
  facts: readonly Fact[],
  policy: SourcePolicy,
  to?: Resolution,
): readonly Interval<MembershipActRow>[] => {
  const acts = new Map<string, Interval<MembershipActRow>>()
  for (const fact of standingActs(facts, policy, to)) {
    const kind = classes[fact.type]
    if (kind === undefined) continue
    const act = actOf(fact, kind, to)
    const same = `${kind} ${act.from} ${act.columns.latest}`
    const known = acts.get(same)
    acts.set(same, known === undefined ? act : withAct(known, act))
  }
  return [...acts.values()]
}

/**
 * How members came and went, act by act. Reads `igo-<igo>`; equal acts from two sources are one act with both as
 * deciding events, rival ones are resolved by the default policy. When a notice takes effect depends on the
 * organisation's clause, which is another key of the stream: the composition derives it.
 */
export const igoActs = fold<MembershipActRow>({
  name: 'igo-acts',
  reads: ['igo'],
  table: 'membership_act',
  columns: ['igo', 'actor', 'class', 'mode', 'latest', 'effect_earliest', 'effect_latest'],
  intervals: (facts) => membershipActs(facts, defaultPolicy),
})
