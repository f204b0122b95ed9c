import { breather } from '../../common/breathe.ts'
import { seal } from '../../events/seal.ts'
import type { RecordedEvent } from '../../events/envelope.ts'
import type { Candidate } from '../candidates/candidate.ts'
import type { CommitPart, EventLog } from '../../log/port.ts'
import type { FileRead } from '../reconcile/files-read.ts'
import { registrationsIn, releasesAmong } from '../reconcile/order.ts'
import { publicationsIn } from '../reconcile/releases.ts'
import type { ImportReport, RowOutcomes } from '../report/import-report.ts'
import { contradictionText } from './contradiction.ts'
import { reconcile, type Judged } from '../reconcile/reconcile.ts'
import type { Stage } from './staging-area.ts'
import type { Omissions } from '../reconcile/vanished.ts'

/** What one commit of candidates came to. */
export interface Committed {
  readonly appended: number
  readonly corrections: number
  readonly vanished: ImportReport['vanished']
  readonly ordinal: number
}

interface Options {
  readonly series: string
  /** The release that is imported, where it is one. */
  readonly release?: { readonly id: string; readonly published?: string | undefined }
  /** Whether the log knows a later one. */
  readonly overtaken?: boolean
  /** The files of the series that were imported before. */
  readonly files?: readonly FileRead[]
  readonly recordedBy: string
  readonly dryRun: boolean
  readonly fates?: RowOutcomes
  /** What the file says by what it leaves out, and all actors that it may leave out. */
  readonly silence?: Omissions | undefined
  readonly actors?: readonly string[]
  readonly progress?: (done: number, of: number) => void
}

/**
 * Reconciles everything that is staged with the log, stream by stream, and appends what is new as one commit: all of
 * it, or nothing.
 */
export const commitStage = async (log: EventLog, stage: Stage, options: Options): Promise<Committed> => {
  let appended = 0
  let corrections = 0
  const { overtaken = false, files = [] } = options
  const ofFiles = files.map(({ release }) => release)
  const publicationsOf = publicationsIn(log, options.release)
  const registrationsOf = registrationsIn(log)
  const silences = options.silence === undefined ? [] : [options.silence]
  const kept: string[] = []
  let retracted = 0
  const partOf = async (stream: string, candidates: readonly Candidate[]): Promise<CommitPart | undefined> => {
    const existing: RecordedEvent[] = []
    for await (const event of log.readStream(stream)) existing.push(event)
    if (existing.length === 0 && candidates.length === 0) return undefined
    const releases = [...ofFiles, ...releasesAmong(existing)]
    const order = {
      publications: await publicationsOf(releases),
      registrations: await registrationsOf([options.release?.id, ...releases]),
      files,
      overtaken,
    }
    const { events, fates, vanished } = reconcile(stream, candidates, existing, options.series, order, silences)
    for (const judged of fates) noteFate(options.fates, judged)
    appended += events.length
    corrections += fates.filter(({ fate }) => fate === 'corrected').length
    for (const one of vanished) {
      retracted += one.retracted
      kept.push(...one.kept)
    }
    return events.length === 0
      ? undefined
      : { stream, expected: existing.at(-1)?.revision ?? 'no-stream', events: events.map(seal) }
  }
  async function* parts(): AsyncIterable<CommitPart> {
    let done = 0
    const of = stage.count()
    const breathe = breather()
    for (const { stream, candidates } of stage.streams()) {
      const part = await partOf(stream, candidates)
      done += candidates.length
      options.progress?.(done, of)
      await breathe()
      if (part !== undefined) yield part
    }
    for (const stream of options.silence?.coverage.beside(options.actors ?? []) ?? []) {
      const part = await partOf(stream, [])
      if (part !== undefined) yield part
    }
  }
  if (options.dryRun) {
    for await (const part of parts()) void part
  } else await log.appendCommit(parts(), { recordedBy: options.recordedBy })
  return { appended, corrections, vanished: { retracted, kept }, ordinal: (await log.head()).ordinal }
}

/** Notes on the rows of an import what became of them; of a row that was contradicted, both values. */
export const noteFate = (fates: RowOutcomes | undefined, { candidate, fate, stands }: Judged): void => {
  if (fates === undefined) return
  const { rows } = candidate
  if (stands !== undefined) fates.noted(rows, contradictionText(candidate, stands))
  if (fate === 'appended' || fate === 'corrected') fates.appended(rows)
  else if (fate === 'known') fates.known(rows)
  else fates.skipped(rows, fate)
}
