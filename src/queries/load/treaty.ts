import type { Act, Terms } from '../../../projections/compose/treaty.ts'
import type { EntryIntoForceRule, ExitRule } from '../../events/clauses.ts'
import { groupBy } from '../../group-by.ts'
import type { Day } from '../../time/day.ts'
import type { Offset } from '../../time/offset.ts'
import type { World } from '../world.ts'
import { idsOf, knownRows } from './known.ts'

/** A treaty's clauses as known; undefined where it is not defined. */
export const loadTerms = async (world: World, treaty: string): Promise<Terms | undefined> => {
  const row = await knownRows(world, 'treaty').selectAll().where('stream', '=', `treaty-${treaty}`).where('treaty', '=', treaty).executeTakeFirst()
  if (row === undefined) return undefined
  return {
    treaty: row.treaty,
    title: row.title,
    entryIntoForce: JSON.parse(row.entry_into_force) as EntryIntoForceRule,
    perParty: row.per_party === null ? undefined : (JSON.parse(row.per_party) as Offset),
    laterThanEntryIntoForce: row.later_than === 'entryIntoForce',
    exit: JSON.parse(row.exit) as ExitRule,
    opened: (row.opened ?? undefined) as Day | undefined,
    closed: (row.closed ?? undefined) as Day | undefined,
    ended: row.ended === null ? undefined : { on: row.ended as Day, by: row.ended_by ?? undefined },
    statedInForce: (row.stated_in_force ?? undefined) as Day | undefined,
    decidedBy: idsOf(row.decided_by),
  }
}

/** Every act under a treaty, of all actors. */
export const loadActs = async (world: World, treaty: string): Promise<readonly Act[]> => {
  const rows = await knownRows(world, 'treaty_act').selectAll().where('stream', '=', `treaty-${treaty}`).execute()
  return rows.map((row) => ({
    actor: row.actor,
    class: row.class,
    form: row.form,
    done: { lo: row.valid_from as Day, hi: row.latest as Day },
    effect: row.effect_earliest === null || row.effect_latest === null ? undefined : { lo: row.effect_earliest as Day, hi: row.effect_latest as Day },
    detail: JSON.parse(row.detail) as Act['detail'],
    decidedBy: idsOf(row.decided_by),
  }))
}

/** What actors weigh in the measures that a treaty's clause counts by: measure → actor → share. */
export const loadMeasures = async (world: World, treaty: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const rows = await knownRows(world, 'treaty_measure').select(['measure', 'actor', 'weight']).where('stream', '=', `treaty-${treaty}`).execute()
  return new Map([...groupBy(rows, ({ measure }) => measure)].map(([measure, list]) => [measure, new Map(list.map(({ actor, weight }) => [actor, weight]))]))
}
