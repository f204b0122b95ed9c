import { breather } from '../../common/breathe.ts'
import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import type { EventLog } from '../../log/port.ts'
import type { FileRead } from '../reconcile/files-read.ts'
import { registrationsIn, releasesAmong, type Order } from '../reconcile/order.ts'
import { publicationsIn } from '../reconcile/releases.ts'
import type { ImportReport, RowOutcomes } from '../report/import-report.ts'
import { contradictionText } from './contradiction.ts'
import { partsOf, type StreamInLog, type StreamOfCommit } from './parts.ts'
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
  const counted = { appended: 0, corrections: 0, retracted: 0, kept: [] as string[] }
  const orderOf = ordersIn(log, options)
  const silences = options.silence === undefined ? [] : [options.silence]
  const breathe = breather()
  let done = 0
  const decide = async ({ stream, candidates, existing }: StreamInLog): Promise<readonly NewEvent[]> => {
    if (existing.length === 0 && candidates.length === 0) return []
    const said = { stream, candidates, existing, series: options.series }
    const { events, fates, vanished } = reconcile(said, await orderOf(existing), silences)
    for (const judged of fates) noteFate(options.fates, judged)
    counted.appended += events.length
    counted.corrections += fates.filter(({ fate }) => fate === 'corrected').length
    for (const { retracted, kept } of vanished) {
      counted.retracted += retracted
      counted.kept.push(...kept)
    }
    done += candidates.length
    if (candidates.length > 0) options.progress?.(done, stage.count())
    await breathe()
    return events
  }
  const parts = partsOf(log, streamsOf(stage, options), decide)
  if (options.dryRun) {
    for await (const part of parts) void part
  } else await log.appendCommit(parts, { recordedBy: options.recordedBy })
  const { appended, corrections, retracted, kept } = counted
  return { appended, corrections, vanished: { retracted, kept }, ordinal: (await log.head()).ordinal }
}

/** What is staged, and then what the file leaves out. */
function* streamsOf(stage: Stage, { silence, actors = [] }: Options): Iterable<StreamOfCommit> {
  yield* stage.streams()
  for (const stream of silence?.coverage.beside(actors) ?? []) yield { stream, candidates: [] }
}

/** By which releases what stands in a stream is older or newer than what is imported. */
const ordersIn = (
  log: EventLog,
  { release, files = [], overtaken = false }: Options,
): ((existing: readonly RecordedEvent[]) => Promise<Order>) => {
  const publicationsOf = publicationsIn(log, release)
  const registrationsOf = registrationsIn(log)
  const ofFiles = files.map((file) => file.release)
  return async (existing) => {
    const releases = [...ofFiles, ...releasesAmong(existing)]
    return {
      publications: await publicationsOf(releases),
      registrations: await registrationsOf([release?.id, ...releases]),
      files,
      overtaken,
    }
  }
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
