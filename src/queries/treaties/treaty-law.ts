import {
  coverageOfActor,
  coverageOn,
  coveredDays,
  type Coverage,
  type CoverageClaim,
} from '../../../projections/compose/coverage/coverage.ts'
import type { CoverageClass } from '../../events/coverage.ts'
import { openingOf, type ForceCoverage } from '../../../projections/compose/coverage/force-coverage.ts'
import {
  asFarAsCovered,
  treatyCoverageEdges,
  treatyCoverageOn,
  type Absence,
} from '../../../projections/compose/coverage/treaty-coverage.ts'
import { entryIntoForce, type EntryIntoForce } from '../../../projections/compose/treaty/entry-into-force.ts'
import type { TreatyContext } from '../../../projections/compose/treaty/treaty-context.ts'
import {
  bindingStatuses,
  type LegalHistory,
  type LegalStatus,
} from '../../../projections/compose/treaty/legal-status.ts'
import { standingOn } from '../../../projections/compose/membership/membership.ts'
import { resolved } from '../../../projections/compose/treaty/date-combinations.ts'
import {
  actsOfActor,
  attributed,
  historyOfActor,
  replacedBy,
  type ActorLife,
} from '../../../projections/compose/treaty/succession.ts'
import type { Trigger } from '../../events/clauses.ts'
import type { Terms } from '../../../projections/compose/treaty/terms.ts'
import type { Act } from '../../../projections/compose/treaty/acts.ts'
import { notFound } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import type { Resolution } from '../../time/date-policy.ts'
import { FOREVER, type Day } from '../../time/day.ts'
import { applyOffset } from '../../time/offset.ts'
import { knownRows } from '../question/known-rows.ts'
import { loadMembersOf } from '../memberships/load-memberships.ts'
import { loadClaims } from '../question/coverage-claims.ts'
import { livesOf } from '../record/actor-lives.ts'
import { loadActs, loadMeasures, loadTerms } from './load-treaty.ts'
import { loadUnlisted, type Unlisted } from './unlisted-acts.ts'
import type { Snapshot } from '../question/snapshot.ts'

/** A treaty with all that it needs to say who was bound when: clauses, acts, entry into force. */
export interface TreatyLaw {
  readonly terms: Terms
  readonly acts: readonly Act[]
  readonly byActor: ReadonlyMap<string, readonly Act[]>
  readonly entryIntoForce: EntryIntoForce
  readonly lives: ReadonlyMap<string, ActorLife>
  /** One day for each uncertain date, where the question asks for that. */
  readonly resolution: Resolution | undefined
  /** What a later table no longer lists, by actor. */
  readonly unlisted: ReadonlyMap<string, readonly Unlisted[]>
  /** What sources hold in full of it. */
  readonly claims: readonly CoverageClaim[]
  /** The first day on which an actor may have acted under it; FOREVER for one to which it is not open. */
  readonly openFrom: (actor: string) => Day
}

/** The organisations among whose members a trigger counts. */
export const organisationsIn = (trigger: Trigger): readonly string[] => {
  if (trigger.kind === 'all' || trigger.kind === 'any') return trigger.of.flatMap(organisationsIn)
  const among = 'among' in trigger ? trigger.among : undefined
  return among === undefined || among.startsWith('list:') ? [] : [among]
}

/** The treaties for whose entry into force a trigger waits. */
export const parentsIn = (trigger: Trigger): readonly string[] => {
  if (trigger.kind === 'all' || trigger.kind === 'any') return trigger.of.flatMap(parentsIn)
  return trigger.kind === 'parentInForce' ? [trigger.treaty] : []
}

/** Reads what a treaty's clause depends on beyond its own stream. */
const surroundingsOf = async (
  world: Snapshot,
  terms: Terms,
  lives: ReadonlyMap<string, ActorLife>,
): Promise<TreatyContext> => {
  const rule = terms.entryIntoForce
  const organisations = rule === 'unknown' ? [] : organisationsIn(rule.trigger)
  const parents = rule === 'unknown' ? [] : parentsIn(rule.trigger)
  const kinds = await knownRows(world, 'actor').select(['actor', 'kind']).where('kind', '=', 'organisation').execute()
  const notStates = new Set(kinds.map(({ actor }) => actor))
  const members = new Map<string, Awaited<ReturnType<typeof loadMembersOf>>>()
  for (const igo of organisations) members.set(igo, await loadMembersOf(world, igo))
  const inForce = new Map<string, Day | undefined>()
  for (const parent of parents) inForce.set(parent, (await lawOf(world, parent)).entryIntoForce.date)
  const measures = await loadMeasures(world, terms.treaty)
  return {
    isOrganisation: (actor) => notStates.has(actor),
    isMember: (igo, actor, day) =>
      standingOn(
        (members.get(igo) ?? []).filter((span) => span.actor === actor),
        day,
      )?.kind === 'full',
    inForce: (treaty) => inForce.get(treaty),
    weight: (measure, actor) => measures.get(measure)?.get(actor),
    replacedBy: (act) => replacedBy(act, terms, lives),
  }
}

/** Loads a treaty and derives its entry into force. Throws `unknown-treaty`. */
export const lawOf = async (world: Snapshot, treaty: string): Promise<TreatyLaw> => {
  const terms = await loadTerms(world, treaty)
  if (terms === undefined)
    throw notFound('unknown-treaty', `"${treaty}" is no treaty that was known then.`, {
      hint: world.names.hint(['treaty'], treaty),
    })
  const lives = await livesOf(world)
  const recorded = attributed([...(await loadActs(world, treaty)), ...(await cessationsOf(world, terms, lives))], lives)
  const acts = world.resolution === undefined ? recorded : resolved(recorded, world.resolution)
  const unlisted = await loadUnlisted(world, treaty)
  return {
    terms,
    acts,
    byActor: groupBy(acts, ({ actor }) => actor),
    entryIntoForce: entryIntoForce(terms, acts, await surroundingsOf(world, terms, lives)),
    lives,
    resolution: world.resolution,
    unlisted,
    claims: await loadClaims(world, 'treaty', treaty),
    openFrom: await openingFor(world, terms, lives),
  }
}

/**
 * From when on a treaty was open to an actor: to all at once, or, where it is open to some alone, to each as soon as it
 * is one of them. Who is no member of an organisation is known only where a source holds its members in full; of others
 * nobody can tell that it was not open to them.
 */
const openingFor = async (
  world: Snapshot,
  terms: Terms,
  lives: ReadonlyMap<string, ActorLife>,
): Promise<TreatyLaw['openFrom']> => {
  const opening = openingOf(terms)
  if (terms.openTo === undefined) return () => opening
  const { membersOf = [], actors = [] } = terms.openTo
  const members = new Map<string, Day>()
  const claims: (readonly CoverageClaim[])[] = []
  for (const igo of membersOf) {
    claims.push(await loadClaims(world, 'igo', igo))
    for (const { actor, kind, from } of await loadMembersOf(world, igo))
      if (kind !== 'none') members.set(actor, Math.min(members.get(actor) ?? FOREVER, from) as Day)
  }
  return (actor) => {
    if (actors.includes(actor)) return opening
    const since = members.get(actor)
    if (since !== undefined) return Math.max(opening, since) as Day
    const isKnown = claims.every(
      (ofIgo) => coveredDays(coverageOfActor(ofIgo, actor, lives.get(actor)), ['membership']) !== undefined,
    )
    return isKnown ? FOREVER : opening
  }
}

/**
 * Where a treaty ends with membership of an organisation: who ceased to be a member, and when that takes effect by the
 * clause on notice.
 */
const cessationsOf = async (
  world: Snapshot,
  { exit }: Terms,
  lives: ReadonlyMap<string, ActorLife>,
): Promise<readonly Act[]> => {
  if (typeof exit === 'string' || exit.endsWithMembership === undefined) return []
  const ended = (await loadMembersOf(world, exit.endsWithMembership)).filter(
    ({ kind, observed }) => kind === 'none' && !observed,
  )
  return ended
    .filter(({ actor, from }) => from < (lives.get(actor)?.extinctFrom ?? FOREVER))
    .map(({ actor, from, decidedBy }) => {
      const effect = applyOffset(from, exit.notice)
      return {
        actor,
        class: 'cessation',
        form: 'MembershipEnded',
        done: { lo: from, hi: from },
        effect: { lo: effect, hi: effect },
        detail: { derived: true },
        decidedBy,
      }
    })
}

/** Every actor with an act under a treaty, or that goes on with those of another. */
export const participantsOf = ({ byActor, lives }: TreatyLaw): readonly string[] => {
  const successors = [...lives].filter(([, { continues, claims }]) =>
    [...continues, ...claims.map(({ predecessor }) => predecessor)].some((actor) => byActor.has(actor)),
  )
  return [...new Set([...byActor.keys(), ...successors.map(([actor]) => actor)])].toSorted()
}

/** What ended a consent, or a signature, tells why a table no longer lists it. While it stands, the silence is odd. */
const isUnexplained = ({ act }: Unlisted, status: LegalStatus | undefined): boolean =>
  status !== undefined &&
  (bindingStatuses.has(status) ||
    status === 'CONSENTED' ||
    status === 'UNKNOWN' ||
    (!act.startsWith('consent/') && (status === 'SIGNED' || status === 'PROVISIONAL')))

/** What the entry into force of a treaty rests on, as far as the sources cover it. */
export const forceCoverageOf = ({ terms, entryIntoForce: eif, claims, lives, byActor }: TreatyLaw): ForceCoverage => ({
  terms,
  eif,
  coverageOf: (actor) => coverageOfActor(claims, actor, lives.get(actor)),
  actsOf: (actor) => actsOfActor(actor, byActor, lives),
})

/** What the absence of an act of one actor is read by. */
const absenceOf = (law: TreatyLaw, actor: string): Absence => ({
  ...forceCoverageOf(law),
  acts: actsOfActor(actor, law.byActor, law.lives),
  coverage: coverageOfActor(law.claims, actor, law.lives.get(actor)),
  openFrom: law.openFrom(actor),
})

/** How far the sources of an actor's status reach, by day; and the days on which that changes. */
export const coverageUnder = (law: TreatyLaw, actor: string) => {
  const absence = absenceOf(law, actor)
  return {
    claims: absence.coverage.claims,
    on: (day: Day): Coverage => treatyCoverageOn(absence, day),
    edges: treatyCoverageEdges(absence),
  }
}

/** How far the sources of a treaty reach on a day, for whoever existed then. */
export const coverageOfTreaty = (law: TreatyLaw, day: Day): Coverage =>
  treatyCoverageOn({ ...absenceOf(law, ''), openFrom: openingOf(law.terms) }, day)

/**
 * How far the sources of a ledger of a treaty's acts reach on a day, for whoever existed then: of these classes of
 * acts.
 */
export const coverageOfActs = (law: TreatyLaw, classes: readonly CoverageClass[], day: Day): Coverage =>
  coverageOn(coverageOfActor(law.claims, ''), classes, day)

/** The legal history of one actor under a treaty, as far as the sources cover it. */
export const historyOf = (law: TreatyLaw, actor: string): LegalHistory => {
  const { byActor, lives, terms, entryIntoForce: eif, resolution, unlisted } = law
  const acts = (who: string) => actsOfActor(who, byActor, lives)
  const recorded = historyOfActor(actor, { acts, terms, eif, lives, resolution })
  const history = { ...recorded, timeline: asFarAsCovered(recorded.timeline, absenceOf(law, actor)) }
  const odd = (unlisted.get(actor) ?? []).filter((one) => isUnexplained(one, history.timeline.at(-1)?.value.status))
  return odd.length === 0
    ? history
    : { ...history, anomalies: [...history.anomalies, ...odd.map(({ anomaly }) => anomaly)] }
}
