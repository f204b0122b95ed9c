import { exitsOf } from '../../../projections/compose/membership/exits.ts'
import type { DateRange } from '../../time/date-range.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadMemberActs } from './load-spans.ts'
import { loadExitClauses } from './load-memberships.ts'

/**
 * One exit from an organisation: announced, done, taken back, or without effect. Of a date that is not known to the
 * day: its first possible day.
 */
export interface OrganisationExit {
  readonly kind: 'organisation'
  readonly actor: string
  /** The organisation. */
  readonly subject: string
  readonly notice: Day | null
  /** First day out; of a notice that was taken back, when it would have been. */
  readonly effect: Day | null
  readonly revoked: Day | null
  /** The notice led nowhere: the constituent treaty lets nobody out, and nobody took the member to be out. */
  readonly ineffective: boolean
  readonly basis: 'stated' | 'derived' | 'none'
  readonly decidedBy: readonly EventId[]
}

const firstOf = (range: DateRange | undefined): Day | null => range?.lo ?? null

/**
 * All exits of all members of all organisations that are known of, whenever they took effect: by notice, then by
 * effect.
 */
export const loadOrganisationExits = async (world: Snapshot): Promise<readonly OrganisationExit[]> => {
  const clauses = await loadExitClauses(world)
  const acts = groupBy(await loadMemberActs(world, {}), ({ igo, actor }) => `${igo}\n${actor}`)
  const rows = [...acts.values()].flatMap((ofOne) => {
    const { igo, actor } = ofOne[0] as (typeof ofOne)[number]
    return exitsOf(ofOne, clauses.get(igo)).exits.map((exit): OrganisationExit => ({
      kind: 'organisation',
      actor,
      subject: igo,
      notice: firstOf(exit.notified),
      effect: firstOf(exit.effect),
      revoked: firstOf(exit.revoked),
      ineffective: exit.ineffective,
      basis: exit.basis,
      decidedBy: exit.decidedBy,
    }))
  })
  const dayOf = (row: OrganisationExit): number => row.notice ?? row.effect ?? 0
  return rows.toSorted(
    (a, b) => dayOf(a) - dayOf(b) || (`${a.subject} ${a.actor}` < `${b.subject} ${b.actor}` ? -1 : 1),
  )
}
