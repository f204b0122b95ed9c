import { Option, type Command } from 'commander'
import { badInput } from '../../common/error.ts'
import { sourceKinds, type SourceKind } from '../../events/source.ts'
import type { Amendment, Changes } from '../../ingest/append/correct.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { CliContext } from '../context/cli-context.ts'
import { withProgress } from '../context/progress.ts'
import { acceptClock, withRecording, type RecordingOptions } from '../context/recording.ts'
import { writerOf } from '../context/recorded-by.ts'
import type { Ingested, IngestOptions } from '../context/ingest-port.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

interface Options extends RecordingOptions, Omit<Changes, 'data'> {
  readonly payload?: string
  readonly reason: string
  readonly source: string
  readonly sourceKind: SourceKind
  readonly expectedRevision?: string
  readonly by?: string
  readonly dryRun?: boolean
  readonly format: string
}

/**
 * `correct`, `retract`: a mistake of the record is mended by a later event in the same stream. Nothing is changed or
 * removed.
 */
export const correctCommands = (program: Command, house: CliContext): void => {
  const { ingest } = house

  const correcting = amending(
    program,
    'correct',
    'Records how an event should have read. The log keeps both; --as-known-at still gives the old answer.',
  )
    .option('--occurred <date>', 'when it was done (EDTF)')
    .option('--effective <date>', 'when it took effect, where a source states it (EDTF)')
    .option('--type <type>', 'what it was: TreatyAcceded, …')
    .option(
      '--set <key=value>',
      'a field of its payload; may be given several times; without a value the field goes',
      (pair: string, before: readonly string[] = []) => [...before, pair],
    )
    .option('--payload <json>', 'its whole payload')
    .action((target: string) => {
      const { type, occurred, effective, set, payload } = correcting.opts<Options>()
      return amend(house, correcting, target, (workspace, amendment, options) =>
        ingest.correct(workspace, amendment, { type, occurred, effective, set, data: payload }, options),
      )
    })

  const retracting = amending(
    program,
    'retract',
    'Records that an event should not have been recorded. Retracting a correction or a retraction takes that back.',
  ).action((target: string) =>
    amend(house, retracting, target, (workspace, amendment, options) => ingest.retract(workspace, amendment, options)),
  )
}

const amending = (program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .argument('<event-id>', 'the event, as `events` and `explain status` print its id')
    .requiredOption('--reason <words>', 'what was wrong; it is recorded')
    .requiredOption('--source <citation>', 'who says so: a citation, or the id of a registered source')
    .addOption(
      new Option('--source-kind <kind>', 'what kind of source that is').choices(sourceKinds).default('scholarly'),
    )
    .option(
      '--expected-revision <number>',
      'the last revision of the stream that you have seen; what came after it is a conflict',
    )
    .option(...acceptClock)
    .option('--dry-run', 'checks everything and records nothing')
    .option('--by <name>', 'who records it (default: the user of this shell)')
    .option(...reportFormat)

const amend = async (
  house: CliContext,
  command: Command,
  target: string,
  work: (workspace: Workspace, amendment: Amendment, options: IngestOptions) => Promise<Ingested>,
): Promise<void> => {
  const {
    reason,
    source,
    sourceKind,
    expectedRevision,
    by,
    dryRun = false,
    format,
    ...recording
  } = command.optsWithGlobals<Options>()
  checkReportFormat(format)
  const { terminal } = house
  for (const [flag, words] of [
    ['--reason', reason],
    ['--source', source],
  ] as const)
    if (words.trim() === '') throw badInput('bad-input', 'is empty.', { where: flag })
  const amendment = { target, reason, source, sourceKind, expectedRevision: revisionOf(expectedRevision) }
  const { report, text } = await withRecording(house, recording, (workspace) =>
    withProgress(terminal, (progress) =>
      work(workspace, amendment, { recordedBy: writerOf(by, terminal), dryRun, progress }),
    ),
  )
  await printReport(terminal, format, report, text)
}

const revisionOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  throw badInput('bad-input', `"${text}" is no revision. Expected a whole number from 0 on.`, {
    where: '--expected-revision',
  })
}
