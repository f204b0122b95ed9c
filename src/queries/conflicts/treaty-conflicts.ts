import { subjectOf } from '../../../projections/fold/fold.ts'
import { underPolicy } from '../../../projections/fold/rivals.ts'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import { treatyTelling } from '../../../projections/folds/treaty-acts.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { formatDay } from '../../time/day.ts'
import { parseDate } from '../../time/edtf.ts'
import type { Conflict, ConflictsOf } from './conflict.ts'
import { lawOf } from '../treaties/treaty-law.ts'
import { conflictsIn } from './rival-assertions.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { knownRows } from '../question/known-rows.ts'
import { loadRevisions } from '../record/revisions.ts'
import { loadTreatyFacts } from '../treaties/load-treaty.ts'

const between = (one: string, other: string): { from: string; to: string } => {
  const [a, b] = [parseDate(one), parseDate(other)]
  return { from: formatDay(a.lo < b.lo ? a.lo : b.lo), to: formatDay(a.hi > b.hi ? a.hi : b.hi) }
}

/** Acts that a later release of a depositary's tables dates otherwise than an earlier one. */
const revised = async (world: Snapshot, { actor, subject: treaty }: ConflictsOf): Promise<readonly Conflict[]> => {
  const revisions = (await loadRevisions(world, 'treaty', actor)).filter(
    ({ first }) =>
      (treaty === undefined || first.stream === `treaty-${treaty}`) &&
      rankOf(policyOf(world), first.sources) !== undefined,
  )
  return revisions.flatMap(({ actor: who, first, corrections }) => {
    const dateOf = (event: RecordedEvent): string | undefined =>
      event === first ? event.occurred : (event.data['replacement'] as { occurred?: string }).occurred
    const told = [first, ...corrections].filter((event) => dateOf(event) !== undefined)
    const last = told.at(-1)
    if (last === undefined) return []
    const now = dateOf(last) as string
    return told
      .filter((event) => dateOf(event) !== now)
      .map((event): Conflict => {
        const was = dateOf(event) as string
        return {
          about: 'treaties',
          between: 'releases',
          actor: who,
          subject: subjectOf(first.stream),
          what: first.fact ?? first.type,
          ...between(was, now),
          follows: { value: now, decidedBy: [last.id] },
          against: { value: was, decidedBy: [event.id] },
        }
      })
  })
}

/** Treaties whose day of entry into force follows otherwise from their clause than their depositary states it. */
const stated = async (world: Snapshot, { actor, subject }: ConflictsOf): Promise<readonly Conflict[]> => {
  if (actor !== undefined) return []
  const all = knownRows(world, 'treaty')
    .select(['treaty', 'stated_in_force'])
    .where('stated_in_force', 'is not', null)
    .where('entry_into_force', '!=', '"unknown"')
  const conflicts: Conflict[] = []
  for (const { treaty } of await (subject === undefined ? all : all.where('treaty', '=', subject))
    .orderBy('treaty')
    .execute()) {
    const { terms, entryIntoForce: eif } = await lawOf(world, treaty)
    const clause = eif.basis === 'derived' ? eif.date : eif.reachedOnly
    if (clause === undefined || terms.statedInForce === undefined || clause === terms.statedInForce) continue
    const [derived, said] = [formatDay(clause), formatDay(terms.statedInForce)]
    const byClause = { value: derived, decidedBy: eif.triggerEvents }
    const byDepositary = { value: said, decidedBy: terms.decidedBy }
    conflicts.push({
      about: 'treaties',
      between: 'clause',
      actor: '',
      subject: treaty,
      what: 'entry into force',
      ...between(derived, said),
      follows: eif.basis === 'derived' ? byClause : byDepositary,
      against: eif.basis === 'derived' ? byDepositary : byClause,
    })
  }
  return conflicts
}

/**
 * Where sources disagree about treaties: acts that sources, or releases of one, date differently, and entries into
 * force that do not follow from the clause.
 */
export const loadTreatyConflicts = async (world: Snapshot, of: ConflictsOf): Promise<readonly Conflict[]> => {
  const told = await loadTreatyFacts(world, { treaty: of.subject, actor: of.actor })
  return [
    ...told.flatMap(({ stream, actor, facts }) =>
      conflictsIn('treaties', actor, subjectOf(stream), underPolicy(facts, policyOf(world), treatyTelling).rivalries),
    ),
    ...(await revised(world, of)),
    ...(await stated(world, of)),
  ]
}
