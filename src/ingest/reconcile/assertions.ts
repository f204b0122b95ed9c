import { factsOf, isMeta } from '../../../projections/fold/facts.ts'
import type { Fact } from '../../../projections/fold/fold.ts'
import type { EventId, NewEvent, RecordedEvent } from '../../events/envelope.ts'
import { groupBy } from '../../common/group-by.ts'
import { keysOf } from '../../readmodel/projector.ts'
import { releaseOf } from './releases.ts'

/** What one series has said about one fact so far. */
export interface Assertions {
  readonly key: string
  readonly fact: string
  /** The event that first said so, or said so again after the series had taken it back. */
  readonly root: EventId
  /** What the series itself says, whatever users have corrected since; undefined where it was retracted. */
  readonly live: Fact | undefined
  /** The releases that have spoken on it, in order, as far as they are registered sources. */
  readonly releases: readonly (string | undefined)[]
  /** How many assertions the series has made on it. */
  readonly count: number
  /** Whether the series itself took it back. */
  readonly ownRetraction: boolean
}

const seriesOf = (event: Pick<NewEvent, 'sources'>): string | undefined => event.sources[0]?.series

/** The place of a fact among those of a stream. */
export const placeOf = (key: string, fact: string): string => `${key}\n${fact}`

/** What the log holds of one series in one stream, by key and fact. */
export const assertionsOf = (existing: readonly RecordedEvent[], series: string): ReadonlyMap<string, Assertions> => {
  const keys = keysOf(existing)
  const found = new Map<string, Assertions>()
  for (const [key, events] of groupBy(existing, (event) => keys.get(event.id) ?? '*')) {
    const standing = new Set(factsOf(events).map(({ id }) => id))
    const own = new Map(
      factsOf(events.filter((event) => !isMeta(event) || seriesOf(event) === series)).map((fact) => [fact.id, fact]),
    )
    const amending = groupBy(
      events.filter((event) => isMeta(event) && seriesOf(event) === series),
      ({ data }) => String(data.target),
    )
    for (const event of events) {
      if (isMeta(event) || seriesOf(event) !== series || event.fact === undefined) continue
      const metas = amending.get(event.id) ?? []
      const before = found.get(placeOf(key, event.fact))
      found.set(placeOf(key, event.fact), {
        key,
        fact: event.fact,
        root: event.id,
        live: standing.has(event.id) ? own.get(event.id) : undefined,
        releases: [...(before?.releases ?? []), ...[event, ...metas].map(releaseOf)],
        count: (before?.count ?? 0) + 1 + metas.length,
        ownRetraction: metas.some((meta) => meta.type === 'EventRetracted'),
      })
    }
  }
  return found
}
