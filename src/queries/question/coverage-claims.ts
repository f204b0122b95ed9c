import type { CoverageClaim } from '../../../projections/compose/coverage/coverage.ts'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import type { CoverageClass } from '../../events/coverage.ts'
import type { Source } from '../../events/source.ts'
import { ALWAYS, parseDay, type Day } from '../../time/day.ts'
import { keeping } from './kept.ts'
import { policyOf } from './source-policy.ts'
import type { Snapshot } from './snapshot.ts'
import { idsOf, knownRows } from './known-rows.ts'

/** A claim names up to all states there are. */
const kept = keeping<readonly ClaimOnSubject[]>((claims) =>
  claims.reduce((sum, { actors }) => sum + 500 + (typeof actors === 'string' ? 0 : actors.size * 50), 100),
)

type Scope = 'treaty' | 'igo' | 'rater' | 'classification' | 'relation' | 'attribute'

/** A claim, and of what. */
export interface ClaimOnSubject extends CoverageClaim {
  readonly scope: Scope
  readonly subject: string
}

const rowsOf = (world: Snapshot) => knownRows(world, 'coverage_claim').selectAll()

/**
 * What sources claim to hold in full, of those that the world believes. Nobody knew at any moment what was to be done
 * after it, so that a list without a date of publication reaches no farther than what had been recorded by then.
 */
const claimsIn = (
  world: Snapshot,
  rows: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>,
): readonly ClaimOnSubject[] => {
  const policy = policyOf(world)
  const known = world.knownAt === undefined ? undefined : parseDay(world.knownAt.slice(0, 10))
  return rows.flatMap((row) => {
    if (rankOf(policy, JSON.parse(row.told_by) as readonly Source[]) === undefined) return []
    const actors = JSON.parse(row.actors) as 'existing' | 'all' | readonly string[]
    return [
      {
        scope: row.scope,
        subject: row.subject,
        source: row.source,
        actors: typeof actors === 'string' ? actors : new Set(actors),
        classes: JSON.parse(row.classes) as readonly CoverageClass[],
        from: (row.covered_from ?? ALWAYS) as Day,
        through: Math.min(row.covered_through, known ?? row.covered_through) as Day,
        ...(row.system !== null && { system: row.system }),
        isStatic: row.static === 1,
        decidedBy: idsOf(row.decided_by),
      },
    ]
  })
}

/** What sources hold in full of one treaty, organisation, rater, classification, relation or attribute. */
export const loadClaims = (world: Snapshot, scope: Scope, subject: string): Promise<readonly ClaimOnSubject[]> =>
  kept(world, `${scope} ${subject}`, async () =>
    claimsIn(
      world,
      await rowsOf(world)
        .where('scope', '=', scope)
        .where('subject', '=', subject)
        .orderBy('source')
        .orderBy('covered_through')
        .execute(),
    ),
  )

/** What sources hold in full of all treaties, of all organisations, of all raters. */
export const loadClaimsIn = (world: Snapshot, scope: Scope): Promise<readonly ClaimOnSubject[]> =>
  kept(world, scope, async () =>
    claimsIn(
      world,
      await rowsOf(world)
        .where('scope', '=', scope)
        .orderBy('subject')
        .orderBy('source')
        .orderBy('covered_through')
        .execute(),
    ),
  )

/** All that sources hold in full. */
export const loadAllClaims = async (world: Snapshot): Promise<readonly ClaimOnSubject[]> =>
  claimsIn(
    world,
    await rowsOf(world).orderBy('scope').orderBy('subject').orderBy('source').orderBy('covered_through').execute(),
  )
