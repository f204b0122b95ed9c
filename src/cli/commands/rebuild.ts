import type { Command } from 'commander'
import { rebuild } from '../../readmodel/rebuild.ts'
import type { Places } from '../../workspace/settings.ts'
import { warnUnfinished, withMendedWorkspace, type CliContext } from '../context/cli-context.ts'
import { withProgress } from '../context/progress.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

/** `rebuild`: the read model anew from the log. */
export const rebuildCommand = (program: Command, house: CliContext): void => {
  const command = program
    .command('rebuild')
    .description('Throws the read model away and folds the whole log anew. The log is not touched.')
    .option(...reportFormat)
    .action(async () => {
      const { format, ...places } = command.optsWithGlobals<Places & { format: string }>()
      checkReportFormat(format)
      const events = await withMendedWorkspace(house, places, async (workspace) => {
        await warnUnfinished(house, workspace)
        return withProgress(house.terminal, (show) =>
          workspace.mending(() =>
            rebuild(workspace.readModel, workspace.log, (done, of) => show('folding:', done, of)),
          ),
        )
      })
      await printReport(house.terminal, format, { events }, `Rebuilt from ${events} events.`)
    })
}
