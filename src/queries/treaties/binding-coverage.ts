import {
  coverageOfActor,
  coverageOn,
  nearer,
  notCovered,
  type Coverage,
} from '../../../projections/compose/coverage/coverage.ts'
import { groupBy } from '../../common/group-by.ts'
import { memo } from '../../common/memo.ts'
import type { Day } from '../../time/day.ts'
import { loadClaimsIn, type ClaimOnSubject } from '../question/coverage-claims.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { livesOf } from '../record/actor-lives.ts'
import type { BindingTreaty } from './binding-spans.ts'

/** Treaties of which the same claims speak, and when the first of them was open. */
interface Alike {
  readonly claims: readonly ClaimOnSubject[]
  readonly opening: Day
}

const alikeAmong = (
  treaties: Iterable<readonly [string, BindingTreaty]>,
  byTreaty: ReadonlyMap<string, readonly ClaimOnSubject[]>,
): readonly Alike[] => {
  const alike = new Map<string, Alike>()
  for (const [treaty, { opening, spans }] of treaties) {
    if (spans.length === 0) continue
    const claims = byTreaty.get(treaty) ?? []
    const key = JSON.stringify(claims.map(({ source, decidedBy }) => [source, decidedBy]))
    const first = alike.get(key)?.opening ?? opening
    alike.set(key, { claims, opening: Math.min(first, opening) as Day })
  }
  return [...alike.values()]
}

/**
 * Loads how far it is known by which of these treaties an actor was bound on a day: no farther than the consents under
 * any of them by which somebody was ever bound, and that was open by then. Whether withdrawals are covered, too, is
 * among the classes that are complete.
 */
export const loadBindingCoverage = async (
  world: Snapshot,
  treaties: Iterable<readonly [string, BindingTreaty]>,
): Promise<(actor: string, day: Day) => Coverage> => {
  const lives = await livesOf(world)
  const all = alikeAmong(
    treaties,
    groupBy(await loadClaimsIn(world, 'treaty'), ({ subject }) => subject),
  )
  const partsOf = memo((actor) =>
    all.map(({ claims, opening }) => ({ opening, coverage: coverageOfActor(claims, actor, lives.get(actor)) })),
  )
  return (actor, day) => {
    const [first = notCovered, ...rest] = partsOf(actor)
      .filter(({ opening }) => opening <= day)
      .map(({ coverage }) => coverageOn(coverage, ['consent'], day))
    return rest.reduce(nearer, first)
  }
}
