import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'
import { formatDay, parseDay } from '../../time/day.ts'
import { utcToday } from '../../time/today.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { CliContext } from '../context/cli-context.ts'
import { encodingOption } from '../context/read-lines.ts'
import { withProgress } from '../context/progress.ts'
import { acceptClock, withRecording, type RecordingOptions } from '../context/recording.ts'
import { writerOf } from '../context/recorded-by.ts'
import type { FilesOptions, Ingested } from '../context/ingest-port.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

interface Options extends RecordingOptions {
  readonly by?: string
  readonly dryRun?: boolean
  readonly skipBadRows?: boolean
  readonly withoutBundled?: boolean
  readonly encoding?: string
  readonly retrieved?: string
  readonly format: string
}

const recordedAt = [
  '--recorded-at <time>',
  'builds a backdated log, from all that is loaded here: an instant, or `source` for the times that ' +
    'the sources imply; only into an empty log, or to go on with such a load that was cut off',
] as const

type Bring = (
  command: Command,
  work: (workspace: Workspace, options: FilesOptions) => Promise<Ingested>,
) => Promise<void>

/**
 * `import <source> <files...>`, and the ways in that need no source: a folder, the bundled case, any table with a
 * mapping.
 */
export const importCommand = (program: Command, house: CliContext): void => {
  const bring: Bring = (command, work) => bringIn(house, command, work)
  const importing = importingCommand(program, house, bring)
  importing.addHelpText('after', () => `\nSources:\n${sourceLines(house).join('\n')}`)
  folderCommand(importing, house, bring)
  bundledCommand(importing, house, bring)
  tableCommand(importing, house, bring)
}

/** Records what some work brings, folds it, and reports. */
const bringIn = async (house: CliContext, command: Command, work: Parameters<Bring>[1]): Promise<void> => {
  const {
    by,
    dryRun = false,
    skipBadRows = false,
    withoutBundled,
    encoding,
    retrieved,
    format,
    ...recording
  } = command.optsWithGlobals<Options>()
  checkReportFormat(format)
  const { report, text } = await withRecording(house, recording, (workspace) =>
    withProgress(house.terminal, async (progress, note) => {
      const ingested = await work(workspace, {
        recordedBy: writerOf(by, house.terminal),
        dryRun,
        skipBadRows,
        ...(withoutBundled === true && { bundled: false }),
        ...(encoding !== undefined && { encoding }),
        ...(retrieved !== undefined && { retrieved: dayTaken(retrieved) }),
        progress,
        note,
      })
      if (!dryRun) await workspace.catchUp((done, of) => progress('folding:', done, of))
      return ingested
    }),
  )
  await printReport(house.terminal, format, report, text)
}

/** What several files share is not declared at once: one of them would be read as what it is not. */
const refuseEncoding = (command: Command): void => {
  if (command.optsWithGlobals<Options>().encoding === undefined) return
  throw badInput('bad-usage', `\`import ${command.name()}\` takes no encoding: its files differ.`, {
    where: '--encoding',
    hint: 'Import the file that is written otherwise by itself: import <source> <file> --encoding <name>.',
  })
}

const importingCommand = (program: Command, { ingest }: CliContext, bring: Bring): Command => {
  const importing: Command = program
    .command('import')
    .description('Brings datasets in: each file is one commit, and importing it again appends nothing.')
    .argument('<source>', 'the format of the files')
    .argument('<files...>', 'CSV, plain, gzipped or in a zip archive; for mtdsg XML, or folders of it')
    .option('--dry-run', 'checks everything and records nothing')
    .option('--skip-bad-rows', 'leaves out rows that break the format, and lists them')
    .option(
      '--without-bundled',
      'leaves out what comes with normtrail; else a log that holds nothing yet gets it first, in a commit of its own',
    )
    .option('--by <name>', 'who records it (default: the user of this shell)')
    .option(...encodingOption)
    .option(
      '--retrieved <day>',
      'the day on which status files of the depositary were taken, where no ' +
        'mtdsg.json beside them says it: through that day they are complete',
    )
    .option(...acceptClock)
    .option(...reportFormat)
    .action((source: string, files: string[]) =>
      bring(importing, (workspace, options) => ingest.importFiles(workspace, source, files, options)),
    )
  return importing
}

const folderCommand = (importing: Command, { ingest }: CliContext, bring: Bring): void => {
  const folder = importing
    .command('folder')
    .description('Imports every file of a folder whose columns are known.')
    .argument('<folder>')
    .option('--with-bundled', 'brings what comes with normtrail along, whatever the log holds already')
    .option(...recordedAt)
    .action((path: string, { withBundled, ...dated }: { withBundled?: boolean; recordedAt?: string }) => {
      refuseEncoding(folder)
      return bring(folder, (workspace, options) =>
        ingest.importFolder(workspace, path, { ...options, ...dated, bundled: bundledOf(options, withBundled) }),
      )
    })
}

const bundledCommand = (importing: Command, { ingest }: CliContext, bring: Bring): void => {
  const bundled = importing
    .command('bundled')
    .description('Imports the case that comes with normtrail.')
    .option(...recordedAt)
    .action((dated: { recordedAt?: string }) => {
      refuseEncoding(bundled)
      return bring(bundled, (workspace, options) => {
        bundledOf(options, true)
        return ingest.importBundled(workspace, { ...options, ...dated })
      })
    })
}

const tableCommand = (importing: Command, { ingest }: CliContext, bring: Bring): void => {
  const table = importing
    .command('table')
    .description('Imports any table; a mapping says what its columns mean.')
    .argument('<file>', 'CSV, plain, gzipped or in a zip archive')
    .requiredOption('--mapping <file>', 'what the columns mean, as JSON')
    .option(
      '--propose',
      'proposes what the table says instead of recording it: `proposals` lists it, a person accepts it',
    )
    .option('--coder <name>', 'with --propose: who coded the table (default: who records it)')
    .action((file: string, { mapping, propose, coder }: TableFlags) => {
      if (coder !== undefined && propose !== true)
        throw badInput('bad-usage', 'says who coded what is proposed; nothing is.', {
          where: '--coder',
          hint: 'Give --propose as well, or leave it out.',
        })
      return bring(table, (workspace, options) =>
        propose === true
          ? ingest.proposals.proposeTable(workspace, mapping, file, { ...options, coder: coder ?? options.recordedBy })
          : ingest.importTable(workspace, mapping, file, options),
      )
    })
}

interface TableFlags {
  readonly mapping: string
  readonly propose?: boolean
  readonly coder?: string
}

/** What the two flags come to: with, without, or as the log needs it. */
const bundledOf = ({ bundled }: FilesOptions, wanted: boolean | undefined): boolean | undefined => {
  if (wanted !== true) return bundled
  if (bundled === undefined) return true
  throw badInput('bad-input', 'what comes with normtrail is asked for as well.', { where: '--without-bundled' })
}

const sourceLines = ({ ingest: { sources } }: CliContext): readonly string[] => {
  const width = Math.max(0, ...sources.map(({ name }) => name.length))
  return sources.map(({ name, reads }) => `  ${name.padEnd(width)}  ${reads}`)
}

/** The day on which files were taken: a day, and none that is yet to come. */
const dayTaken = (text: string): string => {
  const day = parseDay(text)
  if (day > utcToday()) throw badInput('not-yet', `${text} lies ahead.`, { where: '--retrieved' })
  return formatDay(day)
}
