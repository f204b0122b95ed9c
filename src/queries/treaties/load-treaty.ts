import type { Terms } from '../../../projections/compose/treaty/terms.ts'
import type { Act } from '../../../projections/compose/treaty/acts.ts'
import { actColumns, actOf, termsOf } from '../../../projections/compose/treaty/from-rows.ts'
import { isDefault } from '../../../projections/fold/source-policy.ts'
import { treatyActs } from '../../../projections/folds/treaty-acts.ts'
import { actClass } from '../../events/treaty.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { loadFacts } from '../question/facts.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'

/** A treaty's clauses as known; undefined where it is not defined. */
export const loadTerms = async (world: Snapshot, treaty: string): Promise<Terms | undefined> => {
  const row = await knownRows(world, 'treaty')
    .selectAll()
    .where('stream', '=', `treaty-${treaty}`)
    .where('treaty', '=', treaty)
    .executeTakeFirst()
  return row && termsOf({ columns: row, from: row.valid_from as Day, decidedBy: idsOf(row.decided_by) })
}

/** The acts of actors as facts: of all treaties, where none is named. */
export const loadTreatyFacts = (
  world: Snapshot,
  where: { readonly treaty?: string | undefined; readonly actor?: string | undefined },
) => loadFacts(world, { family: 'treaty', subject: where.treaty, actor: where.actor, types: Object.keys(actClass) })

/**
 * Every act under a treaty, of all actors. Rows were folded under the default policy; under another, the acts are
 * folded anew.
 */
export const loadActs = async (world: Snapshot, treaty: string): Promise<readonly Act[]> => {
  const policy = policyOf(world)
  if (isDefault(policy)) {
    const rows = await knownRows(world, 'treaty_act')
      .select([...actColumns, 'valid_from', 'decided_by'])
      .where('stream', '=', `treaty-${treaty}`)
      .execute()
    return rows.map((row) => actOf({ columns: row, from: row.valid_from as Day, decidedBy: idsOf(row.decided_by) }))
  }
  return (await loadTreatyFacts(world, { treaty })).flatMap(({ facts }) => treatyActs(facts, policy)).map(actOf)
}

/** What actors weigh in the measures that a treaty's clause counts by: measure → actor → share. */
export const loadMeasures = async (
  world: Snapshot,
  treaty: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const rows = await knownRows(world, 'treaty_measure')
    .select(['measure', 'actor', 'weight'])
    .where('stream', '=', `treaty-${treaty}`)
    .execute()
  return new Map(
    [...groupBy(rows, ({ measure }) => measure)].map(([measure, list]) => [
      measure,
      new Map(list.map(({ actor, weight }) => [actor, weight])),
    ]),
  )
}
