import { standingOn, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../common/group-by.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import { at, coalesce, cuts, decidedByBoth, segments, type Span } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadLives } from '../record/actor-lives.ts'
import { loadMembersOf } from './load-memberships.ts'
import type { SystemSpell, SystemSpells } from './system-spells.ts'

type Spell = SystemSpell & Required<Pick<SystemSpell, 'byYear'>>

/**
 * The members of the United Nations as a state system: its full members by the memberships that the log holds, under
 * the world's policy. A code for a year stands for all of its days, as in every panel, and is marked where it begins or
 * ends a membership; nobody is a member once it is extinct. Of days on which no membership is told, the spells in the
 * system `un` that were recorded as such are the answer.
 */
export const membersOfUnitedNations = async (world: Snapshot, recorded: SystemSpells): Promise<SystemSpells> => {
  const told = groupBy(await loadMembersOf(world, 'un'), ({ actor }) => actor)
  const lives = await loadLives(world)
  const members = [...new Set([...told.keys(), ...recorded.keys()])].map((actor): [string, readonly SystemSpell[]] => {
    const until = lives.get(actor)?.extinctFrom ?? FOREVER
    return [actor, membershipsIn(told.get(actor) ?? [], recorded.get(actor) ?? [], until)]
  })
  return new Map(members.filter(([, spans]) => spans.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The days of membership of one actor, as unbroken spans of one certainty. */
const membershipsIn = (
  told: readonly MembershipSpan[],
  recorded: readonly Span<unknown>[],
  until: Day,
): readonly Spell[] => {
  const days = cuts(told, recorded).filter((day) => day < until)
  const spans = segments([...days, until]).flatMap(({ from, to }): readonly Spell[] => {
    const standing = standingOn(told, from)
    const isTold = standing !== undefined && standing.kind !== 'unknown'
    if (isTold && standing.kind !== 'full') return []
    const { certainty, decidedBy } = (isTold ? standing : at(recorded, from)) ?? {}
    if (certainty === undefined || decidedBy === undefined) return []
    const isByYear = isTold && standing.observed
    const byYear = { begin: isByYear && standing.from === from, end: isByYear && standing.to === to }
    return [{ from, to, value: 'un', certainty, byYear, decidedBy }]
  })
  return coalesce(spans, (a, b) => a.certainty === b.certainty, joined)
}

const joined = (before: Spell, next: Spell): Spell => ({
  ...decidedByBoth(before, next),
  byYear: { begin: before.byYear.begin, end: next.byYear.end },
})
