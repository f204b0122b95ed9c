import { standingOn, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../common/group-by.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import { at, unionOf, type Span } from '../../time/timeline.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadLives } from '../record/actor-lives.ts'
import { loadMembersOf } from '../memberships/load-memberships.ts'
import type { SystemSpells } from './system-spells.ts'

type Member = Span<'un'>

/**
 * The members of the United Nations as a state system: its full members by the memberships that the log holds, under
 * the world's policy. A code for a year stands for all of its days, as in every panel; nobody is a member once it is
 * extinct. Of days on which no membership is told, the spells in the system `un` that were recorded as such are the
 * answer.
 */
export const membersOfUnitedNations = async (world: Snapshot, recorded: SystemSpells): Promise<SystemSpells> => {
  const told = groupBy(await loadMembersOf(world, 'un'), ({ actor }) => actor)
  const lives = await loadLives(world)
  const members = [...new Set([...told.keys(), ...recorded.keys()])].map((actor): [string, readonly Member[]] => {
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
): readonly Member[] => {
  const edges = [...told, ...recorded].flatMap(({ from, to }) => [from, to]).filter((day) => day < until)
  const days = [...new Set([...edges, until])].toSorted((a, b) => a - b)
  const spans: Member[] = []
  for (const [index, from] of days.slice(0, -1).entries()) {
    const to = days[index + 1] ?? until
    const standing = standingOn(told, from)
    const isTold = standing !== undefined && standing.kind !== 'unknown'
    if (isTold && standing.kind !== 'full') continue
    const holds = isTold ? standing : at(recorded, from)
    if (holds === undefined) continue
    const last = spans.at(-1)
    if (last?.to === from && last.certainty === holds.certainty)
      spans[spans.length - 1] = { ...last, to, decidedBy: unionOf(last.decidedBy, holds.decidedBy) }
    else spans.push({ from, to, value: 'un', certainty: holds.certainty, decidedBy: holds.decidedBy })
  }
  return spans
}
