import { standingOn, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../common/group-by.ts'
import { addDays, ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import { coalesce, cuts, holdsOn, segments, type Days } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { livesOf } from '../record/actor-lives.ts'
import { loadMembersOf } from './load-memberships.ts'
import { loadDaysCovered } from './membership-coverage.ts'
import type { SystemSpell, SystemSpells } from './system-spells.ts'

/** What is told of one state and the United Nations. */
interface Told {
  /** Its days as a full member, in order. */
  readonly stays: readonly SystemSpell[]
  readonly standings: readonly MembershipSpan[]
  /** From the first to the last day of which a source holds every membership. */
  readonly covered: { readonly from: Day; readonly through: Day } | undefined
  /** The first day on which it was gone. */
  readonly extinctFrom: Day
}

/**
 * Whether the stays next to a day tell that it was none of them: who left on a day was out from then on, and who was
 * admitted on one was not in before. Where years were coded, the first and the last year of a series say no such thing.
 */
const staysTell = (stays: readonly SystemSpell[], day: Day): boolean => {
  const before = stays.findLast(({ to }) => to <= day)
  if (before !== undefined) return before.byYear?.end !== true
  const after = stays.find(({ from }) => from > day)
  return after !== undefined && after.byYear?.begin !== true
}

/** Whether a source holds every membership up to a day, or did, and the state was out then and never came back. */
const isHeld = ({ stays, covered }: Told, day: Day): boolean => {
  if (covered === undefined || day < covered.from) return false
  const { through } = covered
  return day <= through || !stays.some(({ from, to }) => from <= day && through < to)
}

/** Whether it is told of a day on which a state was no full member that it was none. */
const isTold = (told: Told, day: Day): boolean => {
  const { stays, standings, extinctFrom } = told
  const standing = standingOn(standings, day)
  if (day >= extinctFrom || (standing !== undefined && standing.kind !== 'unknown')) return true
  return isHeld(told, day) || staysTell(stays, day)
}

/** The days on which nobody tells whether a state was a full member, in order. */
const untoldDays = (told: Told): readonly Days[] => {
  const { stays, standings, covered, extinctFrom } = told
  const edges = covered === undefined ? [] : [covered.from, addDays(covered.through, 1)]
  const days = [ALWAYS, ...cuts(stays, standings), ...edges, extinctFrom, FOREVER].filter((day) => day <= FOREVER)
  const untold = segments(days).filter(({ from }) => !stays.some((one) => holdsOn(one, from)) && !isTold(told, from))
  return coalesce(untold, () => true)
}

/** Loads the days on which the sources believed do not tell of a state whether it was in the United Nations. */
export const loadUntoldMembers = async (
  world: Snapshot,
  spells: SystemSpells,
): Promise<(state: string) => readonly Days[]> => {
  const standings = groupBy(await loadMembersOf(world, 'un'), ({ actor }) => actor)
  const [covered, lives] = [await loadDaysCovered(world, 'un'), await livesOf(world)]
  return (state) =>
    untoldDays({
      stays: spells.get(state) ?? [],
      standings: standings.get(state) ?? [],
      covered: covered('un', state),
      extinctFrom: lives.get(state)?.extinctFrom ?? FOREVER,
    })
}
