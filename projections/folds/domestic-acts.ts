import { never, type DateRange } from '../../src/time/date-range.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { unionOf } from '../../src/time/timeline.ts'
import { fold, payload, type Fact, type Interval } from '../fold/fold.ts'
import { uncertainEdges } from '../fold/ends.ts'

export type DomesticAct = {
  readonly actor: string
  readonly norm: string | null
  /** The event type. */
  readonly kind: string
  readonly title: string
  /** Which way a ruling or a vote went. */
  readonly direction: string | null
}

/** What takes back what. */
const ends: Readonly<Record<string, string>> = {
  LegislationRepealed: 'LegislationEnacted',
  ConstitutionalIncorporationRemoved: 'ConstitutionalIncorporation',
}

/** Acts that make a norm part of the law at home, as long as they stand. */
export const incorporating: ReadonlySet<string> = new Set([
  'LegislationEnacted',
  'ConstitutionalIncorporation',
  'ImplementingActAdopted',
])

interface Standing {
  readonly from: DateRange
  readonly decidedBy: readonly EventId[]
  readonly columns: DomesticAct
}

const actOf = (fact: Fact): DomesticAct => {
  const { actor, norm, title, direction, outcome } = payload<{
    actor: string
    norm?: string
    title: string
    direction?: string
    outcome?: string
  }>(fact)
  return { actor, norm: norm ?? null, kind: fact.type, title, direction: direction ?? outcome ?? null }
}

const same = (a: DomesticAct, b: DomesticAct): boolean => a.kind === b.kind && a.norm === b.norm && a.title === b.title

/**
 * What a state did at home about norms: laws and constitutional clauses from the day they were enacted until they were
 * repealed under the same title; rulings, institutions and votes from their day on. Reads `domestic-<state>`. A repeal
 * of what is not recorded stands by itself.
 */
export const domestic = fold<DomesticAct>({
  name: 'domestic',
  reads: ['domestic'],
  table: 'domestic_act',
  columns: ['actor', 'norm', 'kind', 'title', 'direction'],
  intervals: (facts) => {
    const intervals: Interval<DomesticAct>[] = []
    let standing: readonly Standing[] = []
    for (const fact of facts) {
      const columns = actOf(fact)
      const on = fact.effective ?? fact.occurred
      const ended = standing.filter((one) => same(one.columns, { ...columns, kind: ends[fact.type] ?? '' }))
      if (ended.length > 0) {
        for (const one of ended)
          intervals.push(...uncertainEdges(one.from, on, unionOf(one.decidedBy, fact.decidedBy), one.columns))
        standing = standing.filter((one) => !ended.includes(one))
        continue
      }
      const known = standing.find(
        (one) =>
          same(one.columns, columns) &&
          one.columns.direction === columns.direction &&
          one.from.lo === on.lo &&
          one.from.hi === on.hi,
      )
      const kept = standing.filter((one) => one !== known)
      standing = [...kept, { from: on, decidedBy: unionOf(known?.decidedBy ?? [], fact.decidedBy), columns }]
    }
    for (const { from, decidedBy, columns } of standing)
      intervals.push(...uncertainEdges(from, never, decidedBy, columns))
    return intervals
  },
})
