import type { ActorLife } from '../../../projections/compose/treaty/succession.ts'
import type { Terms } from '../../../projections/compose/treaty/terms.ts'
import type { EventId } from '../../time/event-id.ts'
import { mapValues, type Timeline } from '../../time/timeline.ts'
import { changesBetween } from './timeline-diff.ts'
import type { Unexplained } from './change.ts'
import { historyOf, lawOf, organisationsIn, parentsIn, participantsOf, type TreatyLaw } from '../treaties/treaty-law.ts'
import { livesOf } from '../record/actor-lives.ts'
import { knownRows } from '../question/known-rows.ts'
import { actorsWithUnfoldedEvents, touchedRows, type Moments } from './changed-rows.ts'
import { loadTerms } from '../treaties/load-treaty.ts'
import { normSubject } from '../status/norm-subject.ts'
import type { StatusHistory } from '../status/status-subject.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** A status in words, with all that it may be and what stands beside it. To have done nothing is no status. */
const inWords = ({ timeline }: Pick<StatusHistory, 'timeline'>): Timeline<string | null> =>
  mapValues(timeline, ({ status, possible, spell, marks = [] }, { certainty }) => {
    if (status === 'NONE' && certainty === 'certain' && marks.length === 0) return null
    return [
      status,
      ...(certainty === 'certain' ? [] : [`(${possible.join(' or ')})`]),
      ...(spell > 1 ? [`spell ${spell}`] : []),
      ...marks,
    ].join(' ')
  })

/** The statuses of an actor under one subject that are others at the second moment. */
export const statusChanges = (
  was: StatusHistory | undefined,
  is: StatusHistory | undefined,
  about: Omit<Unexplained, 'what' | 'cell'>,
): readonly Unexplained[] =>
  changesBetween(inWords(was ?? { timeline: [] }), inWords(is ?? { timeline: [] })).map((cell) => ({
    ...about,
    what: 'status',
    cell: { ...cell, before: cell.before ?? 'NONE', after: cell.after ?? 'NONE' },
  }))

/** These actors, and all whose acts count for them or who count theirs: predecessors and successors. */
const kinOf = (actors: Iterable<string>, lives: readonly ReadonlyMap<string, ActorLife>[]): ReadonlySet<string> => {
  const pairs = lives.flatMap((all) =>
    [...all].flatMap(([actor, { continues, claims, follows }]) =>
      [...continues, ...[...claims, ...follows].map(({ predecessor }) => predecessor)].map(
        (other) => [actor, other] as const,
      ),
    ),
  )
  const kin = new Set(actors)
  for (let known = -1; known < kin.size;) {
    known = kin.size
    for (const [one, other] of pairs) if (kin.has(one) || kin.has(other)) kin.add(one).add(other)
  }
  return kin
}

/** What a treaty's clauses refer to beyond its own stream. */
const referredIn = (
  terms: readonly Terms[],
): { readonly igos: readonly string[]; readonly parents: readonly string[] } => ({
  igos: terms.flatMap(({ entryIntoForce: rule, exit, openTo }) => [
    ...(rule === 'unknown' ? [] : organisationsIn(rule.trigger)),
    ...(typeof exit === 'string' || exit.endsWithMembership === undefined ? [] : [exit.endsWithMembership]),
    ...(openTo?.membersOf ?? []),
  ]),
  parents: terms.flatMap(({ entryIntoForce: rule }) => (rule === 'unknown' ? [] : parentsIn(rule.trigger))),
})

const allTerms = async (world: Snapshot): Promise<readonly Terms[]> => {
  const rows = await knownRows(world, 'treaty').select('treaty').distinct().execute()
  return (await Promise.all(rows.map(({ treaty }) => loadTerms(world, treaty)))).flatMap((terms) => terms ?? [])
}

/**
 * What may have another law or other acts at the second moment: by treaty, the actors concerned; undefined where all of
 * them may be.
 */
const candidates = async (
  moments: Moments,
  lives: readonly ReadonlyMap<string, ActorLife>[],
): Promise<ReadonlyMap<string, ReadonlySet<string> | undefined>> => {
  const touched = new Map<string, Set<string> | undefined>()
  const add = (treaty: string, actor: string): void => {
    if (!touched.has(treaty)) touched.set(treaty, new Set())
    touched.get(treaty)?.add(actor)
  }
  for (const { treaty, actor } of await touchedRows(moments, 'treaty_act')
    .select(['treaty', 'actor'])
    .distinct()
    .execute())
    add(treaty, actor)
  for (const { subject, actor } of await actorsWithUnfoldedEvents(moments, 'treaty')) add(subject, actor)
  const changed = new Set<string>()
  for (const table of ['state_spell', 'succession', 'succession_claim', 'actor'] as const)
    for (const { actor } of await touchedRows(moments, table).select('actor').distinct().execute()) changed.add(actor)
  if (changed.size > 0) {
    const kin = kinOf(changed, lives)
    for (const world of [moments.before, moments.after])
      for (const { treaty, actor } of await knownRows(world, 'treaty_act')
        .select(['treaty', 'actor'])
        .distinct()
        .execute())
        if (kin.has(actor)) add(treaty, actor)
  }
  for (const table of ['treaty', 'treaty_measure'] as const)
    for (const { treaty } of await touchedRows(moments, table).select('treaty').distinct().execute())
      touched.set(treaty, undefined)
  for (const treaty of await touchedClaims(moments)) touched.set(treaty, undefined)
  const igos = new Set((await actorsWithUnfoldedEvents(moments, 'igo')).map(({ subject }) => subject))
  for (const table of ['membership', 'membership_act', 'igo'] as const)
    for (const { igo } of await touchedRows(moments, table).select('igo').distinct().execute()) igos.add(igo)
  const terms = [...(await allTerms(moments.before)), ...(await allTerms(moments.after))]
  for (const one of terms) if (referredIn([one]).igos.some((igo) => igos.has(igo))) touched.set(one.treaty, undefined)
  for (let known = -1; known < touched.size;) {
    known = touched.size
    for (const one of terms)
      if (!touched.has(one.treaty) && referredIn([one]).parents.some((parent) => touched.has(parent)))
        touched.set(one.treaty, new Set())
  }
  return touched
}

/** The treaties of which sources claim to hold another part than before. */
const touchedClaims = async (moments: Moments): Promise<readonly string[]> => {
  const rows = await touchedRows(moments, 'coverage_claim')
    .select('subject')
    .distinct()
    .where('scope', '=', 'treaty')
    .execute()
  return rows.map(({ subject }) => subject)
}

const lawAt = async (world: Snapshot, treaty: string): Promise<TreatyLaw | undefined> =>
  (await loadTerms(world, treaty)) === undefined ? undefined : lawOf(world, treaty)

/** Everything about a treaty that reaches actors who did nothing. */
const commonPart = (law: TreatyLaw | undefined): string => {
  if (law === undefined) return ''
  const {
    terms: { decidedBy: _, title: _title, ...terms },
    entryIntoForce: { date, earliest, basis },
    claims,
  } = law
  const claimed = claims.map(({ decidedBy, through }) => [decidedBy, through])
  return JSON.stringify([terms, date ?? null, earliest ?? null, basis, claimed])
}

interface Where {
  readonly actor: string | undefined
  readonly treaty: string | undefined
}

/**
 * The legal statuses that are others at the second moment: under every treaty whose acts, clauses or parties' lives
 * then read otherwise.
 */
export const treatyStatusChanges = async (
  moments: Moments,
  { actor, treaty: only }: Where,
): Promise<readonly Unexplained[]> => {
  const lives = [await livesOf(moments.before), await livesOf(moments.after)]
  const touched = await candidates(moments, lives)
  const changes: Unexplained[] = []
  for (const treaty of [...touched.keys()].toSorted()) {
    if (only !== undefined && treaty !== only) continue
    const [was, is] = [await lawAt(moments.before, treaty), await lawAt(moments.after, treaty)]
    const laws = [was, is].flatMap((law) => law ?? [])
    const acting = touched.get(treaty)
    const everybody = acting === undefined || commonPart(was) !== commonPart(is)
    const actors = everybody
      ? new Set([...laws.flatMap(participantsOf), ...(actor === undefined ? [] : [actor])])
      : kinOf(acting, lives)
    const follows: readonly EventId[] = laws.flatMap((law) => [
      ...law.entryIntoForce.decidedBy,
      ...law.terms.decidedBy,
      ...law.claims.flatMap(({ decidedBy }) => decidedBy),
    ])
    for (const who of [...actors].toSorted()) {
      if (actor !== undefined && who !== actor) continue
      const about = { subject: treaty, actor: who, follows, streams: [`treaty-${treaty}`, `state-${who}`] }
      changes.push(
        ...statusChanges(
          was === undefined ? undefined : historyOf(was, who),
          is === undefined ? undefined : historyOf(is, who),
          about,
        ),
      )
    }
  }
  return changes
}

/** The statuses under a norm that are others at the second moment. */
export const normStatusChanges = async (
  { before, after }: Moments,
  norm: string,
  actor: string | undefined,
): Promise<readonly Unexplained[]> => {
  const [was, is] = [await normSubject(before, norm), await normSubject(after, norm)]
  const streams = [`norm-${norm}`, ...new Set([...was.laws, ...is.laws].map(({ terms }) => `treaty-${terms.treaty}`))]
  const follows = [...was.laws, ...is.laws].flatMap(({ entryIntoForce, terms, claims }) => [
    ...entryIntoForce.decidedBy,
    ...terms.decidedBy,
    ...claims.flatMap(({ decidedBy }) => decidedBy),
  ])
  return [...new Set([...was.actors, ...is.actors])]
    .toSorted()
    .filter((who) => actor === undefined || who === actor)
    .flatMap((who) =>
      statusChanges(was.historyOf(who), is.historyOf(who), {
        subject: norm,
        actor: who,
        follows,
        streams: [...streams, `state-${who}`],
      }),
    )
}
