import type { NewEvent, RecordedEvent } from '../../events/envelope.ts'
import { breather } from '../../common/breathe.ts'
import { seal } from '../../events/seal.ts'
import { groupBy } from '../../common/group-by.ts'
import type { CommitPart, EventLog } from '../../log/port.ts'
import { loadStream } from '../../log/unfinished-load.ts'
import type { Importer, OpenFile } from '../../sources/importer/draft.ts'
import { formatDay, type Day } from '../../time/day.ts'
import type { DateRange } from '../../time/date-range.ts'
import { instantOf, laterOf, parseInstant, type Instant } from '../../time/instant.ts'
import { noteFate } from '../commit/commit-staged.ts'
import { partsOf, type StreamInLog, type StreamOfCommit } from '../commit/parts.ts'
import { SeriesCoverage } from '../reconcile/coverage.ts'
import { filesRead, type FileRead } from '../reconcile/files-read.ts'
import { Holdings } from '../reconcile/holdings.ts'
import type { ImportOptions } from '../import/import-file.ts'
import { endOf } from './load-markers.ts'
import { registrationsIn, releasesAmong } from '../reconcile/order.ts'
import { reconcile, type Judged } from '../reconcile/reconcile.ts'
import { asOfOrdinal, replayed } from './resume.ts'
import { streamsKept } from './streams-kept.ts'
import { RowOutcomes } from '../report/import-report.ts'
import type { Stage } from '../commit/staging-area.ts'
import { omissionsOf, type Omissions, type Vanished } from '../reconcile/vanished.ts'

/** Whose times are recorded: those that the sources imply, or one instant for all. */
export type RecordedAt = 'source' | Instant

/** One of the imports that are merged: its report is made from what became of its rows. */
export interface Import {
  readonly series: string
  readonly fates: RowOutcomes
  readonly counted: { appended: number; corrections: number; vanished: { retracted: number; kept: string[] } }
  readonly coverage?: SeriesCoverage | undefined
  readonly holds: Holdings
  readonly importer?: Importer
  readonly file?: OpenFile
}

export const anImport = (series: string, more: Pick<Import, 'importer' | 'file'> = {}): Import => ({
  series,
  fates: new RowOutcomes(),
  counted: { appended: 0, corrections: 0, vanished: { retracted: 0, kept: [] } },
  holds: new Holdings(),
  coverage: more.importer?.scope === undefined ? undefined : new SeriesCoverage(more.importer.scope),
  ...more,
})

/** The turn of the definitions: before all others. */
export const first = -1_000_000_000_000
/** Releases of one series that come on one day take turns. */
const releasesADay = 1_000
/** The turn of what was known from a day on; releases of one series by their rank. */
export const slotOf = (day: Day | undefined, rank: number): number =>
  day === undefined ? first : day * releasesADay + rank
const dayOfTurn = (turn: number): Day => Math.floor(turn / releasesADay) as Day
const startOf = (day: Day): Instant => parseInstant(`${formatDay(day)}T00:00:00Z`)
const dayBefore = (instant: Instant): Instant =>
  instantOf(new Date(Date.parse(`${instant.slice(0, 23)}Z`) - 86_400_000))

interface Recording extends ImportOptions {
  readonly actors: readonly string[]
  readonly appendedAt: Instant
  readonly recordedAt: RecordedAt
  /** What the load says of itself, in its first turn. */
  readonly begun: NewEvent
}

/** What is to be committed, turn by turn. */
export interface Staged {
  readonly stage: Stage
  readonly imports: readonly Import[]
  /** The imports that are judged in a turn: for what they leave out. */
  readonly judged: ReadonlyMap<number, readonly Import[]>
  readonly publications: ReadonlyMap<string, DateRange | undefined>
}

/** All that the turns of a load share. */
interface Loading extends Staged {
  /** The log, as it is read. */
  readonly log: Pick<EventLog, 'readStream'>
  readonly options: Recording
  readonly again: ReturnType<typeof replayed>
  readonly breathe: () => Promise<void>
  done: number
}

/**
 * Appends all that is staged, a commit for each turn. What an earlier run has left in the log is made again, and held
 * against it, event for event: so it goes on only where it stopped, and comes to what it would have come to. What
 * releases leave out is judged in the turn in which they are registered: that of their publication.
 */
export const commitTurns = async (log: EventLog, staged: Staged, options: Recording) => {
  const turns = staged.stage.turns()
  const instantAt = (turn: number): Instant =>
    options.recordedAt === 'source' ? startOf(dayOfTurn(turn)) : options.recordedAt
  const opening = turns.find((turn) => turn !== first) ?? 0
  const before = await log.head()
  const again = replayed(before.ordinal)
  const loading: Loading = { ...staged, log: streamsKept(log), options, again, breathe: breather(), done: 0 }
  let start: Instant | undefined
  let last: Instant | undefined
  for (const [index, turn] of turns.entries()) {
    const recordedAt = laterOf(turn === first ? dayBefore(instantAt(opening)) : instantAt(turn), last)
    const own = [...(index === 0 ? [options.begun] : []), ...(index === turns.length - 1 ? [endOf(options.begun)] : [])]
    if (again.over()) {
      const { recordedBy, appendedAt } = options
      const receipt = await log.appendCommit(partsOfTurn(loading, turn, own), { recordedBy, appendedAt, recordedAt })
      if (receipt.firstOrdinal <= receipt.lastOrdinal) last = receipt.recordedAt
    } else {
      const from = again.reached()
      for await (const part of partsOfTurn(loading, turn, own)) void part
      last = again.endTurn(recordedAt, from)
    }
    start ??= last
  }
  const head = await log.head()
  return {
    commits: head.commits,
    events: head.ordinal,
    first: start,
    last: head.recordedAt,
    there: { commits: before.commits, events: before.ordinal },
  }
}

/** An import that is judged by what it leaves out. */
interface Silent {
  readonly one: Import
  readonly silence: Omissions
}

async function* partsOfTurn(loading: Loading, turn: number, own: readonly NewEvent[]): AsyncIterable<CommitPart> {
  const { log, again, options, stage } = loading
  const known = again.over() ? undefined : again.reached()
  const silent = (loading.judged.get(turn) ?? []).flatMap((one) => {
    const silence = omissionsOf(one.importer as Importer, one.coverage, one.holds, one.fates)
    return silence === undefined ? [] : [{ one, silence }]
  })
  const said = await saidInTurn(loading, silent, known)
  yield* partsOf(log, streamsOf(loading, turn, silent, own), async ({ stream, candidates, existing: inLog }) => {
    const [existing, after] = parted(inLog, known)
    const events = stream === loadStream ? own : await said({ stream, candidates, existing })
    if (known !== undefined) again.take(stream, events.map(seal), after)
    if (candidates.length === 0) return events
    loading.done += candidates.length
    await loading.breathe()
    const doing = known === undefined ? 'appending' : 'going through what is there'
    options.progress?.(doing, loading.done, stage.count())
    return events
  })
}

/** What stood in a stream at an ordinal, and what came after; all of it stood there where none is given. */
const parted = (
  events: readonly RecordedEvent[],
  known: number | undefined,
): readonly [readonly RecordedEvent[], readonly RecordedEvent[]] =>
  known === undefined
    ? [events, []]
    : [events.filter(({ ordinal }) => ordinal <= known), events.filter(({ ordinal }) => ordinal > known)]

/** What is staged for a turn, then what its releases leave out, and what the load says of itself. */
function* streamsOf(
  { stage, options }: Loading,
  turn: number,
  silent: readonly Silent[],
  own: readonly NewEvent[],
): Iterable<StreamOfCommit> {
  const told = new Set<string>()
  for (const of of stage.streams(turn)) {
    told.add(of.stream)
    yield of
  }
  for (const stream of new Set(silent.flatMap(({ silence }) => silence.coverage.beside(options.actors))))
    if (!told.has(stream)) yield { stream, candidates: [] }
  if (own.length > 0) yield { stream: loadStream, candidates: [] }
}

/** Which events a stream gets in a turn: what each series says there. */
const saidInTurn = async (loading: Loading, silent: readonly Silent[], known: number | undefined) => {
  const { log, imports, publications } = loading
  const soFar = known === undefined ? log : asOfOrdinal(log, known)
  const registrationsOf = registrationsIn(soFar)
  const filesBySeries = new Map<string, readonly FileRead[]>()
  for (const [series, ofSeries] of groupBy(silent, ({ one }) => one.series))
    filesBySeries.set(series, await filesOf(soFar, series, imports, ofSeries))
  const releasesOfFiles = [...filesBySeries.values()].flat().map(({ release }) => release)
  return async ({ stream, candidates, existing }: StreamInLog): Promise<readonly NewEvent[]> => {
    if (existing.length === 0 && candidates.length === 0) return []
    const registrations = await registrationsOf([...releasesOfFiles, ...releasesAmong(existing)])
    const bySeries = groupBy(candidates, ({ from = 0 }) => (imports[from] as Import).series)
    return [...new Set([...bySeries.keys(), ...silent.map(({ one }) => one.series)])].flatMap((series) => {
      const ofSeries = silent.filter(({ one }) => one.series === series)
      const { fates, vanished, events } = reconcile(
        { stream, candidates: bySeries.get(series) ?? [], existing, series },
        { publications, registrations, files: filesBySeries.get(series) ?? [] },
        ofSeries.map(({ silence }) => silence),
      )
      const isThere = known !== undefined
      for (const each of fates) noteOn(imports[each.candidate.from ?? 0] as Import, each, isThere)
      for (const [index, gone] of vanished.entries()) noteVanished((ofSeries[index] as Silent).one, gone, isThere)
      return events
    })
  }
}

/** The files of a series that is judged in a turn: those of earlier turns, and its own. */
const filesOf = async (
  log: Pick<EventLog, 'readStream'>,
  series: string,
  imports: readonly Import[],
  silent: readonly { readonly one: Import }[],
): Promise<readonly FileRead[]> => {
  const releases = imports.flatMap((one) => (one.series === series ? (one.importer?.release.id ?? []) : []))
  const own = silent.map(({ one: { importer, holds } }) => ({ release: (importer as Importer).release.id, holds }))
  return [...(await filesRead(log, releases)), ...own]
}

/** Counts what became of a candidate. What an earlier run has recorded, this one finds known. */
const noteOn = ({ fates, counted }: Import, judged: Judged, isThere: boolean): void => {
  const { fate } = judged
  const isNew = fate === 'appended' || fate === 'corrected'
  noteFate(fates, isNew && isThere ? { ...judged, fate: 'known' } : judged)
  if (!isNew || isThere) return
  counted.appended += 1
  if (fate === 'corrected') counted.corrections += 1
}

const noteVanished = ({ counted }: Import, { events, retracted, kept }: Vanished, isThere: boolean): void => {
  counted.vanished.kept.push(...kept)
  if (isThere) return
  counted.appended += events.length
  counted.vanished.retracted += retracted
}
