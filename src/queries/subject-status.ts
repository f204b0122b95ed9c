import type { LegalStatus } from '../../projections/compose/legal-status.ts'
import { normStatus, type NormStatus } from '../../projections/compose/norm-status.ts'
import type { Anomaly } from '../../projections/compose/treaty.ts'
import { notFound } from '../error.ts'
import type { Day } from '../time/day.ts'
import type { Timeline } from '../time/timeline.ts'
import { knownRows } from './load/known.ts'
import { historyOf, lawOf, type LawOfTreaty } from './legal.ts'
import type { World } from './world.ts'

export type Status = LegalStatus | NormStatus

/** The status of one actor towards a treaty or a norm, over time. */
export interface StatusHistory {
  readonly timeline: Timeline<{ readonly status: Status; readonly possible: readonly Status[]; readonly spell: number }>
  readonly anomalies: readonly Anomaly[]
}

/** A treaty or a norm, ready to say where any actor stood towards it. */
export interface StatusSubject {
  readonly kind: 'treaty' | 'norm'
  readonly id: string
  readonly name: string
  /** The treaties that decide: the treaty itself, or the instruments that carry the norm. */
  readonly laws: readonly LawOfTreaty[]
  /** Every actor with an act under one of them. */
  readonly actors: readonly string[]
  readonly historyOf: (actor: string) => StatusHistory
}

/** Loads a treaty or norm by id, code or name. Throws `unknown-subject`. */
export const loadSubject = async (world: World, word: string): Promise<StatusSubject> => {
  const treaty = world.names.lookUp('treaty', word, { day: world.asOf })
  if (treaty !== undefined) return treatySubject(world, treaty)
  const norm = world.names.lookUp('norm', word, { day: world.asOf })
  if (norm !== undefined) return normSubject(world, norm)
  throw notFound('unknown-subject', `"${word}" is neither a treaty nor a norm that normtrail knows.`, { hint: world.names.hint('treaty', word) })
}

const treatySubject = async (world: World, treaty: string): Promise<StatusSubject> => {
  const law = await lawOf(world, treaty)
  return { kind: 'treaty', id: treaty, name: law.terms.title, laws: [law], actors: [...law.byActor.keys()].toSorted(), historyOf: (actor) => historyOf(law, actor) }
}

const normSubject = async (world: World, norm: string): Promise<StatusSubject> => {
  const links = await knownRows(world, 'norm_link').selectAll().where('stream', '=', `norm-${norm}`).execute()
  const laws = new Map<string, LawOfTreaty>()
  for (const { instrument } of links) if (!laws.has(instrument)) laws.set(instrument, await lawOf(world, instrument))
  const history = (actor: string): StatusHistory => {
    const linked = links.map(({ instrument, role, valid_from, valid_to }) => ({
      instrument, role, from: valid_from as Day, to: valid_to as Day, history: historyOf(laws.get(instrument) as LawOfTreaty, actor),
    }))
    return {
      timeline: normStatus(linked.map(({ history: { timeline }, ...link }) => ({ ...link, timeline }))),
      anomalies: [...new Map(linked.flatMap(({ history: { anomalies } }) => anomalies).map((anomaly) => [JSON.stringify(anomaly), anomaly])).values()],
    }
  }
  const actors = new Set([...laws.values()].flatMap((law) => [...law.byActor.keys()]))
  return { kind: 'norm', id: norm, name: world.names.nameOf('norm', norm), laws: [...laws.values()], actors: [...actors].toSorted(), historyOf: history }
}
