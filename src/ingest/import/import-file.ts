import type { EventLog } from '../../log/port.ts'
import type { Names } from '../../names/names.ts'
import type { RegisteredRelease } from '../../readmodel/lookups/registered-sources.ts'
import type { Importer, OpenFile } from '../../sources/importer/draft.ts'
import { commitStage, type Committed } from '../commit/commit-staged.ts'
import { openStage } from '../commit/staging-area.ts'
import { SeriesCoverage } from '../reconcile/coverage.ts'
import { filesRead, recordsOf } from '../reconcile/files-read.ts'
import { Holdings } from '../reconcile/holdings.ts'
import { isOvertaken } from '../reconcile/releases.ts'
import { omissionsOf } from '../reconcile/vanished.ts'
import { RowOutcomes, type ImportReport } from '../report/import-report.ts'
import { readCandidates, type FileOfSource, type ReadingOptions } from './read-candidates.ts'

export interface ImportOptions extends ReadingOptions {
  readonly recordedBy: string
  /** Reports, and appends nothing. */
  readonly dryRun?: boolean
}

/** What came of a file, once its rows have their fates. */
export const reportOf = (
  importer: Importer,
  file: OpenFile,
  dryRun: boolean,
  fates: RowOutcomes,
  committed: Committed,
): ImportReport => ({
  file: file.name,
  importer: importer.name,
  series: importer.release.series,
  release: importer.release.id,
  dryRun,
  ...fates.summary(),
  events: { appended: committed.appended, corrections: committed.corrections },
  vanished: committed.vanished,
  ordinal: committed.ordinal,
})

/**
 * Imports one file as one commit: reads it, then appends what the log does not know yet. Where a row stops it, nothing
 * is appended. `registered` are the releases that the log knows: one that was published later is not overruled.
 */
export const importFile = async (
  log: EventLog,
  names: Names,
  { importer, file }: FileOfSource,
  options: ImportOptions,
  registered: readonly RegisteredRelease[] = [],
): Promise<ImportReport> => {
  const stage = openStage()
  const fates = new RowOutcomes()
  const dryRun = options.dryRun ?? false
  try {
    const coverage = importer.scope === undefined ? undefined : new SeriesCoverage(importer.scope)
    const holds = new Holdings()
    await readCandidates(names, { importer, file }, options, fates, (candidate) => {
      coverage?.told(candidate)
      holds.told(candidate)
      stage.add(candidate)
    })
    for (const record of recordsOf(importer.release, holds)) stage.add(record)
    const ofSeries = registered.filter(({ series }) => series === importer.release.series)
    const committed = await commitStage(log, stage, {
      series: importer.release.series,
      release: importer.release,
      files: await filesRead(
        log,
        ofSeries.map(({ id }) => id),
      ),
      overtaken: isOvertaken(importer.release, registered),
      recordedBy: options.recordedBy,
      dryRun,
      fates,
      silence: omissionsOf(importer, coverage, holds, fates),
      actors: names.subjects('state').map(({ id }) => id),
      progress: (done, of) => options.progress?.(`${file.name}: appending`, done, of),
    })
    return reportOf(importer, file, dryRun, fates, committed)
  } finally {
    stage.dispose()
  }
}
