import { exactly, type Resolution } from '../../../src/time/date-policy.ts'
import { addDays, FOREVER, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { at, unionOf, type Span } from '../../../src/time/timeline.ts'
import { dateOfSuccession, isSuccession, type Beginnings, type SuccessionAct } from './date-of-succession.ts'
import {
  bindingStatuses,
  legalStatus,
  type ActorContext,
  type LegalHistory,
  type LegalStatus,
  type Standing,
} from './legal-status.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import type { Stretch } from './acts.ts'
import type { Terms } from './terms.ts'
import type { Act } from './acts.ts'
import type { Anomaly } from '../anomaly.ts'

/** A claim to follow or continue a state, on the days [from, to) on which it was contested. */
export interface Claim extends Stretch {
  readonly predecessor: string
  readonly claimed: string
}

/**
 * What an actor's own stream says of its life: how it began and ended, whom it followed or continues, what it claims.
 */
export interface ActorLife extends ActorContext, Beginnings {
  /** The states that went up in it when it was born: it goes on with their treaties (VCSST arts 31, 34-35). */
  readonly continues: readonly string[]
  readonly claims: readonly Claim[]
}

export const lasting: ActorLife = {
  born: undefined,
  extinctFrom: undefined,
  extinctDecidedBy: [],
  continues: [],
  claims: [],
  follows: [],
  entries: [],
}

const sameAct = (a: Act, b: Act): boolean => a.class === b.class && a.done.lo === b.done.lo && a.done.hi === b.done.hi

/**
 * The acts of a treaty, each under the actor that did it. A depositary's table lists the act of a state that went up in
 * another under the name of the other (Yemen and the Covenant: the act of 1987 is Democratic Yemen's); where both names
 * have it, it is one act.
 */
export const attributed = (acts: readonly Act[], lives: ReadonlyMap<string, ActorLife>): readonly Act[] => {
  const moved = new Map<Act, Act>()
  const own = acts.filter((act) => {
    const life = lives.get(act.actor)
    if (life?.born === undefined || act.done.hi >= life.born.from) return true
    const original = acts.find((other) => life.continues.includes(other.actor) && sameAct(other, act))
    if (original === undefined) return true
    const known = moved.get(original) ?? original
    moved.set(original, { ...known, decidedBy: unionOf(known.decidedBy, act.decidedBy) })
    return false
  })
  return own.map((act) => moved.get(act) ?? act)
}

/**
 * The acts that decide an actor's status: its own, and those of the states that it continues, done before it was born.
 */
export const actsOfActor = (
  actor: string,
  byActor: ReadonlyMap<string, readonly Act[]>,
  lives: ReadonlyMap<string, ActorLife>,
): readonly Act[] => {
  const own = byActor.get(actor) ?? []
  const life = lives.get(actor)
  const { born } = life ?? lasting
  if (life === undefined || born === undefined) return own
  const inherited = life.continues.flatMap((predecessor) =>
    actsOfActor(predecessor, byActor, lives).filter((act) => act.done.lo < born.from),
  )
  return [...inherited.map((act): Act => ({ ...act, actor, inheritedFrom: act.inheritedFrom ?? act.actor })), ...own]
}

/** Under these a state has nothing that another could succeed to. */
const nothingToSucceedTo: ReadonlySet<LegalStatus> = new Set(['NONE', 'EXITED', 'TERMINATED', 'SIGNATURE_REPUDIATED'])

/** The law that actors' acts are read by; `acts`: those that decide an actor's status. */
export interface ActorLaw {
  readonly acts: (actor: string) => readonly Act[]
  readonly terms: Terms
  readonly eif: EntryIntoForce
  readonly lives: ReadonlyMap<string, ActorLife>
  readonly resolution: Resolution | undefined
}

/**
 * The states that were no longer when an actor notified that it succeeds to them: its act takes the place of their
 * instruments.
 */
export const replacedBy = (act: Act, terms: Terms, lives: ReadonlyMap<string, ActorLife>): readonly string[] =>
  isSuccession(act) && act.class === 'consent'
    ? dateOfSuccession(act, lives.get(act.actor) ?? lasting, terms).predecessors.filter(
        (predecessor) => (lives.get(predecessor)?.extinctFrom ?? FOREVER) <= act.done.hi,
      )
    : []

/** A notification of succession, with the day from which it counts. */
const withDateOfSuccession = (act: SuccessionAct, { terms, lives, resolution }: ActorLaw): SuccessionAct => {
  const life = lives.get(act.inheritedFrom ?? act.actor) ?? lasting
  const { basis, on, predecessors, decidedBy } = dateOfSuccession(act, life, terms)
  return {
    ...act,
    effect: resolution === undefined ? on : exactly(on, resolution),
    detail: { ...act.detail, succession: basis, predecessors },
    decidedBy: unionOf(act.decidedBy, decidedBy),
  }
}

/**
 * Whether a state had something under the treaty that another could succeed to, on the eve of the first day on which
 * that may have been.
 */
const hadSomething = (predecessor: string, act: SuccessionAct, law: ActorLaw): boolean => {
  const acts = law.acts(predecessor)
  // A table of today does not list the acts of states that are no longer: of whom no act is known, nothing is known.
  if (acts.length === 0 || act.effect === undefined) return true
  const { timeline } = legalStatus(
    acts.map((one) => (isSuccession(one) ? withDateOfSuccession(one, law) : one)),
    law.terms,
    law.eif,
    { ...lasting, born: law.lives.get(predecessor)?.born },
  )
  const possible = at(timeline, addDays(act.effect.hi, -1))?.value.possible ?? []
  return possible.some(
    (status) =>
      !nothingToSucceedTo.has(status) && (act.form === 'TreatySignatureSucceeded' || !shortOfConsent.has(status)),
  )
}

const shortOfConsent: ReadonlySet<LegalStatus> = new Set(['SIGNED', 'PROVISIONAL'])

/**
 * An actor's acts, its notifications of succession with the day from which they count. Where the record has it that the
 * predecessor had nothing to succeed to, the day of the succession of states dates nothing: only a source of the act
 * itself may then say when it counts.
 */
const datedActs = (actor: string, law: ActorLaw): readonly Act[] =>
  law.acts(actor).map((act) => {
    if (!isSuccession(act)) return act
    const dated = withDateOfSuccession(act, law)
    const { predecessors = [] } = dated.detail
    if (predecessors.length === 0) return dated
    if (predecessors.some((predecessor) => hadSomething(predecessor, dated, law))) return dated
    const unbound = { ...dated, detail: { ...dated.detail, predecessorUnbound: predecessors.join(', ') } }
    if (act.effect !== undefined) return unbound
    const open = dateOfSuccession(act, lasting, law.terms).on
    const effect = law.resolution === undefined ? open : exactly(open, law.resolution)
    return { ...unbound, effect, detail: { ...unbound.detail, succession: 'unknown' } }
  })

/** The legal history of an actor, with what it takes over from others and what it claims. */
export const historyOfActor = (actor: string, law: ActorLaw): LegalHistory => {
  const { terms, eif } = law
  const life = law.lives.get(actor) ?? lasting
  const own = legalStatus(datedActs(actor, law), terms, eif, life)
  return life.claims.reduce((history, claim) => {
    const before = legalStatus(datedActs(claim.predecessor, law), terms, eif, lasting)
    return contested(
      history,
      claim,
      before.timeline.find((span) => span.from < claim.from && claim.from <= span.to),
    )
  }, own)
}

/**
 * What a contested claim leaves open: where the predecessor was bound or had consented on the day before, and the actor
 * itself did nothing that decides, it stood as its predecessor did, or not at all.
 */
const contested = (history: LegalHistory, claim: Claim, before: Span<Standing> | undefined): LegalHistory => {
  if (before === undefined || !(bindingStatuses.has(before.value.status) || before.value.status === 'CONSENTED'))
    return history
  const open: readonly LegalStatus[] = ['NONE', before.value.status]
  const decidedBy: readonly EventId[] = unionOf(claim.decidedBy, before.decidedBy)
  let found = false
  const timeline = history.timeline.flatMap((span): readonly Span<Standing>[] => {
    const from = Math.max(span.from, claim.from) as Day
    const to = Math.min(span.to, claim.to) as Day
    if (from >= to || span.value.status !== 'NONE') return [span]
    found = true
    return [
      ...(span.from < from ? [{ ...span, to: from }] : []),
      {
        from,
        to,
        value: { status: 'UNKNOWN', possible: open, spell: before.value.spell, marks: [] },
        certainty: 'possible',
        decidedBy,
      },
      ...(to < span.to ? [{ ...span, from: to }] : []),
    ]
  })
  if (!found) return history
  const anomaly: Anomaly = {
    code: `contested-${claim.claimed}`,
    article: 'VCSST arts 34-35',
    says: `its claim to be bound by ${claim.claimed} of ${claim.predecessor} was contested`,
    events: decidedBy,
  }
  return { ...history, timeline, anomalies: [...history.anomalies, anomaly] }
}
