import type { CoverageClaim } from '../../../projections/compose/coverage/coverage.ts'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import type { CoverageClass } from '../../events/coverage.ts'
import type { Source } from '../../events/source.ts'
import { memo } from '../../common/memo.ts'
import { ALWAYS, parseDay, type Day } from '../../time/day.ts'
import { recordedIn } from './changes.ts'
import { keeping } from './kept.ts'
import { policyOf } from './source-policy.ts'
import type { Snapshot } from './snapshot.ts'
import { idsOf, knownRows } from './known-rows.ts'

/** A claim names up to all states there are, once for all that it is of. */
const kept = keeping<readonly ClaimOnSubject[]>(
  (claims) =>
    [...new Set(claims.map(({ actors }) => actors))].reduce(
      (sum, actors) => sum + (typeof actors === 'string' ? 0 : actors.size * 50),
      100 + claims.length * 500,
    ),
  () => recordedIn('source'),
)

type Scope = 'treaty' | 'igo' | 'rater' | 'classification' | 'relation' | 'attribute'

/** A claim, and of what. */
export interface ClaimOnSubject extends CoverageClaim {
  readonly scope: Scope
  readonly subject: string
}

/** Which claims: those of a scope, of a subject in it, or all. */
interface Those {
  readonly scope?: Scope
  readonly subject?: string
}

const rowsOf = (world: Snapshot, { scope, subject }: Those) => {
  const all = knownRows(world, 'coverage_claim')
  const inScope = scope === undefined ? all : all.where('scope', '=', scope)
  return subject === undefined ? inScope : inScope.where('subject', '=', subject)
}

type Actors = CoverageClaim['actors']

/**
 * Of whom each claim speaks, by the events that decide it. One claim of five hundred organisations is as many rows,
 * each with the same list of all states: that is read from the first of them alone.
 */
const loadActors = async (world: Snapshot, those: Those): Promise<ReadonlyMap<string, Actors>> => {
  const first = rowsOf(world, those)
    .select((row) => ['stream', 'key', 'known_from', 'decided_by', row.fn.min('seq').as('seq')])
    .groupBy(['stream', 'key', 'known_from', 'decided_by'])
    .as('first')
  const rows = await world.sql
    .selectFrom(first)
    .innerJoin('coverage_claim as claim', (join) =>
      join
        .onRef('claim.stream', '=', 'first.stream')
        .onRef('claim.key', '=', 'first.key')
        .onRef('claim.known_from', '=', 'first.known_from')
        .onRef('claim.decided_by', '=', 'first.decided_by')
        .onRef('claim.seq', '=', 'first.seq'),
    )
    .select(['claim.decided_by', 'claim.actors'])
    .execute()
  return new Map(
    rows.map(({ decided_by, actors }) => {
      const told = JSON.parse(actors) as 'existing' | 'all' | readonly string[]
      return [decided_by, typeof told === 'string' ? told : new Set(told)]
    }),
  )
}

/**
 * What sources claim to hold in full, of those that the world believes. Nobody knew at any moment what was to be done
 * after it, so that a list without a date of publication reaches no farther than what had been recorded by then.
 */
const load = async (world: Snapshot, those: Those): Promise<readonly ClaimOnSubject[]> => {
  const rows = await rowsOf(world, those)
    .select(['scope', 'subject', 'source', 'classes', 'covered_from', 'covered_through', 'system', 'static'])
    .select(['told_by', 'decided_by'])
    .orderBy('scope')
    .orderBy('subject')
    .orderBy('source')
    .orderBy('covered_through')
    .execute()
  const actors = await loadActors(world, those)
  const isBelieved = memo((toldBy) => rankOf(policyOf(world), JSON.parse(toldBy) as readonly Source[]) !== undefined)
  const known = world.knownAt === undefined ? undefined : parseDay(world.knownAt.slice(0, 10))
  return rows.flatMap((row) => {
    if (!isBelieved(row.told_by)) return []
    return [
      {
        scope: row.scope,
        subject: row.subject,
        source: row.source,
        actors: actors.get(row.decided_by) as Actors,
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
  kept(world, `${scope} ${subject}`, () => load(world, { scope, subject }))

/** What sources hold in full of all treaties, of all organisations, of all raters. */
export const loadClaimsIn = (world: Snapshot, scope: Scope): Promise<readonly ClaimOnSubject[]> =>
  kept(world, scope, () => load(world, { scope }))

/** All that sources hold in full. */
export const loadAllClaims = (world: Snapshot): Promise<readonly ClaimOnSubject[]> => load(world, {})
