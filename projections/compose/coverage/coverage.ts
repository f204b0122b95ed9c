import { coverageClasses, type CoverageClass } from '../../../src/events/coverage.ts'
import type { StateSystem } from '../../../src/events/state-system.ts'
import { addDays, ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { lasting, type ActorLife } from '../treaty/succession.ts'

/** What one source holds in full of one treaty, organisation, rater, relation or attribute, as known at one moment. */
export interface CoverageClaim {
  readonly source: string
  readonly actors: 'existing' | 'all' | ReadonlySet<string>
  readonly classes: readonly CoverageClass[]
  readonly from: Day
  /** The last day covered. */
  readonly through: Day
  /** Of each actor only the days on which it was in this state system. */
  readonly system?: StateSystem
  /** Whether what it says of these days is taken to have held before and after. */
  readonly isStatic?: boolean
  readonly decidedBy: readonly EventId[]
}

/**
 * Whether a claim speaks of an actor. What exists on a day has begun by then, by some list of states that knows it, and
 * has not ended.
 */
export const speaksOf = ({ actors, through }: CoverageClaim, actor: string, life: ActorLife): boolean => {
  if (actors === 'all') return true
  if (actors !== 'existing') return actors.has(actor)
  const { extinctFrom = FOREVER, born, entries } = life
  const begun = Math.min(born?.from ?? FOREVER, ...entries.map(({ on }) => on.lo))
  return through < extinctFrom && (begun >= FOREVER || begun <= through)
}

/** The days on which a class of acts is held in full: from the first to the last covered day, whatever lies between. */
interface CoveredDays {
  readonly from: Day
  readonly through: Day
}

/** What is covered of one actor: by class, the first and the last day, and by whom. */
export interface ActorCoverage {
  readonly claims: readonly CoverageClaim[]
  readonly byClass: ReadonlyMap<CoverageClass, CoveredDays>
}

/** What the claims come to for one actor. */
export const coverageOfActor = (
  claims: readonly CoverageClaim[],
  actor: string,
  life: ActorLife = lasting,
): ActorCoverage => {
  const own = claims.filter((claim) => speaksOf(claim, actor, life))
  const byClass = new Map<CoverageClass, CoveredDays>()
  for (const { classes, from, through } of own)
    for (const one of classes) {
      const known = byClass.get(one)
      byClass.set(one, {
        from: Math.min(known?.from ?? from, from) as Day,
        through: Math.max(known?.through ?? through, through) as Day,
      })
    }
  return { claims: own, byClass }
}

/**
 * `covered`: the days asked about are held in full. `carried`: they lie after the last that are. `none`: nobody says
 * so.
 */
export type CoverageState = 'covered' | 'carried' | 'none'

/** How far the sources of an answer reach. */
export interface Coverage {
  readonly state: CoverageState
  /** The classes of acts that are held in full on the day. */
  readonly complete: readonly CoverageClass[]
  /** The last day covered; undefined where there is none. */
  readonly through: Day | undefined
  /** The registered sources that reach so far. */
  readonly by: readonly string[]
}

export const notCovered: Coverage = { state: 'none', complete: [], through: undefined, by: [] }

/** The days on which all of these classes are covered; undefined where one of them is on no day. */
export const coveredDays = ({ byClass }: ActorCoverage, classes: readonly CoverageClass[]): CoveredDays | undefined => {
  let from = ALWAYS
  let through = FOREVER
  for (const one of classes) {
    const days = byClass.get(one)
    if (days === undefined) return undefined
    from = Math.max(from, days.from) as Day
    through = Math.min(through, days.through) as Day
  }
  return from > through ? undefined : { from, through }
}

const covers = (days: CoveredDays | undefined, day: Day): boolean =>
  days !== undefined && days.from <= day && day <= days.through

/** How far the sources reach on a day, for an answer that rests on these classes. */
export const coverageOn = (coverage: ActorCoverage, classes: readonly CoverageClass[], day: Day): Coverage => {
  const days = coveredDays(coverage, classes)
  const complete = coverageClasses.filter((one) => covers(coverage.byClass.get(one), day))
  if (days === undefined || day < days.from) return { ...notCovered, complete }
  const reaching = coverage.claims.filter(
    (claim) =>
      classes.some((one) => claim.classes.includes(one)) &&
      (day <= days.through ? claim.from <= day && day <= claim.through : claim.through >= days.through),
  )
  return {
    state: day <= days.through ? 'covered' : 'carried',
    complete,
    through: days.through,
    by: [...new Set(reaching.map(({ source }) => source))].toSorted(),
  }
}

/**
 * The days on which `coverageOn` may change, whatever classes it is asked of. Of a list from 1990-01-01 to 2010-12-31
 * these are 1990-01-01 and 2011-01-01.
 */
export const coverageEdges = ({ claims }: ActorCoverage): readonly Day[] =>
  claims.flatMap(({ from, through }) => (through < FOREVER ? [from, addDays(through, 1)] : [from]))

const order = { none: 0, carried: 1, covered: 2 } as const

/** Of two parts of an answer, the one that is known farther: where either tells enough. */
export const farther = (a: Coverage, b: Coverage): Coverage => {
  if (a.state !== b.state) return order[a.state] > order[b.state] ? a : b
  return (a.through ?? FOREVER) >= (b.through ?? FOREVER) ? a : b
}

/**
 * Of two parts that an answer needs both of: it is known no farther than either, and not at all where one of them is
 * not.
 */
export const nearer = (a: Coverage, b: Coverage): Coverage => {
  const complete = a.complete.filter((one) => b.complete.includes(one))
  if (a.state === 'none' || b.state === 'none') return { ...notCovered, complete }
  return {
    state: order[a.state] <= order[b.state] ? a.state : b.state,
    complete,
    through: sooner(a.through, b.through),
    by: [...new Set([...a.by, ...b.by])].toSorted(),
  }
}

const sooner = (a: Day | undefined, b: Day | undefined): Day | undefined => {
  if (a === undefined || b === undefined) return a ?? b
  return a < b ? a : b
}
