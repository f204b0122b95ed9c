import { exitsOf } from '../../../projections/compose/membership/exits.ts'
import { membershipConflicts } from '../../../projections/compose/membership/conflicts.ts'
import { membershipTelling } from '../../../projections/folds/igo-acts.ts'
import { subjectOf } from '../../../projections/fold/fold.ts'
import { underPolicy } from '../../../projections/fold/rivals.ts'
import { groupBy } from '../../common/group-by.ts'
import { formatBound } from '../../time/day.ts'
import type { Conflict, ConflictsOf } from './conflict.ts'
import { conflictsIn } from './rival-assertions.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadDatedFacts, loadMemberActs, loadTrusted } from '../memberships/load-spans.ts'
import { loadExitClauses } from '../memberships/load-memberships.ts'

const placeOf = ({ igo, actor }: { readonly igo: string; readonly actor: string }): string => `${igo}\n${actor}`

/**
 * Where sources disagree about memberships: acts that they date differently, and years that one codes otherwise than
 * another dates or codes them.
 */
export const loadMembershipConflicts = async (
  world: Snapshot,
  { actor, subject: igo }: ConflictsOf,
): Promise<readonly Conflict[]> => {
  const where = { actor, igo }
  const acts = groupBy(await loadMemberActs(world, where), placeOf)
  const clauses = await loadExitClauses(world)
  const conflicts: Conflict[] = []
  for (const [place, told] of groupBy(await loadTrusted(world, where), ({ span }) => placeOf(span))) {
    if (told.every(({ span }) => span.track === told[0]?.span.track)) continue
    const { span } = told[0] as (typeof told)[number]
    const ofThis = acts.get(place) ?? []
    for (const { from, to, follows, against } of membershipConflicts(
      told,
      ofThis,
      exitsOf(ofThis, clauses.get(span.igo)),
    ))
      conflicts.push({
        about: 'memberships',
        between: 'sources',
        actor: span.actor,
        subject: span.igo,
        what: 'standing',
        from: formatBound(from),
        to: formatBound(to),
        follows: { value: follows.kind, decidedBy: follows.decidedBy },
        against: { value: against.kind, decidedBy: against.decidedBy },
      })
  }
  for (const { stream, actor: who, facts } of await loadDatedFacts(world, where))
    conflicts.push(
      ...conflictsIn(
        'memberships',
        who,
        subjectOf(stream),
        underPolicy(facts, policyOf(world), membershipTelling).rivalries,
      ),
    )
  return conflicts
}
