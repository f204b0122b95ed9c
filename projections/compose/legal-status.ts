import { ALWAYS, FOREVER, type Day } from '../../src/time/day.ts'
import type { EventId } from '../../src/time/event-id.ts'
import { unionOf, type Span, type Timeline } from '../../src/time/timeline.ts'
import type { EntryIntoForce } from './entry-into-force.ts'
import { readingsOf } from './readings.ts'
import { spellsOf, type DatedAct, type Spell } from './spells.ts'
import type { Act, Anomaly, Terms } from './treaty.ts'

/** Layer 1: the legal status of one actor under one instrument. */
export const legalStatuses = [
  'NONE', 'SIGNED', 'PROVISIONAL', 'CONSENTED', 'IN_FORCE', 'EXIT_PENDING', 'EXITED', 'EXTINCT', 'UNKNOWN',
] as const
export type LegalStatus = (typeof legalStatuses)[number]

export interface Standing {
  readonly status: LegalStatus
  /** All that it may be; one where the answer is certain. */
  readonly possible: readonly LegalStatus[]
  /** Which spell as a contracting state; 0 before the first. */
  readonly spell: number
}

export interface LegalHistory {
  readonly timeline: Timeline<Standing>
  readonly anomalies: readonly Anomaly[]
}

/** What is composed from elsewhere: the first day on which the actor no longer existed. */
export interface ActorContext {
  readonly extinctFrom: Day | undefined
  readonly extinctDecidedBy: readonly EventId[]
}

interface Reading {
  readonly status: LegalStatus
  readonly alternatives: readonly LegalStatus[]
  readonly spell: number
  readonly decidedBy: readonly EventId[]
}

/** What one reading says on one day. */
const readOn = (day: Day, acts: readonly DatedAct[], spells: readonly Spell[], eif: EntryIntoForce, actor: ActorContext): Reading => {
  const reading = (status: LegalStatus, spell: number, decidedBy: readonly EventId[], alternatives: readonly LegalStatus[] = []): Reading => ({ status, alternatives, spell, decidedBy })
  if (actor.extinctFrom !== undefined && day >= actor.extinctFrom) return reading('EXTINCT', spells.length, actor.extinctDecidedBy)
  const bound = spells.find((spell) => spell.force <= day && day < spell.out)
  if (bound !== undefined) {
    const pending = bound.notices.find((notice) => notice.from <= day && day < notice.to)
    const decidedBy = unionOf(bound.decidedBy, eif.decidedBy)
    return pending === undefined ? reading('IN_FORCE', bound.number, decidedBy) : reading('EXIT_PENDING', bound.number, unionOf(pending.decidedBy, decidedBy))
  }
  const contracting = spells.find((spell) => spell.consent <= day && day < spell.force && day < spell.out)
  if (contracting !== undefined)
    return eif.basis === 'unknown'
      ? reading('CONSENTED', contracting.number, contracting.decidedBy, ['IN_FORCE'])
      : reading('CONSENTED', contracting.number, contracting.decidedBy)
  const left = spells.findLast((spell) => spell.out <= day)
  if (left !== undefined) return reading('EXITED', left.number, unionOf(left.exitDecidedBy, left.decidedBy))
  const earlier = (kind: string) => acts.findLast((act) => act.class === kind && act.day <= day)
  const provisional = earlier('provisional')
  if (provisional !== undefined) return reading('PROVISIONAL', 0, provisional.decidedBy)
  const signed = earlier('signature')
  return signed === undefined ? reading('NONE', 0, []) : reading('SIGNED', 0, signed.decidedBy)
}

const days = (acts: readonly DatedAct[], spells: readonly Spell[], actor: ActorContext): readonly Day[] => [
  ...acts.map((act) => act.day),
  ...spells.flatMap((spell) => [spell.consent, spell.force, spell.out, ...spell.notices.flatMap((notice) => [notice.from, notice.to])]),
  ...(actor.extinctFrom === undefined ? [] : [actor.extinctFrom]),
]

/**
 * The legal status of one actor under one instrument, from the beginning of time on, and its anomalies.
 * Every combination of possible dates, of the acts and of the entry into force, is read; where all agree the status is certain, elsewhere it is `UNKNOWN` with what is possible.
 */
export const legalStatus = (acts: readonly Act[], terms: Terms, eif: EntryIntoForce, actor: ActorContext): LegalHistory => {
  const inForce = eif.earliest === eif.date ? [eif] : [{ ...eif, date: eif.earliest }, eif]
  const readWith = (turning: readonly Day[]) =>
    inForce.flatMap((since) => readingsOf(acts, turning).map((dated) => ({ dated, since, ...spellsOf(dated, terms, since) })))
  const cutsOf = (variants: ReturnType<typeof readWith>): readonly Day[] =>
    [...new Set([ALWAYS, ...variants.flatMap(({ dated, spells }) => days(dated, spells, actor))])].filter((day) => day < FOREVER).toSorted((a, b) => a - b)
  const outer = readWith([])
  const variants = outer.length === 1 ? outer : readWith(cutsOf(outer))
  const cuts = cutsOf(variants)
  const spans: Span<Standing>[] = []
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1] ?? FOREVER
    const just = outer.length === 1 ? [] : readWith([from])
    const read = [...variants, ...just].map(({ dated, since, spells }) => readOn(from, dated, spells, since, actor))
    const span = spanOf(from, to, read)
    const last = spans.at(-1)
    if (last !== undefined && sameStanding(last, span)) spans[spans.length - 1] = { ...last, to, decidedBy: unionOf(last.decidedBy, span.decidedBy) }
    else spans.push(span)
  }
  return { timeline: spans, anomalies: [...eif.anomalies, ...(variants[0]?.anomalies ?? [])] }
}

const spanOf = (from: Day, to: Day, read: readonly Reading[]): Span<Standing> => {
  const possible = legalStatuses.filter((status) => read.some((reading) => reading.status === status || reading.alternatives.includes(status)))
  const [only] = possible
  const certain = possible.length === 1 && only !== undefined
  return {
    from,
    to,
    value: { status: certain ? only : 'UNKNOWN', possible, spell: Math.max(0, ...read.map((reading) => reading.spell)) },
    certainty: certain ? 'certain' : 'possible',
    decidedBy: unionOf(...read.map((reading) => reading.decidedBy)),
  }
}

const sameStanding = (a: Span<Standing>, b: Span<Standing>): boolean =>
  a.value.status === b.value.status && a.value.spell === b.value.spell && a.value.possible.join() === b.value.possible.join()
