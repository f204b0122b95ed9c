import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Command } from 'commander'
import { badInput, messageOf } from '../../error.ts'
import { withWorkspace, type House } from '../house.ts'
import { withProgress } from '../progress.ts'
import { writerOf } from '../writer.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

interface Options {
  readonly data?: string
  readonly by?: string
  readonly dryRun?: boolean
  readonly format: string
}

/** `append [file]`: events as JSON Lines, one commit for all of them. */
export const appendCommand = (program: Command, house: House): void => {
  const command = program
    .command('append')
    .description('Records events, one JSON object a line, as one commit: all of them, or none.')
    .argument('[file]', 'a file of JSON Lines; without it, or with -, stdin is read')
    .option('--dry-run', 'checks everything and records nothing')
    .option('--by <name>', 'who records it (default: the user of this shell)')
    .option(...reportFormat)
    .action(async (file: string | undefined) => {
      const { data, by, dryRun = false, format } = command.optsWithGlobals<Options>()
      checkReportFormat(format)
      const { terminal, ingest } = house
      const fromStdin = file === undefined || file === '-'
      const lines = linesOf(fromStdin ? stdinOf(house) : await openText(file))
      const name = fromStdin ? 'stdin' : file
      const { report, text } = await withWorkspace(house, data, (workspace) =>
        withProgress(terminal, (progress) => ingest.appendLines(workspace, lines, name, { recordedBy: writerOf(by, terminal), dryRun, progress })))
      await printReport(terminal, format, report, text)
    })
}

const stdinOf = ({ terminal: { stdin, stderr } }: House): Readable => {
  if (stdin.isTTY === true) stderr.write('Reading events from the terminal, one JSON object a line; Ctrl-D ends.\n')
  return stdin
}

const openText = (path: string): Promise<Readable> =>
  new Promise((done, fail) => {
    const stream = createReadStream(path)
    stream.once('ready', () => done(stream))
    stream.once('error', (cause) => fail(badInput('unreadable-file', `The file cannot be read: ${messageOf(cause)}.`, { where: path, hint: 'Check the path.', cause })))
  })

async function* linesOf(stream: Readable): AsyncGenerator<string> {
  yield* createInterface({ input: stream, crlfDelay: Infinity })
}
