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
import type { Candidate } from '../candidates/candidate.ts'
import { noteFate } from '../commit/commit-staged.ts'
import { SeriesCoverage } from '../reconcile/coverage.ts'
import { filesRead, type FileRead } from '../reconcile/files-read.ts'
import { Holdings } from '../reconcile/holdings.ts'
import type { ImportOptions } from '../import/import-file.ts'
import { endOf } from './load-markers.ts'
import { registrationsIn, releasesAmong } from '../reconcile/order.ts'
import { reconcile, type Judged } from '../reconcile/reconcile.ts'
import { asOfOrdinal, replayed } from './resume.ts'
import { RowOutcomes } from '../report/import-report.ts'
import type { Stage } from '../commit/staging-area.ts'
import { omissionsOf, type Vanished } from '../reconcile/vanished.ts'

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

/**
 * Appends all that is staged, a commit for each turn. What an earlier run has left in the log is made again, and held
 * against it, event for event: so it goes on only where it stopped, and comes to what it would have come to. What
 * releases leave out is judged in the turn in which they are registered: that of their publication.
 */
export const commitTurns = async (
  log: EventLog,
  stage: Stage,
  imports: readonly Import[],
  judged: ReadonlyMap<number, readonly Import[]>,
  publications: ReadonlyMap<string, DateRange | undefined>,
  options: Recording,
) => {
  const turns = stage.turns()
  const instantAt = (turn: number): Instant =>
    options.recordedAt === 'source' ? startOf(dayOfTurn(turn)) : options.recordedAt
  const opening = turns.find((turn) => turn !== first) ?? 0
  const before = await log.head()
  const again = replayed(before.ordinal)
  let done = 0
  let start: Instant | undefined
  let last: Instant | undefined
  const breathe = breather()
  for (const [index, turn] of turns.entries()) {
    const recordedAt = laterOf(turn === first ? dayBefore(instantAt(opening)) : instantAt(turn), last)
    const own = [...(index === 0 ? [options.begun] : []), ...(index === turns.length - 1 ? [endOf(options.begun)] : [])]
    if (again.over()) {
      const receipt = await log.appendCommit(partsOf(turn, own), {
        recordedBy: options.recordedBy,
        appendedAt: options.appendedAt,
        recordedAt,
      })
      if (receipt.firstOrdinal <= receipt.lastOrdinal) last = receipt.recordedAt
    } else {
      const from = again.reached()
      for await (const part of partsOf(turn, own)) void part
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

  async function* partsOf(turn: number, own: readonly NewEvent[]): AsyncIterable<CommitPart> {
    const known = again.over() ? undefined : again.reached()
    const silent = (judged.get(turn) ?? []).flatMap((one) => {
      const silence = omissionsOf(one.importer as Importer, one.coverage, one.holds, one.fates)
      return silence === undefined ? [] : [{ one, silence }]
    })
    const soFar = known === undefined ? log : asOfOrdinal(log, known)
    const registrationsOf = registrationsIn(soFar)
    const filesBySeries = new Map<string, readonly FileRead[]>()
    for (const [series, ofSeries] of groupBy(silent, ({ one }) => one.series))
      filesBySeries.set(series, await filesOf(soFar, series, imports, ofSeries))
    const isThere = known !== undefined
    const partOf = async (
      stream: string,
      said: (existing: readonly RecordedEvent[]) => Promise<readonly NewEvent[]>,
    ): Promise<CommitPart | undefined> => {
      const existing: RecordedEvent[] = []
      const after: RecordedEvent[] = []
      for await (const event of log.readStream(stream))
        (isThere && event.ordinal > known ? after : existing).push(event)
      const events = (await said(existing)).map(seal)
      if (isThere) again.take(stream, events, after)
      return events.length === 0 ? undefined : { stream, expected: existing.at(-1)?.revision ?? 'no-stream', events }
    }
    const reconciled =
      (stream: string, candidates: readonly Candidate[]) =>
      async (existing: readonly RecordedEvent[]): Promise<readonly NewEvent[]> => {
        if (existing.length === 0 && candidates.length === 0) return []
        const releases = [...filesBySeries.values()].flat().map(({ release }) => release)
        const registrations = await registrationsOf([...releases, ...releasesAmong(existing)])
        const bySeries = groupBy(candidates, ({ from = 0 }) => (imports[from] as Import).series)
        const events: NewEvent[] = []
        for (const series of new Set([...bySeries.keys(), ...silent.map(({ one }) => one.series)])) {
          const ofSeries = silent.filter(({ one }) => one.series === series)
          const {
            fates,
            vanished,
            events: said,
          } = reconcile(
            stream,
            bySeries.get(series) ?? [],
            existing,
            series,
            { publications, registrations, files: filesBySeries.get(series) ?? [] },
            ofSeries.map(({ silence }) => silence),
          )
          for (const each of fates) noteOn(imports[each.candidate.from ?? 0] as Import, each, isThere)
          vanished.forEach((gone, index) =>
            noteVanished((ofSeries[index] as (typeof ofSeries)[number]).one, gone, isThere),
          )
          events.push(...said)
        }
        return events
      }
    const told = new Set<string>()
    for (const { stream, candidates } of stage.streams(turn)) {
      told.add(stream)
      const part = await partOf(stream, reconciled(stream, candidates))
      done += candidates.length
      await breathe()
      options.progress?.(isThere ? 'going through what is there' : 'appending', done, stage.count())
      if (part !== undefined) yield part
    }
    for (const stream of new Set(silent.flatMap(({ silence }) => silence.coverage.beside(options.actors)))) {
      const part = told.has(stream) ? undefined : await partOf(stream, reconciled(stream, []))
      if (part !== undefined) yield part
    }
    const part = own.length === 0 ? undefined : await partOf(loadStream, () => Promise.resolve(own))
    if (part !== undefined) yield part
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
