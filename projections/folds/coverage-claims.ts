import type { StateSystem } from '../../src/events/state-system.ts'
import { FOREVER, parseDay } from '../../src/time/day.ts'
import { fold, payload, subjectOf } from '../fold/fold.ts'
import { toldByOf } from '../fold/source-policy.ts'

export type CoverageClaimRow = {
  readonly scope: 'treaty' | 'igo' | 'rater' | 'classification' | 'relation' | 'attribute'
  /** The treaty, organisation, rater, classification, relation or attribute. */
  readonly subject: string
  /** The registered source that holds it. */
  readonly source: string
  /** JSON: `existing`, `all`, or a list of ids. */
  readonly actors: string
  /** JSON: a list of classes. */
  readonly classes: string
  readonly covered_from: number | null
  /** The last day covered. */
  readonly covered_through: number
  /** Of each actor only the days on which it was in this state system. */
  readonly system: StateSystem | null
  /** 1 where what is said of these days is taken to have held before and after. */
  readonly static: number
  /** JSON: who claims it. */
  readonly told_by: string
}

const scopes = [
  ['treaty', 'treaties'],
  ['igo', 'organisations'],
  ['rater', 'raters'],
  ['classification', 'classifications'],
  ['relation', 'relations'],
  ['attribute', 'attributes'],
] as const

/**
 * What sources hold in full, a row for each treaty, organisation, rater, classification, relation or attribute of a
 * claim. Reads `source-<release>`.
 */
export const coverageClaims = fold<CoverageClaimRow>({
  name: 'coverage-claims',
  reads: ['source'],
  table: 'coverage_claim',
  columns: [
    'scope',
    'subject',
    'source',
    'actors',
    'classes',
    'covered_from',
    'covered_through',
    'system',
    'static',
    'told_by',
  ],
  intervals: (facts) =>
    facts
      .filter((fact) => fact.type === 'CoverageClaimed')
      .flatMap((fact) => {
        const claim = payload<{
          treaties?: readonly string[]
          organisations?: readonly string[]
          raters?: readonly string[]
          classifications?: readonly string[]
          relations?: readonly string[]
          attributes?: readonly string[]
          actors: string | readonly string[]
          classes: readonly string[]
          from?: string
          through: string
          system?: StateSystem
          static?: boolean
        }>(fact)
        return scopes.flatMap(([scope, field]) =>
          (claim[field] ?? []).map((subject) => ({
            from: fact.occurred.lo,
            to: FOREVER,
            certainty: 'certain' as const,
            decidedBy: fact.decidedBy,
            columns: {
              scope,
              subject,
              source: subjectOf(fact.stream),
              actors: JSON.stringify(claim.actors),
              classes: JSON.stringify(claim.classes),
              covered_from: claim.from === undefined ? null : parseDay(claim.from),
              covered_through: parseDay(claim.through),
              system: claim.system ?? null,
              static: claim.static === true ? 1 : 0,
              told_by: toldByOf(fact.sources),
            },
          })),
        )
      }),
})
