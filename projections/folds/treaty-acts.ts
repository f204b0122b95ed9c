import { actClass, type ActClass } from '../../src/events/treaty.ts'
import { FOREVER } from '../../src/time/day.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from '../fold/fold.ts'
import { underPolicy, type TellingOf } from '../fold/rivals.ts'
import { defaultPolicy, rankOf, type SourcePolicy } from '../fold/source-policy.ts'

export type TreatyAct = {
  readonly treaty: string
  readonly actor: string
  /** What a relabelled act keeps: signature, consent, notice, … */
  readonly class: ActClass
  /** The event type: what kind of consent. */
  readonly form: string
  /** The last day that the act may have been done on; the interval begins on the first. */
  readonly latest: number
  /** Where a source states the day of effect: its first and last possible day. */
  readonly effect_earliest: number | null
  readonly effect_latest: number | null
  /** JSON: what else the event says, such as `kind`, `by` or `ground`. */
  readonly detail: string
}

export const treatyTelling: TellingOf = (fact) => {
  const kind = actClass[fact.type]
  return kind === undefined ? undefined : { class: kind, on: fact.occurred, says: '' }
}

/**
 * The acts of one actor under one treaty, as they stand under a policy: what the most trusted source calls an act is
 * what it is called.
 */
export const treatyActs = (facts: readonly Fact[], policy: SourcePolicy): readonly Interval<TreatyAct>[] => {
  const { standing } = underPolicy(facts, policy, treatyTelling)
  const place = (fact: Fact): number => rankOf(policy, fact.sources) ?? policy.length
  const acts = new Map<string, Interval<TreatyAct>>()
  for (const fact of standing.toSorted((a, b) => place(a) - place(b))) {
    const kind = actClass[fact.type]
    if (kind === undefined) continue
    const { actor, statedEffective, effectFrom, ...detail } = payload<{
      actor: string
      statedEffective?: string
      effectFrom?: string
    }>(fact)
    const same = `${kind} ${fact.occurred.lo} ${fact.occurred.hi}`
    const known = acts.get(same)
    const stated = statedEffective ?? effectFrom
    const effect = fact.effective ?? (stated === undefined ? undefined : parseDate(stated))
    acts.set(same, {
      from: fact.occurred.lo,
      to: FOREVER,
      certainty: fact.occurred.lo === fact.occurred.hi ? 'certain' : 'possible',
      decidedBy: unionOf(known?.decidedBy ?? [], fact.decidedBy),
      columns: {
        treaty: subjectOf(fact.stream),
        actor,
        class: kind,
        form: known?.columns.form ?? fact.type,
        latest: fact.occurred.hi,
        effect_earliest: known?.columns.effect_earliest ?? effect?.lo ?? null,
        effect_latest: known?.columns.effect_latest ?? effect?.hi ?? null,
        detail: JSON.stringify({
          ...detail,
          ...(known === undefined ? {} : (JSON.parse(known.columns.detail) as object)),
        }),
      },
    })
  }
  return [...acts.values()]
}

/**
 * The acts of one actor under one treaty, as they stand: an act holds from the day it was done. Reads
 * `treaty-<treaty>`; equal acts from two sources are one act with both as deciding events, rival ones are resolved by
 * the default policy. What depends on other actors or streams (entry into force, effect of a notice) is left to the
 * composition.
 */
export const treatyStatus = fold<TreatyAct>({
  name: 'treaty-status',
  reads: ['treaty'],
  table: 'treaty_act',
  columns: ['treaty', 'actor', 'class', 'form', 'latest', 'effect_earliest', 'effect_latest', 'detail'],
  intervals: (facts) => treatyActs(facts, defaultPolicy),
})
