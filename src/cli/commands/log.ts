import type { Command } from 'commander'
import { exportLog, importLog } from '../../log/transfer.ts'
import type { Places } from '../../settings.ts'
import { withWorkspace, type House } from '../house.ts'
import { inputLines } from '../lines.ts'
import { toFile, toStdout } from '../output.ts'
import { withProgress } from '../progress.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

/** `log export` and `log import`: a whole log moves between stores, and comes back the same, byte for byte. */
export const logCommand = (program: Command, house: House): void => {
  const { terminal } = house
  const log = program.command('log').description('Moves a whole log between stores, with ids, revisions, recorded times and hash chain.')

  const exporting = log
    .command('export')
    .description('Writes the log as JSON Lines. The same log gives the same bytes, whatever store holds it.')
    .option('--output <file>', 'where to; without it, to stdout')
    .action(async () => {
      const { output, ...places } = exporting.optsWithGlobals<Places & { output?: string }>()
      await withWorkspace(house, places, (workspace) =>
        withProgress(terminal, (show) => {
          const lines = exportLog(workspace.log, (events) => show('exporting:', events))
          return output === undefined ? toStdout(terminal, lines) : toFile(output, lines)
        }))
    })

  const importing = log
    .command('import')
    .description('Reads an exported log into an empty store, or goes on with a move that was cut off. Every hash is checked.')
    .argument('[file]', 'an exported log; without it, or with -, stdin is read')
    .option(...reportFormat)
    .action(async (file: string | undefined) => {
      const { format, ...places } = importing.optsWithGlobals<Places & { format: string }>()
      checkReportFormat(format)
      const { lines } = await inputLines(file, terminal)
      const moved = await withWorkspace(house, places, (workspace) =>
        withProgress(terminal, async (show) => {
          const done = await importLog(workspace.log, lines, (events) => show('importing:', events))
          await workspace.catchUp((events, of) => show('folding:', events, of))
          return done
        }))
      const { events, commits, known, hash } = moved
      await printReport(terminal, format, moved, `${events} events in ${commits} commits moved${known > 0 ? `, ${known} were there` : ''}; chain ${hash}`)
    })
}
