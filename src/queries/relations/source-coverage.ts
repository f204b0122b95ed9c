import { speaksOf } from '../../../projections/compose/coverage/coverage.ts'
import { lasting, type ActorLife } from '../../../projections/compose/treaty/succession.ts'
import type { StateSystem } from '../../events/state-system.ts'
import type { Day } from '../../time/day.ts'
import { at } from '../../time/timeline.ts'
import { loadClaims, type ClaimOnSubject } from '../question/coverage-claims.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { livesOf } from '../record/actor-lives.ts'
import { loadSystem } from '../memberships/load-system.ts'
import type { SystemSpells } from '../memberships/system-spells.ts'

/**
 * `covered`: a source holds the day in full. `assumed`: it describes other days, and is taken to have held on this one,
 * too. `carried`: the day lies after its last. `none`: no source reaches so far, so that what it does not tell is
 * unknown.
 */
export type Reach = 'covered' | 'assumed' | 'carried' | 'none'

/** How far the sources of a relation or an attribute reach for one actor on one day. */
export interface SourceCoverage {
  readonly state: Reach
  /** The last day that they hold; undefined where none reaches so far. */
  readonly through: Day | undefined
  /** The registered sources that reach so far. */
  readonly by: readonly string[]
}

/** How far sources reach, by actor and day; and through which day each does. */
export interface CoverageBySource {
  readonly of: (actor: string, day: Day) => SourceCoverage
  /** The last day that a registered source covers; undefined where it claims nothing. */
  readonly through: (source: string) => Day | undefined
}

const farthest: readonly Reach[] = ['covered', 'assumed', 'carried', 'none']

/** Of two parts that an answer needs both of: that which sources reach least. */
export const nearerReach = (x: SourceCoverage, y: SourceCoverage): SourceCoverage => {
  if (x.state !== y.state) return farthest.indexOf(x.state) > farthest.indexOf(y.state) ? x : y
  const by = [...new Set([...x.by, ...y.by])].toSorted()
  return { state: x.state, through: minOf(x.through, y.through), by }
}

const minOf = (a: Day | undefined, b: Day | undefined): Day | undefined =>
  a === undefined || b === undefined ? (a ?? b) : (Math.min(a, b) as Day)

const reachOf = ({ from, through, isStatic }: ClaimOnSubject, day: Day): Reach => {
  if (from <= day && day <= through) return 'covered'
  if (isStatic === true) return 'assumed'
  return day > through ? 'carried' : 'none'
}

/** Loads what sources claim to hold in full of a relation or an attribute. */
export const loadCoverageBySource = async (
  world: Snapshot,
  scope: 'relation' | 'attribute',
  subject: string,
): Promise<CoverageBySource> => {
  const claims = await loadClaims(world, scope, subject)
  const lives = await livesOf(world)
  const systems = new Map<StateSystem, SystemSpells>()
  for (const { system } of claims)
    if (system !== undefined && !systems.has(system)) systems.set(system, await loadSystem(world, system))
  const isIn = (system: StateSystem | undefined, actor: string, day: Day): boolean =>
    system === undefined || at(systems.get(system)?.get(actor) ?? [], day) !== undefined
  return {
    of: (actor, day) => coverageOf(claims, lives.get(actor), actor, day, isIn),
    through: (source) => {
      const days = claims.filter((claim) => claim.source === source).map(({ through }) => through)
      return days.length === 0 ? undefined : (Math.max(...days) as Day)
    },
  }
}

const coverageOf = (
  claims: readonly ClaimOnSubject[],
  life: ActorLife = lasting,
  actor: string,
  day: Day,
  isIn: (system: StateSystem | undefined, actor: string, day: Day) => boolean,
): SourceCoverage => {
  const own = claims
    .filter((claim) => speaksOf(claim, actor, life) && isIn(claim.system, actor, day))
    .map((claim) => ({ reach: reachOf(claim, day), source: claim.source, through: claim.through }))
  const state = farthest.find((one) => own.some(({ reach }) => reach === one)) ?? 'none'
  const reaching = state === 'none' ? [] : own.filter(({ reach }) => reach === state)
  return {
    state,
    through: reaching.length === 0 ? undefined : (Math.max(...reaching.map(({ through }) => through)) as Day),
    by: [...new Set(reaching.map(({ source }) => source))].toSorted(),
  }
}
