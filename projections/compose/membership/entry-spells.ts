import { addMonths, ALWAYS, FOREVER, type Day } from '../../../src/time/day.ts'
import type { DateRange } from '../../../src/time/date-range.ts'
import { cuts, holdsOn, unionOf } from '../../../src/time/timeline.ts'
import { showsCandidacy } from './entry-act.ts'
import { entryClasses, type Entry, type EntrySpan } from './entry.ts'
import { inTurn, walk, type EntryTold, type Exact, type Piece } from './entry-walk.ts'
import type { MemberStretch } from './member-stretches.ts'

/** An act or an edge of a membership, with the days that it may have been on. */
interface Dated extends Omit<Exact, 'day'> {
  readonly range: DateRange
}

const datedOf = ({ acts, stretches }: EntryTold): readonly Dated[] => [
  ...acts.flatMap((act): readonly Dated[] => {
    if (act.step === 'applicationEnded') return [{ kind: 'close', range: act.done, act }]
    return showsCandidacy(act) ? [{ kind: 'open', range: act.done, act }] : []
  }),
  ...stretches.flatMap((stretch): readonly Dated[] => [
    { kind: 'start', range: stretch.from, stretch },
    ...(stretch.to.lo >= FOREVER ? [] : [{ kind: 'end', range: stretch.to, stretch } as const]),
  ]),
]

const nobodyKnows = { entry: 'unknown', reason: 'dates-open', number: 1, openedBy: undefined } as const

/** Above so many uncertain dates nobody follows all that they leave open. */
const mostUncertain = 6

/**
 * The days by which an uncertain date is tried: its first and its last, and those between on which another date may
 * fall, so that either may come first.
 */
const daysTried = ({ lo, hi }: DateRange, uncertain: readonly Dated[], probation: number): readonly Day[] => {
  if (lo === hi) return [lo]
  const others = uncertain.flatMap(({ range }) => [range.lo, range.hi])
  const between = others.filter((day) => lo < day && day < hi)
  const isLong = addMonths(lo, 12 * probation) < hi
  const middle = isLong ? [(lo + Math.floor((hi - lo) / 2)) as Day] : []
  return [...new Set([lo, ...between.slice(0, 2), ...middle, hi])]
}

/** No membership ends before it began, and none begins within another; nobody applies for a seat it holds. */
const isLawful = (turns: readonly Exact[]): boolean => {
  let member: MemberStretch | undefined
  for (const { kind, stretch, act } of turns) {
    if (kind === 'start' && member !== undefined) return false
    if (kind === 'end' && member !== stretch) return false
    if (kind === 'open' && act?.step === 'application' && member !== undefined) return false
    if (kind === 'start') member = stretch
    if (kind === 'end') member = undefined
  }
  return true
}

/** Every order and day that the dates allow: lawful ones, or all where none is. */
const coursesOf = (dated: readonly Dated[], probation: number): readonly (readonly Exact[])[] => {
  const uncertain = dated.filter(({ range }) => range.lo !== range.hi)
  let courses: (readonly Exact[])[] = [[]]
  for (const { range, ...rest } of dated)
    courses = daysTried(range, uncertain, probation).flatMap((day) =>
      courses.map((course) => [...course, { ...rest, day }]),
    )
  const sorted = courses.map(inTurn)
  const lawful = sorted.filter(isLawful)
  return lawful.length > 0 ? lawful : sorted
}

const sameEntry = (a: Entry, b: Entry): boolean =>
  a.entry === b.entry &&
  a.reason === b.reason &&
  a.number === b.number &&
  a.openedBy === b.openedBy &&
  a.isMember === b.isMember

/** What holds on the days [from, to) by all courses: one certain span, or several possible ones. */
const spansBetween = (from: Day, to: Day, courses: readonly (readonly Piece[])[]): readonly EntrySpan[] => {
  const held = courses.map((pieces) => pieces.find((piece) => holdsOn(piece, from)))
  const found: EntrySpan[] = []
  for (const piece of held) {
    if (piece === undefined) continue
    const at = found.findIndex(({ value }) => sameEntry(value, piece.value))
    const known = found[at]
    const decidedBy = unionOf(known?.decidedBy ?? [], piece.decidedBy)
    const span = { from, to, value: piece.value, certainty: 'possible' as const, decidedBy }
    if (known === undefined) found.push(span)
    else found[at] = span
  }
  const [only] = found
  return found.length === 1 && only !== undefined && !held.includes(undefined)
    ? [{ ...only, certainty: 'certain' }]
    : found.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const placeOf = ({ value }: EntrySpan): number => entryClasses.indexOf(value.entry)

const coalesced = (spans: readonly EntrySpan[]): readonly EntrySpan[] => {
  const whole: EntrySpan[] = []
  for (const next of spans) {
    const at = whole.findLastIndex(
      (one) => one.to === next.from && one.certainty === next.certainty && sameEntry(one.value, next.value),
    )
    const before = whole[at]
    if (before === undefined) whole.push(next)
    else whole[at] = { ...before, to: next.to, decidedBy: unionOf(before.decidedBy, next.decidedBy) }
  }
  return whole
}

/**
 * The way of one state into an organisation and out of it, as spells of days.
 *
 * A candidacy begins with an application, or with an action plan or invitation where none is known; any other step that
 * went the state's way shows one that began before it. It ends with the membership, or with the end of the application.
 * Probation is the first `probation` years of a membership. A founding member had no candidacy, and is no entrant. Of
 * a member without any application that is known the entry is unknown, and never settled, unless somebody claims that
 * all applications are told. What an uncertain date leaves open is told as possible.
 *
 * Example, with a probation of 3 years: applied 1994-03-31, member 2004-05-01: candidate [1994-03-31, 2004-05-01),
 * probation [2004-05-01, 2007-05-01), settled from 2007-05-01.
 *
 * Source: the spells of conditionality and socialization that Greenhill's contrast asks for; the length of probation is
 * our own.
 */
export const entrySpells = (told: EntryTold): readonly EntrySpan[] => {
  const dated = datedOf(told)
  if (dated.filter(({ range }) => range.lo !== range.hi).length > mostUncertain) {
    const value: Entry = { ...nobodyKnows, isMember: told.stretches.length > 0 }
    const decidedBy = unionOf(...dated.map(({ act, stretch }) => act?.decidedBy ?? stretch?.decidedBy ?? []))
    return [{ from: ALWAYS, to: FOREVER, value, certainty: 'certain', decidedBy }]
  }
  const courses = coursesOf(dated, told.probation).map((turns) => walk(turns, told))
  const days = cuts(...courses)
  const pieces = days.slice(0, -1).flatMap((from, index) => spansBetween(from, days[index + 1] as Day, courses))
  return coalesced(pieces)
}

/** All that an entry may be on a day; none where nothing tells. */
export const entriesOn = (spans: readonly EntrySpan[], day: Day): readonly EntrySpan[] =>
  spans.filter((span) => holdsOn(span, day))
