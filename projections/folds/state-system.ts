import { FOREVER } from '../../src/time/day.ts'
import { never, type DateRange } from '../../src/time/date-range.ts'
import { parseDate } from '../../src/time/edtf.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { groupBy } from '../../src/common/group-by.ts'
import { fold, payload, subjectOf, type Fact, type Interval } from '../fold/fold.ts'
import { firstDayOut, uncertainEdges } from '../fold/ends.ts'
import { intervalsInAnyOrder, orderIsOpen } from '../fold/open-order.ts'

type Spell = { readonly actor: string; readonly system: string }

interface Entry {
  readonly actor: string
  readonly system: string
  readonly from: DateRange
  readonly decidedBy: readonly EventId[]
}

const systemsInAnyOrder = (facts: readonly Fact[]): readonly Interval<Spell>[] =>
  intervalsInAnyOrder(
    facts.map((fact) =>
      fact.type === 'StateEnded'
        ? { fact, from: firstDayOut(fact), into: undefined }
        : { fact, from: fact.occurred, into: 'inside' as const },
    ),
    () => {
      const { actor, system } = payload<Spell>(facts[0] as Fact)
      return { actor, system }
    },
  )

/**
 * When a state was a member of each state system. Reads `state-<actor>`. States re-enter: every spell is an interval of
 * its own.
 */
export const stateSystem = fold<Spell>({
  name: 'state-system',
  reads: ['state'],
  table: 'state_spell',
  columns: ['actor', 'system'],
  intervals: (facts) => {
    const turning = facts.filter(({ type }) => type === 'StateEntered' || type === 'StateEnded')
    const uncertain = [...groupBy(turning, (fact) => payload<Spell>(fact).system).values()].filter(orderIsOpen)
    const intervals: Interval<Spell>[] = uncertain.flatMap(systemsInAnyOrder)
    const inside = new Map<string, Entry>()
    for (const fact of turning) {
      if (uncertain.some((list) => list.includes(fact))) continue
      const { actor, system } = payload<Spell>(fact)
      const entry = inside.get(system)
      if (fact.type === 'StateEntered') {
        inside.set(
          system,
          entry === undefined
            ? { actor, system, from: fact.occurred, decidedBy: fact.decidedBy }
            : { ...entry, decidedBy: unionOf(entry.decidedBy, fact.decidedBy) },
        )
      } else if (entry !== undefined) {
        intervals.push(
          ...uncertainEdges(entry.from, firstDayOut(fact), unionOf(entry.decidedBy, fact.decidedBy), { actor, system }),
        )
        inside.delete(system)
      }
    }
    for (const { actor, system, from, decidedBy } of inside.values())
      intervals.push(...uncertainEdges(from, never, decidedBy, { actor, system }))
    return intervals
  },
})

type Succession = { readonly actor: string; readonly predecessor: string; readonly mode: string }

/** Whom a state followed, from when on. Reads `state-<actor>`. */
export const succession = fold<Succession>({
  name: 'succession',
  reads: ['state'],
  table: 'succession',
  columns: ['actor', 'predecessor', 'mode'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'StateSucceeded')
      .flatMap((fact) => uncertainEdges(fact.occurred, never, fact.decidedBy, payload<Succession>(fact))),
})

type Claim = { readonly actor: string; readonly predecessor: string; readonly claimed: string }

/**
 * Claims to follow or to continue a state that were not generally accepted, from when they were made until they were
 * settled. Reads `state-<actor>`.
 */
export const successionClaim = fold<Claim>({
  name: 'succession-claim',
  reads: ['state'],
  table: 'succession_claim',
  columns: ['actor', 'predecessor', 'claimed'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'SuccessionContested')
      .flatMap((fact) => {
        const columns = payload<Claim>(fact)
        const turning = facts.filter(
          (other) =>
            other === fact || (other.type === 'SuccessionSettled' && other.data.predecessor === columns.predecessor),
        )
        if (orderIsOpen(turning))
          return intervalsInAnyOrder(
            turning.map((one) => ({ fact: one, from: one.occurred, into: one === fact ? columns : undefined })),
            (into) => into,
          )
        const settled = facts.find(
          (other) =>
            other.type === 'SuccessionSettled' &&
            other.data.predecessor === columns.predecessor &&
            other.occurred.lo >= fact.occurred.lo,
        )
        return uncertainEdges(
          fact.occurred,
          settled?.occurred ?? never,
          unionOf(fact.decidedBy, settled?.decidedBy ?? []),
          columns,
        )
      }),
})

type Identifier = { readonly scheme: string; readonly code: string; readonly kind: string; readonly subject: string }

/** Which codes and names meant a subject, and when. Reads the streams of actors, organisations, treaties and norms. */
export const identifiers = fold<Identifier>({
  name: 'identifiers',
  reads: ['state', 'igo', 'treaty', 'norm'],
  table: 'identifier',
  columns: ['scheme', 'code', 'kind', 'subject'],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'IdentifierMapped')
      .map((fact) => {
        const { scheme, code, from, to } = payload<{ scheme: string; code: string; from?: string; to?: string }>(fact)
        return {
          from: from === undefined ? fact.occurred.lo : parseDate(from).lo,
          to: to === undefined ? FOREVER : parseDate(to).lo,
          certainty: 'certain',
          decidedBy: fact.decidedBy,
          columns: {
            scheme,
            code,
            kind: fact.stream.slice(0, fact.stream.indexOf('-')),
            subject: subjectOf(fact.stream),
          },
        }
      }),
})
