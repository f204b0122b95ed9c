import type { NewEvent, RecordedEvent } from '../events/envelope.ts'
import { familyOf } from '../events/registry.ts'
import type { EventLog } from '../log/port.ts'
import type { Importer, Release } from '../sources/draft.ts'
import type { DateRange } from '../time/edtf.ts'
import { placeOf, type Assertions } from './assertions.ts'
import type { Coverage } from './coverage.ts'
import { assertionId } from './event-id.ts'
import { dateOf, isLaterRelease, releaseOf, type Publications } from './publication.ts'
import type { RowFates } from './report.ts'

/** What a file says by its silence: its release, how far it speaks, and what its importer makes of what it leaves out. */
export interface Silence {
  readonly release: Release
  readonly meaning: 'retract' | 'anomaly'
  readonly coverage: Coverage
  readonly fates: RowFates
}

/** What vanished, and the events that say so. */
export interface Vanished {
  readonly events: readonly NewEvent[]
  readonly retracted: number
  /** What is kept although the release does not tell it, in words: `treaty-cat jpn consent/1`. */
  readonly kept: readonly string[]
}

/** The silence of a file; undefined where its importer makes nothing of it. */
export const silenceOf = (
  { vanished, release }: Importer,
  coverage: Coverage | undefined,
  fates: RowFates,
): Silence | undefined =>
  vanished === 'ignore' || coverage === undefined ? undefined : { release, meaning: vanished, coverage, fates }

/** Places of releases in the log, in the order in which they were registered; the one that is being imported may not be there yet. */
export const registrationsIn = (log: Pick<EventLog, 'readStream'>) => {
  const known = new Map<string, number | undefined>()
  return async (releases: readonly (string | undefined)[]): Promise<Order['registrations']> => {
    for (const release of releases) {
      if (release === undefined || known.has(release)) continue
      known.set(release, undefined)
      for await (const { ordinal } of log.readStream(`source-${release}`, { limit: 1 })) known.set(release, ordinal)
    }
    return known
  }
}

/** What decides which of two releases is the later one. */
export interface Order {
  readonly publications: Publications
  /** Ordinals of their registrations. */
  readonly registrations: ReadonlyMap<string, number | undefined>
  /**
   * Whether the log knows a later release than the one that is imported. Which facts that one confirmed is not recorded, since what is known is not
   * appended again: so nothing that is told already is changed, and nothing is taken to have vanished.
   */
  readonly overtaken?: boolean
}

/** Whether a release follows another: by the dates of publication, or, where these do not tell, because it was registered later. */
const follows = ({ publications, registrations }: Order, release: string, other: string | undefined): boolean => {
  if (other === undefined || other === release) return false
  return (
    isLaterRelease(publications, release, other) ??
    (registrations.get(release) ?? Infinity) > (registrations.get(other) ?? Infinity)
  )
}

const mark = 'TreatyActNoLongerListed'
const markOf = (fact: string): string => `no-longer-listed/${fact}`

/**
 * What earlier releases told in a stream, and a later one, within its scope, does not. It is taken back, or it is kept and marked: a party that withdrew is
 * gone from the depositary's table, and what it did is not undone. What the release lists again loses its mark.
 * `told` holds the places of facts that the release tells; nothing is judged that was done after it was published, or where a row could not be read.
 */
export const vanishedFrom = (
  stream: string,
  known: ReadonlyMap<string, Assertions>,
  told: ReadonlySet<string>,
  silence: Silence,
  order: Order,
): Vanished => {
  const events: NewEvent[] = []
  const kept: string[] = []
  let retracted = 0
  const { release, coverage, fates } = silence
  if (order.overtaken === true) return { events, retracted, kept }
  const published: DateRange | undefined = dateOf(release.published)
  const source = { ref: release.id, kind: release.kind, series: release.series }
  const said = (assertions: Pick<Assertions, 'key' | 'fact' | 'count'>, event: Pick<NewEvent, 'type' | 'data'>): void =>
    void events.push({
      id: assertionId(release.series, stream, assertions.key, assertions.fact, assertions.count),
      schemaVersion: 1,
      sources: [source],
      confidence: 'certain',
      fact: assertions.fact,
      ...event,
    })
  const takeBack = (assertions: Assertions, reason: string): void =>
    said(assertions, { type: 'EventRetracted', data: { target: assertions.root, reason } })
  for (const assertions of known.values()) {
    const { key, fact, live, releases } = assertions
    if (live === undefined || live.type === mark || !follows(order, release.id, releases.at(-1))) continue
    if (told.has(placeOf(key, fact))) continue
    if (
      fates.unread ||
      !coverage.speaksOf(stream, key, fact, fates.unmatchedAny) ||
      (published !== undefined && live.occurred.lo > published.hi)
    )
      continue
    if (silence.meaning === 'retract') {
      takeBack(assertions, `no longer in ${release.id}`)
      retracted += 1
      continue
    }
    kept.push(`${stream} ${key} ${fact}`)
    const marked = known.get(placeOf(key, markOf(fact)))
    if (
      familyOf(stream) !== 'treaty' ||
      key === '*' ||
      (marked !== undefined && (marked.live !== undefined || !marked.ownRetraction))
    )
      continue
    said({ key, fact: markOf(fact), count: marked?.count ?? 0 }, { type: mark, data: { actor: key, act: fact } })
  }
  for (const marked of known.values()) {
    if (marked.live?.type !== mark || !follows(order, release.id, marked.releases.at(-1))) continue
    if (told.has(placeOf(marked.key, String(marked.live.data.act)))) takeBack(marked, `listed again in ${release.id}`)
  }
  return { events, retracted, kept }
}

/** The releases that events of a stream cite. */
export const releasesAmong = (events: readonly RecordedEvent[]): readonly (string | undefined)[] => [
  ...new Set(events.map(releaseOf)),
]
