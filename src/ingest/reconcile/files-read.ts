import { factsOf } from '../../../projections/fold/facts.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import { definitionOf } from '../../events/registry.ts'
import type { EventLog } from '../../log/port.ts'
import type { Release } from '../../sources/importer/draft.ts'
import type { Candidate } from '../candidates/candidate.ts'
import { Holdings } from './holdings.ts'

/** A file that was imported, of which release, and what it holds. */
export interface FileRead {
  readonly release: string
  readonly holds: Holdings
}

const type = 'ReleaseFileRead'

/**
 * What is recorded of a file: all that it holds, told or only confirmed. The same file says the same again, so it is
 * recorded once.
 */
export const recordsOf = (release: Release, holds: Holdings): readonly Candidate[] =>
  holds.payloads().map((data) => {
    const fact = `file/${String(data.digest)}/${String(data.part)}`
    return {
      rows: [0, 0],
      stream: `source-${release.id}`,
      key: '*',
      fact,
      weight: 0,
      event: {
        type,
        schemaVersion: definitionOf(type).version,
        sources: [{ ref: release.id, kind: release.kind, series: release.series }],
        confidence: 'certain',
        fact,
        data,
      },
    }
  })

/** The files of some releases that the log tells of. */
export const filesRead = async (
  log: Pick<EventLog, 'readStream'>,
  releases: Iterable<string>,
): Promise<readonly FileRead[]> => {
  const files: FileRead[] = []
  for (const release of new Set(releases)) {
    const existing: RecordedEvent[] = []
    for await (const event of log.readStream(`source-${release}`)) existing.push(event)
    const byDigest = new Map<string, Holdings>()
    for (const { data } of factsOf(existing).filter((fact) => fact.type === type)) {
      const holds = byDigest.get(String(data.digest)) ?? new Holdings()
      holds.read(data.holds as typeof data)
      byDigest.set(String(data.digest), holds)
    }
    for (const holds of byDigest.values()) files.push({ release, holds })
  }
  return files
}
