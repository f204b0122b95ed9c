import { FOREVER, yearOf, type Day } from '../../time/day.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { countsState } from '../question/without.ts'
import { heldSystem } from '../subjects/state-systems.ts'
import { loadInSystem, type InSystem } from '../memberships/in-system.ts'
import type { System, SystemSpells } from '../memberships/system-spells.ts'
import { keptSubject } from '../status/kept-subject.ts'
import type { AdoptionThreshold } from '../status/adoption-threshold.ts'
import type { StatusSubject } from '../status/status-subject.ts'
import { asActed } from './as-acted.ts'
import { adoptionSpells, uncoveredSpells, type Adoption, type AdoptionSpell } from './adoption-spells.ts'

/** Who had taken a treaty or norm on, and when: what every measure of its spread is made of. */
export interface Adoptions {
  readonly subject: StatusSubject
  /** The status from which on a state counts as an adopter. */
  readonly threshold: AdoptionThreshold
  readonly systemName: System
  /** When states were in the state system. */
  readonly system: SystemSpells
  /** Whether a state was in it on a day; null where the sources believed do not tell of that state. */
  readonly inSystem: InSystem['on']
  /** How everybody stood who acted or was in the system, as far as adoption goes. */
  readonly timelines: ReadonlyMap<string, Adoption>
  /** When each had certainly adopted, up to the day asked about: spells that began by then. */
  readonly spells: ReadonlyMap<string, readonly AdoptionSpell[]>
  /** The days on which nobody knows whether it had, since no source covers them. */
  readonly uncovered: ReadonlyMap<string, readonly AdoptionSpell[]>
  /** The years from the first in which anybody could adopt to that of the day asked about. */
  readonly years: { readonly first: number; readonly last: number }
  /** The day on which it was opened; where nothing tells, that of the first act; undefined where there is none. */
  readonly opened: Day | undefined
  readonly isOpeningKnown: boolean
}

/** What says which adoptions are meant. */
export interface AdoptionsInput {
  readonly subject: string
  /** A word that means both a treaty and a norm means the norm. */
  readonly only?: 'norm'
  readonly threshold: AdoptionThreshold
  readonly system: System
  /** Whether a succession counts from the day on which it took effect, which may be before anybody acted. */
  readonly retroactive: boolean
}

const known = (day: number): Day | undefined => (Number.isFinite(day) && day < FOREVER ? (day as Day) : undefined)

/** The day of opening, and that of the first act or of opening, whichever comes first. */
const openingOf = ({ laws }: StatusSubject) => {
  const opening = known(Math.min(...laws.map(({ terms }) => terms.opened ?? FOREVER)))
  const act = known(Math.min(...laws.flatMap(({ acts }) => acts.map(({ done }) => done.lo))))
  return { opening, first: known(Math.min(opening ?? FOREVER, act ?? FOREVER)) }
}

/** Loads them. Throws `unknown-system` where the log does not hold the system. */
export const loadAdoptions = async (
  world: Snapshot,
  { subject: word, only, threshold, system: systemName, retroactive }: AdoptionsInput,
): Promise<Adoptions> => {
  const [subject, system] = [await keptSubject(world, word, only), await heldSystem(world, systemName)]
  const timelines = new Map(
    [...new Set([...subject.actors, ...system.keys()])]
      .filter(countsState(world))
      .map((actor) => [actor, retroactive ? subject.historyOf(actor).timeline : asActed(world, subject, actor)]),
  )
  const spells = new Map(
    [...timelines].map(([state, timeline]) => [
      state,
      adoptionSpells(timeline, threshold).filter(({ from }) => from <= world.asOf),
    ]),
  )
  const uncovered = new Map([...timelines].map(([state, timeline]) => [state, uncoveredSpells(timeline, threshold)]))
  const { opening, first: opened } = openingOf(subject)
  const last = yearOf(world.asOf)
  const first = opened === undefined ? last : yearOf(opened)
  const years = { first, last: Math.max(first, last) }
  return {
    subject,
    threshold,
    systemName,
    system,
    inSystem: (await loadInSystem(world, systemName, system)).on,
    timelines,
    spells,
    uncovered,
    years,
    opened,
    isOpeningKnown: opening !== undefined,
  }
}
