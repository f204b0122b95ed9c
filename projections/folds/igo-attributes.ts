import { ALWAYS } from '../../src/time/day.ts'
import { never, type DateRange } from '../../src/time/date-range.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from '../fold/fold.ts'
import { intervalsInAnyOrder, orderIsOpen, type Transition } from '../fold/open-order.ts'
import { firstDayOut, uncertainEdges } from '../fold/ends.ts'

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
  MembershipApplicationEnded: 'applied',
  ConditionResolved: 'condition',
}

const always: DateRange = { lo: ALWAYS, hi: ALWAYS }

/** Several conditions may be open at once; of all else there is one. */
const nameOf = (attribute: MembershipAttribute, detail: object): string =>
  'condition' in detail ? `condition ${String(detail.condition)}` : attribute

interface AttributeAct {
  readonly attribute: MembershipAttribute
  readonly turns: readonly Transition<string>[]
}

const detailOf = (fact: Fact) => {
  const { actor: _actor, ...detail } = payload<{ actor: string; from?: string; to?: string; outcome?: string }>(fact)
  return detail
}

/** What begins and ends each attribute, by its name; an end of membership ends all but an application. */
const turnsOf = (facts: readonly Fact[]): ReadonlyMap<string, AttributeAct> => {
  const turns = new Map<string, { attribute: MembershipAttribute; turns: Transition<string>[] }>()
  const add = (attribute: MembershipAttribute, fact: Fact, into: object | undefined): void => {
    const name = nameOf(attribute, detailOf(fact))
    const known = turns.get(name) ?? { attribute, turns: [] }
    known.turns.push({ fact, from: fact.occurred, into: into === undefined ? undefined : JSON.stringify(into) })
    turns.set(name, known)
  }
  for (const fact of facts) {
    const [begun, ended] = [begins[fact.type], ends[fact.type]]
    if (begun !== undefined) add(begun, fact, detailOf(fact))
    if (ended !== undefined) add(ended, fact, undefined)
    if (fact.type === 'RepresentationChanged') add('represented', fact, { government: detailOf(fact).to })
  }
  const left = facts
    .filter(({ type }) => type === 'MembershipEnded')
    .map((fact) => ({ fact, from: firstDayOut(fact), into: undefined }))
  return new Map(
    [...turns].map(([name, { attribute, turns: own }]) => [
      name,
      { attribute, turns: attribute === 'applied' ? own : inOrderOf(facts, [...own, ...left]) },
    ]),
  )
}

const inOrderOf = (facts: readonly Fact[], turns: readonly Transition<string>[]): readonly Transition<string>[] =>
  turns.toSorted((a, b) => facts.indexOf(a.fact) - facts.indexOf(b.fact))

/**
 * An attribute whose acts may have been done in more than one order. Of a condition the outcome is not told: it may
 * have been that of another time. Who spoke for a member before the first change is what one of those changes says that
 * may have been the first.
 */
const inAnyOrder = ({ attribute, turns }: AttributeAct): readonly Interval<MembershipAttributeRow>[] => {
  const [first] = turns
  if (first === undefined) return []
  const { actor } = payload<{ actor: string }>(first.fact)
  const columnsOf = (detail: string): MembershipAttributeRow => ({
    igo: subjectOf(first.fact.stream),
    actor,
    attribute,
    detail,
  })
  const changes = turns.flatMap(({ fact }) => (fact.type === 'RepresentationChanged' ? [fact] : []))
  const firsts = changes.filter((fact) => changes.every(({ occurred }) => occurred.hi >= fact.occurred.lo))
  const agreed = new Set(firsts.map((fact) => detailOf(fact).from)).size === 1
  const before = firsts.flatMap((fact) => {
    const until = agreed
      ? { lo: (changes[0] ?? fact).occurred.lo, hi: fact.occurred.hi }
      : { lo: ALWAYS, hi: fact.occurred.hi }
    return uncertainEdges(always, until, fact.decidedBy, columnsOf(JSON.stringify({ government: detailOf(fact).from })))
  })
  return [...before, ...intervalsInAnyOrder(turns, columnsOf)]
}

/**
 * What a membership is qualified by: rights suspended, cooperation ceased, conditions open, who speaks for the member;
 * and an application until it is granted, or comes to its end otherwise. None of these is an exit or an admission. All
 * but an application end with the membership. Reads `igo-<igo>`.
 */
export const igoAttributes = fold<MembershipAttributeRow>({
  name: 'igo-attributes',
  reads: ['igo'],
  table: 'membership_attribute',
  columns: ['igo', 'actor', 'attribute', 'detail'],
  intervals: (facts) => {
    const uncertain = new Map([...turnsOf(facts)].filter(([, { turns }]) => orderIsOpen(turns.map(({ fact }) => fact))))
    const intervals: Interval<MembershipAttributeRow>[] = [...uncertain.values()].flatMap(inAnyOrder)
    const holding = new Map<string, Held>()
    const say = (fact: Fact, { attribute, from, detail, decidedBy }: Held, to: DateRange): void => {
      const { actor } = payload<{ actor: string }>(fact)
      intervals.push(
        ...uncertainEdges(from, to, decidedBy, {
          igo: subjectOf(fact.stream),
          actor,
          attribute,
          detail: JSON.stringify(detail),
        }),
      )
    }
    const end = (name: string, fact: Fact, to: DateRange, more: object = {}): void => {
      const held = holding.get(name)
      if (held === undefined) return
      say(
        fact,
        { ...held, detail: { ...held.detail, ...more }, decidedBy: unionOf(held.decidedBy, fact.decidedBy) },
        to,
      )
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
      const detail = detailOf(fact)
      const begun = begins[fact.type]
      const ended = ends[fact.type]
      if (begun !== undefined && !uncertain.has(nameOf(begun, detail))) begin(begun, detail, fact)
      if (ended !== undefined)
        end(nameOf(ended, detail), fact, fact.occurred, detail.outcome === undefined ? {} : { outcome: detail.outcome })
      if (fact.type === 'RepresentationChanged' && !uncertain.has('represented')) {
        // Who spoke for it before is known, but not since when: the interval has no beginning.
        const before = {
          attribute: 'represented',
          from: always,
          detail: { government: detail.from },
          decidedBy: fact.decidedBy,
        } as const
        if (!holding.has('represented')) say(fact, before, fact.occurred)
        begin('represented', { government: detail.to }, fact)
      }
      if (fact.type === 'MembershipEnded')
        for (const [name, { attribute }] of holding) if (attribute !== 'applied') end(name, fact, firstDayOut(fact))
    }
    const [first] = facts
    if (first !== undefined) for (const held of holding.values()) say(first, held, never)
    return intervals
  },
})
