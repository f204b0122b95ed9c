import { suspendedOn, type Suspension, type SuspendedOn } from '../../../projections/compose/membership/suspensions.ts'
import {
  possibleMembershipsOn,
  type DateReading,
  type PossibleMembership,
} from '../../../projections/compose/membership/possible-memberships.ts'
import {
  isMember,
  type MembershipKind,
  type MembershipSpan,
} from '../../../projections/compose/membership/membership.ts'
import type { Rows } from '../../exposure/sparse-rows.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { decidersIn, membershipKinds, spansOfPair, type PackedSpans } from '../memberships/packed-spans.ts'
import { none, open, sayingOn, toldIn, toldOn } from './answering-spans.ts'

/** A membership that may or may not have held on a day. */
export interface UncertainMembership {
  readonly igo: string
  readonly actor: string
  /**
   * All that it may have been: kinds of membership, `out`, `suspended` where such members are left out, and
   * `entry-open` where it is open whether it counts by how its state came in.
   */
  readonly may: readonly string[]
  readonly decidedBy: readonly EventId[]
}

/** One side of all memberships: those that count, those that may, and which of these are certain. */
export interface Side {
  readonly held: Rows
  readonly possible: Rows
  readonly sure: Uint8Array
}

/** Who sat where on a day, whatever anybody's score: states by organisation, and organisations by state. */
export interface SeatsOn {
  readonly focal: Side
  readonly alter: Side
  readonly uncertain: readonly UncertainMembership[]
}

/** Whether the entry of a pair's state lets its membership count on a day; `open` where dates leave that open. */
export type EntryCounts = 'counts' | 'dropped' | 'open'

/** The memberships of a state that do not count, since it is on probation, or nobody knows how it came in. */
export interface DroppedByEntry {
  readonly own: readonly { readonly igo: string; readonly entry: string }[]
  /** How many memberships of all states do not count, or may not. */
  readonly memberships: number
}

/** How memberships are read, and which of them count. */
export interface Seating {
  readonly packed: PackedSpans
  /** The suspensions that count as no membership, by pair; of those that have any. */
  readonly suspensions: ReadonlyMap<number, readonly Suspension[]>
  readonly imputed: (igo: string, day: Day) => boolean
  /** The organisations that do not count on a day, by what was asked. */
  readonly leftOutOn: (day: Day) => (igo: string) => boolean
  /** Which organisations are looked at, 1 for each by its place; all are where none are said. */
  readonly among?: Uint8Array | undefined
  /** Whether a state counts: the seats of one that does not are not read. */
  readonly isCounted: (state: string) => boolean
  readonly reading: DateReading
  /** Whether a pair counts on a day by how its state came in; all do where nothing is asked of that. */
  readonly entryOn?: ((day: Day) => (pair: number) => EntryCounts) | undefined
  readonly input: { readonly kinds: readonly MembershipKind[]; readonly partnerKinds: readonly MembershipKind[] }
}

/** What is known of one pair on a day. */
interface Standing {
  readonly known: MembershipSpan
  readonly told: readonly PossibleMembership[]
  readonly ways: readonly PossibleMembership[]
  readonly suspended: SuspendedOn | undefined
  readonly isEntryOpen: boolean
}

/**
 * The span that alone answers for a pair on a day, by index; else `none`, or `open` for what a closer look tells:
 * suspensions, and years that are not wholly covered, too.
 */
const answeringOn = ({ packed, suspensions, reading, entryOn }: Seating, day: Day): ((pair: number) => number) => {
  const { from, to, observed, certain, kind } = packed
  const { answer, since, until, lookAgain } = sayingOn(packed, day)
  const entry = entryOn?.(day)
  const hasEdges = membershipKinds.map((one) => reading.yearCodes === 'edges' && isMember(one))
  const asksMore = entry !== undefined || suspensions.size > 0
  return (pair) => {
    const one = since[pair]! <= day && day < until[pair]! ? answer[pair]! : lookAgain(pair)
    if (asksMore) {
      const counting = one === none ? undefined : entry?.(pair)
      if (counting === 'dropped') return none
      if (counting === 'open' || suspensions.has(pair)) return open
    }
    if (one < 0 || observed[one] === 0) return one
    if (certain[one] === 0) return open
    // A run of coded years may begin or end on the day, though one of its years is coded.
    return hasEdges[kind[one]!] && (day - from[one]! <= 366 || to[one]! - day <= 366) ? open : one
  }
}

/** The standing of a pair that is open on a day, by all that may be; undefined where it is none that could count. */
const standingOf = (
  { packed, suspensions, reading, entryOn }: Seating,
  pair: number,
  day: Day,
): Standing | undefined => {
  const told = possibleMembershipsOn(spansOfPair(packed, pair), day, reading)
  const suspensionsOf = suspensions.get(pair)
  const suspended = suspensionsOf === undefined ? undefined : suspendedOn(suspensionsOf, day, reading.dates)
  if (suspended?.certainty === 'certain') return undefined
  const isEntryOpen = entryOn?.(day)(pair) === 'open'
  const ways = suspended === undefined && !isEntryOpen ? told : [...told, undefined]
  const [way] = ways
  if (way === undefined && told.length === 1) return undefined
  const known = way ?? ways.find((other) => other !== undefined)
  const isNone = ways.every((other) => other === undefined || other.kind === 'none' || other.kind === 'unknown')
  return known === undefined || isNone ? undefined : { known, told, ways, suspended, isEntryOpen }
}

/** The events that decide how a pair that counts stood on a day. */
export const decisiveOn = (seating: Seating, day: Day): ((pair: number) => readonly EventId[]) => {
  const [answering, deciders] = [answeringOn(seating, day), decidersIn(seating.packed)]
  return (pair) => {
    const one = answering(pair)
    if (one === none) return []
    return one === open ? (standingOf(seating, pair, day)?.known.decidedBy ?? []) : deciders(one)
  }
}

/** What is noted of a pair on one side: it surely counts, or it may count; and then whether it is counted in. */
const counts = 1
const mayCount = 2
const countedIn = 4

/** One side of all pairs: in which row each is, and as what. */
interface Layout {
  readonly rowOf: Uint32Array
  readonly itemOf: Uint32Array
  readonly rows: number
}

/** The rows of the pairs that have one of the marks. Pairs are in the order of both, so that every row ascends. */
const rowsOf = ({ rowOf, itemOf, rows }: Layout, pairs: Uint32Array, marks: Uint8Array, any: number) => {
  const start = new Uint32Array(rows + 1)
  for (let at = 0; at < marks.length; at++) if (marks[at]! & any) start[rowOf[pairs[at]!]! + 1]!++
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!
  const next = start.slice()
  const items = new Uint32Array(start[rows]!)
  const isSure = new Uint8Array(items.length)
  for (let at = 0; at < marks.length; at++) {
    if ((marks[at]! & any) === 0) continue
    const place = next[rowOf[pairs[at]!]!]!++
    items[place] = itemOf[pairs[at]!]!
    isSure[place] = marks[at]! & counts
  }
  return { start, items, isSure }
}

const sideOf = (layout: Layout, pairs: Uint32Array, marks: Uint8Array): Side => {
  const { isSure, ...rows } = rowsOf(layout, pairs, marks, counts | mayCount)
  if (!isSure.includes(0)) return { held: rows, possible: rows, sure: isSure }
  const { start, items } = rowsOf(layout, pairs, marks, counts | countedIn)
  return { held: { start, items }, possible: rows, sure: isSure }
}

/** The mark of a pair that may have stood in several ways: the first of them is the one that is counted in. */
const markOf = (ways: readonly PossibleMembership[], kinds: readonly string[]): number => {
  const [first = false, ...others] = ways.map((way) => way !== undefined && kinds.includes(way.kind))
  if (others.some((other) => other !== first)) return first ? mayCount | countedIn : mayCount
  return first ? counts : 0
}

/** How pairs stood on a day, those that count or may: the span that answers for each, or `open`. */
interface Standings {
  readonly pairs: Uint32Array
  readonly answers: Int32Array
  /** Those that are open, by their places among the pairs. */
  readonly open: ReadonlyMap<number, Standing>
}

const standingsOn = (seating: Seating, day: Day): Standings => {
  const { packed, imputed, input } = seating
  const { organisation, state, kind } = packed
  const isLeftOut = seating.leftOutOn(day)
  const { among } = seating
  // Who was suspended is told of by more than spans.
  const those = seating.suspensions.size === 0 ? toldOn(packed, day, among) : toldIn(packed, among)
  const answering = answeringOn(seating, day)
  const out = Uint8Array.from(packed.organisations, (igo) => (isLeftOut(igo) || imputed(igo, day) ? 1 : 0))
  const gone = Uint8Array.from(packed.states, (one) => (seating.isCounted(one) ? 0 : 1))
  const asked = new Set<string>([...input.kinds, ...input.partnerKinds])
  const isAsked = membershipKinds.map((one) => asked.has(one))
  const pairs = new Uint32Array(those.length)
  const answers = new Int32Array(those.length)
  const standings = new Map<number, Standing>()
  let told = 0
  for (let at = 0; at < those.length; at++) {
    const pair = those[at]!
    const answer = out[organisation[pair]!] || gone[state[pair]!] ? none : answering(pair)
    if (answer === none || (answer >= 0 && !isAsked[kind[answer]!])) continue
    const standing = answer === open ? standingOf(seating, pair, day) : undefined
    if (answer === open && standing === undefined) continue
    if (standing !== undefined) standings.set(told, standing)
    pairs[told] = pair
    answers[told++] = answer
  }
  return { pairs: pairs.subarray(0, told), answers: answers.subarray(0, told), open: standings }
}

/** The marks that count by a policy of dates. */
const marksUnder = ({ dates }: DateReading): number => (dates === 'exclude' ? counts : counts | mayCount | countedIn)

/** Whether a pair is counted in on the state's own side on a day, if its organisation is. */
export const countsIn = (seating: Seating, day: Day): ((pair: number) => boolean) => {
  const { packed, input, reading } = seating
  const answering = answeringOn(seating, day)
  return (pair) => {
    const one = answering(pair)
    if (one >= 0) return (input.kinds as readonly string[]).includes(membershipKinds[packed.kind[one]!]!)
    const standing = one === open ? standingOf(seating, pair, day) : undefined
    const mark = standing === undefined ? 0 : markOf(standing.ways, input.kinds)
    return (mark & marksUnder(reading) & (counts | countedIn)) !== 0
  }
}

/** Marks the pairs of a side on which these kinds of membership count. */
const marksOf = ({ packed, reading }: Seating, standings: Standings, kinds: readonly string[]): Uint8Array => {
  const { answers } = standings
  const ofKind = Uint8Array.from(membershipKinds, (kind) => (kinds.includes(kind) ? counts : 0))
  const marks = new Uint8Array(answers.length)
  for (let at = 0; at < marks.length; at++) if (answers[at]! >= 0) marks[at] = ofKind[packed.kind[answers[at]!]!]!
  const those = marksUnder(reading)
  for (const [at, { ways }] of standings.open) marks[at] = markOf(ways, kinds) & those
  return marks
}

/**
 * Who sat where on a day. Memberships that are uncertain on it are counted in, as their policy says, and are told
 * apart.
 */
export const seatsOn = (seating: Seating, day: Day): SeatsOn => {
  const { packed, reading, input } = seating
  const { state, organisation } = packed
  const standings = standingsOn(seating, day)
  const { pairs } = standings
  const focal = marksOf(seating, standings, input.kinds)
  const alter = marksOf(seating, standings, input.partnerKinds)
  const isUncertain = (at: number): boolean => ((focal[at]! | alter[at]!) & mayCount) !== 0
  return {
    focal: sideOf({ rowOf: state, itemOf: organisation, rows: packed.states.length }, pairs, focal),
    alter: sideOf({ rowOf: organisation, itemOf: state, rows: packed.organisations.length }, pairs, alter),
    uncertain:
      reading.dates === 'bounds'
        ? [...standings.open].filter(([at]) => isUncertain(at)).map(([, standing]) => tellOf(standing))
        : [],
  }
}

const tellOf = ({ known: { igo, actor }, told, suspended, isEntryOpen }: Standing): UncertainMembership => ({
  igo,
  actor,
  may: [
    ...told.map((way) => (way === undefined || way.kind === 'none' || way.kind === 'unknown' ? 'out' : way.kind)),
    ...(suspended === undefined ? [] : ['suspended']),
    ...(isEntryOpen ? ['entry-open'] : []),
  ],
  get decidedBy() {
    return [...new Set([...told.flatMap((way) => way?.decidedBy ?? []), ...(suspended?.decidedBy ?? [])])]
  },
})

/** About how much memory they take, and the company that sits in them. */
export const bytesOfSeats = ({ focal, alter, uncertain }: SeatsOn): number =>
  [focal, alter].reduce(
    (sum, { held, possible, sure }) =>
      sum + 4 * (held.start.length + held.items.length + possible.start.length + possible.items.length) + sure.length,
    uncertain.length * 400 + 4 * focal.held.items.length,
  )
