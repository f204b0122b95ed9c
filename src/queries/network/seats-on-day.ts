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

/** A membership that may or may not have held on a day. */
export interface UncertainMembership {
  readonly igo: string
  readonly actor: string
  /** All that it may have been: kinds of membership, `out`, or `suspended` where such members are left out. */
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

/** How memberships are read, and which of them count. */
export interface Seating {
  readonly packed: PackedSpans
  /** The suspensions that count as no membership, by pair; of those that have any. */
  readonly suspensions: ReadonlyMap<number, readonly Suspension[]>
  readonly imputed: (igo: string, day: Day) => boolean
  /** The organisations that do not count on a day, by what was asked. */
  readonly leftOutOn: (day: Day) => (igo: string) => boolean
  readonly reading: DateReading
  readonly input: { readonly kinds: readonly MembershipKind[]; readonly partnerKinds: readonly MembershipKind[] }
}

/** What is known of one pair on a day. */
interface Standing {
  readonly known: MembershipSpan
  readonly told: readonly PossibleMembership[]
  readonly ways: readonly PossibleMembership[]
  readonly suspended: SuspendedOn | undefined
}

/** In place of the span that answers for a pair: nothing tells of the day. */
const none = -1
/** What does takes a closer look. */
const open = -2

/** The span that alone answers for a pair on a day, by index; else `none` or `open`. */
const answeringOn = ({ packed, suspensions, reading }: Seating, day: Day): ((pair: number) => number) => {
  const { start, from, to, observed, certain, kind } = packed
  const hasEdges = membershipKinds.map((one) => reading.yearCodes === 'edges' && isMember(one))
  /** Whether a run of coded years may begin or end on the day, though one of its years is coded. */
  const isAtEdge = (s: number): boolean => hasEdges[kind[s]!]! && (day - from[s]! <= 366 || to[s]! - day <= 366)
  return (pair) => {
    if (suspensions.size > 0 && suspensions.has(pair)) return open
    let year = none
    let isPossible = false
    for (let s = start[pair]!; s < start[pair + 1]!; s++) {
      if (from[s]! > day || day >= to[s]!) continue
      if (observed[s]) {
        if (year === none) year = s
      } else if (certain[s]) return s
      else isPossible = true
    }
    if (isPossible) return open
    return year === none || (certain[year] === 1 && !isAtEdge(year)) ? year : open
  }
}

/** The standing of a pair that is open on a day, by all that may be; undefined where it is none that could count. */
const standingOf = ({ packed, suspensions, reading }: Seating, pair: number, day: Day): Standing | undefined => {
  const told = possibleMembershipsOn(spansOfPair(packed, pair), day, reading)
  const suspensionsOf = suspensions.get(pair)
  const suspended = suspensionsOf === undefined ? undefined : suspendedOn(suspensionsOf, day, reading.dates)
  if (suspended?.certainty === 'certain') return undefined
  const ways = suspended === undefined ? told : [...told, undefined]
  const [way] = ways
  if (way === undefined && told.length === 1) return undefined
  const known = way ?? ways.find((other) => other !== undefined)
  const isNone = ways.every((other) => other === undefined || other.kind === 'none' || other.kind === 'unknown')
  return known === undefined || isNone ? undefined : { known, told, ways, suspended }
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

/** The rows of those that have one of the marks. Pairs are in the order of both, so that every row ascends. */
const rowsOf = ({ rowOf, itemOf, rows }: Layout, marks: Uint8Array, any: number) => {
  const start = new Uint32Array(rows + 1)
  for (let pair = 0; pair < marks.length; pair++) if (marks[pair]! & any) start[rowOf[pair]! + 1]!++
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!
  const next = start.slice()
  const items = new Uint32Array(start[rows]!)
  const isSure = new Uint8Array(items.length)
  for (let pair = 0; pair < marks.length; pair++) {
    if ((marks[pair]! & any) === 0) continue
    const at = next[rowOf[pair]!]!++
    items[at] = itemOf[pair]!
    isSure[at] = marks[pair]! & counts
  }
  return { start, items, isSure }
}

const sideOf = (layout: Layout, marks: Uint8Array): Side => {
  const { isSure, ...rows } = rowsOf(layout, marks, counts | mayCount)
  if (!isSure.includes(0)) return { held: rows, possible: rows, sure: isSure }
  const { start, items } = rowsOf(layout, marks, counts | countedIn)
  return { held: { start, items }, possible: rows, sure: isSure }
}

/** The mark of a pair that may have stood in several ways: the first of them is the one that is counted in. */
const markOf = (ways: readonly PossibleMembership[], kinds: readonly string[]): number => {
  const [first = false, ...others] = ways.map((way) => way !== undefined && kinds.includes(way.kind))
  if (others.some((other) => other !== first)) return first ? mayCount | countedIn : mayCount
  return first ? counts : 0
}

/** How all pairs stood on a day: by pair the span that answers, `none` or `open`; and those that are open. */
interface Standings {
  readonly answers: Int32Array
  readonly open: ReadonlyMap<number, Standing>
}

const standingsOn = (seating: Seating, day: Day): Standings => {
  const { packed, imputed } = seating
  const isLeftOut = seating.leftOutOn(day)
  const answering = answeringOn(seating, day)
  const out = Uint8Array.from(packed.organisations, (igo) => (isLeftOut(igo) || imputed(igo, day) ? 1 : 0))
  const answers = new Int32Array(packed.state.length)
  const standings = new Map<number, Standing>()
  for (let pair = 0; pair < answers.length; pair++) {
    answers[pair] = out[packed.organisation[pair]!] ? none : answering(pair)
    const standing = answers[pair] === open ? standingOf(seating, pair, day) : undefined
    if (standing !== undefined) standings.set(pair, standing)
  }
  return { answers, open: standings }
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
  const ofKind = Uint8Array.from(membershipKinds, (kind) => (kinds.includes(kind) ? counts : 0))
  const marks = new Uint8Array(standings.answers.length)
  for (let pair = 0; pair < marks.length; pair++) {
    const one = standings.answers[pair]!
    if (one >= 0) marks[pair] = ofKind[packed.kind[one]!]!
  }
  const those = marksUnder(reading)
  for (const [pair, { ways }] of standings.open) marks[pair] = markOf(ways, kinds) & those
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
  const focal = marksOf(seating, standings, input.kinds)
  const alter = marksOf(seating, standings, input.partnerKinds)
  const isUncertain = (pair: number): boolean => ((focal[pair]! | alter[pair]!) & mayCount) !== 0
  return {
    focal: sideOf({ rowOf: state, itemOf: organisation, rows: packed.states.length }, focal),
    alter: sideOf({ rowOf: organisation, itemOf: state, rows: packed.organisations.length }, alter),
    uncertain:
      reading.dates === 'bounds'
        ? [...standings.open].filter(([pair]) => isUncertain(pair)).map(([, standing]) => tellOf(standing))
        : [],
  }
}

const tellOf = ({ known: { igo, actor }, told, suspended }: Standing): UncertainMembership => ({
  igo,
  actor,
  may: [
    ...told.map((way) => (way === undefined || way.kind === 'none' || way.kind === 'unknown' ? 'out' : way.kind)),
    ...(suspended === undefined ? [] : ['suspended']),
  ],
  get decidedBy() {
    return [...new Set([...told.flatMap((way) => way?.decidedBy ?? []), ...(suspended?.decidedBy ?? [])])]
  },
})

/** About how much memory they take. */
export const bytesOfSeats = ({ focal, alter, uncertain }: SeatsOn): number =>
  [focal, alter].reduce(
    (sum, { held, possible, sure }) =>
      sum + 4 * (held.start.length + held.items.length + possible.start.length + possible.items.length) + sure.length,
    uncertain.length * 400,
  )
