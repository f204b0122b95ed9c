import { definitionOf } from '../events/registry.ts'
import { badInput } from '../error.ts'
import type { NewEvent, RecordedEvent } from '../events/envelope.ts'
import { seal } from '../events/seal.ts'
import { groupBy } from '../group-by.ts'
import type { CommitPart, EventLog } from '../log/port.ts'
import type { Names } from '../names/names.ts'
import type { Importer, OpenFile } from '../sources/draft.ts'
import { formatDay, type Day } from '../time/day.ts'
import { parseDate, type DateRange } from '../time/edtf.ts'
import { instantOf, laterOf, parseInstant, type Instant } from '../time/instant.ts'
import { utcToday } from '../time/today.ts'
import type { Workspace } from '../workspace.ts'
import { bundledLines, bundledSeries } from './bundled.ts'
import type { Candidate } from './candidate.ts'
import { catalogueCandidates, catalogueSeries } from './catalogue.ts'
import { noteFate } from './commit.ts'
import { Coverage } from './coverage.ts'
import { readCandidates, reportOf, type ImportOptions } from './import-file.ts'
import { recognisedFiles, type FolderReport } from './index.ts'
import { knownSince, type Basis } from './known-since.ts'
import { candidatesOf, type SourceKinds } from './lines.ts'
import { prepared, registeredSources, withBorrowed } from './prepare.ts'
import { dateOf } from './publication.ts'
import { reconcile } from './reconcile.ts'
import { RowFates } from './report.ts'
import { openStage, type Stage } from './stage.ts'
import { registrationsIn, releasesAmong, silenceOf } from './vanished.ts'

/** What a backdated log is built from: all its sources at once, so that they come in order. */
export interface Sources {
  readonly bundled: boolean
  readonly folder?: string | undefined
}

/** Whose times are recorded: those that the sources imply, or one instant for all. */
export type RecordedAt = 'source' | Instant

export interface BackdatedReport extends FolderReport {
  readonly recordedAt: RecordedAt
  readonly dryRun: boolean
  readonly commits: number
  readonly events: number
  readonly first: Instant | undefined
  readonly last: Instant | undefined
  readonly appendedAt: Instant
  /** How many assertions took their time from what. */
  readonly known: Readonly<Record<Basis | 'given', number>>
}

/** Reads what `--recorded-at` names. A bare date is the beginning of that UTC day: so it was known on it. Throws `bad-instant`, `not-yet`. */
export const readRecordedAt = (text: string): RecordedAt => {
  if (text === 'source') return text
  const instant = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text)
  if (instant > instantOf(new Date())) throw badInput('not-yet', `${instant} lies ahead.`, { where: '--recorded-at', hint: 'A log may be dated back, not ahead.' })
  return instant
}

/** One of the imports that are merged: its report is made from what became of its rows. */
interface Import {
  readonly series: string
  readonly fates: RowFates
  readonly counted: { appended: number; corrections: number; vanished: { retracted: number; kept: string[] } }
  readonly coverage?: Coverage | undefined
  readonly importer?: Importer
  readonly file?: OpenFile
}

const anImport = (series: string, more: Pick<Import, 'importer' | 'file'> = {}): Import => ({
  series,
  fates: new RowFates(),
  counted: { appended: 0, corrections: 0, vanished: { retracted: 0, kept: [] } },
  coverage: more.importer?.scope === undefined ? undefined : new Coverage(more.importer.scope),
  ...more,
})

/** The turn of the definitions: before all others. */
const first = -1_000_000_000_000
/** Releases of one series that come on one day take turns. */
const releasesADay = 1_000
const dayOfTurn = (turn: number): Day => Math.floor(turn / releasesADay) as Day
const startOf = (day: Day): Instant => parseInstant(`${formatDay(day)}T00:00:00Z`)
const dayBefore = (instant: Instant): Instant => instantOf(new Date(Date.parse(`${instant.slice(0, 23)}Z`) - 86_400_000))

/**
 * Builds a log whose recorded times are not those of its making: one commit for every instant at which the sources made something known, in order, the
 * definitions before all. When it was really made stands beside, as `appendedAt`. Only into an empty log: nothing is ever recorded earlier than the head.
 */
export const loadBackdated = async (workspace: Workspace, sources: Sources, recordedAt: RecordedAt, options: ImportOptions): Promise<BackdatedReport> => {
  const { ordinal } = await workspace.log.head()
  if (ordinal > 0)
    throw badInput('log-not-empty', `the log holds ${ordinal} events already, and nothing may be recorded earlier than what it holds.`, {
      where: '--recorded-at', hint: 'A backdated log is built by one command from all its sources; one that was cut off is begun anew. Name another folder: --data <folder>.',
    })
  return withBorrowed(async (borrowed) => {
    const names = await prepared(borrowed, false)
    const registered = await registeredSources(borrowed)
    if (options.dryRun !== true) return build(workspace.log, names, registered, sources, recordedAt, options)
    return withBorrowed(({ log }) => build(log, names, registered, sources, recordedAt, options))
  })
}

const build = async (log: EventLog, names: Names, registered: SourceKinds, sources: Sources, recordedAt: RecordedAt, options: ImportOptions): Promise<BackdatedReport> => {
  const { files, unrecognised } = sources.folder === undefined ? { files: [], unrecognised: [] } : await recognisedFiles(sources.folder)
  if (!sources.bundled && files.length === 0) throw badInput('nothing-to-load', 'no source that normtrail knows is there, and a backdated log is built at once.')
  const catalogue = catalogueCandidates()
  const bundled = sources.bundled ? candidatesOf(bundledLines(), names, registered, bundledSeries) : []
  const published = publicationsOf([...catalogue, ...bundled], files.map(({ importer }) => importer))
  const ranks = ranksOf(files.map(({ importer }) => importer))
  const known = { definition: 0, publication: 0, act: 0, undated: 0, given: 0 }
  const knowing = { published, beside: bundled, today: utcToday() }
  const imports: Import[] = []
  const judged = new Map<number, readonly Import[]>()
  const actors = names.subjects('state').map(({ id }) => id)
  const stage = openStage()
  try {
    const taking = (one: Import, rank = 0) => {
      const from = imports.push(one) - 1
      return (candidate: Candidate): void => {
        const { day, basis } = recordedAt === 'source' ? knownSince(candidate, knowing) : given(candidate, recordedAt, one)
        const turn = day === undefined ? first : day * releasesADay + rank
        known[basis] += 1
        one.coverage?.told(candidate)
        if (one.coverage !== undefined && candidate.event.type === 'SourceRegistered') judged.set(turn, [...(judged.get(turn) ?? []), one])
        stage.add({ ...candidate, from }, turn)
      }
    }
    catalogue.forEach(taking(anImport(catalogueSeries)))
    if (sources.bundled) bundled.forEach(taking(anImport(bundledSeries)))
    for (const { importer, file } of files) {
      const one = anImport(importer.release.series, { importer, file })
      await readCandidates(names, importer, file, options, one.fates, taking(one, ranks.get(importer.release.id)))
    }
    const appendedAt = instantOf(new Date())
    const done = await commitTurns(log, stage, imports, judged, published, { ...options, actors, appendedAt, recordedAt })
    const dryRun = options.dryRun ?? false
    return { recordedAt, dryRun, ...done, appendedAt, known, reports: reportsOf(imports, dryRun, done.events), unrecognised }
  } finally {
    stage.dispose()
  }
}

/** One instant for all; nothing may have been done after it but what the catalogue defines. */
const given = ({ event, rows, stream }: Candidate, instant: Instant, { series, file }: Import): { readonly day: Day | undefined; readonly basis: Basis | 'given' } => {
  if (series === catalogueSeries) return { day: undefined, basis: 'definition' }
  if (event.occurred !== undefined && !definitionOf(event.type).scheduled && formatDay(parseDate(event.occurred).lo) > instant.slice(0, 10))
    throw badInput('not-yet', `${event.type} occurred on ${event.occurred}, after ${instant}.`, {
      where: file === undefined ? stream : `${file.name}, row ${rows[0]}`, hint: 'Nothing can be recorded before it was done: name a later instant, or --recorded-at source.',
    })
  return { day: 0 as Day, basis: 'given' }
}

/** When every registered source was published: those of the lines, and the releases of the files. */
const publicationsOf = (candidates: readonly Candidate[], importers: readonly Importer[]): ReadonlyMap<string, DateRange | undefined> =>
  new Map([
    ...candidates.flatMap(({ event: { type, data } }) => (type === 'SourceRegistered' ? [[String(data.source), dateOf(data.published)] as const] : [])),
    ...importers.map(({ release }) => [release.id, dateOf(release.published)] as const),
  ])

/** The place of every release in its series, by date of publication. */
const ranksOf = (importers: readonly Importer[]): ReadonlyMap<string, number> => {
  const ranks = new Map<string, number>()
  for (const ofSeries of groupBy(importers.map(({ release }) => release), ({ series }) => series).values()) {
    const releases = [...new Map(ofSeries.map((release) => [release.id, dateOf(release.published)?.lo ?? Infinity])).entries()]
    releases.toSorted(([, a], [, b]) => a - b).forEach(([id], rank) => ranks.set(id, rank))
  }
  return ranks
}

interface Recording extends ImportOptions {
  readonly actors: readonly string[]
  readonly appendedAt: Instant
  readonly recordedAt: RecordedAt
}

/** What releases leave out is judged in the turn in which they are registered: that of their publication. */
const commitTurns = async (
  log: EventLog, stage: Stage, imports: readonly Import[], judged: ReadonlyMap<number, readonly Import[]>, publications: ReadonlyMap<string, DateRange | undefined>, options: Recording,
) => {
  const turns = stage.turns()
  const instantAt = (turn: number): Instant => (options.recordedAt === 'source' ? startOf(dayOfTurn(turn)) : options.recordedAt)
  const opening = turns.find((turn) => turn !== first) ?? 0
  let done = 0
  let start: Instant | undefined
  for (const turn of turns) {
    const proposed = turn === first ? dayBefore(instantAt(opening)) : instantAt(turn)
    const { recordedAt } = await log.appendCommit(partsOf(turn), {
      recordedBy: options.recordedBy, appendedAt: options.appendedAt, recordedAt: laterOf(proposed, (await log.head()).recordedAt),
    })
    start ??= recordedAt
  }
  const head = await log.head()
  return { commits: head.commits, events: head.ordinal, first: start, last: head.recordedAt }

  async function* partsOf(turn: number): AsyncIterable<CommitPart> {
    const silent = (judged.get(turn) ?? []).flatMap((one) => {
      const silence = silenceOf(one.importer as Importer, one.coverage, one.fates)
      return silence === undefined ? [] : [{ one, silence }]
    })
    const registrationsOf = registrationsIn(log)
    const partOf = async (stream: string, candidates: readonly Candidate[]): Promise<CommitPart | undefined> => {
      const existing: RecordedEvent[] = []
      for await (const event of log.readStream(stream)) existing.push(event)
      if (existing.length === 0 && candidates.length === 0) return undefined
      const order = { publications, registrations: await registrationsOf(releasesAmong(existing)) }
      const bySeries = groupBy(candidates, ({ from = 0 }) => (imports[from] as Import).series)
      const events: NewEvent[] = []
      for (const series of new Set([...bySeries.keys(), ...silent.map(({ one }) => one.series)])) {
        const ofSeries = silent.filter(({ one }) => one.series === series)
        const reconciled = reconcile(stream, bySeries.get(series) ?? [], existing, series, order, ofSeries.map(({ silence }) => silence))
        for (const { candidate, fate } of reconciled.fates) {
          const { fates, counted } = imports[candidate.from ?? 0] as Import
          noteFate(fates, candidate.rows, fate)
          if (fate === 'appended' || fate === 'corrected') counted.appended += 1
          if (fate === 'corrected') counted.corrections += 1
        }
        reconciled.vanished.forEach(({ events: said, retracted, kept }, index) => {
          const { counted } = (ofSeries[index] as (typeof ofSeries)[number]).one
          counted.appended += said.length
          counted.vanished.retracted += retracted
          counted.vanished.kept.push(...kept)
        })
        events.push(...reconciled.events)
      }
      return events.length === 0 ? undefined : { stream, expected: existing.at(-1)?.revision ?? 'no-stream', events: events.map(seal) }
    }
    const told = new Set<string>()
    for (const { stream, candidates } of stage.streams(turn)) {
      told.add(stream)
      const part = await partOf(stream, candidates)
      done += candidates.length
      options.progress?.('appending', done, stage.count())
      if (part !== undefined) yield part
    }
    for (const stream of new Set(silent.flatMap(({ silence }) => silence.coverage.beside(options.actors)))) {
      const part = told.has(stream) ? undefined : await partOf(stream, [])
      if (part !== undefined) yield part
    }
  }
}

const reportsOf = (imports: readonly Import[], dryRun: boolean, ordinal: number): BackdatedReport['reports'] =>
  imports.flatMap(({ series, importer, file, fates, counted }) => {
    if (importer !== undefined && file !== undefined) return [reportOf(importer, file, dryRun, fates, { ...counted, ordinal })]
    return series === bundledSeries ? [{ file: 'examples', importer: 'bundled', series, release: series, dryRun, ...fates.summary(), events: { appended: counted.appended, corrections: counted.corrections }, vanished: counted.vanished, ordinal }] : []
  })

/** What came of it in words: the times that were recorded are never silent. */
export const backdatedText = ({ recordedAt, dryRun, commits, events, first: from, last, appendedAt, known }: BackdatedReport): string =>
  [
    `${dryRun ? 'would be recorded' : 'recorded'} at ${recordedAt}: ${events} events in ${commits} commits, from ${from ?? 'nothing'} to ${last ?? 'nothing'}; appended ${appendedAt}`,
    ...Object.entries({
      definition: 'definitions, before all else', publication: 'known when a source was published', act: 'known when done, by the body that it was done before',
      undated: 'of sources that do not say when they were published: known now', given: 'at the instant that was given',
    }).flatMap(([basis, words]) => (known[basis as keyof typeof known] > 0 ? [`  ${known[basis as keyof typeof known]} ${words}`] : [])),
  ].join('\n')
