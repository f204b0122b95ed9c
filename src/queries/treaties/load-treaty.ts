import type { Terms } from '../../../projections/compose/treaty/terms.ts'
import type { Act } from '../../../projections/compose/treaty/acts.ts'
import { isDefault } from '../../../projections/fold/source-policy.ts'
import { treatyActs, type TreatyAct } from '../../../projections/folds/treaty-acts.ts'
import type { EntryIntoForceRule, ExitRule, OpenTo } from '../../events/clauses.ts'
import { actClass } from '../../events/treaty.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Day } from '../../time/day.ts'
import type { Offset } from '../../time/offset.ts'
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
  if (row === undefined) return undefined
  return {
    treaty: row.treaty,
    title: row.title,
    entryIntoForce: JSON.parse(row.entry_into_force) as EntryIntoForceRule,
    perParty: row.per_party === null ? undefined : (JSON.parse(row.per_party) as Offset),
    laterThanEntryIntoForce: row.later_than === 'entryIntoForce',
    exit: JSON.parse(row.exit) as ExitRule,
    concluded: row.valid_from as Day,
    openTo: row.open_to === null ? undefined : (JSON.parse(row.open_to) as OpenTo),
    opened: (row.opened ?? undefined) as Day | undefined,
    closed: (row.closed ?? undefined) as Day | undefined,
    ended: row.ended === null ? undefined : { on: row.ended as Day, by: row.ended_by ?? undefined },
    statedInForce: (row.stated_in_force ?? undefined) as Day | undefined,
    decidedBy: idsOf(row.decided_by),
  }
}

/** What of a row an act is made of: a question about one actor reads the acts of all. */
const actColumns = ['actor', 'class', 'form', 'latest', 'effect_earliest', 'effect_latest', 'detail'] as const
type ActColumns = Pick<TreatyAct, (typeof actColumns)[number]>

const actOf = (row: ActColumns, from: Day, decidedBy: Act['decidedBy']): Act => ({
  actor: row.actor,
  class: row.class,
  form: row.form,
  done: { lo: from, hi: row.latest as Day },
  effect:
    row.effect_earliest === null || row.effect_latest === null
      ? undefined
      : { lo: row.effect_earliest as Day, hi: row.effect_latest as Day },
  detail: JSON.parse(row.detail) as Act['detail'],
  decidedBy,
})

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
    return rows.map((row) => actOf(row, row.valid_from as Day, idsOf(row.decided_by)))
  }
  return (await loadTreatyFacts(world, { treaty }))
    .flatMap(({ facts }) => treatyActs(facts, policy))
    .map(({ from, columns, decidedBy }) => actOf(columns, from, decidedBy))
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
