import type { EntrySpan } from '../../../projections/compose/membership/entry.ts'
import type { Day } from '../../time/day.ts'
import { loadEntrances, type Entrances } from '../accession/load-entries.ts'
import { asWord, entriesThatCount, memberEntriesOn, type MemberEntry } from '../accession/member-entries.ts'
import { loadSeries } from '../memberships/load-spans.ts'
import { pairOf, spansOfPair, type PackedSpans } from '../memberships/packed-spans.ts'
import { recordedOfLaw } from '../question/changes.ts'
import { keeping } from '../question/kept.ts'
import type { Snapshot } from '../question/snapshot.ts'
import type { NetworkInput } from './network-inputs.ts'
import type { Places } from './network-on-day.ts'
import { countsIn, type DroppedByEntry, type EntryCounts, type Seating } from './seats-on-day.ts'

/** Which memberships count, by how the state came in. Pairs of state and organisation by their places. */
export interface EntryFilter {
  /** Another one for whatever else was asked for. */
  readonly key: string
  readonly entriesOn: (pair: number, day: Day) => readonly MemberEntry[]
  readonly countsOn: (day: Day) => (pair: number) => EntryCounts
}

const kept = keeping<Entrances>(
  () => 2_000_000,
  () => recordedOfLaw,
)

/** How states came into organisations, as exposures read memberships: once for each moment and way to read. */
export const loadEntriesRead = (
  world: Snapshot,
  { probation, yearCodes }: Pick<NetworkInput, 'probation' | 'yearCodes'>,
): Promise<Entrances> =>
  kept(world, `${probation} ${yearCodes}`, async () =>
    loadEntrances(world, { probation, yearCodes, seriesOf: await loadSeries(world) }),
  )

/**
 * Which memberships count where only those of some entries are asked for, on both sides: a state on probation in an
 * organisation neither learns there nor teaches.
 */
export const loadEntryFilter = async (
  world: Snapshot,
  input: Pick<NetworkInput, 'probation' | 'yearCodes'> & { readonly entry: readonly MemberEntry[] },
  packed: PackedSpans,
  { states, organisations }: Places,
): Promise<EntryFilter> => {
  const entrances = await loadEntriesRead(world, input)
  const counting = entriesThatCount(input.entry)
  const known = new Map<number, readonly EntrySpan[]>()
  const find = (pair: number): readonly EntrySpan[] => {
    const igo = packed.organisations[packed.organisation[pair]!]!
    const actor = packed.states[packed.state[pair]!]!
    if (!entrances.isToldOf(igo)) return []
    const spansOf = (one: string) => {
      const at = pairOf(packed, states.get(actor) ?? -1, organisations.get(one) ?? -1)
      return at === undefined ? [] : spansOfPair(packed, at)
    }
    return entrances.of(igo, actor, spansOf).spans
  }
  const entriesOn = (pair: number, day: Day): readonly MemberEntry[] => {
    const spans = known.get(pair) ?? find(pair)
    known.set(pair, spans)
    return memberEntriesOn(spans, day)
  }
  return {
    key: JSON.stringify([[...counting], input.probation]),
    entriesOn,
    countsOn: (day) => (pair) => {
      const entries = entriesOn(pair, day)
      if (entries.every((entry) => counting.has(entry))) return 'counts'
      return entries.some((entry) => counting.has(entry)) ? 'open' : 'dropped'
    },
  }
}

/**
 * What does not count on a day, of a state and of all: of the organisations and kinds of membership that were asked.
 */
export const droppedByEntryOn = (
  seating: Seating,
  filter: EntryFilter,
  { states }: Places,
  day: Day,
): ((state: string) => DroppedByEntry) => {
  const { packed } = seating
  const [counts, countsByEntry] = [countsIn({ ...seating, entryOn: undefined }, day), filter.countsOn(day)]
  const isLeftOut = seating.leftOutOn(day)
  const isIn = (pair: number): boolean => !isLeftOut(packed.organisations[packed.organisation[pair]!]!) && counts(pair)
  const dropped = (from: number, to: number): readonly number[] =>
    Array.from({ length: to - from }, (_, at) => from + at).filter(
      (pair) => isIn(pair) && countsByEntry(pair) !== 'counts',
    )
  return (state) => {
    const i = states.get(state)
    const own = i === undefined ? [] : dropped(packed.ofState[i]!, packed.ofState[i + 1]!)
    return {
      own: own.map((pair) => ({
        igo: packed.organisations[packed.organisation[pair]!]!,
        entry: asWord(filter.entriesOn(pair, day)),
      })),
      memberships: dropped(0, packed.state.length).length,
    }
  }
}
