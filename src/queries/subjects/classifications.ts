import { coverageOfActor, coverageOn, type Coverage } from '../../../projections/compose/coverage/coverage.ts'
import { rankOf } from '../../../projections/fold/source-policy.ts'
import { closest } from '../../common/closest.ts'
import { notFound } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Source } from '../../events/source.ts'
import type { Day } from '../../time/day.ts'
import { holdsOn, unionOf, type Span } from '../../time/timeline.ts'
import { loadClaims } from '../question/coverage-claims.ts'
import { idsOf, knownRows } from '../question/known-rows.ts'
import { policyOf } from '../question/source-policy.ts'
import type { Snapshot } from '../question/snapshot.ts'
import { livesOf } from '../record/actor-lives.ts'

/** An actor in a class of a classification. */
export interface InClass {
  readonly actor: string
  readonly class: string
  /** The class in words. */
  readonly label: string
  /** Nothing says since when: what is so today, or was so at the end, is taken as ever. */
  readonly isAssumed: boolean
}

/** The same on a day. */
export type InClassOnDay = InClass & Pick<Span<unknown>, 'certainty' | 'decidedBy'>

/** Who stands in which classes of one classification. */
export interface Classification {
  readonly id: string
  /** Who is in each class on a day, by class and actor. Of whom there was on that day it knows nothing. */
  readonly on: (day: Day) => ReadonlyMap<string, readonly InClassOnDay[]>
  /**
   * Those of some actors of whom nothing tells in which class they are on a day, and no source says that it would: they
   * are unknown, and not in none.
   */
  readonly unknownAmong: (actors: Iterable<string>, day: Day) => readonly string[]
  /** How far sources hold the classes of an actor in full on a day. */
  readonly coverageOf: (actor: string, day: Day) => Coverage
}

const rowsOf = async (world: Snapshot, id: string): Promise<readonly Span<InClass>[]> => {
  const policy = policyOf(world)
  const rows = await knownRows(world, 'classification')
    .selectAll()
    .where('classification', '=', id)
    .orderBy('actor')
    .orderBy('class')
    .orderBy('valid_from')
    .orderBy('decided_by')
    .execute()
  return rows
    .filter((row) => rankOf(policy, JSON.parse(row.told_by) as readonly Source[]) !== undefined)
    .map((row) => ({
      from: row.valid_from as Day,
      to: row.valid_to as Day,
      certainty: row.certainty,
      decidedBy: idsOf(row.decided_by),
      value: { actor: row.actor, class: row.class, label: row.label, isAssumed: row.assumed === 1 },
    }))
}

/** What several sources tell of one actor in one class on a day: the surest of it, by all of them. */
const together = (told: readonly Span<InClass>[]): InClassOnDay => {
  const { value } = told[0] as Span<InClass>
  return {
    ...value,
    isAssumed: told.every((one) => one.value.isAssumed),
    certainty: told.some(({ certainty }) => certainty === 'certain') ? 'certain' : 'possible',
    decidedBy: unionOf(...told.map(({ decidedBy }) => decidedBy)),
  }
}

const unknown = async (world: Snapshot, id: string) => {
  const rows = await knownRows(world, 'classification').select('classification').distinct().execute()
  const known = rows.map(({ classification }) => classification).toSorted()
  if (known.includes(id))
    return notFound('unknown-classification', `none of the sources believed tells of "${id}".`, {
      hint: 'Other sources do: believe one of them, too.',
    })
  const near = closest(id, known)
  return notFound('unknown-classification', `"${id}" is no classification that was known then.`, {
    hint: near.length > 0 ? `Closest: ${near.join(', ')}.` : `Known: ${known.join(', ') || 'none'}.`,
  })
}

/**
 * A classification as the world knows it, under its policy. Throws `unknown-classification` where nothing is recorded
 * of it.
 */
export const loadClassification = async (world: Snapshot, id: string): Promise<Classification> => {
  const spans = await rowsOf(world, id)
  if (spans.length === 0) throw await unknown(world, id)
  const [claims, lives] = [await loadClaims(world, 'classification', id), await livesOf(world)]
  const byActor = groupBy(spans, ({ value }) => value.actor)
  const coverageOf = (actor: string, day: Day): Coverage =>
    coverageOn(coverageOfActor(claims, actor, lives.get(actor)), ['class'], day)
  return {
    id,
    coverageOf,
    on: (day) => {
      const holding = spans.filter((span) => holdsOn(span, day))
      const told = [...groupBy(holding, ({ value }) => `${value.class}\n${value.actor}`).values()].map(together)
      return groupBy(told, (one) => one.class)
    },
    unknownAmong: (actors, day) =>
      [...actors].filter(
        (actor) =>
          !(byActor.get(actor) ?? []).some((span) => holdsOn(span, day)) && coverageOf(actor, day).state !== 'covered',
      ),
  }
}
