import type { EventLog } from '../../log/port.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { bundledLines, bundledSeries } from '../candidates/bundled.ts'
import { catalogueSeries } from '../commit/catalogue.ts'
import { commitStage } from '../commit/commit-staged.ts'
import type { ImportOptions } from './import-file.ts'
import { candidatesOf } from '../candidates/json-lines.ts'
import { prepared } from '../commit/open-for-writing.ts'
import { registeredSources } from '../../readmodel/lookups/registered-sources.ts'
import { RowOutcomes, type ImportReport } from '../report/import-report.ts'
import { openStage } from '../commit/staging-area.ts'

/**
 * Loads everything that the project ships in `examples/`, as one commit, on an empty log or on top of what is there.
 */
export const importBundled = async (workspace: Workspace, options: ImportOptions): Promise<ImportReport> => {
  const candidates = candidatesOf(
    bundledLines(),
    await prepared(workspace, options.dryRun),
    await registeredSources(workspace.readModel),
    bundledSeries,
  )
  const stage = openStage()
  const fates = new RowOutcomes()
  try {
    for (const candidate of candidates) stage.add(candidate)
    const dryRun = options.dryRun ?? false
    const { appended, corrections, vanished, ordinal } = await commitStage(workspace.log, stage, {
      series: bundledSeries,
      recordedBy: options.recordedBy,
      dryRun,
      fates,
    })
    return {
      file: 'examples',
      importer: 'bundled',
      series: bundledSeries,
      release: bundledSeries,
      dryRun,
      ...fates.summary(),
      events: { appended, corrections },
      vanished,
      ordinal,
    }
  } finally {
    stage.dispose()
  }
}

/** Whether nobody has recorded anything in a log: it is empty, or holds the catalogue and nothing else. */
export const isUnused = async (log: Pick<EventLog, 'readAll'>): Promise<boolean> => {
  for await (const { event } of log.readAll()) if (event.sources[0]?.series !== catalogueSeries) return false
  return true
}

/**
 * How many of the facts that come with normtrail a log lacks: all of them, or those that a later version ships more.
 */
export const lackingOfBundled = async (workspace: Workspace, recordedBy: string): Promise<number> =>
  (await importBundled(workspace, { recordedBy, dryRun: true })).events.appended
