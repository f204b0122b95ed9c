import type { Command } from 'commander'
import type { CliContext } from '../context/cli-context.ts'
import { encodingOption, inputLines } from '../context/read-lines.ts'
import { withProgress } from '../context/progress.ts'
import { acceptClock, expectedOf, withRecording, type RecordingOptions } from '../context/recording.ts'
import { writerOf } from '../context/recorded-by.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

interface Options extends RecordingOptions {
  readonly by?: string
  readonly dryRun?: boolean
  readonly encoding?: string
  readonly expectedRevision?: string
  readonly format: string
}

/** `append [file]`: events as JSON Lines, one commit for all of them. */
export const appendCommand = (program: Command, house: CliContext): void => {
  const command = program
    .command('append')
    .description('Records events, one JSON object a line, as one commit: all of them, or none.')
    .argument('[file]', 'a file of JSON Lines, plain or gzipped; without it, or with -, stdin is read')
    .option('--dry-run', 'checks everything and records nothing')
    .option('--by <name>', 'who records it (default: the user of this shell)')
    .option(...encodingOption)
    .option(
      '--expected-revision <number>',
      'the last revision that you have seen of the stream of the lines, or none; ' +
        'what came after it is a conflict, while else it is tried again',
    )
    .option(...acceptClock)
    .option(...reportFormat)
    .action(async (file: string | undefined) => {
      const {
        by,
        dryRun = false,
        encoding,
        expectedRevision,
        format,
        ...recording
      } = command.optsWithGlobals<Options>()
      checkReportFormat(format)
      const expected = expectedOf(expectedRevision)
      const { terminal, ingest } = house
      const { name, lines } = await inputLines(file, terminal, encoding)
      const { report, text } = await withRecording(house, recording, (workspace) =>
        withProgress(terminal, (progress) =>
          ingest.appendLines(workspace, lines, name, {
            recordedBy: writerOf(by, terminal),
            dryRun,
            expected,
            progress,
          }),
        ),
      )
      await printReport(terminal, format, report, text)
    })
}
