import type { Anomaly } from '../../../projections/compose/anomaly.ts'
import type { Coverage, CoverageClaim } from '../../../projections/compose/coverage/coverage.ts'
import type { NormStanding } from '../../../projections/compose/norm/norm-status.ts'
import type { NormStatus } from '../../../projections/compose/norm/norm-statuses.ts'
import type { LegalStatus } from '../../../projections/compose/treaty/legal-status.ts'
import type { Day } from '../../time/day.ts'
import { holdsOn, type Span, type Timeline } from '../../time/timeline.ts'
import type { DomesticStanding } from '../subjects/norms.ts'
import type { TreatyLaw } from '../treaties/treaty-law.ts'

/** What a norm status says beyond its label. */
export type NormFacets = Pick<
  NormStanding,
  | 'commitment'
  | 'committed'
  | 'contestation'
  | 'reservations'
  | 'scope'
  | 'byScope'
  | 'monitoring'
  | 'institutionalizedBy'
>

export type Status = LegalStatus | NormStatus

/** The status of one actor towards a treaty or a norm, over time. */
export interface StatusHistory {
  readonly timeline: Timeline<{
    readonly status: Status
    readonly possible: readonly Status[]
    readonly spell: number
    readonly marks?: readonly string[]
    readonly norm?: NormFacets
    readonly reason?: 'not-covered'
  }>
  readonly anomalies: readonly Anomaly[]
}

/** The unbroken run of one status around a day: what stands beside it may change within. */
export const runAround = (
  timeline: StatusHistory['timeline'],
  day: Day,
): { readonly from: Day; readonly to: Day } | undefined => {
  const here = timeline.findIndex((span) => holdsOn(span, day))
  const span = timeline[here]
  if (span === undefined) return undefined
  const same = ({ value }: typeof span): boolean =>
    value.status === span.value.status &&
    value.spell === span.value.spell &&
    value.possible.join() === span.value.possible.join()
  const runs = (step: -1 | 1): typeof span => {
    let end = span
    for (let i = here + step; ; i += step) {
      const next = timeline[i]
      if (next === undefined || !same(next) || (step < 0 ? next.to !== end.from : next.from !== end.to)) return end
      end = next
    }
  }
  return { from: runs(-1).from, to: runs(1).to }
}

/** A treaty or a norm, ready to say where any actor stood towards it. */
export interface StatusSubject {
  readonly kind: 'treaty' | 'norm'
  readonly id: string
  readonly name: string
  /** The treaties that decide: the treaty itself, or the instruments that carry the norm. */
  readonly laws: readonly TreatyLaw[]
  /** Every actor with an act under one of them. */
  readonly actors: readonly string[]
  readonly historyOf: (actor: string) => StatusHistory
  /** How far the sources of an actor's status reach on a day, and the days on which that may change. */
  readonly coverageOf: (actor: string) => {
    readonly on: (day: Day) => Coverage
    readonly claims: readonly CoverageClaim[]
    readonly edges: readonly Day[]
  }
  /** Of a norm: what an actor did about it at home. */
  readonly domesticOf?: (actor: string) => readonly Span<DomesticStanding>[]
  /** Of a norm: the one that took its place, and from which day. */
  readonly superseded?: { readonly by: string; readonly from: Day } | undefined
}
