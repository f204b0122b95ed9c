import type { RecordedEvent } from '../../events/envelope.ts'
import type { EventLog } from '../../log/port.ts'
import type { FileRead } from './files-read.ts'
import { isLaterRelease, releaseOf, type Publications } from './releases.ts'

/** What decides which of two releases is the later one, and what their files hold. */
export interface Order {
  readonly publications: Publications
  /** Ordinals of their registrations. */
  readonly registrations: ReadonlyMap<string, number | undefined>
  /** The files of the series that were imported so far. */
  readonly files?: readonly FileRead[]
  /**
   * Whether the log knows a later release than the one that is imported. How far that one speaks is not recorded: so
   * nothing that is told already is changed, nothing that was taken back comes again, and nothing is taken to have
   * vanished.
   */
  readonly overtaken?: boolean
}

/**
 * Whether a release follows another: by the dates of publication, or, where these do not tell, because it was
 * registered later.
 */
export const follows = (
  { publications, registrations }: Order,
  release: string,
  other: string | undefined,
): boolean => {
  if (other === undefined || other === release) return false
  return (
    isLaterRelease(publications, release, other) ??
    (registrations.get(release) ?? Infinity) > (registrations.get(other) ?? Infinity)
  )
}

/**
 * Places of releases in the log, in the order in which they were registered; the one that is being imported may not be
 * there yet.
 */
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

/** The releases that events of a stream cite. */
export const releasesAmong = (events: readonly RecordedEvent[]): readonly (string | undefined)[] => [
  ...new Set(events.map(releaseOf)),
]
