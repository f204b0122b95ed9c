import { indexed, type PackedSpans } from './packed-spans.ts'

/** Pairs of one side of a merger, with their places in both. */
interface Side {
  readonly packed: PackedSpans
  /** By its own index of each pair, where it comes among the pairs of both; or -1, where it is left out. */
  readonly keys: Float64Array
}

const usedNames = (names: readonly string[], indexes: Iterable<number>): readonly string[] =>
  [...new Set(indexes)].map((index) => names[index]!)

const sorted = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())].toSorted()

/** The spans of pairs in one row: where each begins on its side, and how many there are. */
function* runsOf(sides: readonly Side[]): Generator<{ key: number; packed: PackedSpans; first: number; end: number }> {
  const at = sides.map(() => 0)
  for (;;) {
    let [next, least] = [-1, Infinity]
    for (const [side, { keys }] of sides.entries()) {
      while (at[side]! < keys.length && keys[at[side]!] === -1) at[side]!++
      const key = keys[at[side]!] ?? Infinity
      if (key < least) [next, least] = [side, key]
    }
    if (next === -1) return
    const { packed } = sides[next]!
    const pair = at[next]!++
    yield { key: least, packed, first: packed.start[pair]!, end: packed.start[pair + 1]! }
  }
}

/**
 * The spans of some organisations in the place of those that were told of them, as if all had been packed together:
 * `added` tells of no organisation that is left of `base`.
 */
export const mergeSpans = (base: PackedSpans, replaced: ReadonlySet<string>, added: PackedSpans): PackedSpans => {
  const isLeft = base.organisations.map((igo) => !replaced.has(igo))
  const pairs = [...base.state.keys()].filter((pair) => isLeft[base.organisation[pair]!])
  const spansLeft = function* (): Generator<number> {
    for (const pair of pairs) for (let s = base.start[pair]!; s < base.start[pair + 1]!; s++) yield base.track[s]!
  }
  const states = sorted(
    usedNames(
      base.states,
      pairs.map((pair) => base.state[pair]!),
    ),
    added.states,
  )
  const organisations = sorted(
    usedNames(
      base.organisations,
      pairs.map((pair) => base.organisation[pair]!),
    ),
    added.organisations,
  )
  const tracks = sorted(usedNames(base.tracks, spansLeft()), added.tracks)
  const [stateIndex, organisationIndex, trackIndex] = [states, organisations, tracks].map(indexed)
  const width = organisations.length
  const sides = [base, added].map((packed): Side => {
    const rows = packed.states.map((state) => stateIndex?.get(state) ?? -1)
    const items = packed.organisations.map((igo) => organisationIndex?.get(igo) ?? -1)
    const isOut = (pair: number): boolean => packed === base && !isLeft[base.organisation[pair]!]
    const keys = Float64Array.from(packed.state, (i, pair) =>
      isOut(pair) ? -1 : rows[i]! * width + items[packed.organisation[pair]!]!,
    )
    return { packed, keys }
  })
  return inOneRow(sides, { states, organisations, tracks }, trackIndex ?? new Map())
}

type Names = Pick<PackedSpans, 'states' | 'organisations' | 'tracks'>

const inOneRow = (sides: readonly Side[], names: Names, trackIndex: ReadonlyMap<string, number>): PackedSpans => {
  const width = names.organisations.length
  const runs = [...runsOf(sides)]
  const count = runs.reduce((sum, { first, end }) => sum + end - first, 0)
  const deciders = sides.reduce((sum, { packed }) => sum + packed.decided.length, 0)
  const merged = {
    ofState: new Uint32Array(names.states.length + 1),
    state: new Uint32Array(runs.length),
    organisation: new Uint32Array(runs.length),
    start: new Uint32Array(runs.length + 1),
    from: new Int32Array(count),
    to: new Int32Array(count),
    kind: new Uint8Array(count),
    observed: new Uint8Array(count),
    certain: new Uint8Array(count),
    track: new Uint32Array(count),
    firstAdmission: new Uint8Array(count),
    decidedStart: new Uint32Array(count + 1),
  }
  const decided = new Uint32Array(deciders)
  const events = eventsOf(sides)
  const tracksOf = new Map(
    sides.map(({ packed }) => [packed, packed.tracks.map((track) => trackIndex.get(track) ?? 0)] as const),
  )
  let [at, decidedAt] = [0, 0]
  for (const [pair, { key, packed, first, end }] of runs.entries()) {
    const state = Math.floor(key / width)
    merged.state[pair] = state
    merged.organisation[pair] = key % width
    merged.ofState[state + 1]!++
    for (const column of ['from', 'to', 'kind', 'observed', 'certain', 'firstAdmission'] as const)
      merged[column].set(packed[column].subarray(first, end), at)
    const track = tracksOf.get(packed) ?? []
    for (let s = first; s < end; s++, at++) {
      merged.track[at] = track[packed.track[s]!]!
      for (let d = packed.decidedStart[s]!; d < packed.decidedStart[s + 1]!; d++)
        decided[decidedAt++] = events.indexOf(packed, packed.decided[d]!)
      merged.decidedStart[at + 1] = decidedAt
    }
    merged.start[pair + 1] = at
  }
  for (let i = 0; i < names.states.length; i++) merged.ofState[i + 1]! += merged.ofState[i]!
  return { ...names, ...merged, decided: decided.slice(0, decidedAt), ids: events.ids() }
}

/** Numbers the events of both sides anew, in the order in which they are asked for. An event decides in one stream. */
const eventsOf = (sides: readonly Side[]) => {
  const known = new Map(sides.map(({ packed }) => [packed, new Int32Array(packed.ids.length / 16).fill(-1)] as const))
  const from: { readonly packed: PackedSpans; readonly event: number }[] = []
  return {
    indexOf: (packed: PackedSpans, event: number): number => {
      const indexes = known.get(packed)!
      if (indexes[event] === -1) {
        indexes[event] = from.length
        from.push({ packed, event })
      }
      return indexes[event]!
    },
    ids: (): Uint8Array => {
      const ids = new Uint8Array(16 * from.length)
      for (const [index, { packed, event }] of from.entries())
        ids.set(packed.ids.subarray(16 * event, 16 * event + 16), 16 * index)
      return ids
    },
  }
}
