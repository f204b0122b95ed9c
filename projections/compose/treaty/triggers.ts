import type { Trigger } from '../../../src/events/clauses.ts'
import { FOREVER, type Day } from '../../../src/time/day.ts'
import { parseDate } from '../../../src/time/edtf.ts'
import type { EventId } from '../../../src/time/event-id.ts'
import { applyOffset, type Offset } from '../../../src/time/offset.ts'
import { unionOf } from '../../../src/time/timeline.ts'
import type { Act } from './acts.ts'
import type { Deposits } from './deposited-instruments.ts'
import type { TreatyContext } from './treaty-context.ts'

/** When a trigger was met and by which acts; and days before which nothing enters into force, which start no clock. */
export interface Met {
  readonly day: Day | undefined
  readonly events: readonly EventId[]
  readonly bar: Day | undefined
}

/** A trigger that was not met. */
export const never: Met = { day: undefined, events: [], bar: undefined }

const amongOf =
  (among: string | undefined, around: TreatyContext) =>
  (act: Act): boolean => {
    if (among === undefined) return true
    if (among.startsWith('list:')) return among.slice('list:'.length).split(',').includes(act.actor)
    return around.isMember(among, act.actor, act.done.hi)
  }

type Counting = Extract<Trigger, { kind: 'count' | 'weighted' | 'named' }>
const isCounting = (trigger: Trigger): trigger is Counting =>
  trigger.kind === 'count' || trigger.kind === 'weighted' || trigger.kind === 'named'

/** The instruments that a condition counts, and whether they suffice. */
const counting = (trigger: Counting, around: TreatyContext) => {
  switch (trigger.kind) {
    case 'count': {
      const among = amongOf(trigger.among, around)
      return {
        counts: (act: Act) =>
          among(act) && (trigger.excludeOrganisations !== true || !around.isOrganisation(act.actor)),
        suffice: (counted: readonly Act[]) => counted.length >= trigger.n,
      }
    }
    case 'weighted': {
      const among = amongOf(trigger.among, around)
      const weight = (act: Act) => around.weight(trigger.measure, act.actor) ?? 0
      return {
        counts: (act: Act) => among(act) && weight(act) > 0,
        suffice: (counted: readonly Act[]) => counted.reduce((sum, act) => sum + weight(act), 0) >= trigger.share,
      }
    }
    case 'named':
      return {
        counts: (act: Act) => trigger.actors.includes(act.actor),
        suffice: (counted: readonly Act[]) => counted.length === trigger.actors.length,
      }
  }
}

/** The first day on which all these conditions hold together; decided by the last instrument that each needs. */
const firstTogether = (triggers: readonly Counting[], deposits: readonly Deposits[], around: TreatyContext): Met => {
  const conditions = triggers.map((trigger) => counting(trigger, around))
  const found = deposits.find(({ standing }) =>
    conditions.every(({ counts, suffice }) => suffice(standing.filter(counts))),
  )
  if (found === undefined) return never
  const events = unionOf(
    ...found.sameDay.filter((act) => conditions.some(({ counts }) => counts(act))).map((act) => act.decidedBy),
  )
  return { day: found.day, events, bar: undefined }
}

/** When a condition lets the treaty into force: its waiting time over, its bars lifted. */
export const reachedBy = ({ day, bar }: Met, offset: Offset | undefined): Day | undefined => {
  const clock = day === undefined ? bar : applyOffset(day, offset)
  return clock === undefined ? undefined : (Math.max(clock, bar ?? clock) as Day)
}

/** When a trigger was met, by the instruments deposited day by day. */
export const evaluate = (
  trigger: Trigger,
  deposits: readonly Deposits[],
  around: TreatyContext,
  offset: Offset | undefined,
): Met => {
  switch (trigger.kind) {
    case 'count':
    case 'weighted':
    case 'named':
      return firstTogether([trigger], deposits, around)
    case 'fixedDate':
      return { day: undefined, events: [], bar: parseDate(trigger.date).lo }
    case 'parentInForce':
      return { day: undefined, events: [], bar: around.inForce(trigger.treaty) ?? FOREVER }
    case 'all': {
      const together = trigger.of.filter(isCounting)
      const parts = [
        ...(together.length === 0 ? [] : [firstTogether(together, deposits, around)]),
        ...trigger.of.filter((part) => !isCounting(part)).map((part) => evaluate(part, deposits, around, offset)),
      ]
      if (parts.some((part) => part.day === undefined && part.bar === undefined)) return never
      const latest = parts
        .filter((part) => part.day !== undefined)
        .toSorted((a, b) => (a.day as Day) - (b.day as Day))
        .at(-1)
      const bars = parts.flatMap((part) => part.bar ?? [])
      return {
        day: latest?.day,
        events: latest?.events ?? [],
        bar: bars.length === 0 ? undefined : (Math.max(...bars) as Day),
      }
    }
    case 'any': {
      const parts = trigger.of.map((part) => evaluate(part, deposits, around, offset))
      return parts.toSorted((a, b) => (reachedBy(a, offset) ?? FOREVER) - (reachedBy(b, offset) ?? FOREVER))[0] ?? never
    }
  }
}
