import { groupBy } from '../../src/common/group-by.ts'
import { addDays, ALWAYS, firstDayOfYear, FOREVER, lastDayOfYear, yearOf, type Day } from '../../src/time/day.ts'
import type { DateRange } from '../../src/time/date-range.ts'
import { parseDate } from '../../src/time/edtf.ts'
import { coalesce, cuts, decidedByBoth, holdsOn, segments, unionOf } from '../../src/time/timeline.ts'
import { uncertainEdges } from '../fold/ends.ts'
import { fold, payload, type Fact, type Interval } from '../fold/fold.ts'
import { speakerOf, toldByOf } from '../fold/source-policy.ts'

export type RelationRow = {
  readonly relation: string
  /** Of a directed tie the actor that it leads from; else the first of the two by its id. */
  readonly a: string
  readonly b: string
  /** 1 where it leads from a to b, 0 where it ties both alike. */
  readonly directed: number
  readonly type: string | null
  readonly value: number | null
  /** EDTF: the days that a source describes that tells no other; the row then has no end on either side. */
  readonly describes: string | null
  /** Who speaks: the series where there is one, else the registered source or the citation. */
  readonly series: string
  /** JSON: who tells so. */
  readonly told_by: string
}

/** A tie as a source tells it: from some day, to the first on which it no longer held. */
interface Spell {
  readonly from: DateRange
  readonly to: DateRange
  readonly facts: readonly Fact[]
}

interface Payload {
  readonly relation: string
  readonly actor: string
  readonly other: string
  readonly directed: boolean
  readonly type?: string
  readonly value?: number
  readonly from?: string
  readonly through?: string
  readonly describes?: string
}

const columnsOf = (fact: Fact): Omit<RelationRow, 'told_by'> => {
  const { relation, actor, other, directed, type, value, describes } = payload<Payload>(fact)
  const isTurned = !directed && other < actor
  return {
    relation,
    a: isTurned ? other : actor,
    b: isTurned ? actor : other,
    directed: directed ? 1 : 0,
    type: type ?? null,
    value: value ?? null,
    describes: describes ?? null,
    series: fact.sources.slice(0, 1).map(speakerOf).join(),
  }
}

const spellOf = (fact: Fact): Spell => {
  const { from, through, describes } = payload<Payload>(fact)
  const start = describes !== undefined || from === undefined ? { lo: ALWAYS, hi: ALWAYS } : parseDate(from)
  const last = describes !== undefined || through === undefined ? undefined : parseDate(through)
  return { from: start, to: last === undefined ? open : outAfter(last), facts: [fact] }
}

const open: DateRange = { lo: FOREVER, hi: FOREVER }

const outAfter = ({ lo, hi }: DateRange): DateRange => ({ lo: dayAfter(lo), hi: dayAfter(hi) })
const dayAfter = (day: Day): Day => (day >= FOREVER ? FOREVER : addDays(day, 1))

/** Whether a date is told by its year, and no nearer. */
const isYears = ({ lo, hi }: DateRange): boolean =>
  lo < hi && hi < FOREVER && lo === firstDayOfYear(yearOf(lo)) && hi === lastDayOfYear(yearOf(hi))

/** Whether a source that counts by years has a spell go on in the very next one: 1949 to 1961, and 1962 to 1964. */
const goesOn = ({ to }: Spell, { from }: Spell): boolean =>
  to.hi === from.lo && isYears(from) && isYears({ lo: addDays(to.lo, -1), hi: addDays(to.hi, -1) })

/** Spells in order, of which those that go on in the very next year are one. */
const joined = (spells: readonly Spell[]): readonly Spell[] => {
  const whole: Spell[] = []
  for (const next of spells.toSorted((x, y) => x.from.lo - y.from.lo || x.from.hi - y.from.hi)) {
    const index = whole.findIndex((before) => goesOn(before, next))
    const before = whole[index]
    if (before === undefined) whole.push(next)
    else whole[index] = { from: before.from, to: next.to, facts: [...before.facts, ...next.facts] }
  }
  return whole
}

/** The days of several spells that say the same: certain where one of them is. */
const unionOfSpells = (spells: readonly Spell[], columns: RelationRow): readonly Interval<RelationRow>[] => {
  const each = joined(spells).flatMap(({ from, to, facts }) =>
    uncertainEdges(from, to, unionOf(...facts.map(({ decidedBy }) => decidedBy)), columns),
  )
  if (each.length < 2) return each
  const pieces = segments(cuts(each)).flatMap((days): readonly Interval<RelationRow>[] => {
    const held = each.filter((interval) => holdsOn(interval, days.from))
    const sure = held.filter(({ certainty }) => certainty === 'certain')
    const deciding = sure.length > 0 ? sure : held
    const decidedBy = unionOf(...deciding.map((interval) => interval.decidedBy))
    return held.length === 0
      ? []
      : [{ ...days, certainty: sure.length > 0 ? 'certain' : 'possible', decidedBy, columns }]
  })
  return coalesce(pieces, (before, next) => before.certainty === next.certainty, decidedByBoth)
}

/**
 * Which ties held between whom, and when: one row for each actor, other, type and value that a series tells, with
 * possible edges where it tells only the year or the month. Spells of one series that overlap, or go on in the very
 * next year, are one; two series stand side by side. Reads `relation-<relation>-<actor>`.
 */
export const relations = fold<RelationRow>({
  name: 'relations',
  reads: ['relation'],
  table: 'relation',
  columns: ['relation', 'a', 'b', 'directed', 'type', 'value', 'describes', 'series', 'told_by'],
  intervals: (facts) => {
    const observed = facts.filter(({ type }) => type === 'RelationObserved')
    const alike = groupBy(observed, (fact) => JSON.stringify(Object.values(columnsOf(fact))))
    return [...alike.values()].flatMap((ofTie) =>
      unionOfSpells(ofTie.map(spellOf), {
        ...columnsOf(ofTie[0] as Fact),
        told_by: toldByOf(ofTie.flatMap(({ sources }) => sources)),
      }),
    )
  },
})
