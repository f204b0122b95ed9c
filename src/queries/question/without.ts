import type { RecordedEvent } from '../../events/envelope.ts'
import type { Row } from '../../readmodel/engine.ts'
import type { IntervalTable } from '../../readmodel/schema.ts'

/** The rows of one key of one stream as they would be, in the place of those that are stored. */
export interface FoldedAnew {
  readonly stream: string
  readonly key: string
  readonly rows: readonly Row[]
}

/**
 * What a world is asked without. It is arithmetic: nobody's acts change, only what is counted. Rows are read through
 * `knownRows`, which puts those that are folded anew in the place of the stored ones; what else is left out is left out
 * where it would be counted.
 */
export interface Without {
  /** The same for the same things, whatever they were called: what is kept of a world is kept by it. */
  readonly key: string
  /** Organisations that are no channel. */
  readonly igos: ReadonlySet<string>
  /** States that are nobody's partner, no adopter, and no member of a state system. */
  readonly states: ReadonlySet<string>
  /** Campaigns whose actions do not count. */
  readonly campaigns: ReadonlySet<string>
  /** The retraction that each event left out would have, by the stream and the key that it is folded with. */
  readonly retractions: readonly RecordedEvent[]
  readonly foldedAnew: ReadonlyMap<IntervalTable, readonly FoldedAnew[]>
}

/** A world, as far as what it is asked without goes. */
interface World {
  readonly without?: Without | undefined
}

/** The organisations of which an event is left out. */
const organisationsOf = ({ retractions }: Without): readonly string[] => [
  ...new Set(retractions.flatMap(({ stream }) => (stream.startsWith('igo-') ? [stream.slice('igo-'.length)] : []))),
]

/** What of a world's memberships differs from those of the world as it is recorded. */
export const membershipsWithout = <W extends World>(
  world: W,
): { readonly recorded: W; readonly changed: readonly string[] } => ({
  recorded: { ...world, without: undefined },
  changed: world.without === undefined ? [] : organisationsOf(world.without),
})

/** Events with the retractions of those among them that the world is asked without. */
export const withRetractions = (world: World, events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  if (world.without === undefined || world.without.retractions.length === 0) return events
  const ids = new Set<string>(events.map(({ id }) => id))
  return [...events, ...world.without.retractions.filter(({ data }) => ids.has(String(data.target)))]
}

/** Whether a state counts in the world. */
export const countsState =
  ({ without }: World): ((state: string) => boolean) =>
  (state) =>
    without?.states.has(state) !== true
