import type { RecordedEvent } from '../events/envelope.ts'
import type { Row } from './engine.ts'
import { prefixHash } from './prefix-hash.ts'
import type { Run } from './projector.ts'
import { bodyOfEvent } from './stored-event.ts'

export const commitColumns = ['last_ordinal', 'first_ordinal', 'id', 'recorded_at', 'recorded_by', 'prefix'] as const

/** A piece of the log: what each commit adds to each stream, in order, and the commits that end in it. */
export interface Window {
  readonly runs: readonly Run[]
  readonly commits: readonly Row[]
}

/** Gathers events in the order of the log into windows, behind an ordinal and the hash of the log up to there. */
export const gathering = (ordinal: number, prefix: string) => {
  /** The first ordinal of the commit that is gathered. */
  let known = ordinal + 1
  let hash = prefix
  let run: RecordedEvent[] = []
  let bodies: string[] = []
  let runs: Run[] = []
  let commits: Row[] = []
  let count = 0
  const endRun = (): void => {
    const [first] = run
    if (first !== undefined) runs.push({ stream: first.stream, events: run, bodies, known })
    run = []
    bodies = []
  }
  return {
    /** How many events are gathered and not taken. */
    count: () => count,
    holdsCommits: () => commits.length > 0,
    /** Ends what the commit adds to one stream where an event begins another; says whether it does. */
    endsRun: (next: RecordedEvent): boolean => {
      if (run[0] === undefined || run[0].stream === next.stream) return false
      endRun()
      return true
    },
    add: (event: RecordedEvent): void => {
      const body = bodyOfEvent(event)
      run.push(event)
      bodies.push(body)
      hash = prefixHash(hash, event, body)
      count += 1
    },
    /** An event that was added is the last one of its commit. */
    endCommit: (last: RecordedEvent): void => {
      endRun()
      commits.push({
        last_ordinal: last.ordinal,
        first_ordinal: known,
        id: last.commit,
        recorded_at: last.recordedAt,
        recorded_by: last.recordedBy,
        prefix: hash,
      })
      known = last.ordinal + 1
    },
    /** All that was gathered and ended. */
    take: (): Window => {
      const window = { runs, commits }
      runs = []
      commits = []
      count = 0
      return window
    },
  }
}
