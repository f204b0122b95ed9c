import { addDays, ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { coalesce, decidedByBoth, holdsOn, inOrder, segments, unionOf } from '../../../src/time/timeline.ts'
import type { Days, Span, Timeline } from '../../../src/time/timeline.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import { withLapses } from './lapses.ts'
import type { Spell } from './spell.ts'
import type { Stretch } from './acts.ts'
import type { Terms } from './terms.ts'
import type { Act } from './acts.ts'
import { variantsOf, type Variant } from './variants.ts'
import type { Anomaly } from '../anomaly.ts'

/** Layer 1: the legal status of one actor under one instrument. */
export const legalStatuses = [
  'NONE',
  'SIGNED',
  'SIGNATURE_REPUDIATED',
  'PROVISIONAL',
  'CONSENTED',
  'IN_FORCE',
  'EXIT_PENDING',
  'EXITED',
  'SUSPENDED',
  'TERMINATED',
  'EXTINCT',
  'UNKNOWN',
] as const
export type LegalStatus = (typeof legalStatuses)[number]

/** Under these the treaty binds the actor. A suspended treaty is not applied, but the actor is a party. */
export const bindingStatuses: ReadonlySet<LegalStatus> = new Set(['IN_FORCE', 'EXIT_PENDING', 'SUSPENDED'])

/** What is to be known beside the status. */
export type Mark = 'adReferendum' | 'contestedExit'

export interface Standing {
  readonly status: LegalStatus
  /** All that it may be; one where the answer is certain. */
  readonly possible: readonly LegalStatus[]
  /** Which spell as a contracting state; 0 before the first. */
  readonly spell: number
  readonly marks: readonly Mark[]
  /** Why it is UNKNOWN, where no source covers the day: nothing is recorded, and nobody says that there is nothing. */
  readonly reason?: 'not-covered'
}

export interface LegalHistory {
  readonly timeline: Timeline<Standing>
  /** The spells as a contracting state, on the first of the possible days where dates are uncertain. */
  readonly spells: readonly Spell[]
  /** The same on the last of the possible days. */
  readonly lastSpells: readonly Spell[]
  readonly anomalies: readonly Anomaly[]
}

/** What is composed from elsewhere: since when the actor existed, and the first day on which it no longer did. */
export interface ActorContext {
  /** The day on which it came to be by continuing others; undefined where it has no such beginning. */
  readonly born: Stretch | undefined
  readonly extinctFrom: Day | undefined
  readonly extinctDecidedBy: readonly EventId[]
}

interface Reading {
  readonly status: LegalStatus
  readonly alternatives: readonly LegalStatus[]
  readonly spell: number
  readonly marks: readonly Mark[]
  readonly decidedBy: readonly EventId[]
}

const readAs = (
  status: LegalStatus,
  spell: number,
  decidedBy: readonly EventId[],
  more: Partial<Pick<Reading, 'alternatives' | 'marks'>> = {},
): Reading => ({ status, alternatives: [], marks: [], spell, decidedBy, ...more })

/** What one reading says on one day. */
const readOn = (day: Day, variant: Variant, terms: Terms, actor: ActorContext): Reading => {
  if (actor.extinctFrom !== undefined && day >= actor.extinctFrom)
    return readAs('EXTINCT', variant.spells.length, actor.extinctDecidedBy)
  if (actor.born !== undefined && day < actor.born.from) return readAs('NONE', 0, [])
  return asBound(day, variant, terms, actor) ?? asContracting(day, variant, terms, actor) ?? asOther(day, variant)
}

const hasEnded = ({ ended }: Terms, day: Day): boolean => ended !== undefined && day >= ended.on

/** On the days on which the treaty is in force for it. */
const asBound = (day: Day, { spells, since }: Variant, terms: Terms, actor: ActorContext): Reading | undefined => {
  const bound = spells.find((spell) => spell.force <= day && day < spell.out)
  if (bound === undefined) return undefined
  const decidedBy = unionOf(bound.decidedBy, since.decidedBy, actor.born?.decidedBy ?? [])
  if (hasEnded(terms, day)) return readAs('TERMINATED', bound.number, unionOf(decidedBy, terms.decidedBy))
  const running = (stretches: readonly Stretch[]) => stretches.find((stretch) => holdsOn(stretch, day))
  const contested = running(bound.contested)
  const marks: readonly Mark[] = contested === undefined ? [] : ['contestedExit']
  const [step, status] = [
    [running(bound.suspensions), 'SUSPENDED'] as const,
    [running(bound.notices), 'EXIT_PENDING'] as const,
  ].find(([found]) => found !== undefined) ?? [contested, 'IN_FORCE' as const]
  return readAs(status, bound.number, unionOf(step?.decidedBy ?? [], decidedBy), { marks })
}

/** On the days on which it has consented and the treaty is not in force for it, or is applied provisionally. */
const asContracting = (
  day: Day,
  { spells, short, since }: Variant,
  terms: Terms,
  actor: ActorContext,
): Reading | undefined => {
  // It ends where the treaty enters into force for the actor, and does not come back when it leaves.
  const provisional = short.provisional.find(
    (stretch) => holdsOn(stretch, day) && !spells.some(({ force }) => stretch.from <= force && force <= day),
  )
  const contracting = spells.find((spell) => spell.consent <= day && day < spell.force && day < spell.out)
  if (provisional !== undefined)
    return readAs('PROVISIONAL', contracting?.number ?? 0, unionOf(provisional.decidedBy, contracting?.decidedBy ?? []))
  if (contracting === undefined) return undefined
  if (hasEnded(terms, day))
    return readAs('TERMINATED', contracting.number, unionOf(contracting.decidedBy, terms.decidedBy))
  return readAs(
    'CONSENTED',
    contracting.number,
    unionOf(contracting.decidedBy, actor.born?.decidedBy ?? []),
    since.basis === 'unknown' ? { alternatives: ['IN_FORCE'] } : {},
  )
}

/** On all other days: it has left, repudiated its signature, signed, or done nothing. */
const asOther = (day: Day, { spells, short }: Variant): Reading => {
  const left = spells.findLast((spell) => spell.out <= day && !spell.takenBack)
  if (left !== undefined) return readAs('EXITED', left.number, unionOf(left.exitDecidedBy, left.decidedBy))
  const repudiated = short.repudiations.find((stretch) => holdsOn(stretch, day))
  if (repudiated !== undefined) return readAs('SIGNATURE_REPUDIATED', 0, repudiated.decidedBy)
  const taken = spells.findLast((spell) => spell.out <= day)?.exitDecidedBy ?? []
  const signed = short.signatures.findLast((stretch) => holdsOn(stretch, day))
  if (signed === undefined) return readAs('NONE', 0, taken)
  return readAs('SIGNED', 0, unionOf(signed.decidedBy, taken), { marks: signed.adReferendum ? ['adReferendum'] : [] })
}

const days = ({ dated, spells, short }: Variant, terms: Terms, actor: ActorContext): readonly Day[] => [
  ...dated.map((act) => act.day),
  ...short.signatures.map(({ from }) => from),
  ...spells.flatMap((spell) => [
    spell.consent,
    spell.force,
    spell.out,
    ...[...spell.notices, ...spell.contested, ...spell.suspensions].flatMap((stretch) => [stretch.from, stretch.to]),
  ]),
  ...[terms.ended?.on, actor.extinctFrom, actor.born?.from].filter((day) => day !== undefined),
]

/**
 * The legal status of one actor under one instrument, from the beginning of time on, and its anomalies. Every
 * combination of possible dates, of the acts and of the entry into force, is read; where all agree the status is
 * certain, elsewhere it is `UNKNOWN` with what is possible.
 */
export const legalStatus = (
  told: readonly Act[],
  terms: Terms,
  eif: EntryIntoForce,
  actor: ActorContext,
): LegalHistory => {
  const acts = withLapses(told, terms, eif)
  const between = (day: Day): boolean =>
    eif.earliest !== undefined && eif.latest !== undefined && eif.earliest < day && day < eif.latest
  const variantsWith = variantsOf(acts, terms, eif)
  const readWith = (turning: readonly Day[], turns: readonly Day[] = []): readonly Variant[] =>
    variantsWith(turning, turns.filter(between))
  const cutsOf = (variants: readonly Variant[]): readonly Day[] =>
    inOrder([ALWAYS, ...variants.flatMap((variant) => days(variant, terms, actor))]).filter((day) => day < FOREVER)
  const outer = readWith([])
  const variants = outer.length === 1 ? outer : readWith(cutsOf(outer))
  // A treaty that entered into force on the day after an act is another one than on that day.
  const cuts = cutsOf(variants).flatMap((day) => (between(day) ? [day, addDays(day, 1)] : [day]))
  const spans = segments([...cuts, FOREVER]).map(({ from, to }) => {
    const just = outer.length === 1 ? [] : readWith([from], [from, addDays(from, 1)])
    return spanOf(
      { from, to },
      [...new Set([...variants, ...just])].map((variant) => readOn(from, variant, terms, actor)),
    )
  })
  return {
    timeline: coalesce(spans, sameStanding, decidedByBoth),
    spells: variants[0]?.spells ?? [],
    lastSpells: variants.at(-1)?.spells ?? [],
    anomalies: [...eif.anomalies, ...(variants[0]?.anomalies ?? [])],
  }
}

const spanOf = ({ from, to }: Days, read: readonly Reading[]): Span<Standing> => {
  const possible = legalStatuses.filter((status) =>
    read.some((reading) => reading.status === status || reading.alternatives.includes(status)),
  )
  const [only] = possible
  const certain = possible.length === 1 && only !== undefined
  return {
    from,
    to,
    value: {
      status: certain ? only : 'UNKNOWN',
      possible,
      spell: Math.max(0, ...read.map((reading) => reading.spell)),
      marks: [...new Set(read.flatMap((reading) => reading.marks))],
    },
    certainty: certain ? 'certain' : 'possible',
    decidedBy: unionOf(...read.map((reading) => reading.decidedBy)),
  }
}

const sameStanding = (a: Span<Standing>, b: Span<Standing>): boolean =>
  a.value.status === b.value.status &&
  a.value.spell === b.value.spell &&
  a.value.possible.join() === b.value.possible.join() &&
  a.value.marks.join() === b.value.marks.join()
