import { entryIntoForce, type EntryIntoForce, type Surroundings } from '../../projections/compose/entry-into-force.ts'
import { legalStatus, type ActorContext, type LegalHistory } from '../../projections/compose/legal-status.ts'
import { standingOn } from '../../projections/compose/membership.ts'
import type { Trigger } from '../events/clauses.ts'
import type { Act, Terms } from '../../projections/compose/treaty.ts'
import { notFound } from '../error.ts'
import { groupBy } from '../group-by.ts'
import type { Day } from '../time/day.ts'
import { knownRows } from './load/known.ts'
import { loadMembersOf } from './load/memberships.ts'
import { loadExtinctions } from './load/states.ts'
import { loadActs, loadTerms } from './load/treaty.ts'
import type { World } from './world.ts'

/** A treaty with all that it needs to say who was bound when: clauses, acts, entry into force. */
export interface LawOfTreaty {
  readonly terms: Terms
  readonly acts: readonly Act[]
  readonly byActor: ReadonlyMap<string, readonly Act[]>
  readonly entryIntoForce: EntryIntoForce
  /** Actors that no longer exist. */
  readonly extinct: ReadonlyMap<string, ActorContext>
}

const organisationsIn = (trigger: Trigger): readonly string[] => {
  if (trigger.kind === 'all' || trigger.kind === 'any') return trigger.of.flatMap(organisationsIn)
  const among = 'among' in trigger ? trigger.among : undefined
  return among === undefined || among.startsWith('list:') ? [] : [among]
}

const parentsIn = (trigger: Trigger): readonly string[] => {
  if (trigger.kind === 'all' || trigger.kind === 'any') return trigger.of.flatMap(parentsIn)
  return trigger.kind === 'parentInForce' ? [trigger.treaty] : []
}

/** Reads what a treaty's clause depends on beyond its own stream. */
const surroundingsOf = async (world: World, terms: Terms): Promise<Surroundings> => {
  const rule = terms.entryIntoForce
  const organisations = rule === 'unknown' ? [] : organisationsIn(rule.trigger)
  const parents = rule === 'unknown' ? [] : parentsIn(rule.trigger)
  const kinds = await knownRows(world, 'actor').select(['actor', 'kind']).where('kind', '=', 'organisation').execute()
  const notStates = new Set(kinds.map(({ actor }) => actor))
  const members = new Map<string, Awaited<ReturnType<typeof loadMembersOf>>>()
  for (const igo of organisations) members.set(igo, await loadMembersOf(world, igo))
  const inForce = new Map<string, Day | undefined>()
  for (const parent of parents) inForce.set(parent, (await lawOf(world, parent)).entryIntoForce.date)
  return {
    isOrganisation: (actor) => notStates.has(actor),
    isMember: (igo, actor, day) => standingOn((members.get(igo) ?? []).filter((span) => span.actor === actor), day)?.kind === 'full',
    inForce: (treaty) => inForce.get(treaty),
    weight: () => undefined,
  }
}

/** Loads a treaty and derives its entry into force. Throws `unknown-treaty`. */
export const lawOf = async (world: World, treaty: string): Promise<LawOfTreaty> => {
  const terms = await loadTerms(world, treaty)
  if (terms === undefined) throw notFound('unknown-treaty', `"${treaty}" is no treaty that was known then.`, { hint: world.names.hint('treaty', treaty) })
  const acts = await loadActs(world, treaty)
  return {
    terms,
    acts,
    byActor: groupBy(acts, ({ actor }) => actor),
    entryIntoForce: entryIntoForce(terms, acts, await surroundingsOf(world, terms)),
    extinct: await loadExtinctions(world),
  }
}

const lasting: ActorContext = { extinctFrom: undefined, extinctDecidedBy: [] }

/** The legal history of one actor under a treaty. */
export const historyOf = (law: LawOfTreaty, actor: string): LegalHistory =>
  legalStatus(law.byActor.get(actor) ?? [], law.terms, law.entryIntoForce, law.extinct.get(actor) ?? lasting)
