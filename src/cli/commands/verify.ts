import type { Command } from 'commander'
import { messageOf, NormtrailError } from '../../common/error.ts'
import type { VerifyReport } from '../../log/port.ts'
import { verifyReadModel, type ReadModelReport } from '../../readmodel/verify.ts'
import { isDamagedReadModel } from '../../workspace/workspace.ts'
import type { Places } from '../../workspace/settings.ts'
import { withLogAlone, withQuietWorkspace, type CliContext } from '../context/cli-context.ts'
import { withProgress } from '../context/progress.ts'
import { checkReportFormat, printReport, reportFormat } from './report.ts'

/** `verify`: the chain of the log, and the read model against the log. */
export const verifyCommand = (program: Command, house: CliContext): void => {
  const command = program
    .command('verify')
    .description('Checks the hash chain of the log, and that a rebuild would give the same read model.')
    .option(...reportFormat)
    .action(async () => {
      const { format, ...places } = command.optsWithGlobals<Places & { format: string }>()
      checkReportFormat(format)
      const log = await withLogAlone(house, places, (chain) =>
        withProgress(house.terminal, (show) => chain.verify((events) => show('log: events', events))),
      )
      const readModel = await withQuietWorkspace(house, places, (workspace) =>
        withProgress(house.terminal, async (show) => {
          await workspace.check()
          await workspace.catchUp((done, of) => show('catching up:', done, of))
          return verifyReadModel(workspace.readModel, workspace.log, (events) => show('read model: events', events))
        }),
      ).catch(unreadable)
      await printReport(house.terminal, format, { log, readModel }, `${logText(log)}\n${readModelText(readModel)}`)
      const faults = log.broken.length + readModel.differences.length
      if (faults > 0)
        throw new NormtrailError(
          'check-failed',
          'verify-failed',
          `${faults} ${faults === 1 ? 'thing does' : 'things do'} not hold.`,
          { hint: hintFor(log) },
        )
    })
}

/** A read model that cannot even be read differs from what a rebuild would make. */
const unreadable = (thrown: unknown): ReadModelReport => {
  if (!isDamagedReadModel(thrown)) throw thrown
  return { streams: 0, events: 0, rows: 0, differences: [messageOf(thrown)] }
}

const hintFor = ({ broken }: VerifyReport): string =>
  broken.length > 0
    ? 'The log was changed after it was written. Restore it from a copy.'
    : 'The log is whole: `normtrail rebuild` makes the read model anew.'

const logText = ({ events, commits, chain, broken, strangers = [] }: VerifyReport): string =>
  [
    `log: ${events} events in ${commits} commits, ${broken.length === 0 ? 'whole' : 'BROKEN'}`,
    `  chain ${chain}`,
    ...broken.map((words) => `  ${words}`),
    ...(strangers.length > 0 ? ['  not written by normtrail, and left out of every answer and export:'] : []),
    ...strangers.map((words) => `    ${words}`),
  ].join('\n')

const readModelText = ({ streams, events, rows, differences }: ReadModelReport): string =>
  [
    `read model: ${rows} rows from ${events} events in ${streams} streams, ` +
      `${differences.length === 0 ? 'as a rebuild would make it' : 'DIFFERENT from a rebuild'}`,
    ...differences.map((words) => `  ${words}`),
  ].join('\n')
