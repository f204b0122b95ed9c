import { ALWAYS, FOREVER, type Day } from '../../time/day.ts'
import { membershipKinds, type PackedSpans } from '../memberships/packed-spans.ts'

/** In place of the span that answers for a pair: nothing tells of the day. */
export const none = -1
/** What does takes a closer look. */
export const open = -2

/** What the spans of each pair say on the days [since, until). */
interface Said {
  readonly answer: Int32Array
  readonly since: Int32Array
  readonly until: Int32Array
}

const saidBy = new WeakMap<PackedSpans, Said>()

const saidIn = (packed: PackedSpans): Said => {
  const known = saidBy.get(packed)
  if (known !== undefined) return known
  const pairs = packed.state.length
  const said = {
    answer: new Int32Array(pairs),
    since: new Int32Array(pairs).fill(FOREVER),
    until: new Int32Array(pairs).fill(ALWAYS),
  }
  saidBy.set(packed, said)
  return said
}

/** Looks for the span that answers for a pair on a day, and notes from when until when it does. */
const lookAt = (packed: PackedSpans, { answer, since, until }: Said, pair: number, day: Day): number => {
  const { start, from, to, observed, certain } = packed
  let dated = none
  let year = none
  let isPossible = false
  let first: number = ALWAYS
  let end: number = FOREVER
  for (let s = start[pair]!; s < start[pair + 1]!; s++) {
    const begins = from[s]!
    const ends = to[s]!
    if (begins > day) end = Math.min(end, begins)
    else if (ends <= day) first = Math.max(first, ends)
    else {
      first = Math.max(first, begins)
      end = Math.min(end, ends)
      if (observed[s]) year = year === none ? s : year
      else if (certain[s]) dated = dated === none ? s : dated
      else isPossible = true
    }
  }
  since[pair] = first
  until[pair] = end
  const undated = isPossible ? open : year
  answer[pair] = dated === none ? undated : dated
  return answer[pair]
}

/** What spans say on a day, by pair. */
export interface Saying {
  /**
   * The span that alone answers for a pair, by index; else `none`, or `open` where one that answers is only possible.
   * It does so on the days [since, until): where the day is none of them, the pair is looked at again.
   */
  readonly answer: Int32Array
  readonly since: Int32Array
  readonly until: Int32Array
  /** The same, looked for anew where a span begins or ends: from one year to the next few do. */
  readonly lookAgain: (pair: number) => number
}

/** Read by loops over all pairs, which call nothing for most of them. */
export const sayingOn = (packed: PackedSpans, day: Day): Saying => {
  const said = saidIn(packed)
  return { ...said, lookAgain: (pair) => lookAt(packed, said, pair, day) }
}

const toldBy = new WeakMap<PackedSpans, Uint32Array>()

const allTold = (packed: PackedSpans): Uint32Array => {
  const { start, kind } = packed
  const isNone = membershipKinds.map((one) => one === 'none')
  const pairs = packed.state.length
  const told = new Uint32Array(pairs)
  let count = 0
  for (let pair = 0; pair < pairs; pair++) {
    let s = start[pair]!
    while (s < start[pair + 1]! && isNone[kind[s]!]) s++
    if (s < start[pair + 1]!) told[count++] = pair
  }
  return told.slice(0, count)
}

/** The pairs of some organisations, by whether each is among them: found once for one question, and not kept. */
const pairsAmong = ({ organisation }: PackedSpans, among: Uint8Array): Uint32Array => {
  const pairs = new Uint32Array(organisation.length)
  let count = 0
  for (let pair = 0; pair < pairs.length; pair++) if (among[organisation[pair]!] === 1) pairs[count++] = pair
  return pairs.subarray(0, count)
}

/**
 * The pairs of which anything else than no membership was ever told. `among`: all pairs of these organisations, where
 * no others are looked at.
 */
export const toldIn = (packed: PackedSpans, among?: Uint8Array): Uint32Array => {
  if (among !== undefined) return pairsAmong(packed, among)
  const told = toldBy.get(packed) ?? allTold(packed)
  toldBy.set(packed, told)
  return told
}

/** Those of them of which anything is told on a day. */
export const toldOn = (packed: PackedSpans, day: Day, among?: Uint8Array): Uint32Array => {
  const told = toldIn(packed, among)
  const said = saidIn(packed)
  const { answer, since, until } = said
  const found = new Uint32Array(told.length)
  let count = 0
  for (let at = 0; at < told.length; at++) {
    const pair = told[at]!
    if (since[pair]! > day || until[pair]! <= day) lookAt(packed, said, pair, day)
    if (answer[pair]! !== none) found[count++] = pair
  }
  return found.subarray(0, count)
}
