import type { MembershipKind, MembershipSpan } from '../../../projections/compose/membership/membership.ts'
import { groupBy } from '../../common/group-by.ts'
import { bytesOfId, idOfBytes } from '../../events/id-bytes.ts'
import type { Day } from '../../time/day.ts'
import type { EventId } from '../../time/event-id.ts'

/**
 * Memberships without an object each. Pairs of state and organisation are in the order of states, then of
 * organisations; the pairs of state i are `ofState[i] … ofState[i + 1] - 1`. The spans of pair p are `start[p] …
 * start[p + 1] - 1`, in the order in which they were given.
 */
export interface PackedSpans {
  readonly states: readonly string[]
  readonly organisations: readonly string[]
  readonly ofState: Uint32Array
  /** The state and the organisation of each pair, by index. */
  readonly state: Uint32Array
  readonly organisation: Uint32Array
  readonly start: Uint32Array
  /** Of each span: its days [from, to), its kind, whether it was coded by years, and whether it is certain. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly kind: Uint8Array
  readonly observed: Uint8Array
  readonly certain: Uint8Array
  readonly track: Uint32Array
  readonly tracks: readonly string[]
  readonly firstAdmission: Uint8Array
  /**
   * The events that decide span s are `decided[decidedStart[s]] … decided[decidedStart[s + 1] - 1]`; event e has the
   * UUID in the sixteen bytes from `ids[16 e]` on. Events are in the order in which spans name them.
   */
  readonly decidedStart: Uint32Array
  readonly decided: Uint32Array
  readonly ids: Uint8Array
}

export const membershipKinds: readonly MembershipKind[] = ['full', 'associate', 'observer', 'none', 'unknown']
const admissions = [undefined, 'certain', 'possible'] as const

export const indexed = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, index) => [name, index]))

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted()

/** Where each of `count` runs begins, by the run of every item, in order. */
const starts = (runOf: Uint32Array, count: number): Uint32Array => {
  const start = new Uint32Array(count + 1)
  for (const run of runOf) start[run + 1]!++
  for (let run = 0; run < count; run++) start[run + 1]! += start[run]!
  return start
}

/** The events that decide each span, in the order of spans. */
const deciding = (inOrder: readonly MembershipSpan[]): Pick<PackedSpans, 'decidedStart' | 'decided' | 'ids'> => {
  const known = new Map<EventId, number>()
  const decided: number[] = []
  const decidedStart = new Uint32Array(inOrder.length + 1)
  for (const [s, { decidedBy }] of inOrder.entries()) {
    for (const id of decidedBy) {
      const event = known.get(id) ?? known.size
      known.set(id, event)
      decided.push(event)
    }
    decidedStart[s + 1] = decided.length
  }
  const ids = new Uint8Array(16 * known.size)
  for (const [id, event] of known) ids.set(bytesOfId(id), 16 * event)
  return { decidedStart, decided: Uint32Array.from(decided), ids }
}

export const packSpans = (spans: readonly MembershipSpan[]): PackedSpans => {
  const states = distinct(spans.map(({ actor }) => actor))
  const organisations = distinct(spans.map(({ igo }) => igo))
  const tracks = distinct(spans.map(({ track }) => track))
  const [stateIndex, organisationIndex, trackIndex] = [states, organisations, tracks].map(indexed)
  const at = (index: ReadonlyMap<string, number> | undefined, name: string): number => index?.get(name) ?? 0
  const keyOf = ({ actor, igo }: MembershipSpan): number =>
    at(stateIndex, actor) * organisations.length + at(organisationIndex, igo)
  const pairs = [...groupBy(spans, keyOf)].toSorted(([a], [b]) => a - b)
  const inOrder = pairs.flatMap(([, list]) => list)
  const state = Uint32Array.from(pairs, ([key]) => Math.floor(key / organisations.length))
  const pairOf = Uint32Array.from(pairs.flatMap(([, list], pair) => list.map(() => pair)))
  return {
    states,
    organisations,
    ofState: starts(state, states.length),
    state,
    organisation: Uint32Array.from(pairs, ([key]) => key % organisations.length),
    start: starts(pairOf, pairs.length),
    from: Int32Array.from(inOrder, ({ from }) => from),
    to: Int32Array.from(inOrder, ({ to }) => to),
    kind: Uint8Array.from(inOrder, ({ kind }) => membershipKinds.indexOf(kind)),
    observed: Uint8Array.from(inOrder, ({ observed }) => (observed ? 1 : 0)),
    certain: Uint8Array.from(inOrder, ({ certainty }) => (certainty === 'certain' ? 1 : 0)),
    track: Uint32Array.from(inOrder, ({ track }) => at(trackIndex, track)),
    tracks,
    firstAdmission: Uint8Array.from(inOrder, ({ firstAdmission }) => admissions.indexOf(firstAdmission)),
    ...deciding(inOrder),
  }
}

/** About how much memory they take, with the texts of events. */
export const bytesOfSpans = ({ from, state, decided, ids }: PackedSpans): number =>
  from.length * 20 + state.length * 12 + decided.length * 4 + ids.length * 7

/** The events of spans as texts, once each: an exposure cites the same few thousand, over and over. */
const cited = new WeakMap<PackedSpans, Map<number, readonly EventId[]>>()

/** The events that decide a span, by the span's index. */
export const decidersIn = (packed: PackedSpans): ((s: number) => readonly EventId[]) => {
  const { decidedStart, decided, ids } = packed
  const known = cited.get(packed) ?? new Map<number, readonly EventId[]>()
  cited.set(packed, known)
  return (s) => {
    const before = known.get(s)
    if (before !== undefined) return before
    const events = Array.from(decided.subarray(decidedStart[s], decidedStart[s + 1]), (event) =>
      idOfBytes(ids.subarray(16 * event, 16 * event + 16)),
    )
    known.set(s, events)
    return events
  }
}

/** One of the spans as others read it. Of most nobody asks which events decide it. */
const spanAt = (packed: PackedSpans, pair: number, s: number): MembershipSpan => ({
  igo: packed.organisations[packed.organisation[pair]!]!,
  actor: packed.states[packed.state[pair]!]!,
  kind: membershipKinds[packed.kind[s]!]!,
  track: packed.tracks[packed.track[s]!]!,
  from: packed.from[s] as Day,
  to: packed.to[s] as Day,
  certainty: packed.certain[s] === 1 ? 'certain' : 'possible',
  observed: packed.observed[s] === 1,
  firstAdmission: admissions[packed.firstAdmission[s]!],
  get decidedBy() {
    return decidersIn(packed)(s)
  },
})

/** All spans of a pair. */
export const spansOfPair = (packed: PackedSpans, pair: number): readonly MembershipSpan[] =>
  Array.from({ length: packed.start[pair + 1]! - packed.start[pair]! }, (_, at) =>
    spanAt(packed, pair, packed.start[pair]! + at),
  )

/** The pair of a state and an organisation, by index; undefined where nothing is told of it. */
export const pairOf = (packed: PackedSpans, state: number, organisation: number): number | undefined => {
  let [low, high] = [packed.ofState[state]!, packed.ofState[state + 1]!]
  const end = high
  while (low < high) {
    const middle = (low + high) >>> 1
    if (packed.organisation[middle]! < organisation) low = middle + 1
    else high = middle
  }
  return low < end && packed.organisation[low] === organisation ? low : undefined
}
