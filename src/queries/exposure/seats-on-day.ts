import { suspendedOn, type Suspension, type SuspendedOn } from '../../../projections/compose/membership/suspensions.ts'
import {
  possibleMembershipsOn,
  type DateReading,
  type PossibleMembership,
} from '../../../projections/compose/membership/possible-memberships.ts'
import { isMember, type MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { rowsFromPairs, type Rows } from '../../exposure/sparse-rows.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'
import { decidersOf, membershipKinds, spanAt, spansOfPair, type PackedSpans } from '../memberships/packed-spans.ts'
import type { NetworkInput } from './exposure-inputs.ts'

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
  readonly isLeftOut: (igo: string) => boolean
  readonly reading: DateReading
  readonly input: Pick<NetworkInput, 'kinds' | 'partnerKinds'>
}

/** What is known of one pair on a day. */
interface Standing {
  readonly known: MembershipSpan
  readonly told: readonly PossibleMembership[]
  readonly ways: readonly PossibleMembership[]
  readonly suspended: SuspendedOn | undefined
}

/**
 * The span that alone answers for a pair on a day, by index; `none` where nothing does, `open` where it takes a closer
 * look.
 */
const answering = ({ packed, reading }: Seating, pair: number, day: Day): number | 'none' | 'open' => {
  const { start, from, to, observed, certain, kind } = packed
  let [coded, isPossible] = [-1, false]
  for (let s = start[pair]!; s < start[pair + 1]!; s++) {
    if (from[s]! > day || day >= to[s]!) continue
    if (observed[s]) {
      if (coded < 0) coded = s
    } else if (certain[s]) return s
    else isPossible = true
  }
  if (isPossible) return 'open'
  if (coded < 0) return 'none'
  const isWhole =
    reading.yearCodes === 'whole' ||
    !isMember(membershipKinds[kind[coded]!]!) ||
    (day - from[coded]! > 366 && to[coded]! - day > 366)
  return certain[coded] === 1 && isWhole ? coded : 'open'
}

/** The standing of one pair on a day, by all that may be; undefined where it is none that could count. */
export const standingOf = (seating: Seating, pair: number, day: Day): Standing | undefined => {
  const { packed, suspensions, imputed, isLeftOut, reading } = seating
  if (isLeftOut(packed.organisations[packed.organisation[pair]!]!)) return undefined
  const one = answering(seating, pair, day)
  if (one === 'none') return undefined
  const told =
    one === 'open' ? possibleMembershipsOn(spansOfPair(packed, pair), day, reading) : [spanAt(packed, pair, one)]
  const suspensionsOf = suspensions.get(pair)
  const suspended = suspensionsOf === undefined ? undefined : suspendedOn(suspensionsOf, day, reading.dates)
  if (suspended?.certainty === 'certain') return undefined
  const ways = suspended === undefined ? told : [...told, undefined]
  const [way] = ways
  if (way === undefined && told.length === 1) return undefined
  const known = way ?? ways.find((other) => other !== undefined)
  if (
    known === undefined ||
    ways.every((other) => other === undefined || other.kind === 'none' || other.kind === 'unknown') ||
    imputed(known.igo, day)
  )
    return undefined
  return { known, told, ways, suspended }
}

/** The events that decide how a pair that counts stood on a day. */
export const decisiveOf = (seating: Seating, pair: number, day: Day): readonly EventId[] => {
  const { packed, suspensions } = seating
  const one = suspensions.has(pair) ? 'open' : answering(seating, pair, day)
  return typeof one === 'number' ? decidersOf(packed, one) : (standingOf(seating, pair, day)?.known.decidedBy ?? [])
}

/** Pairs by row and item. */
interface List {
  readonly row: number[]
  readonly item: number[]
}

/** Pairs of one side: those that surely count; of the uncertain ones those that count, and all that may. */
const aSide = () => ({
  sure: { row: [], item: [] } as List,
  held: { row: [], item: [] } as List,
  possible: { row: [], item: [] } as List,
  unsure: new Set<number>(),
})
type Pairs = ReturnType<typeof aSide>

const add = ({ row, item }: List, r: number, i: number): void => {
  row.push(r)
  item.push(i)
}

const put = (side: Pairs, row: number, item: number, key: number, counts: boolean, isCertain: boolean): void => {
  if (isCertain) {
    if (counts) add(side.sure, row, item)
    return
  }
  if (counts) add(side.held, row, item)
  add(side.possible, row, item)
  side.unsure.add(key)
}

const both = (one: List, other: List): List => ({
  row: [...one.row, ...other.row],
  item: [...one.item, ...other.item],
})

const sideOf = (
  { sure, held, possible, unsure }: Pairs,
  rows: number,
  items: number,
  keyOf: (row: number, item: number) => number,
): Side => {
  if (unsure.size === 0) {
    const ofSure = rowsFromPairs(sure, rows, items)
    return { held: ofSure, possible: ofSure, sure: new Uint8Array(ofSure.items.length).fill(1) }
  }
  const ofPossible = rowsFromPairs(both(sure, possible), rows, items)
  return {
    held: rowsFromPairs(both(sure, held), rows, items),
    possible: ofPossible,
    sure: flags(ofPossible, (row, item) => !unsure.has(keyOf(row, item))),
  }
}

const flags = ({ start, items }: Rows, is: (row: number, item: number) => boolean): Uint8Array => {
  const flag = new Uint8Array(items.length)
  for (let row = 0; row + 1 < start.length; row++)
    for (let k = start[row]!; k < start[row + 1]!; k++) flag[k] = is(row, items[k]!) ? 1 : 0
  return flag
}

/**
 * Who sat where on a day. Memberships that are uncertain on it are counted in, as their policy says, and are told
 * apart.
 */
export const seatsOn = (seating: Seating, day: Day): SeatsOn => {
  const { packed, suspensions, imputed, isLeftOut, reading, input } = seating
  const [n, m] = [packed.states.length, packed.organisations.length]
  const out = Uint8Array.from(packed.organisations, (igo) => (isLeftOut(igo) || imputed(igo, day) ? 1 : 0))
  const counting = (kinds: readonly string[]) => membershipKinds.map((kind) => kinds.includes(kind))
  const [ofFocal, ofAlter] = [counting(input.kinds), counting(input.partnerKinds)]
  const counted =
    (kinds: readonly string[]) =>
    (way: PossibleMembership): boolean =>
      way !== undefined && kinds.includes(way.kind)
  const [focal, alter] = [aSide(), aSide()]
  const uncertain: UncertainMembership[] = []
  const exclude = reading.dates === 'exclude'
  const hasSuspensions = suspensions.size > 0
  for (let pair = 0; pair < packed.state.length; pair++) {
    const [i, o] = [packed.state[pair]!, packed.organisation[pair]!]
    if (out[o]) continue
    const one = hasSuspensions && suspensions.has(pair) ? 'open' : answering(seating, pair, day)
    if (one === 'none') continue
    const key = i * m + o
    if (one !== 'open') {
      const kind = packed.kind[one]!
      if (ofFocal[kind]) add(focal.sure, i, o)
      if (ofAlter[kind]) add(alter.sure, o, i)
      continue
    }
    const standing = standingOf(seating, pair, day)
    if (standing === undefined) continue
    const sides = [
      { side: focal, row: i, item: o, counts: standing.ways.map(counted(input.kinds)) },
      { side: alter, row: o, item: i, counts: standing.ways.map(counted(input.partnerKinds)) },
    ]
    for (const { side, row, item, counts } of sides) {
      const [first = false] = counts
      const isCertain = counts.every((does) => does === first)
      if (isCertain || !exclude) put(side, row, item, key, first, isCertain)
    }
    if (reading.dates === 'bounds' && (focal.unsure.has(key) || alter.unsure.has(key))) uncertain.push(tellOf(standing))
  }
  return {
    focal: sideOf(focal, n, m, (i, o) => i * m + o),
    alter: sideOf(alter, m, n, (o, i) => i * m + o),
    uncertain,
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
