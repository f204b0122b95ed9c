import { seal } from '../events/seal.ts'
import type { RecordedEvent } from '../events/envelope.ts'
import type { CommitPart, EventLog } from '../log/port.ts'
import { publicationsIn } from './publication.ts'
import type { RowFates } from './report.ts'
import { reconcile, type Fate } from './reconcile.ts'
import type { Stage } from './stage.ts'

/** What one commit of candidates came to. */
export interface Committed {
  readonly appended: number
  readonly corrections: number
  readonly ordinal: number
}

interface Options {
  readonly series: string
  /** The release that is imported, where it is one. */
  readonly release?: { readonly id: string; readonly published?: string | undefined }
  readonly recordedBy: string
  readonly dryRun: boolean
  readonly fates?: RowFates
  readonly progress?: (done: number, of: number) => void
}

/** Reconciles everything that is staged with the log, stream by stream, and appends what is new as one commit: all of it, or nothing. */
export const commitStage = async (log: EventLog, stage: Stage, options: Options): Promise<Committed> => {
  let appended = 0
  let corrections = 0
  const publicationsOf = publicationsIn(log, options.release)
  async function* parts(): AsyncIterable<CommitPart> {
    let done = 0
    const of = stage.count()
    for (const { stream, candidates } of stage.streams()) {
      const existing: RecordedEvent[] = []
      for await (const event of log.readStream(stream)) existing.push(event)
      const { events, fates } = reconcile(candidates, existing, options.series, await publicationsOf(existing))
      for (const { candidate, fate } of fates) noteFate(options.fates, candidate.rows, fate)
      appended += events.length
      corrections += fates.filter(({ fate }) => fate === 'corrected').length
      done += candidates.length
      options.progress?.(done, of)
      if (events.length > 0) yield { stream, expected: existing.at(-1)?.revision ?? 'no-stream', events: events.map(seal) }
    }
  }
  if (options.dryRun) {
    for await (const part of parts()) void part
    return { appended, corrections, ordinal: (await log.head()).ordinal }
  }
  await log.appendCommit(parts(), { recordedBy: options.recordedBy })
  return { appended, corrections, ordinal: (await log.head()).ordinal }
}

/** Notes on the rows of an import what became of them. */
export const noteFate = (fates: RowFates | undefined, rows: readonly [number, number], fate: Fate): void => {
  if (fates === undefined) return
  if (fate === 'appended' || fate === 'corrected') fates.appended(rows)
  else if (fate === 'known') fates.known(rows)
  else fates.skipped(rows, fate)
}
