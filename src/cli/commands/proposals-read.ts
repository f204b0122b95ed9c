import type { Command } from 'commander'
import { badInput } from '../../common/error.ts'
import type { CliContext } from '../context/cli-context.ts'
import { helpAlone, ownOptions } from '../context/own-options.ts'
import { withProgress } from '../context/progress.ts'
import { acceptClock, withRecording, type RecordingOptions } from '../context/recording.ts'
import { writerOf } from '../context/recorded-by.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

interface Options extends RecordingOptions {
  readonly retrieved?: string
  readonly by?: string
  readonly dryRun?: boolean
  readonly format: string
}

/** `proposals read`: rules read the notes in files of the depositary, and what they find waits for a person. */
export const readNotesCommand = (parent: Command, house: CliContext): void => {
  const reading = helpAlone(parent.command('read <files...>'))
    .description(
      'Reads the notes in status files of the UN Treaty Collection (IV-5.en.xml, or folders of them), and ' +
        'proposes what rules find there: withdrawals, acts of states that are no more, successions. ' +
        'Import the files first.',
    )
    .option(
      '--retrieved <day>',
      'when the files were taken, such as 2018-01-15, where no manifest beside them says it; what is accepted cites it',
    )
    .option('--dry-run', 'reads everything and records nothing')
    .option('--by <name>', 'who records it (default: the user of this shell)')
    .option(...acceptClock)
    .option(...reportFormat)
    .action(async (files: string[]) => {
      const options = ownOptions<Options>(reading)
      const { retrieved, by, dryRun = false } = options
      checkReportFormat(options.format)
      if (retrieved !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(retrieved))
        throw badInput('bad-date', `"${retrieved}" is no day. Expected one such as 2018-01-15.`, {
          where: '--retrieved',
        })
      const { format, acceptClock: accepted, ...places } = reading.optsWithGlobals<Options>()
      const recording = { ...places, ...(accepted !== undefined && { acceptClock: accepted }) }
      const { report, text } = await withRecording(house, recording, (workspace) =>
        withProgress(house.terminal, (progress) =>
          house.ingest.proposals.readNotes(workspace, files, {
            recordedBy: writerOf(by, house.terminal),
            dryRun,
            retrieved,
            progress,
          }),
        ),
      )
      await printReport(house.terminal, format, report, text)
    })
}
