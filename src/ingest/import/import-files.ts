import { badInput } from '../../common/error.ts'
import type { Importer } from '../../sources/importer/draft.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { Defined } from '../candidates/defined.ts'
import { filesInOneOf } from './files-at.ts'
import { filesOf, opened, type LeftAlone, type Recognised } from './folder-files.ts'
import { importBundled, isUnused, lackingOfBundled } from './import-bundled.ts'
import { importFile, type ImportOptions } from './import-file.ts'
import { oneByOne } from './one-by-one.ts'
import { prepared } from '../commit/open-for-writing.ts'
import { registeredReleases } from '../../readmodel/lookups/registered-sources.ts'
import type { ImportReport } from '../report/import-report.ts'

/** Whether the facts that come with normtrail go in before the files, in a commit of their own. */
export type BundledFirst = 'always' | 'never' | 'into-an-unused-log'

export interface FilesOptions extends ImportOptions {
  /** Default: never. */
  readonly bundled?: BundledFirst | undefined
  /** What the files are written in, where the importer does not say it. */
  readonly encoding?: string | undefined
  /** ISO day on which files were taken that do not say it themselves. */
  readonly retrieved?: string | undefined
  readonly onReport?: ((report: ImportReport, done: number, of: number) => void) | undefined
}

export interface FolderReport {
  readonly reports: readonly ImportReport[]
  /** Files that were not imported, since no importer recognises them. */
  readonly leftAlone: readonly LeftAlone[]
  /** How many of the facts that come with normtrail the log lacks; absent where nobody looked. */
  readonly lackingOfBundled?: number
}

/**
 * Imports every recognised table below a folder, each as one commit. Cut off, it goes on where it stopped: what is in
 * already is known.
 */
export const importFolder = async (
  workspace: Workspace,
  folder: string,
  options: FilesOptions,
): Promise<FolderReport> => {
  const { files, leftAlone } = await filesOf(folder, options.retrieved)
  return { ...(await importEach(workspace, files, options)), leftAlone }
}

/** Imports files of one format, or of several that their columns tell apart, each as one commit. */
export const importFiles = async (
  workspace: Workspace,
  format: Importer | readonly Importer[],
  paths: readonly string[],
  { encoding, ...options }: FilesOptions,
): Promise<FolderReport> => {
  const formats = [format].flat().map((one) => (encoding === undefined ? one : { ...one, encoding }))
  const files = await listed(formats, paths, options.retrieved)
  for (const file of files) await opened(file)
  return { ...(await importEach(workspace, files, options)), leftAlone: [] }
}

/** What is at the paths, looked at before anything is recorded: a wrong name is no half of an import. */
const listed = async (
  formats: readonly Importer[],
  paths: readonly string[],
  retrieved: string | undefined,
): Promise<readonly Recognised[]> => {
  const ofPaths = formats.find((one) => one.ofPaths !== undefined)?.ofPaths
  if (ofPaths === undefined && retrieved !== undefined)
    throw badInput(
      'bad-usage',
      `the files of ${formats.map(({ name }) => name).join(', ')} say themselves when they were published.`,
      { where: 'retrieved', hint: 'Leave the day out.' },
    )
  if (ofPaths === undefined) {
    const found: Recognised[] = []
    for (const path of paths) found.push(...(await filesInOneOf(path, formats)))
    return found
  }
  const releases = await ofPaths(paths, { retrieved })
  return releases.map((one) => ({ importer: one, path: paths.join(', '), file: one.release.id }))
}

const bundledCase = 'the facts that come with normtrail'

const importEach = async (
  workspace: Workspace,
  files: readonly Recognised[],
  { bundled = 'never', onReport, ...options }: FilesOptions,
): Promise<Omit<FolderReport, 'leftAlone'>> => {
  if (files.length === 0) return { reports: [] }
  const dryRun = options.dryRun ?? false
  const isFirst = bundled === 'always' || (bundled === 'into-an-unused-log' && (await isUnused(workspace.log)))
  const of = files.length + (isFirst ? 1 : 0)
  const reports: ImportReport[] = []
  const report = (one: ImportReport): ImportReport => {
    reports.push(one)
    onReport?.(one, reports.length, of)
    return one
  }
  if (isFirst) report(await importBundled(workspace, options))
  const names = await prepared(workspace, dryRun)
  const lacking =
    isFirst || dryRun || bundled === 'never' ? undefined : await lackingOfBundled(workspace, options.recordedBy)
  const registered = [...(await registeredReleases(workspace.readModel))]
  const defined = new Defined()
  await oneByOne(files, { dryRun, before: isFirst ? [bundledCase] : [] }, async (one) => {
    const { importer } = one
    const file = await opened(one)
    report(await importFile(workspace.log, names, { importer, file }, { ...options, defined }, registered))
    registered.push(importer.release)
  })
  return { reports, ...(lacking !== undefined && { lackingOfBundled: lacking }) }
}
