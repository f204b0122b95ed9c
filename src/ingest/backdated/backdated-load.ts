import { badInput } from '../../common/error.ts'
import { groupBy } from '../../common/group-by.ts'
import type { EventLog } from '../../log/port.ts'
import { loadOf, refuseUnfinishedMove, type Load } from '../../log/unfinished-load.ts'
import type { Names } from '../../names/names.ts'
import type { Importer } from '../../sources/importer/draft.ts'
import { formatDay, parseDay, type Day } from '../../time/day.ts'
import { instantOf, parseInstant, type Instant } from '../../time/instant.ts'
import { utcToday } from '../../time/today.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { bundledLines, bundledSeries } from '../candidates/bundled.ts'
import { candidatesOf, type SourceKinds } from '../candidates/json-lines.ts'
import { catalogueAlone, withTemporaryWorkspace } from '../commit/open-for-writing.ts'
import { filesOf, opened } from '../import/folder-files.ts'
import { reportOf, type ImportOptions } from '../import/import-file.ts'
import type { FolderReport } from '../import/import-files.ts'
import { withStanding } from '../import/one-by-one.ts'
import { dateOf } from '../reconcile/releases.ts'
import { commitTurns, type Import, type RecordedAt } from './commit-by-date.ts'
import { gatherFile, gatheringOf, gatherOwn, type BasisCounts } from './gather.ts'
import { beginningOf, differenceOf, type Beginning } from './load-markers.ts'
import { otherLoad } from './resume.ts'

/** What a backdated log is built from: all its sources at once, so that they come in order. */
export interface Sources {
  readonly bundled: boolean
  readonly folder?: string | undefined
  /** ISO day on which files were taken that do not say it themselves. */
  readonly retrieved?: string | undefined
}

export interface BackdatedReport extends FolderReport {
  readonly recordedAt: RecordedAt
  readonly dryRun: boolean
  readonly commits: number
  readonly events: number
  /** What of it an earlier run had left, which was cut off. */
  readonly there: { readonly commits: number; readonly events: number }
  readonly first: Instant | undefined
  readonly last: Instant | undefined
  readonly appendedAt: Instant
  /** How many assertions took their time from what. */
  readonly known: Readonly<BasisCounts>
}

/**
 * Reads what `recordedAt` names. A bare date is the beginning of that UTC day: so it was known on it. Throws
 * `bad-instant`, `not-yet`.
 */
export const readRecordedAt = (text: string): RecordedAt => {
  if (text === 'source') return text
  const instant = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text)
  if (instant > instantOf(new Date()))
    throw badInput('not-yet', `${instant} lies ahead.`, {
      where: 'recordedAt',
      hint: 'A log may be dated back, not ahead.',
    })
  return instant
}

interface LoadOptions extends ImportOptions {
  /** Told of each file when its rows have been read. */
  readonly onRead?: (file: string, rows: number, done: number, of: number) => void
}

/**
 * Builds a log whose recorded times are not those of its making: one commit for every instant at which the sources made
 * something known, in order, the definitions before all. When it was really made stands beside, as `appendedAt`. Only
 * into an empty log: nothing is ever recorded earlier than the head; or into one that holds a part of the same load,
 * which goes on then.
 */
export const loadBackdated = async (
  workspace: Workspace,
  sources: Sources,
  recordedAt: RecordedAt,
  options: LoadOptions,
): Promise<BackdatedReport> => {
  await workspace.check()
  await refuseUnfinishedMove(workspace.log)
  const { ordinal } = await workspace.log.head()
  const there = await loadOf(workspace.log)
  if (ordinal > 0 && (there === undefined || there.completed))
    throw badInput(
      'log-not-empty',
      `the log holds ${ordinal} events already, and nothing may be recorded earlier than what it holds.`,
      {
        where: 'recordedAt',
        hint:
          there === undefined
            ? 'A backdated log is built by one command from all its sources. Name another data folder.'
            : 'A backdated load is complete in it; from there the log goes on ' +
              'in the present, with imports without `recordedAt`.',
      },
    )
  const plan: Plan = { sources, recordedAt, there, ...(await catalogueAlone()) }
  if (options.dryRun !== true) return build(workspace.log, plan, options)
  return withTemporaryWorkspace(({ log }) => build(log, plan, options))
}

interface Plan {
  readonly sources: Sources
  readonly recordedAt: RecordedAt
  /** The same load, where the log holds a part of it. */
  readonly there: Load | undefined
  readonly names: Names
  readonly registered: SourceKinds
}

const build = async (log: EventLog, plan: Plan, options: LoadOptions): Promise<BackdatedReport> => {
  const { sources, recordedAt, there, names } = plan
  const { files, leftAlone } =
    sources.folder === undefined ? { files: [], leftAlone: [] } : await filesOf(sources.folder, sources.retrieved)
  if (!sources.bundled && files.length === 0)
    throw badInput('nothing-to-load', 'no source that normtrail knows is there, and a backdated log is built at once.')
  const importers = files.map(({ importer }) => importer)
  const today = there === undefined ? utcToday() : parseDay(String(there.begun.data.today))
  const beginning = beginningFor(plan, today, importers)
  const bundled = sources.bundled ? candidatesOf(bundledLines(), names, plan.registered, bundledSeries) : []
  const gathering = gatheringOf(recordedAt, today, bundled, importers)
  const { stage, imports, judged, known, knowing } = gathering
  try {
    gatherOwn(gathering, bundled)
    const ranks = ranksOf(importers)
    for (const [index, recognised] of files.entries()) {
      const { importer } = recognised
      const file = await opened(recognised)
      const rank = ranks.get(importer.release.id) ?? 0
      const fates = await gatherFile(gathering, names, { importer, file }, rank, options).catch((thrown: unknown) => {
        throw withStanding(thrown, there === undefined ? nothingIn : noMoreIn)
      })
      options.onRead?.(file.name, fates.read, index + 1, files.length)
    }
    const appendedAt = instantOf(new Date())
    const actors = names.subjects('state').map(({ id }) => id)
    const staged = { stage, imports, judged, publications: knowing.published }
    const begun = beginningOf(beginning)
    const done = await commitTurns(log, staged, { ...options, actors, appendedAt, recordedAt, begun })
    const dryRun = options.dryRun ?? false
    const reports = reportsOf(imports, dryRun, done.events)
    return { recordedAt, dryRun, ...done, appendedAt, known, reports, leftAlone }
  } finally {
    stage.dispose()
  }
}

const nothingIn = 'No file is in the log: a backdated log is built from all of them at once.'
const noMoreIn = 'The log holds the same part of the load as before.'

/** What the load says of itself. Throws where the log holds a part of another one. */
const beginningFor = ({ sources, recordedAt, there }: Plan, today: Day, importers: readonly Importer[]): Beginning => {
  const beginning = {
    recordedAt,
    bundled: sources.bundled,
    releases: [...new Set(importers.map(({ release }) => release.id))],
    today: formatDay(today),
  }
  const other = there === undefined ? undefined : differenceOf(there.begun.data, beginning)
  if (other !== undefined) throw otherLoad('recordedAt', other)
  return beginning
}

/** The place of every release in its series, by date of publication. */
const ranksOf = (importers: readonly Importer[]): ReadonlyMap<string, number> => {
  const ranks = new Map<string, number>()
  for (const ofSeries of groupBy(
    importers.map(({ release }) => release),
    ({ series }) => series,
  ).values()) {
    const releases = [
      ...new Map(ofSeries.map((release) => [release.id, dateOf(release.published)?.lo ?? Infinity])).entries(),
    ]
    releases.toSorted(([, a], [, b]) => a - b).forEach(([id], rank) => ranks.set(id, rank))
  }
  return ranks
}

const reportsOf = (imports: readonly Import[], dryRun: boolean, ordinal: number): BackdatedReport['reports'] =>
  imports.flatMap(({ series, importer, file, fates, counted }) => {
    if (importer !== undefined && file !== undefined)
      return [reportOf(importer, file, dryRun, fates, { ...counted, ordinal })]
    return series === bundledSeries
      ? [
          {
            file: 'examples',
            importer: 'bundled',
            series,
            release: series,
            dryRun,
            ...fates.summary(),
            events: { appended: counted.appended, corrections: counted.corrections },
            vanished: counted.vanished,
            ordinal,
          },
        ]
      : []
  })
