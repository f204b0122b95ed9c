import { byText } from '../../common/by-text.ts'
import { groupBy } from '../../common/group-by.ts'
import { firstDayOfYear } from '../../time/day.ts'
import type { Days } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { heldSystem, noStates } from '../subjects/state-systems.ts'
import { checkTies, relationMeant, type SettledGraphInput } from './graph-inputs.ts'
import { loadMembershipTies } from './membership-ties.ts'
import { loadRelationTies } from './relation-ties.ts'
import { standing, within, type TieDays, type Ties } from './tie-days.ts'
import { loadTreatyTies } from './treaty-ties.ts'

/** Ties on the days of some years, and the states that were in the system on any of them. */
export interface TiesOfYears extends Ties {
  readonly window: Days
  /** In the order of their ids. */
  readonly states: readonly string[]
  /** When a state was in the system, on the days of these years. */
  readonly lifeOf: (state: string) => readonly Days[]
}

const loadAny = (world: Snapshot, input: SettledGraphInput): Promise<Ties> => {
  if (input.ties === 'memberships') return loadMembershipTies(world, input)
  if (input.ties === 'treaties') return loadTreatyTies(world)
  return loadRelationTies(world, relationMeant(input.ties), input)
}

/** What is one tie, whoever tells it how: all but the days, and how sure they are. */
const nameOf = ({ alter, kind, series, weight }: TieDays): string => JSON.stringify([alter, kind, series, weight])

/**
 * Loads the ties that are asked for, on the days of their years on which the states at their ends were in the system.
 * Throws `bad-input` where what is asked for does not go together, and where the log holds nothing of it.
 */
export const loadTies = async (asked: Snapshot, input: SettledGraphInput): Promise<TiesOfYears> => {
  checkTies(input)
  const world = { ...asked, formality: input.formality }
  const ties = await loadAny(world, input)
  const system = await heldSystem(world, input.system)
  const window = { from: firstDayOfYear(input.from), to: firstDayOfYear(input.to + 1) }
  const lives = new Map(
    [...system]
      .map(
        ([state, spans]) =>
          [state, spans.flatMap((span) => within({ from: span.from, to: span.to }, [window]))] as const,
      )
      .filter(([, days]) => days.length > 0),
  )
  if (lives.size === 0) throw noStates(world, input.system, input.from, input.to)
  const lifeOf = (state: string): readonly Days[] => lives.get(state) ?? []
  const living = (tie: TieDays): readonly TieDays[] =>
    within(tie, lifeOf(tie.ego)).flatMap((one) => (ties.alters === 'state' ? within(one, lifeOf(one.alter)) : [one]))
  return {
    ...ties,
    window,
    states: [...lives.keys()].toSorted(),
    lifeOf,
    of: (ego) =>
      [...groupBy(ties.of(ego).flatMap(living), nameOf).values()]
        .flatMap(standing)
        .toSorted((a, b) => byText(a.alter, b.alter) || byText(a.kind ?? '', b.kind ?? '') || a.from - b.from),
  }
}
