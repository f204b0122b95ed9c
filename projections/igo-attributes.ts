import { ALWAYS, FOREVER } from '../src/time/day.ts'
import type { DateRange } from '../src/time/edtf.ts'
import type { EventId } from '../src/time/event-id.ts'
import { unionOf } from '../src/time/timeline.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from './fold.ts'
import { firstDayOut, uncertainEdges } from './state-system.ts'

export type MembershipAttribute = 'suspended' | 'cooperationCeased' | 'applied' | 'condition' | 'represented'

export type MembershipAttributeRow = {
  readonly igo: string
  readonly actor: string
  readonly attribute: MembershipAttribute
  /** JSON: what the event says of it, such as `scope`, `ground`, `condition` or `government`. */
  readonly detail: string
}

interface Held {
  readonly attribute: MembershipAttribute
  readonly from: DateRange
  readonly detail: object
  readonly decidedBy: readonly EventId[]
}

/** What begins something, and as what; what it says beside the actor is the detail. */
const begins: Readonly<Record<string, MembershipAttribute>> = {
  MembershipSuspended: 'suspended',
  CooperationCeased: 'cooperationCeased',
  MembershipApplied: 'applied',
  ConditionAttached: 'condition',
}
const ends: Readonly<Record<string, MembershipAttribute>> = {
  MembershipReinstated: 'suspended',
  CooperationResumed: 'cooperationCeased',
  MembershipStarted: 'applied',
  ConditionResolved: 'condition',
}

const open: DateRange = { lo: FOREVER, hi: FOREVER }
const always: DateRange = { lo: ALWAYS, hi: ALWAYS }

/** Several conditions may be open at once; of all else there is one. */
const nameOf = (attribute: MembershipAttribute, detail: object): string => ('condition' in detail ? `condition ${String(detail.condition)}` : attribute)

/**
 * What a membership is qualified by: rights suspended, cooperation ceased, conditions open, who speaks for the member; and an application
 * until it is granted. None of these is an exit or an admission. All but an application end with the membership. Reads `igo-<igo>`.
 */
export const igoAttributes = fold<MembershipAttributeRow>({
  name: 'igo-attributes',
  reads: ['igo'],
  table: 'membership_attribute',
  columns: ['igo', 'actor', 'attribute', 'detail'],
  intervals: (facts) => {
    const intervals: Interval<MembershipAttributeRow>[] = []
    const holding = new Map<string, Held>()
    const say = (fact: Fact, { attribute, from, detail, decidedBy }: Held, to: DateRange): void => {
      const { actor } = payload<{ actor: string }>(fact)
      intervals.push(...uncertainEdges(from, to, decidedBy, { igo: subjectOf(fact.stream), actor, attribute, detail: JSON.stringify(detail) }))
    }
    const end = (name: string, fact: Fact, to: DateRange, more: object = {}): void => {
      const held = holding.get(name)
      if (held === undefined) return
      say(fact, { ...held, detail: { ...held.detail, ...more }, decidedBy: unionOf(held.decidedBy, fact.decidedBy) }, to)
      holding.delete(name)
    }
    const begin = (attribute: MembershipAttribute, detail: object, fact: Fact): void => {
      const name = nameOf(attribute, detail)
      const held = holding.get(name)
      if (held !== undefined && JSON.stringify(held.detail) === JSON.stringify(detail)) {
        holding.set(name, { ...held, decidedBy: unionOf(held.decidedBy, fact.decidedBy) })
        return
      }
      end(name, fact, fact.occurred)
      holding.set(name, { attribute, from: fact.occurred, detail, decidedBy: fact.decidedBy })
    }
    for (const fact of facts) {
      const { actor: _actor, ...detail } = payload<{ actor: string; from?: string; to?: string; outcome?: string }>(fact)
      const begun = begins[fact.type]
      const ended = ends[fact.type]
      if (begun !== undefined) begin(begun, detail, fact)
      if (ended !== undefined) end(nameOf(ended, detail), fact, fact.occurred, detail.outcome === undefined ? {} : { outcome: detail.outcome })
      if (fact.type === 'RepresentationChanged') {
        // Who spoke for it before is known, but not since when: the interval has no beginning.
        const before = { attribute: 'represented', from: always, detail: { government: detail.from }, decidedBy: fact.decidedBy } as const
        if (!holding.has('represented')) say(fact, before, fact.occurred)
        begin('represented', { government: detail.to }, fact)
      }
      if (fact.type === 'MembershipEnded') for (const [name, { attribute }] of holding) if (attribute !== 'applied') end(name, fact, firstDayOut(fact))
    }
    const [first] = facts
    if (first !== undefined) for (const held of holding.values()) say(first, held, open)
    return intervals
  },
})
